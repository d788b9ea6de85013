"""Errors in the form the client reads, and the headers that protect a reader."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kb.errors import (
    BadDate,
    BadQuery,
    BadRequest,
    BadSource,
    KnowledgeBaseError,
    NotFound,
    StoreDamaged,
    StoreLocked,
)
from tests.web_fake import SAYING, FakeKnowledgeBase, page, path, site_over
from web.errors import STATUS, status_of


@pytest.fixture
def base() -> FakeKnowledgeBase:
    return FakeKnowledgeBase()


@pytest.fixture
def site(base: FakeKnowledgeBase) -> FlaskClient:
    return site_over(base)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/timeline",
        path(SAYING.iri),
        f"{path(SAYING.iri)}.ttl",
        "/sparql",
        "/nowhere",
        "/api/timeline",
        "/static/nothing.js",
    ],
)
def test_every_answer_has_the_headers_that_protect_a_reader(site: FlaskClient, address: str) -> None:
    headers = site.get(address).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_a_strange_host_name_is_refused(site: FlaskClient) -> None:
    refused = site.get("/", headers={"Host": "evil.example"})
    assert refused.status_code == 400
    assert "Content-Security-Policy" in refused.headers
    assert "entry-list" not in refused.text
    assert site.get("/", headers={"Host": "127.0.0.1:8000"}).status_code == 200


STATUSES = [
    (NotFound, 404),
    (BadQuery, 400),
    (BadDate, 400),
    (BadRequest, 400),
    (BadSource, 400),
    (StoreLocked, 503),
    (StoreDamaged, 500),
    (KnowledgeBaseError, 500),
]


@pytest.mark.parametrize(("kind", "status"), STATUSES)
def test_each_error_has_its_status(kind: type[KnowledgeBaseError], status: int) -> None:
    assert status_of(kind("what happened, what to do")) == status


def test_no_error_is_without_a_status() -> None:
    assert set(STATUS) == {KnowledgeBaseError, *KnowledgeBaseError.__subclasses__()}


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html", "text/html"),
        ("application/json", "application/json"),
        ("text/plain", "text/plain"),
        ("text/turtle", "text/plain"),
    ],
)
def test_an_error_is_told_in_the_form_the_client_reads(
    site: FlaskClient, accept: str, media_type: str
) -> None:
    response: TestResponse = site.get("/timeline?since=soon", headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (400, media_type)
    assert "EDTF" in response.text


@pytest.mark.parametrize("address", ["/timeline", "/api/timeline", "/map", "/export.csv"])
def test_a_window_that_ends_before_it_begins_is_refused_and_told_how_to_mend(
    site: FlaskClient, address: str
) -> None:
    response = site.get(f"{address}?since=2017&until=2016", headers={"Accept": "text/plain"})
    assert response.status_code == 400
    assert "Exchange the two" in response.text


def test_the_window_tells_errors_as_json_unless_asked_otherwise(site: FlaskClient) -> None:
    response = site.get("/api/timeline?kind=rumour")
    assert response.get_json()["status"] == 400


def test_nothing_a_stranger_sends_comes_back_unescaped(site: FlaskClient) -> None:
    assert "<script>alert" not in page(site, "/timeline?since=<script>alert(1)</script>", status=400)
    assert "<script>alert" not in page(site, "/timeline?about=<script>alert(1)</script>")


def test_a_method_that_is_not_there_is_refused(site: FlaskClient) -> None:
    response = site.delete("/timeline")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
