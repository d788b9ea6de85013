"""The SPARQL 1.1 Protocol at /sparql, and the form at the same address."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Dataset, Namespace
from werkzeug.test import TestResponse

from tests.web_fake import BROWSER, STRIKE, FakeAnswer, FakeKnowledgeBase, path, site_over
from web.negotiation import OF_A_GRAPH, Format

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ROWS_JSON = "application/sparql-results+json"


@pytest.fixture
def site() -> FlaskClient:
    return site_over(FakeKnowledgeBase())


def get(site: FlaskClient, query: str, accept: str = "", **more: str) -> TestResponse:
    headers = {"Accept": accept} if accept else {}
    return site.get("/sparql", query_string={"query": query, **more}, headers=headers)


NEGOTIATED = {
    "rows, nothing said": ("SELECT", "", ROWS_JSON),
    "rows, anything": ("SELECT", "*/*", ROWS_JSON),
    "rows as JSON": ("SELECT", ROWS_JSON, ROWS_JSON),
    "rows as plain JSON": ("SELECT", "application/json", ROWS_JSON),
    "plain JSON rather than a page": ("SELECT", "application/json, text/html;q=0.9, */*;q=0.5", ROWS_JSON),
    "rows as XML": ("SELECT", "application/sparql-results+xml", "application/sparql-results+xml"),
    "rows as CSV": ("SELECT", "text/csv", "text/csv"),
    "rows as TSV": ("SELECT", "text/tab-separated-values", "text/tab-separated-values"),
    "a yes as XML": ("ASK", "application/sparql-results+xml", "application/sparql-results+xml"),
    "a graph, nothing said": ("DESCRIBE", "", "text/turtle"),
    "a graph as JSON-LD": ("DESCRIBE", "application/ld+json", "application/ld+json"),
    "a graph as N-Triples": ("DESCRIBE", "application/n-triples", "application/n-triples"),
    "a graph as RDF/XML": ("DESCRIBE", "application/rdf+xml", "application/rdf+xml"),
    "both kinds, rows": ("SELECT", f"{ROWS_JSON}, text/turtle", ROWS_JSON),
    "both kinds, a graph": ("DESCRIBE", f"{ROWS_JSON}, text/turtle", "text/turtle"),
}


@pytest.mark.parametrize(("query", "accept", "expected"), NEGOTIATED.values(), ids=NEGOTIATED)
def test_the_answer_has_the_form_the_client_likes(
    site: FlaskClient, query: str, accept: str, expected: str
) -> None:
    response = get(site, query, accept)
    assert (response.status_code, response.mimetype) == (200, expected)
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize(("query", "accept"), [("SELECT", "text/turtle"), ("DESCRIBE", "text/csv")])
def test_a_form_the_answer_cannot_have_is_refused(site: FlaskClient, query: str, accept: str) -> None:
    assert get(site, query, accept).status_code == 406


@pytest.mark.parametrize(
    ("query", "asked", "expected"),
    [
        ("SELECT", "csv", "text/csv"),
        ("SELECT", "xml", "application/sparql-results+xml"),
        ("SELECT", "text/csv", "text/csv"),
        ("DESCRIBE", "turtle", "text/turtle"),
        ("DESCRIBE", "ttl", "text/turtle"),
        ("DESCRIBE", "jsonld", "application/ld+json"),
        ("DESCRIBE", "html", "text/html"),
    ],
)
def test_the_format_parameter_overrules_a_browser(
    site: FlaskClient, query: str, asked: str, expected: str
) -> None:
    assert get(site, query, BROWSER["Accept"], format=asked).mimetype == expected


def test_a_format_nobody_knows_is_refused_with_the_known(site: FlaskClient) -> None:
    response = get(site, "SELECT", format="docx")
    assert response.status_code == 400
    assert "json, xml, csv, tsv" in response.text


def test_a_query_comes_by_get_by_form_and_by_body() -> None:
    class Echo(FakeKnowledgeBase):
        def query(self, sparql: str, *given: object) -> FakeAnswer:
            return FakeAnswer("select", {ROWS_JSON: sparql})

    site, query = site_over(Echo()), "SELECT ?é WHERE {}"
    direct = site.post("/sparql", data=query.encode(), content_type="application/sparql-query")
    answers = [get(site, query), site.post("/sparql", data={"query": query}), direct]
    assert [answer.text for answer in answers] == [query] * 3


def posted(body: str | bytes, content_type: str) -> dict[str, object]:
    return {"data": body, "content_type": content_type}


REFUSED = {
    "an update in a form": ({"data": {"update": "CLEAR ALL"}}, 403, "read-only"),
    "an update as body": (
        {"data": "CLEAR ALL", "content_type": "application/sparql-update"},
        403,
        "read-only",
    ),
    "a body of no known type": (
        {"data": "SELECT", "content_type": "text/plain"},
        415,
        "application/sparql-query",
    ),
    "no query in a form": ({"data": {}}, 415, "application/sparql-query"),
    "an empty query": ({"data": {"query": " "}}, 400, "no query"),
    "two queries": ({"data": {"query": ["ASK", "ASK"]}}, 400, "several"),
    "no UTF-8": (posted(b"\xff", "application/sparql-query"), 400, "UTF-8"),
    "a query and an update": ({"data": {"query": "ASK", "update": "CLEAR ALL"}}, 400, "one of them"),
    "an encoding of its own": (
        posted("ASK {}".encode("utf-16"), "application/sparql-query; charset=UTF-16"),
        415,
        "UTF-8",
    ),
    "an update as query": ({"data": {"query": "CLEAR ALL"}}, 400, "cannot be read"),
}


@pytest.mark.parametrize(("sent", "status", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_refused_in_plain_words(
    site: FlaskClient, sent: dict[str, object], status: int, told: str
) -> None:
    response = site.post("/sparql", **sent)  # type: ignore[arg-type]
    assert (response.status_code, response.mimetype) == (status, "text/plain")
    assert told in response.text


def test_an_update_by_get_is_refused(site: FlaskClient) -> None:
    assert site.get("/sparql?update=CLEAR+ALL").status_code == 405


# ---------------------------------------------------------------------------------- the form


def test_a_browser_gets_a_form_with_questions_to_begin_with(site: FlaskClient) -> None:
    html = site.get("/sparql", headers=BROWSER).text
    assert '<textarea id="query" name="query"' in html
    assert '<a href="/sparql?query=' in html


def test_rows_are_a_table_with_links_and_no_markup_of_theirs(site: FlaskClient) -> None:
    html = get(site, "SELECT", BROWSER["Accept"]).text
    assert f'<a href="{path(STRIKE.iri)}" title="{STRIKE.iri}">kb:{path(STRIKE.iri)[1:]}</a>' in html
    assert "&lt;i&gt;strike&lt;/i&gt; <small>en</small>" in html
    assert 'href="javascript:' not in html
    assert "2 rows" in html


def test_yes_and_turtle_have_their_own_looks(site: FlaskClient) -> None:
    assert '<p class="answer">Yes</p>' in get(site, "ASK", BROWSER["Accept"]).text
    assert "&lt;a&gt; &lt;b&gt; &lt;c&gt; ." in get(site, "DESCRIBE", BROWSER["Accept"]).text


def test_a_query_that_fails_stays_beside_its_message(site: FlaskClient) -> None:
    response = get(site, "SELEKT <x>", BROWSER["Accept"])
    assert response.status_code == 400
    assert "is no &lt;form&gt; of query" in response.text
    assert "SELEKT &lt;x&gt;</textarea>" in response.text


def test_the_files_of_an_answer_are_one_step_away(site: FlaskClient) -> None:
    html = get(site, "SELECT", BROWSER["Accept"]).text
    assert '<a href="/sparql?query=SELECT&amp;format=csv">CSV</a>' in html


def test_a_long_answer_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch, site: FlaskClient) -> None:
    monkeypatch.setattr("web.results.MOST_ROWS", 1)
    html = get(site, "SELECT", BROWSER["Accept"]).text
    assert "longer than a page should be" in html
    assert html.count("<tr>") == 2


def test_only_the_page_with_the_editor_lets_scripts_set_styles(site: FlaskClient) -> None:
    policies = [
        site.get(path, headers=BROWSER).headers["Content-Security-Policy"] for path in ("/sparql", "/")
    ]
    assert ["style-src 'self' 'unsafe-inline'" in policy for policy in policies] == [True, False]
    assert all("default-src 'self'" in policy and "script-src" not in policy for policy in policies)


def test_the_editor_knows_the_prefixes_of_the_project(site: FlaskClient) -> None:
    html = site.get("/sparql", headers=BROWSER).text
    given = re.search(r'data-prefixes="([^"]*)"', html)
    assert given
    assert json.loads(unescape(given[1]))["ek"] == "https://w3id.org/event-knowledge/ns#"


# -------------------------------------------------------------------------- service description


@pytest.mark.parametrize("form", OF_A_GRAPH, ids=[form.suffix for form in OF_A_GRAPH])
@pytest.mark.parametrize("address", ["/sparql", "/.well-known/void"])
def test_the_service_describes_itself(site: FlaskClient, address: str, form: Format) -> None:
    response = site.get(address, headers={"Accept": form.media_type})
    assert response.mimetype == form.media_type
    graph = Dataset(default_union=True).parse(data=response.text, format=form.media_type)
    service = graph.value(None, RDF.type, SD.Service)
    assert str(graph.value(service, SD.endpoint)) == "http://localhost/sparql"


def test_without_a_query_there_are_no_rows(site: FlaskClient) -> None:
    response = site.get("/sparql", headers={"Accept": ROWS_JSON})
    assert response.status_code == 400
    assert "no query" in response.text
