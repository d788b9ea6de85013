"""The site over a real store: whatever is stored is answered, wherever a page leads there is something."""

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef

from kb.base import KnowledgeBase
from kb.ontology import EK, EKV
from kb.storing import Store
from tests.sample_findings import ANCIENT_IRI, STORY_IRI, ancient, story
from tests.web_fake import BROWSER, Outline, page, path
from web import create_app


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("web") / "kb"
    store = Store.create(folder)
    for findings in (story(), ancient()):
        store.replace_document(findings)
    with KnowledgeBase(store) as kb:
        yield kb


@pytest.fixture(scope="module")
def site(base: KnowledgeBase) -> FlaskClient:
    return create_app(base).test_client()


def rows(site: FlaskClient, query: str) -> list[dict[str, dict[str, str]]]:
    answer = site.get("/sparql", query_string={"query": query}, headers={"Accept": "application/json"})
    return list(json.loads(answer.text)["results"]["bindings"])


def status(site: FlaskClient, iri: str, accept: str) -> int:
    return site.get(path(iri), headers={"Accept": accept}, follow_redirects=True).status_code


def test_every_name_that_is_stored_is_answered(site: FlaskClient, base: KnowledgeBase) -> None:
    found = [row["s"] for row in rows(site, "SELECT DISTINCT ?s WHERE { ?s ?p ?o }")]
    ours = [term["value"] for term in found if term["value"].startswith(base.base_iri)]
    assert STORY_IRI in ours
    assert [iri for iri in ours if status(site, iri, "text/turtle") != 200] == []
    assert [iri for iri in ours if status(site, iri, "text/html") != 200] == []


def test_every_concept_the_data_uses_is_answered(site: FlaskClient) -> None:
    found = rows(site, f"SELECT DISTINCT ?o WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?o), '{EKV}')) }}")
    addresses = ["/vocab/" + row["o"]["value"].removeprefix(str(EKV)) for row in found]
    assert any(address.startswith("/vocab/rule/") for address in addresses)
    assert [a for a in addresses if site.get(a, headers=BROWSER).status_code != 200] == []


@pytest.mark.parametrize("name", ["no-such-rule", "a%3E%20%7D", "Weekday"])
def test_a_rule_that_dated_nothing_is_not_found(site: FlaskClient, name: str) -> None:
    assert site.get(f"/vocab/rule/{name}").status_code == 404


def test_a_rule_names_what_it_dated(site: FlaskClient) -> None:
    turtle = site.get("/vocab/rule/nearest-past-weekday.ttl").text
    graph = Graph().parse(data=turtle, format="turtle")
    assert len(set(graph.subjects(EK.rule, EKV["rule/nearest-past-weekday"]))) >= 2


def test_wherever_a_page_leads_there_is_something(site: FlaskClient) -> None:
    seen: set[str] = set()
    waiting = {"/"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = site.get(address, headers=BROWSER)
        assert response.status_code in (200, 303), address
        if response.mimetype == "text/html" and not address.startswith(("/vocab", "/ns")):
            waiting |= {a for a in links_of(response.text) if a not in seen}
    assert path(STORY_IRI) in seen


def links_of(html: str) -> set[str]:
    addresses = {unescape(a).partition("#")[0] for a in re.findall(r'<a [^>]*href="(/[^"]*)"', html)}
    return {address for address in addresses if address}


@pytest.mark.parametrize(("suffix", "parser"), [("ttl", "turtle"), ("jsonld", "json-ld"), ("rdf", "xml")])
def test_the_forms_of_a_document_say_the_same(site: FlaskClient, suffix: str, parser: str) -> None:
    plain = Graph().parse(data=site.get(f"{path(STORY_IRI)}.nt").text, format="nt")
    other = Graph().parse(data=site.get(f"{path(STORY_IRI)}.{suffix}").text, format=parser)
    assert URIRef(STORY_IRI) in set(plain.subjects())
    assert len(other) == len(plain)


def test_a_document_shows_its_text_whole(site: FlaskClient) -> None:
    html = page(site, path(STORY_IRI))
    shown = re.findall(r'<div class="text".*?</div>', html, re.DOTALL)[0]
    plain = unescape(re.sub(r"<sup.*?</sup>|<[^>]+>", "", shown))
    assert [line for line in plain.split("\n") if line.strip()] == [
        line for line in story().text.split("\n") if line.strip()
    ]


def test_every_page_of_an_entry_is_well_formed(site: FlaskClient, base: KnowledgeBase) -> None:
    for entry in base.timeline():
        assert Outline(page(site, path(entry.iri))).open == []


def test_the_pages_of_the_sample_are_well_formed(sample_kb: KnowledgeBase) -> None:
    site = create_app(sample_kb).test_client()
    addresses = ["/", "/documents", *(path(document.iri) for document in sample_kb.documents())]
    assert [a for a in addresses if Outline(page(site, a)).open] == []


def test_dates_no_clock_knows_reach_the_window(site: FlaskClient) -> None:
    window = site.get("/api/timeline", query_string={"document": ANCIENT_IRI}).get_json()
    begins = sorted(row["begin"] for row in window["entries"])
    assert begins[0] < -62_000_000_000 < 316_000_000_000 < begins[-1]


def test_a_statement_knows_what_it_is_about(site: FlaskClient) -> None:
    entries = site.get("/api/timeline").get_json()["entries"]
    iris = {row["iri"] for row in entries}
    about = [iri for row in entries for iri in row["about"]]
    assert about
    assert set(about) <= iris


@pytest.mark.parametrize("query", ["SELECT * WHERE {", "CLEAR ALL", "SELECT * FROM <file:///x> {}"])
def test_a_query_that_cannot_be_is_refused(site: FlaskClient, query: str) -> None:
    assert site.get("/sparql", query_string={"query": query}).status_code == 400


def test_the_questions_to_begin_with_can_be_asked(site: FlaskClient) -> None:
    html = page(site, "/sparql")
    addresses = [unescape(a) for a in re.findall(r'href="(/sparql\?query=[^"]*)"', html)]
    assert addresses
    assert [a for a in addresses if site.get(a, headers=BROWSER).status_code != 200] == []
