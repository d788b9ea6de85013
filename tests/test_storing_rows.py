"""Views read back: timelines in order and filtered, entries, explanations, documents, names, counts."""

import re
from pathlib import Path

import pytest

from kb.errors import BadRequest, NotFound
from kb.model import Filter, Named
from kb.ontology import DEFAULT_BASE
from kb.storing import Store, loading, questions, rows
from kb.when import When
from tests.sample_findings import DENIAL_IRI, STORY, STORY_IRI

VOLKOVA = f"{DEFAULT_BASE}entity/person/irina-volkova"
SYRIA = f"{DEFAULT_BASE}entity/place/syria"
RUSSIA = f"{DEFAULT_BASE}entity/organization/russia"


def keys(store: Store, wanted: Filter) -> list[str]:
    return [entry.iri.rpartition("/")[2] for entry in rows.timeline(store, wanted)]


def test_many_entries_are_read_back_as_few_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    few = rows.timeline(store, Filter())
    monkeypatch.setattr(loading, "FEW", 0)
    assert rows.timeline(store, Filter()) == few


def test_a_timeline_runs_from_antiquity_to_the_far_future_and_the_undated_come_last(store: Store) -> None:
    assert keys(store, Filter()) == [
        "event-ides",
        "event-coalition",
        "event-campaign",
        "statement-patience",
        "statement-accusation",
        "statement-refusal",
        "statement-denial",
        "event-vault",
        "event-asked",
        "event-border",
        "statement-cable",
        "event-denied",
    ]


UNDATED = ["event-asked", "event-border", "statement-cable", "event-denied"]


def between(since: str, until: str, **more: str) -> Filter:
    return Filter(since=When.parse(since), until=When.parse(until), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(kind="statement", document=DENIAL_IRI), ["statement-denial"]),
        (Filter(kind="event", document=STORY_IRI, limit=2), ["event-coalition", "event-campaign"]),
        (Filter(about="volkova"), ["statement-refusal"]),
        (Filter(about="VOLKOVA Interfax"), ["statement-refusal"]),
        (Filter(about="volkova caesar"), []),
        (Filter(about="volkova", involved=True), ["statement-refusal"]),
        (Filter(about="bombing syria", involved=True), []),
        (Filter(about="syria", involved=True), ["event-coalition", "event-campaign"]),
        (
            between("2015-09", "2016", kind="event", real=True),
            ["event-coalition", "event-campaign", "event-border"],
        ),
        (Filter(about="bombing syria"), ["event-coalition"]),
        (Filter(about="bombing", limit=1), ["event-coalition"]),
        (Filter(about=VOLKOVA), ["statement-refusal"]),
        (Filter(about=SYRIA), ["event-coalition", "event-campaign"]),
        (Filter(about=RUSSIA, kind="statement"), ["statement-denial"]),
        (Filter(about="https://example.org/nobody"), []),
        (Filter(about="://not an iri"), []),
        (Filter(document="nothing"), []),
        (Filter(limit=0), []),
        (Filter(until=When.parse("0001")), ["event-ides", *UNDATED]),
        (Filter(since=When.parse("2017")), ["event-coalition", "event-vault"]),
        (between("2015-09-30", "2015", about="russia"), ["event-campaign", "event-border", "event-denied"]),
        (between("2016-06-16", "2016-06-16", kind="statement"), ["statement-accusation", "statement-cable"]),
        (between("../2016", "2016", kind="statement", document=DENIAL_IRI), ["statement-denial"]),
    ],
)
def test_a_filter_keeps(store: Store, wanted: Filter, expected: list[str]) -> None:
    assert keys(store, wanted) == expected


def test_a_kind_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(BadRequest, match="Choose: event, statement"):
        rows.timeline(store, Filter(kind="rumour"))


@pytest.mark.parametrize("wanted", [Filter(actor="Russia"), Filter(place="Geneva")])
def test_a_name_where_an_iri_belongs_is_refused_and_not_left_out(store: Store, wanted: Filter) -> None:
    with pytest.raises(BadRequest, match=r"is no IRI .* about"):
        rows.timeline(store, wanted)


def test_an_event_is_read_back_whole(store: Store) -> None:
    entry = rows.entry(store, f"{STORY_IRI}/event-campaign")
    assert (entry.kind, entry.edtf, entry.dated, entry.status) == ("event", "2015-09", True, "happened")
    assert (entry.earliest, entry.latest) == ("2015-09-01T00:00:00Z", "2015-09-30T23:59:59Z")
    assert entry.type == Named("https://w3id.org/event-knowledge/vocab/airstrike", "air strike")
    assert entry.place == Named(SYRIA, "Syria")
    assert entry.actors == (Named(RUSSIA, "Russia"),)
    assert entry.document == Named(STORY_IRI, "Diplomats at odds with Moscow over Syria")
    assert (entry.publisher, entry.published) == ("The Harbour Post", "2016-06-17")
    assert entry.quote == STORY[entry.start : entry.end]


