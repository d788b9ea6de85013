"""SERVICE and LOAD reach the hosts that were named, by our own fetching, and nobody else."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from kb.errors import BadQuery
from kb.fetch import FETCHER, is_of
from kb.storing import Store

ROWS = {
    "head": {"vars": ["who", "name"]},
    "results": {
        "bindings": [
            {"who": {"type": "uri", "value": "x:a"}, "name": {"type": "literal", "value": 'A "b"'}},
            {"who": {"type": "bnode", "value": "b0"}},
        ]
    },
}


class Other(BaseHTTPRequestHandler):
    """Another server: rows at /sparql, Turtle at /x.ttl, a redirect to a stranger at /away."""

    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        Other.asked.append(self.path)
        path = urlsplit(self.path).path
        if path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://localhost:1/")
            self.end_headers()
            return
        body = {"/sparql": json.dumps(ROWS), "/x.ttl": "<s> <p> [ <q> 1 ] ."}.get(path, "no RDF")
        self.send_response(404 if path == "/gone" else 200)
        self.send_header("Content-Type", "text/turtle" if path == "/x.ttl" else "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments: object) -> None:
        """Tests print nothing."""


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The host of another server, and its port."""
    monkeypatch.setattr(FETCHER, "interval", 0.0)
    Other.asked.clear()
    with HTTPServer(("127.0.0.1", 0), Other) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def rows(store: Store, query: str, *hosts: str) -> list[tuple[str | None, ...]]:
    return list(store.query(query, hosts=frozenset(hosts)).rows())


def test_a_service_gives_its_rows_to_be_joined(other: str) -> None:
    service = f"SERVICE <http://{other}/sparql> {{ ?who ex:name ?name . # remark\n }}"
    query = f"PREFIX ex: <x:> SELECT ?name ?who {{ {service} FILTER(isIRI(?who)) }} ORDER BY ?name"
    genid = f"http://{other}/sparql/.well-known/genid/b0"
    assert rows(Store.in_memory(), query, other) == [(None, genid), ('A "b"', "x:a")]
    asked = parse_qs(urlsplit(Other.asked[0]).query)["query"][0]
    assert "PREFIX ex: <x:>" in asked
    assert asked.endswith("SELECT * { ?who ex:name ?name . # remark\n }")


def test_a_service_may_be_named_by_prefix_and_used_in_an_update(other: str) -> None:
    store = Store.in_memory()
    where = "SERVICE o:sparql { ?who <x:n> ?name }"
    update = f"PREFIX o: <http://{other}/> INSERT {{ ?who <x:n> ?name }} WHERE {{ {where} }}"
    store.update(update, hosts=frozenset([other]))
    assert rows(store, "SELECT ?who { ?who <x:n> ?n }") == [("x:a",)]


def test_a_service_may_be_named_by_a_prefix_of_a_later_operation(other: str) -> None:
    store = Store.in_memory()
    where = "SERVICE o:sparql { ?who <x:n> ?name }"
    later = f"PREFIX o: <http://{other}/> INSERT {{ ?who <x:n> ?name }} WHERE {{ {where} }}"
    store.update(f"INSERT DATA {{}} ; {later}", hosts=frozenset([other]))
    assert rows(store, "SELECT ?who { ?who <x:n> ?n }") == [("x:a",)]


def test_an_inner_service_is_left_to_the_other_server(other: str) -> None:
    inner = "SERVICE <http://elsewhere.example/> { ?who ?p ?o }"
    assert (
        len(rows(Store.in_memory(), f"SELECT * {{ SERVICE <http://{other}/sparql> {{ {inner} }} }}", other))
        == 2
    )
    assert len(Other.asked) == 1


def test_what_is_loaded_is_stored_with_its_update(other: str) -> None:
    store = Store.in_memory()
    store.update(
        f"LOAD <http://{other}/x.ttl> INTO GRAPH <x:g> ; LOAD SILENT <http://{other}/gone> ; LOAD <http://{other}/x.ttl>",
        hosts=frozenset([other]),
    )
    assert rows(store, "SELECT ?s { GRAPH <x:g> { ?s ?p ?o . ?o ?q 1 } }") == [(f"http://{other}/s",)]
    assert rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?q 1 }") == [("2",)]


REFUSED = {
    "nobody": ((), "SELECT * {{ SERVICE <http://{other}/sparql> {{ ?a ?b ?c }} }}"),
    "another": (("dbpedia.org",), "SELECT * {{ SERVICE <http://{other}/sparql> {{ ?a ?b ?c }} }}"),
    "another port": (("127.0.0.1",), "SELECT * {{ SERVICE <http://{other}/sparql> {{ ?a ?b ?c }} }}"),
    "silent": ((), "SELECT * {{ SERVICE SILENT <http://{other}/sparql> {{ ?a ?b ?c }} }}"),
    "a variable": (("*",), "SELECT * {{ BIND(<http://{other}/sparql> AS ?x) SERVICE ?x {{ ?a ?b ?c }} }}"),
    "another user": (
        ("good.example",),
        "SELECT * {{ SERVICE <http://good.example@{other}/sparql> {{ ?a ?b ?c }} }}",
    ),
}


@pytest.mark.parametrize(("hosts", "service"), REFUSED.values(), ids=REFUSED)
def test_a_host_that_was_not_named_is_not_asked(other: str, hosts: tuple[str, ...], service: str) -> None:
    with pytest.raises(BadQuery, match=r"SERVICE is refused.*--allow-service"):
        rows(Store.in_memory(), f"SELECT * {{ {service.format(other=other)} {{ ?a ?b ?c }} }}", *hosts)
    assert Other.asked == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("away", "none of the hosts that may be asked"),
        ("gone", "answers 404"),
        ("page", "no SPARQL results in JSON"),
    ],
)
def test_a_service_that_does_not_answer_is_told_or_silent(other: str, path: str, said: str) -> None:
    query = f"SELECT * {{ SERVICE %s <http://{other}/{path}> {{ ?a ?b ?c }} }}"
    with pytest.raises(BadQuery, match=said):
        rows(Store.in_memory(), query % "", other)
    if path != "page":
        assert rows(Store.in_memory(), query % "SILENT", other) == [()]


@pytest.mark.parametrize(
    ("address", "hosts", "allowed"),
    [
        ("https://query.example/sparql", {"query.example"}, True),
        ("http://query.example:80/sparql", {"query.example"}, True),
        ("http://QUERY.example/sparql", {"query.example"}, True),
        ("http://query.example:8080/sparql", {"query.example:8080"}, True),
        ("http://query.example:8080/sparql", {"query.example"}, False),
        ("http://query.example.evil.example/", {"query.example"}, False),
        ("http://query.example@evil.example/", {"query.example"}, False),
        ("ftp://query.example:80/", {"query.example"}, False),
        ("http://query.example:x/", {"query.example"}, False),
        ("relative", {"query.example", ""}, False),
    ],
)
def test_a_host_is_named_with_its_port_unless_that_is_the_usual_one(
    address: str, hosts: set[str], allowed: bool
) -> None:
    assert is_of(address, frozenset(hosts)) is allowed
