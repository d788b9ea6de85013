"""Every IRI answers at its own path, as the client likes it; the vocabulary answers at its own."""

import json

import pytest
from flask.testing import FlaskClient
from rdflib import Graph

from kb.ontology import EK, EKV, FOLDER
from tests.web_fake import BASE, BROWSER, DOCUMENT, ROE, SAYING, FakeKnowledgeBase, path, site_over

RDF = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
}
THINGS = {"a document": DOCUMENT, "an entry": SAYING.iri, "an actor": ROE.iri}


@pytest.fixture
def site() -> FlaskClient:
    return site_over(FakeKnowledgeBase())


@pytest.mark.parametrize("iri", THINGS.values(), ids=THINGS)
@pytest.mark.parametrize(("suffix", "media_type"), RDF.items())
def test_rdf_comes_by_suffix_and_by_accept_alike(
    site: FlaskClient, iri: str, suffix: str, media_type: str
) -> None:
    by_suffix = site.get(f"{path(iri)}.{suffix}", headers=BROWSER)
    by_accept = site.get(path(iri), headers={"Accept": media_type})
    assert by_suffix.mimetype == by_accept.mimetype == media_type
    assert by_suffix.text == by_accept.text == f"{media_type} of {iri}"


@pytest.mark.parametrize("iri", THINGS.values(), ids=THINGS)
def test_json_is_the_view_a_page_shows(site: FlaskClient, iri: str) -> None:
    found = site.get(f"{path(iri)}.json").get_json()
    assert iri in (found.get("iri"), found.get("entry", {}).get("iri"))
    assert site.get(path(iri), headers={"Accept": "application/json"}).get_json() == found


PREFERENCES = {
    "nothing said": ("", "text/html"),
    "anything": ("*/*", "text/html"),
    "a browser": (BROWSER["Accept"], "text/html"),
    "turtle, else anything": ("text/turtle, */*;q=0.1", "text/turtle"),
    "a form with a parameter": ("text/turtle;charset=utf-8", "text/turtle"),
    "a form with a profile": (
        'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"',
        "application/ld+json",
    ),
    "anything but a page": ("text/html;q=0, */*", "text/turtle"),
    "the better of two": ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
}


@pytest.mark.parametrize(("accept", "expected"), PREFERENCES.values(), ids=PREFERENCES)
def test_the_accept_header_is_weighed(site: FlaskClient, accept: str, expected: str) -> None:
    headers = {"Accept": accept} if accept else {}
    assert site.get(path(SAYING.iri), headers=headers).mimetype == expected


def test_a_form_that_is_not_there_is_refused_with_those_that_are(site: FlaskClient) -> None:
    response = site.get(path(SAYING.iri), headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/turtle" in response.text


def test_an_answer_says_what_it_depends_on_and_what_else_there_is(site: FlaskClient) -> None:
    headers = site.get(path(SAYING.iri), headers={"Accept": "text/turtle"}).headers
    assert headers["Vary"] == "Accept"
    assert headers["Content-Location"] == f"{path(SAYING.iri)}.ttl"
    turtle = f'<{path(SAYING.iri)}.ttl>; rel="alternate"; type="text/turtle"'
    assert turtle in headers.getlist("Link")


@pytest.mark.parametrize(
    "address", ["/doc/none", "/doc/none.ttl", "/entity/person/none.json", "/doc/a/b.txt"]
)
def test_what_is_not_stored_is_not_found(site: FlaskClient, address: str) -> None:
    assert site.get(address).status_code == 404


def test_a_part_of_an_entry_is_rdf_and_a_browser_sees_the_entry(site: FlaskClient) -> None:
    part = f"{path(SAYING.iri)}/when"
    assert site.get(part, headers={"Accept": "text/turtle"}).text == f"text/turtle of {SAYING.iri}/when"
    sent = site.get(part, headers=BROWSER)
    assert (sent.status_code, sent.headers["Location"]) == (303, path(SAYING.iri))


def test_a_named_graph_is_rdf_and_a_browser_sees_its_document(site: FlaskClient) -> None:
    name = "graph/00000000000000aa"
    assert site.get(f"/{name}.ttl").text == f"text/turtle of {BASE}{name}"
    assert site.get(f"/{name}", headers=BROWSER).headers["Location"] == path(DOCUMENT)


def test_a_name_of_any_script_is_found_at_its_path() -> None:
    class WithDamascus(FakeKnowledgeBase):
        def describe(self, iri: str, media_type: str = "text/turtle") -> bytes:
            return super().describe({f"{BASE}entity/place/دمشق": ROE.iri}[iri], media_type)

    response = site_over(WithDamascus()).get("/entity/place/%D8%AF%D9%85%D8%B4%D9%82.ttl")
    assert response.status_code == 200
    assert response.headers["Content-Location"] == "/entity/place/%D8%AF%D9%85%D8%B4%D9%82.ttl"


# ------------------------------------------------------------------------------------- vocabulary


def test_the_vocabulary_is_served_as_it_was_written(site: FlaskClient) -> None:
    for address in ("/ns", "/ns/0.1.0"):
        assert site.get(address, headers={"Accept": "text/turtle"}).text == (FOLDER / "kb.ttl").read_text(
            "utf-8"
        )


@pytest.mark.parametrize(("suffix", "parser"), [("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt")])
def test_the_vocabulary_says_the_same_in_every_form(site: FlaskClient, suffix: str, parser: str) -> None:
    response = site.get(f"/ns.{suffix}")
    assert response.mimetype == RDF[suffix]
    assert len(Graph().parse(data=response.text, format=parser)) == len(Graph().parse(FOLDER / "kb.ttl"))


def test_each_term_has_a_place_in_the_page(site: FlaskClient) -> None:
    html = site.get("/ns", headers=BROWSER).text
    subjects = map(str, Graph().parse(FOLDER / "kb.ttl").subjects())
    terms = {iri.removeprefix(str(EK)) for iri in subjects if iri.startswith(str(EK))}
    assert terms
    assert [term for term in terms if html.count(f' id="{term}"') != 1] == []


@pytest.mark.parametrize("address", ["/ns.txt", "/ns/9.9.9", "/vocab/nothing-of-the-kind"])
def test_what_the_vocabulary_has_not_is_not_found(site: FlaskClient, address: str) -> None:
    assert site.get(address).status_code == 404


def test_a_concept_is_a_page_and_rdf(site: FlaskClient) -> None:
    assert "<h1>demand</h1>" in site.get("/vocab/demand", headers=BROWSER).text
    graph = Graph().parse(data=site.get("/vocab/demand.ttl").text)
    assert EKV.demand in set(graph.subjects())
    assert 'href="/vocab/demand"' in site.get("/vocab/communication", headers=BROWSER).text
    assert "/vocab/demand" in site.get("/vocab", headers=BROWSER).text


def test_a_concept_in_json_ld_is_json(site: FlaskClient) -> None:
    assert json.loads(site.get("/vocab/demand", headers={"Accept": "application/ld+json"}).text)
