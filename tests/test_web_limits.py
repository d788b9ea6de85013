"""The endpoint with its queries in processes of their own, within limits."""

import gzip
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from kb.storing.workers import Limits, Workers
from tests.protocol_site import TOKEN, ask, update
from web import create_app
from web.endpoint import Endpoint


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
