"""The SPARQL 1.1 Protocol: the graphs that a request chooses, forms, relative IRIs, other sites, packing."""

import gzip

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from kb.ontology import EK
from tests.protocol_site import ASK, ONE, TWO, ask, is_there

pytest_plugins = ("tests.protocol_fixtures",)

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")


DATASETS = {
    "nothing said: all graphs": (is_there(ONE), {}, True),
    "its default graph": (is_there(ONE), {"default-graph-uri": ONE}, True),
    "another default graph": (is_there(ONE), {"default-graph-uri": TWO}, False),
    "two default graphs": (f"{is_there(ONE)} . {is_there(TWO)}", {"default-graph-uri": [ONE, TWO]}, True),
    "a graph that is not there": (is_there(ONE), {"default-graph-uri": "x:none"}, False),
    "a named graph is no default": (is_there(ONE), {"named-graph-uri": ONE}, False),
    "a named graph": (f"GRAPH ?g {{ {is_there(ONE)} }}", {"named-graph-uri": ONE}, True),
    "another named graph": (f"GRAPH ?g {{ {is_there(ONE)} }}", {"named-graph-uri": TWO}, False),
    "a default graph is not named": (f"GRAPH ?g {{ {is_there(ONE)} }}", {"default-graph-uri": ONE}, False),
    "both": (
        f"{is_there(ONE)} GRAPH ?g {{ {is_there(TWO)} }}",
        {"default-graph-uri": ONE, "named-graph-uri": TWO},
        True,
    ),
}


@pytest.mark.parametrize(("pattern", "graphs", "expected"), DATASETS.values(), ids=DATASETS)
def test_a_request_chooses_the_graphs(
    writable: FlaskClient, pattern: str, graphs: dict[str, str], expected: bool
) -> None:
    query = f"ASK {{ {pattern} }}"
    assert ask(writable, query, **graphs) is expected
    direct = writable.post("/sparql", query_string=graphs, data=query, content_type=ASK)
    form = writable.post("/sparql", data={"query": query, **graphs})
    assert [answer.json["boolean"] for answer in (direct, form) if answer.json] == [expected] * 2


def test_the_request_stands_above_the_query(writable: FlaskClient) -> None:
    query = f"ASK FROM <{ONE}> {{ {is_there(ONE)} }}"
    assert ask(writable, query)
    assert not ask(writable, query, **{"default-graph-uri": TWO})


def test_relative_iris_are_those_of_the_data(writable: FlaskClient) -> None:
    base = "https://w3id.org/event-knowledge/kb/"
    assert ask(writable, f"ASK {{ FILTER(<doc/1> = <{base}doc/1>) }}")


@pytest.mark.parametrize("graph", ["no iri", "relative", "<x:y>"])
def test_what_names_no_graph_is_refused(writable: FlaskClient, graph: str) -> None:
    response = writable.get("/sparql", query_string={"query": "ASK {}", "default-graph-uri": graph})
    assert (response.status_code, "names no graph" in response.text) == (400, True)


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [("application/n-quads", "nq"), ("application/trig", "trig"), ("application/ld+json", "jsonld")],
)
def test_a_graph_comes_in_every_format(writable: FlaskClient, accept: str, suffix: str) -> None:
    query = f"CONSTRUCT WHERE {{ <{ONE}> ?p ?o }}"
    liked = writable.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    asked = writable.get("/sparql", query_string={"query": query, "format": suffix})
    assert liked.mimetype == asked.mimetype == accept
    assert ONE in liked.text


def test_the_service_and_its_data_describe_themselves(writable: FlaskClient) -> None:
    graphs = [
        Graph().parse(data=writable.get(path, headers={"Accept": "text/turtle"}).text, format="turtle")
        for path in ("/sparql", "/.well-known/void")
    ]
    assert isomorphic(*graphs)
    service = graphs[0].value(None, RDF.type, SD.Service)
    assert str(service) == str(graphs[0].value(service, SD.endpoint)) == "http://localhost/sparql"
    assert set(graphs[0].objects(service, SD.supportedLanguage)) == {SD.SPARQL11Query, SD.SPARQL11Update}
    assert (service, SD.feature, SD.UnionDefaultGraph) in graphs[0]
    data = graphs[0].value(service, SD.defaultDataset)
    assert graphs[0].value(data, VOID.sparqlEndpoint) == URIRef("http://localhost/sparql")
    assert graphs[0].value(data, VOID.documents).toPython() == 0  # type: ignore[union-attr]
    parts = {graphs[0].value(part, VOID["class"]) for part in graphs[0].objects(data, VOID.classPartition)}
    assert parts == {EK.Event, EK.Statement}


@pytest.mark.parametrize("path", ["/sparql?query=ASK+{}", "/rdf-graph-store?default", "/.well-known/void"])
def test_other_sites_may_read_and_not_write(writable: FlaskClient, path: str) -> None:
    origin = {"Origin": "https://app.example"}
    assert writable.get(path, headers=origin).headers["Access-Control-Allow-Origin"] == "*"
    allowed = writable.options(path, headers={**origin, "Access-Control-Request-Method": "POST"})
    assert allowed.status_code == 200
    assert "authorization" not in allowed.headers["Access-Control-Allow-Headers"].lower()
    assert "DELETE" not in allowed.headers["Access-Control-Allow-Methods"]


def test_pages_are_not_for_other_sites(writable: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in writable.get("/documents").headers


LONG = "SELECT * { VALUES ?x { %s } }" % " ".join(f"'value {number}'" for number in range(3000))  # noqa: UP031


def test_who_takes_it_packed_gets_it_packed(writable: FlaskClient) -> None:
    sent = {"data": LONG, "content_type": ASK}
    plain = writable.post("/sparql", **sent)  # type: ignore[arg-type]
    packed = writable.post("/sparql", headers={"Accept-Encoding": "gzip"}, **sent)  # type: ignore[arg-type]
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Content-Encoding" not in plain.headers
    refused = writable.post("/sparql", headers={"Accept-Encoding": "gzip;q=0"}, **sent)  # type: ignore[arg-type]
    assert "Content-Encoding" not in refused.headers
