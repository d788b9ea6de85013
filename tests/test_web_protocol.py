"""The protocols of SPARQL 1.1 over a real store: queries, updates, graphs, the service's description."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from werkzeug.test import TestResponse

from kb.base import KnowledgeBase
from kb.storing.workers import Limits, Workers
from web import create_app
from web.endpoint import Endpoint

TOKEN = "a token of the test"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
G = "http://example.org/graph/"
ONE, TWO, THREE = (f"{G}{name}" for name in ("one", "two", "three"))
ASK, UPDATE = "application/sparql-query", "application/sparql-update"
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[FlaskClient]:
    """A site that may be written to, three graphs in it that each say what they are."""
    with KnowledgeBase.create(tmp_path / "kb") as base:
        for graph in (ONE, TWO, THREE):
            base.store.update(f"INSERT DATA {{ GRAPH <{graph}> {{ <{graph}> a <x:Graph> }} }}")
        yield create_app(base, answering=Endpoint(token=TOKEN)).test_client()


def ask(site: FlaskClient, query: str, **parameters: object) -> bool:
    response = site.get("/sparql", query_string={"query": query, **parameters})
    assert response.status_code == 200, response.text
    assert response.json
    return bool(response.json["boolean"])


def update(site: FlaskClient, text: str, **parameters: object) -> TestResponse:
    return site.post("/sparql", query_string=parameters, data=text, content_type=UPDATE, headers=BEARER)


# ------------------------------------------------------------------------------- which graphs are asked


def is_there(graph: str) -> str:
    return f"<{graph}> a ?type"


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
    site: FlaskClient, pattern: str, graphs: dict[str, str], expected: bool
) -> None:
    query = f"ASK {{ {pattern} }}"
    assert ask(site, query, **graphs) is expected
    direct = site.post("/sparql", query_string=graphs, data=query, content_type=ASK)
    form = site.post("/sparql", data={"query": query, **graphs})
    assert [answer.json["boolean"] for answer in (direct, form) if answer.json] == [expected] * 2


def test_the_request_stands_above_the_query(site: FlaskClient) -> None:
    query = f"ASK FROM <{ONE}> {{ {is_there(ONE)} }}"
    assert ask(site, query)
    assert not ask(site, query, **{"default-graph-uri": TWO})


def test_relative_iris_are_those_of_the_data(site: FlaskClient) -> None:
    base = "https://w3id.org/event-knowledge/kb/"
    assert ask(site, f"ASK {{ FILTER(<doc/1> = <{base}doc/1>) }}")


@pytest.mark.parametrize("graph", ["no iri", "relative", "<x:y>"])
def test_what_names_no_graph_is_refused(site: FlaskClient, graph: str) -> None:
    response = site.get("/sparql", query_string={"query": "ASK {}", "default-graph-uri": graph})
    assert (response.status_code, "names no graph" in response.text) == (400, True)


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [("application/n-quads", "nq"), ("application/trig", "trig"), ("application/ld+json", "jsonld")],
)
def test_a_graph_comes_in_every_format(site: FlaskClient, accept: str, suffix: str) -> None:
    query = f"CONSTRUCT WHERE {{ <{ONE}> ?p ?o }}"
    liked = site.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    asked = site.get("/sparql", query_string={"query": query, "format": suffix})
    assert liked.mimetype == asked.mimetype == accept
    assert ONE in liked.text


# -------------------------------------------------------------------------------------------- updates


def test_an_update_is_done_and_seen_at_once(site: FlaskClient) -> None:
    assert update(site, "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }").status_code == 204
    assert ask(site, "ASK { GRAPH <x:g> { <x:s> ?p 1 } }")
    form = site.post("/sparql", data={"update": "CLEAR GRAPH <x:g>"}, headers=BEARER)
    assert form.status_code == 204
    assert not ask(site, "ASK { GRAPH <x:g> { ?s ?p ?o } }")


def test_an_update_sees_the_graphs_the_request_names(site: FlaskClient) -> None:
    where = "{ ?s a <x:Graph> } UNION { GRAPH ?g { ?s a <x:Graph> } }"
    text = f"INSERT {{ GRAPH <x:g> {{ ?s a <x:Seen> }} }} WHERE {{ {where} }}"
    update(site, text, **{"using-graph-uri": ONE, "using-named-graph-uri": TWO})
    seen = [ask(site, f"ASK {{ GRAPH <x:g> {{ <{graph}> a <x:Seen> }} }}") for graph in (ONE, TWO, THREE)]
    assert seen == [True, True, False]


WITHOUT_LEAVE = {
    "no token": ({}, 401),
    "another token": ({"Authorization": "Bearer another"}, 401),
    "another scheme": ({"Authorization": "Basic YTph"}, 401),
    "nothing behind the scheme": ({"Authorization": "Bearer"}, 401),
}


@pytest.mark.parametrize(("headers", "status"), WITHOUT_LEAVE.values(), ids=WITHOUT_LEAVE)
def test_nobody_writes_without_the_token(site: FlaskClient, headers: dict[str, str], status: int) -> None:
    answers = [
        site.post("/sparql", data="CLEAR ALL", content_type=UPDATE, headers=headers),
        site.post("/sparql", data={"update": "CLEAR ALL"}, headers=headers),
        site.put(f"/rdf-graph-store?graph={ONE}", data="", content_type="text/turtle", headers=headers),
        site.post(f"/rdf-graph-store?graph={ONE}", data="", content_type="text/turtle", headers=headers),
        site.delete(f"/rdf-graph-store?graph={ONE}", headers=headers),
    ]
    assert {answer.status_code for answer in answers} == {status}
    assert all("bearer" in answer.headers["WWW-Authenticate"].lower() for answer in answers)
    assert ask(site, f"ASK {{ {is_there(ONE)} }}")


REFUSED = {
    "two updates": ({"data": {"update": ["CLEAR ALL", "CLEAR NAMED"]}}, 400),
    "no update": ({"data": "CLEAR XYZ", "content_type": UPDATE}, 400),
    "a query as update": ({"data": "ASK {}", "content_type": UPDATE}, 400),
    "another type": ({"data": "CLEAR ALL", "content_type": "text/plain"}, 415),
    "no type": ({"data": "update=CLEAR ALL"}, 415),
    "another encoding": ({"data": b"CLEAR ALL", "content_type": f"{UPDATE}; charset=UTF-16"}, 415),
    "graphs twice": (
        {
            "query_string": {"using-named-graph-uri": ONE},
            "data": "WITH <x:g> DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 }",
            "content_type": UPDATE,
        },
        400,
    ),
    "a load": ({"data": "CLEAR ALL ; LOAD <http://127.0.0.1:9/>", "content_type": UPDATE}, 400),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED)
def test_an_update_that_is_refused_changes_nothing(
    site: FlaskClient, sent: dict[str, object], status: int
) -> None:
    response = site.post("/sparql", headers=BEARER, **sent)  # type: ignore[arg-type]
    assert response.status_code == status
    assert ask(site, f"ASK {{ {is_there(ONE)} }}")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_those_of_the_endpoint(site: FlaskClient, method: str) -> None:
    assert getattr(site, method)("/sparql?query=ASK+{}").status_code == 405


# --------------------------------------------------------------------------------------------- graphs

CARD = "@prefix f: <http://xmlns.com/foaf/0.1/> . <x:ann> a f:Person ; f:account [ f:name '%s' ] ."
TURTLE = {"content_type": "text/turtle; charset=utf-8", "headers": BEARER}
ADDRESSES = {
    "by its name": "/rdf-graph-store?graph=http%3A%2F%2Fexample.org%2Fa%2520b",
    "without a name": "/rdf-graph-store?default",
    "by its address": "/rdf-graph-store/people/ann",
}


def graph_at(site: FlaskClient, address: str) -> Graph:
    response = site.get(address, headers={"Accept": "text/turtle"})
    assert (response.status_code, response.mimetype) == (200, "text/turtle")
    return Graph().parse(data=response.text, format="turtle")


def card(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(data=CARD % name, format="turtle")
    return graph


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_a_graph_is_put_added_to_and_deleted(site: FlaskClient, address: str) -> None:
    is_named = "default" not in address
    assert site.put(address, data=CARD % "Ann", **TURTLE).status_code == (201 if is_named else 204)
    assert isomorphic(graph_at(site, address), card("Ann"))
    assert site.put(address, data=CARD % "Bea", **TURTLE).status_code == 204
    assert isomorphic(graph_at(site, address), card("Bea"))
    assert site.post(address, data=CARD % "Cleo", **TURTLE).status_code == 204
    assert isomorphic(graph_at(site, address), card("Bea", "Cleo"))
    assert site.head(address).status_code == 200
    assert site.delete(address, headers=BEARER).status_code == 204
    assert site.get(address).status_code == (404 if is_named else 200)
    assert site.delete(address, headers=BEARER).status_code == (404 if is_named else 204)


def test_names_of_graphs_are_decoded_once(site: FlaskClient) -> None:
    encoded, decoded = "/rdf-graph-store?graph=http://e.org/%2561", "/rdf-graph-store?graph=http://e.org/%61"
    site.put(encoded, data=CARD % "Ann", **TURTLE)
    assert site.get(decoded).status_code == 404
    assert ask(site, "ASK { GRAPH <http://e.org/%61> { ?s ?p ?o } }")


def test_what_is_posted_without_a_name_gets_one(site: FlaskClient) -> None:
    response = site.post("/rdf-graph-store", data=CARD % "Ann", **TURTLE)
    assert response.status_code == 201
    assert isomorphic(graph_at(site, response.headers["Location"]), card("Ann"))


def test_several_files_are_added_at_once(site: FlaskClient) -> None:
    parts = "".join(
        f'--cut\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.ttl"\r\n'
        f"Content-Type: text/turtle\r\n\r\n{CARD % name}\r\n"
        for name in ("Ann", "Bea")
    )
    sent = {"data": f"{parts}--cut--\r\n", "content_type": "multipart/form-data; boundary=cut"}
    assert site.post("/rdf-graph-store?graph=x:g", headers=BEARER, **sent).status_code == 201  # type: ignore[arg-type]
    assert isomorphic(graph_at(site, "/rdf-graph-store?graph=x:g"), card("Ann", "Bea"))


def test_an_empty_graph_is_a_graph(site: FlaskClient) -> None:
    assert site.put("/rdf-graph-store?graph=x:g", data="", **TURTLE).status_code == 201
    assert len(graph_at(site, "/rdf-graph-store?graph=x:g")) == 0


@pytest.mark.parametrize(
    ("address", "media_type", "data", "status"),
    [
        (f"?graph={ONE}", "text/turtle", "no Turtle <", 400),
        (f"?graph={ONE}", "application/x-nothing", "x", 415),
        (f"?graph={ONE}", "", "x", 415),
        (f"?graph={ONE}&default", "text/turtle", "", 400),
        (f"?graph={ONE}&graph={TWO}", "text/turtle", "", 400),
        ("", "text/turtle", "", 400),
        ("?graph=no+iri", "text/turtle", "", 400),
        (f"/below?graph={ONE}", "text/turtle", "", 400),
    ],
)
def test_what_cannot_be_put_changes_nothing(
    site: FlaskClient, address: str, media_type: str, data: str, status: int
) -> None:
    sent = site.put(f"/rdf-graph-store{address}", data=data, content_type=media_type, headers=BEARER)
    assert sent.status_code == status
    assert ask(site, f"ASK {{ GRAPH <{ONE}> {{ {is_there(ONE)} }} }}")


# ------------------------------------------------------------------------------------------- around it


def test_the_service_and_its_data_describe_themselves(site: FlaskClient) -> None:
    graphs = [
        Graph().parse(data=site.get(path, headers={"Accept": "text/turtle"}).text, format="turtle")
        for path in ("/sparql", "/.well-known/void")
    ]
    assert isomorphic(*graphs)
    service = graphs[0].value(None, RDF.type, SD.Service)
    assert str(service) == str(graphs[0].value(service, SD.endpoint)) == "http://localhost/sparql"
    assert set(graphs[0].objects(service, SD.supportedLanguage)) == {SD.SPARQL11Query, SD.SPARQL11Update}
    assert (service, SD.feature, SD.UnionDefaultGraph) in graphs[0]
    data = graphs[0].value(service, SD.defaultDataset)
    assert graphs[0].value(data, VOID.sparqlEndpoint) == URIRef("http://localhost/sparql")
    assert str(graphs[0].value(data, VOID.triples)) == "3"


@pytest.mark.parametrize("path", ["/sparql?query=ASK+{}", "/rdf-graph-store?default", "/.well-known/void"])
def test_other_sites_may_read_and_not_write(site: FlaskClient, path: str) -> None:
    origin = {"Origin": "https://app.example"}
    assert site.get(path, headers=origin).headers["Access-Control-Allow-Origin"] == "*"
    allowed = site.options(path, headers={**origin, "Access-Control-Request-Method": "POST"})
    assert allowed.status_code == 200
    assert "authorization" not in allowed.headers["Access-Control-Allow-Headers"].lower()
    assert "DELETE" not in allowed.headers["Access-Control-Allow-Methods"]


def test_pages_are_not_for_other_sites(site: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in site.get("/documents").headers


LONG = "SELECT * { VALUES ?x { %s } }" % " ".join(f"'value {number}'" for number in range(3000))  # noqa: UP031


def test_who_takes_it_packed_gets_it_packed(site: FlaskClient) -> None:
    sent = {"data": LONG, "content_type": ASK}
    plain = site.post("/sparql", **sent)  # type: ignore[arg-type]
    packed = site.post("/sparql", headers={"Accept-Encoding": "gzip"}, **sent)  # type: ignore[arg-type]
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Content-Encoding" not in plain.headers
    refused = site.post("/sparql", headers={"Accept-Encoding": "gzip;q=0"}, **sent)  # type: ignore[arg-type]
    assert "Content-Encoding" not in refused.headers


# -------------------------------------------------------------------------------------- within limits


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A site whose queries run in processes of their own."""
    folder = tmp_path_factory.mktemp("limited") / "kb"
    limits = Limits(seconds=2, megabytes=200, rows=40_000, workers=2)
    with KnowledgeBase.create(folder) as base, Workers(folder, limits) as workers:
        yield create_app(base, answering=Endpoint(workers.ask, TOKEN)).test_client()


