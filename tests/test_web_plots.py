"""Rows of a query in time and on a map, and queries that are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from kb.model import Named, Position
from kb.saved import QUERIES, load_views
from kb.storing import Store
from tests.sample_findings import story
from tests.web_fake import BROWSER
from web import create_app

ENTRIES = "SELECT ?entry ?label ?date { ?entry rdfs:label ?label ; ek:when/ek:edtf ?date }"
TWICE = 'SELECT * { VALUES (?who ?name ?on) { (<x:a> "A" "2016") (<x:a> "B" "2017-02") (UNDEF "C" "2018") } }'


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with Store.create(tmp_path_factory.mktemp("plots") / "kb") as store:
        store.replace_document(story())
        yield KnowledgeBase(store)


@pytest.fixture
def site(base: KnowledgeBase) -> FlaskClient:
    return create_app(base).test_client()


def drawn(site: FlaskClient, query: str) -> dict[str, list[dict[str, object]]]:
    answer = site.get("/sparql/timeline.json", query_string={"sparql": query})
    assert answer.status_code == 200, answer.text
    found: dict[str, list[dict[str, object]]] = answer.get_json()
    return found


def test_entries_stand_at_their_dates_with_their_kinds(site: FlaskClient, base: KnowledgeBase) -> None:
    found = {entry["iri"]: entry for entry in drawn(site, ENTRIES)["entries"]}
    assert found.keys() == {entry.iri for entry in base.timeline()}
    for entry in base.timeline():
        assert (found[entry.iri]["edtf"], found[entry.iri]["kind"]) == (entry.edtf, entry.kind)


def test_a_row_that_repeats_an_iri_or_has_none_is_an_entry_of_its_own(site: FlaskClient) -> None:
    found = drawn(site, TWICE)
    assert [(e["iri"], e["label"], e["edtf"]) for e in found["entries"]] == [
        ("x:a", "A", "2016"),
        ("#row-2", "B", "2017-02"),
        ("#row-3", "C", "2018"),
    ]
    assert sum(int(str(b["events"])) for b in found["density"]) == 3


NO_DATES = {
    "words": '{ VALUES ?x { "soon" } }',
    "numbers": "{ VALUES ?x { 2016 } }",
    "a word among dates": '{ VALUES ?x { "2016" "soon" } }',
    "nothing": "{ ?x a <x:nothing> }",
}


@pytest.mark.parametrize("pattern", NO_DATES.values(), ids=NO_DATES)
def test_what_tells_no_date_says_so(site: FlaskClient, pattern: str) -> None:
    page = site.get("/sparql/timeline", query_string={"query": f"SELECT ?x {pattern}"}, headers=BROWSER)
    assert (page.status_code, "No column of the answer tells when" in page.text) == (200, True)
    assert drawn(site, f"SELECT ?x {pattern}")["entries"] == []


PLACED = {
    "degrees": 'VALUES (?name ?lat ?long) { ("Genoa" 44.4 8.9) ("Genoa" 44.4 8.9) }',
    "a point": 'VALUES (?name ?at) { ("Genoa" "POINT(8.9 44.4)") ("Genoa" "POINT (8.9 44.4)") }',
}


@pytest.mark.parametrize("pattern", PLACED.values(), ids=PLACED)
def test_rows_at_one_place_are_one_spot(site: FlaskClient, pattern: str) -> None:
    page = site.get("/sparql/map", query_string={"query": f"SELECT * {{ {pattern} }}"}, headers=BROWSER)
    assert 'data-latitude="44.4" data-longitude="8.9" data-count="2"' in page.text


def test_places_that_are_known_are_on_the_map(
    site: FlaskClient, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Named] = []

    def positions(places: object) -> dict[str, Position]:
        asked.extend(places)  # type: ignore[call-overload]
        return {place.iri: Position(31.9, 35.9) for place in asked}

    monkeypatch.setattr(KnowledgeBase, "positions", lambda _, places: positions(places))
    page = site.get("/sparql/map", query_string={"query": "SELECT ?p { ?p a ek:Place }"}, headers=BROWSER)
    labels = {row[0] for row in base.query("SELECT ?l { ?p a ek:Place ; rdfs:label ?l }").rows()}
    assert {place.label for place in asked} == labels != set()
    assert page.text.count("data-latitude") == len(labels)


def test_nowhere_is_said_to_be_nowhere(site: FlaskClient) -> None:
    page = site.get("/sparql/map", query_string={"query": "SELECT * { VALUES ?x { 1 } }"}, headers=BROWSER)
    assert "No row tells where" in page.text


@pytest.mark.parametrize("path", ["/sparql/timeline", "/sparql/map"])
@pytest.mark.parametrize(
    ("query", "said"), [("ASK {}", "Begin the query with SELECT"), ("", "missing or empty")]
)
def test_what_has_no_rows_is_refused(site: FlaskClient, path: str, query: str, said: str) -> None:
    answer = site.get(path, query_string={"query": query}, headers=BROWSER)
    assert (answer.status_code, said in answer.text) == (400, True)


def test_only_pages_of_ours_may_frame_them(site: FlaskClient) -> None:
    for path, who in (("/sparql/timeline", "'self'"), ("/sparql", "'none'")):
        policy = site.get(path, query_string={"query": ENTRIES}, headers=BROWSER).headers
        assert f"frame-ancestors {who}" in policy["Content-Security-Policy"]


# ------------------------------------------------------------------------------------ queries that are kept


def send(site: FlaskClient, **fields: str) -> int:
    page = site.get("/sparql", headers=BROWSER).text
    token = page.partition('name="form" value="')[2].partition('"')[0]
    return site.post("/queries", data={"form": token, **fields}).status_code


def test_a_query_is_kept_shown_and_forgotten(site: FlaskClient, base: KnowledgeBase) -> None:
    assert send(site, title="Entries & dates", query=ENTRIES) == 303
    assert [(v.title, v.query.strip()) for v in load_views(base.folder, QUERIES)] == [
        ("Entries & dates", ENTRIES)
    ]
    assert isinstance(base.folder, Path)
    assert [path.name for path in (base.folder / "queries").iterdir()] == ["entries-dates.json"]
    assert "<bdi>Entries &amp; dates</bdi>" in site.get("/sparql", headers=BROWSER).text
    assert load_views(base.folder) == []
    assert send(site, forget="entries-dates") == 303
    assert load_views(base.folder, QUERIES) == []


@pytest.mark.parametrize("fields", [{"title": "", "query": "ASK {}"}, {"title": "Nothing", "query": " "}])
def test_nothing_is_kept_without_a_title_or_a_query(
    site: FlaskClient, base: KnowledgeBase, fields: dict[str, str]
) -> None:
    assert send(site, **fields) == 400
    assert load_views(base.folder, QUERIES) == []


def test_a_form_of_another_site_keeps_nothing(site: FlaskClient, base: KnowledgeBase) -> None:
    assert site.post("/queries", data={"title": "x", "query": "ASK {}"}).status_code == 403
    assert send(site, form="forged", title="x", query="ASK {}") == 403
    assert load_views(base.folder, QUERIES) == []
