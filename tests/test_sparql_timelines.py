"""SPARQL reaches the index of timelines: `SERVICE idx:timeline` finds entries by window and words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import BadQuery
from kb.model import Filter
from kb.storing import Store
from tests.sample_findings import ancient, denial, story
from web import create_app

STORY = story().document.iri
LABELS = "SELECT ?label { SERVICE idx:timeline { %s } ?entry rdfs:label ?label }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("timelines") / "kb"
    with Store.create(folder) as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
        yield store


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ('?entry idx:kind "event"', Filter(kind="event")),
        ('?entry idx:text "border" .', Filter(text="border")),
        ("?entry idx:limit 2 ; idx:order 'salience'", Filter(limit=2, order="salience")),
        ('?entry <https://w3id.org/event-knowledge/index#status> "denied"', Filter(status="denied")),
        ('?entry idx:text "nothing of the kind"', Filter(text="nothing of the kind")),
        (f"?entry idx:document <{STORY}>", Filter(document=STORY)),
        ("?entry idx:real true", Filter(real=True)),
        ("?entry idx:real false", Filter()),
        ("?entry idx:disputed true", Filter(disputed=True)),
        ("?entry idx:dated true", Filter(dated=True)),
        ('?entry idx:about "Novaria" ; idx:involved 1', Filter(about="Novaria", involved=True)),
    ],
)
def test_a_service_finds_what_a_timeline_shows(store: Store, pattern: str, wanted: Filter) -> None:
    found = sorted(row[0] or "" for row in store.query(LABELS % pattern).rows())
    assert found == sorted(entry.label for entry in store.index.window(wanted))


def test_the_filters_tell_entries_apart(store: Store) -> None:
    """Else the table above would compare everything with everything, or nothing with nothing."""
    sizes = [
        len(store.index.window(wanted))
        for wanted in (Filter(), Filter(document=STORY), Filter(real=True), Filter(disputed=True))
    ]
    assert sizes[0] > sizes[1] > 0
    assert sizes[0] > sizes[2] > 0
    assert sizes[3] < sizes[0]


def test_a_window_is_cut_by_dates(store: Store) -> None:
    found = [row[0] for row in store.query(LABELS % '?entry idx:until "-0001"').rows()]
    everything = [row[0] for row in store.query(LABELS % "?entry idx:limit 1000").rows()]
    assert 0 < len(found) < len(everything)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ('?entry idx:colour "red"', "no filter idx:colour.*idx:about"),
        ('?entry idx:since "soon"', "soon"),
        ("?entry idx:text ?words", "constants"),
        ('<x:entry> idx:text "a"', "begins with a variable"),
        ("?entry", "pairs"),
        ("?entry idx:limit 1000000", "1 to 10000"),
        ('?entry idx:kind "rumour"', "Choose: event, statement"),
        ('?entry idx:real "perhaps"', "true or false"),
    ],
)
def test_what_is_not_understood_is_told_with_what_to_write(store: Store, pattern: str, told: str) -> None:
    with pytest.raises(BadQuery, match=told):
        store.query(LABELS % pattern)


def test_the_endpoint_answers_alike(store: Store) -> None:
    site = create_app(KnowledgeBase(store)).test_client()
    query = LABELS % '?entry idx:kind "event"'
    answer = site.get("/sparql", query_string={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200
    assert len(answer.text.splitlines()) - 1 == len(store.index.window(Filter(kind="event")))