def test_what_was_written_is_in_the_next_answer(limited: FlaskClient) -> None:
    for number in (1, 2, 3):
        update(limited, f"INSERT DATA {{ GRAPH <x:g> {{ <x:s> <x:p> {number} }} }}")
        assert ask(limited, f"ASK {{ <x:s> <x:p> {number} }}")


PAIRS = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f }"
STOPPED = {
    "time": ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", 503, "2 seconds"),
    "syntax": ("SELECT", 400, "cannot be read"),
}


@pytest.mark.parametrize(("query", "status", "told"), STOPPED.values(), ids=STOPPED)
@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_a_query_past_its_limits_is_told_so(
    limited: FlaskClient, query: str, status: int, told: str, accept: str
) -> None:
    response = limited.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert (response.status_code, told in response.text) == (status, True)


def test_a_long_answer_is_streamed_whole_packed_or_not(limited: FlaskClient) -> None:
    sent = {"query_string": {"query": f"{PAIRS} LIMIT 20000"}}
    plain = limited.get("/sparql", **sent)  # type: ignore[arg-type]
    assert plain.is_streamed
    assert plain.data
    packed = limited.get("/sparql", headers={"Accept-Encoding": "gzip"}, **sent)  # type: ignore[arg-type]
    assert gzip.decompress(packed.data) == plain.data
    assert len(plain.json["results"]["bindings"]) == 20_000  # type: ignore[index]


def test_an_answer_that_nobody_reads_holds_up_nobody(limited: FlaskClient) -> None:
    for _ in range(3):
        response = limited.get("/sparql", query_string={"query": f"{PAIRS} LIMIT 30000"}, buffered=False)
        response.close()
    assert ask(limited, "ASK {}")
