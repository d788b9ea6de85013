"""The Graph Store HTTP Protocol: whole graphs put, added to, deleted."""

import pytest
from flask.testing import FlaskClient
from rdflib import Graph
from rdflib.compare import isomorphic

from tests.protocol_site import BEARER, ONE, TWO, ask, is_there

pytest_plugins = ("tests.protocol_fixtures",)

CARD = "@prefix f: <http://xmlns.com/foaf/0.1/> . <x:ann> a f:Person ; f:account [ f:name '%s' ] ."
TURTLE = {"content_type": "text/turtle; charset=utf-8", "headers": BEARER}
ADDRESSES = {
    "by its name": "/rdf-graph-store?graph=http%3A%2F%2Fexample.org%2Fa%2520b",
    "without a name": "/rdf-graph-store?default",
    "by its address": "/rdf-graph-store/people/ann",
}


def graph_at(writable: FlaskClient, address: str) -> Graph:
    response = writable.get(address, headers={"Accept": "text/turtle"})
    assert (response.status_code, response.mimetype) == (200, "text/turtle")
    return Graph().parse(data=response.text, format="turtle")


def card(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(data=CARD % name, format="turtle")
    return graph


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_a_graph_is_put_added_to_and_deleted(writable: FlaskClient, address: str) -> None:
    is_named = "default" not in address
    assert writable.put(address, data=CARD % "Ann", **TURTLE).status_code == (201 if is_named else 204)
    assert isomorphic(graph_at(writable, address), card("Ann"))
    assert writable.put(address, data=CARD % "Bea", **TURTLE).status_code == 204
    assert isomorphic(graph_at(writable, address), card("Bea"))
    assert writable.post(address, data=CARD % "Cleo", **TURTLE).status_code == 204
    assert isomorphic(graph_at(writable, address), card("Bea", "Cleo"))
    assert writable.head(address).status_code == 200
    assert writable.delete(address, headers=BEARER).status_code == 204
    assert writable.get(address).status_code == (404 if is_named else 200)
    assert writable.delete(address, headers=BEARER).status_code == (404 if is_named else 204)


def test_names_of_graphs_are_decoded_once(writable: FlaskClient) -> None:
    encoded, decoded = "/rdf-graph-store?graph=http://e.org/%2561", "/rdf-graph-store?graph=http://e.org/%61"
    writable.put(encoded, data=CARD % "Ann", **TURTLE)
    assert writable.get(decoded).status_code == 404
    assert ask(writable, "ASK { GRAPH <http://e.org/%61> { ?s ?p ?o } }")


def test_what_is_posted_without_a_name_gets_one(writable: FlaskClient) -> None:
    response = writable.post("/rdf-graph-store", data=CARD % "Ann", **TURTLE)
    assert response.status_code == 201
    assert isomorphic(graph_at(writable, response.headers["Location"]), card("Ann"))


def test_several_files_are_added_at_once(writable: FlaskClient) -> None:
    parts = "".join(
        f'--cut\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.ttl"\r\n'
        f"Content-Type: text/turtle\r\n\r\n{CARD % name}\r\n"
        for name in ("Ann", "Bea")
    )
    sent = {"data": f"{parts}--cut--\r\n", "content_type": "multipart/form-data; boundary=cut"}
    assert writable.post("/rdf-graph-store?graph=x:g", headers=BEARER, **sent).status_code == 201  # type: ignore[arg-type]
    assert isomorphic(graph_at(writable, "/rdf-graph-store?graph=x:g"), card("Ann", "Bea"))


def test_an_empty_graph_is_a_graph(writable: FlaskClient) -> None:
    assert writable.put("/rdf-graph-store?graph=x:g", data="", **TURTLE).status_code == 201
    assert len(graph_at(writable, "/rdf-graph-store?graph=x:g")) == 0


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
    writable: FlaskClient, address: str, media_type: str, data: str, status: int
) -> None:
    sent = writable.put(f"/rdf-graph-store{address}", data=data, content_type=media_type, headers=BEARER)
    assert sent.status_code == status
    assert ask(writable, f"ASK {{ GRAPH <{ONE}> {{ {is_there(ONE)} }} }}")
