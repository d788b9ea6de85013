"""SPARQL 1.1 updates over HTTP: done and seen, by whom, and what is refused."""

import pytest
from flask.testing import FlaskClient

from tests.protocol_site import BEARER, ONE, THREE, TWO, UPDATE, ask, is_there, update

pytest_plugins = ("tests.protocol_fixtures",)


def test_an_update_is_done_and_seen_at_once(writable: FlaskClient) -> None:
    assert update(writable, "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }").status_code == 204
    assert ask(writable, "ASK { GRAPH <x:g> { <x:s> ?p 1 } }")
    form = writable.post("/sparql", data={"update": "CLEAR GRAPH <x:g>"}, headers=BEARER)
    assert form.status_code == 204
    assert not ask(writable, "ASK { GRAPH <x:g> { ?s ?p ?o } }")


def test_an_update_sees_the_graphs_the_request_names(writable: FlaskClient) -> None:
    where = "{ ?s a <x:Graph> } UNION { GRAPH ?g { ?s a <x:Graph> } }"
    text = f"INSERT {{ GRAPH <x:g> {{ ?s a <x:Seen> }} }} WHERE {{ {where} }}"
    update(writable, text, **{"using-graph-uri": ONE, "using-named-graph-uri": TWO})
    seen = [ask(writable, f"ASK {{ GRAPH <x:g> {{ <{graph}> a <x:Seen> }} }}") for graph in (ONE, TWO, THREE)]
    assert seen == [True, True, False]


WITHOUT_LEAVE = {
    "no token": ({}, 401),
    "another token": ({"Authorization": "Bearer another"}, 401),
    "another scheme": ({"Authorization": "Basic YTph"}, 401),
    "nothing behind the scheme": ({"Authorization": "Bearer"}, 401),
}


@pytest.mark.parametrize(("headers", "status"), WITHOUT_LEAVE.values(), ids=WITHOUT_LEAVE)
def test_nobody_writes_without_the_token(writable: FlaskClient, headers: dict[str, str], status: int) -> None:
    answers = [
        writable.post("/sparql", data="CLEAR ALL", content_type=UPDATE, headers=headers),
        writable.post("/sparql", data={"update": "CLEAR ALL"}, headers=headers),
        writable.put(f"/rdf-graph-store?graph={ONE}", data="", content_type="text/turtle", headers=headers),
        writable.post(f"/rdf-graph-store?graph={ONE}", data="", content_type="text/turtle", headers=headers),
        writable.delete(f"/rdf-graph-store?graph={ONE}", headers=headers),
    ]
    assert {answer.status_code for answer in answers} == {status}
    assert all("bearer" in answer.headers["WWW-Authenticate"].lower() for answer in answers)
    assert ask(writable, f"ASK {{ {is_there(ONE)} }}")


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
    writable: FlaskClient, sent: dict[str, object], status: int
) -> None:
    response = writable.post("/sparql", headers=BEARER, **sent)  # type: ignore[arg-type]
    assert response.status_code == status
    assert ask(writable, f"ASK {{ {is_there(ONE)} }}")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_those_of_the_endpoint(writable: FlaskClient, method: str) -> None:
    assert getattr(writable, method)("/sparql?query=ASK+{}").status_code == 405