def test_a_statement_is_read_back_whole(store: Store) -> None:
    entry = rows.entry(store, f"{STORY_IRI}/statement-refusal")
    assert (entry.kind, entry.quote_kind, entry.status, entry.type) == ("statement", "direct", "", None)
    assert [actor.label for actor in entry.actors] == ["Irina Volkova", "Russian Foreign Ministry"]
    assert entry.about == (f"{STORY_IRI}/event-asked",)


def test_an_entry_only_bounded_by_its_publication_says_so(store: Store) -> None:
    entry = rows.entry(store, f"{STORY_IRI}/statement-cable")
    assert (entry.dated, entry.edtf, entry.earliest) == (False, "../2016-06-17", None)


@pytest.mark.parametrize("iri", ["", "not an iri", STORY_IRI, "https://example.org/x"])
def test_what_is_not_stored_is_not_found(store: Store, iri: str) -> None:
    with pytest.raises(NotFound):
        rows.entry(store, iri)
    with pytest.raises(NotFound):
        rows.explain(store, iri)
    with pytest.raises(NotFound):
        rows.entity(store, iri)
    with pytest.raises(NotFound):
        rows.document(store, iri + "x")


# -------------------------------------------------------------------------- documents, names, counts


def test_a_document_is_read_back_with_its_text_and_findings_in_order(store: Store) -> None:
    view = rows.document(store, STORY_IRI)
    assert view.text == STORY
    assert (view.title, view.publisher, view.published) == (
        "Diplomats at odds with Moscow over Syria",
        "The Harbour Post",
        "2016-06-17",
    )
    assert view.url == "https://news.example/2016/syria-cable?id=7"
    assert [entry.start for entry in view.entries] == sorted(entry.start for entry in view.entries)
    assert len(view.entries) == 8
    assert [(time.span.of(STORY), time.edtf) for time in view.times] == [
        ("since September 2014", "2014-09/.."),
        ("September last year", "2015-09"),
        ("Friday", "2016-06-17"),
        ("Thursday", "2016-06-16"),
        ("a day after", ""),
    ]


def test_documents_come_newest_first_and_without_text(store: Store) -> None:
    found = rows.documents(store)
    assert [view.title for view in found] == [
        "Moscow: not our planes",
        "Diplomats at odds with Moscow over Syria",
        "A long view",
    ]
    assert all(view.text == "" and view.entries == () for view in found)


def test_a_name_is_read_back_with_its_entries(store: Store) -> None:
    view = rows.entity(store, VOLKOVA)
    assert (view.label, view.kind, view.unnamed, view.part_of) == (
        "Irina Volkova",
        "person",
        False,
        "Russian Foreign Ministry",
    )
    assert [entry.iri for entry in view.entries] == [f"{STORY_IRI}/statement-refusal"]


def test_a_place_is_read_back(store: Store) -> None:
    view = rows.entity(store, SYRIA)
    assert (view.kind, len(view.entries)) == ("place", 2)


def test_the_unnamed_are_read_back_as_such(store: Store) -> None:
    view = rows.entity(store, f"{STORY_IRI}/entity/pentagon-official")
    assert (view.label, view.unnamed, view.part_of) == ("a Pentagon official", True, "Pentagon")


def test_everything_is_counted(store: Store) -> None:
    found = rows.counts(store)
    assert (found.documents, found.statements, found.events) == (3, 5, 7)
    assert sum(found.rules.values()) == 12
    assert found.rules["nearest-past-weekday"] == 3


def test_an_empty_store_counts_nothing() -> None:
    with Store.in_memory() as empty:
        found = rows.counts(empty)
    assert (found.documents, found.statements, found.events, found.entities, found.triples) == (0, 0, 0, 0, 0)
    assert found.rules == {}


# --------------------------------------------------------------------------------------- questions

ASKED = sorted(questions.FOLDER.glob("*.rq"))


@pytest.mark.parametrize("path", ASKED, ids=lambda path: path.stem)
def test_a_question_says_what_it_asks_and_runs_as_it_stands(store: Store, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert store.query(text).kind == "select"


def test_every_question_is_asked() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in questions.FOLDER.parent.glob("*.py"))
    asked = set(re.findall(r'ask\(store, "(\w+)"', code))
    assert {path.stem for path in ASKED} == asked
