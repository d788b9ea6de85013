"""Events whose places somebody else gives: kb read --given events."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import BadSource
from kb.reading.spans import given_spans
from kb.when import When
from kb.writing.rows import timeline_records
from tests.benchmarks import timelines
from tests.making import span

TEXT = "Dockers in Genoa went on strike on Thursday. Ann Roe said that she hopes for talks, and waved."
WORDS = ("strike", "said", "hopes", "waved")
PLACES = [span(TEXT, word) for word in WORDS]
RECORD = {
    "corpus": "harbour",
    "doc_id": "h1",
    "dct": "2016-06-17",
    "text": TEXT,
    "track_b_events": [[place.start, place.end] for place in PLACES],
}


def line(**changes: object) -> str:
    return json.dumps(RECORD | changes) + "\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "given.jsonl"
    path.write_text(line(), encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path, source: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.create(tmp_path / "kb") as made:
        for document in made.documents_in(source, given="events"):
            made.read(document)
        yield made


def triggers(base: KnowledgeBase) -> list[str]:
    places = sorted(entry.trigger for entry in base.timeline() if entry.trigger)
    return [place.of(TEXT) for place in places]


def test_there_is_an_entry_at_every_place_given_and_nowhere_else(base: KnowledgeBase) -> None:
    assert triggers(base) == list(WORDS)
    assert base.check().problems == ()


def test_setting_a_date_right_keeps_the_places_given(base: KnowledgeBase) -> None:
    document = base.documents()[0].iri
    base.correct(document, When.parse("2016-06-24"), datetime(2026, 11, 28, tzinfo=UTC))
    assert triggers(base) == list(WORDS)


def test_a_record_tells_the_document_and_the_place_of_its_words(base: KnowledgeBase) -> None:
    records = {record["mentions"][0]["start"]: record for record in timeline_records(base.timeline())}
    strike, waved = records[PLACES[0].start], records[PLACES[3].start]
    assert strike["mentions"] == [{"doc_id": "h1", "start": PLACES[0].start, "end": PLACES[0].end}]
    assert (strike["date"], strike["order"]) == ("2016-06-16", 1)
    assert (waved["date"], waved["order"], waved["latest"]) == (None, 0, "2016-06-17T23:59:59Z")


@pytest.mark.parametrize(
    "record",
    [
        {"events": [{"start": 17, "end": 21}, {"start": 2, "end": 4}], "text": TEXT},
        {"track_b_events": [[17, 21], [2, 4]], "text": TEXT},
        {"events": [[17, 21], [2, 4], [2, 4]], "track_b_events": [[1, 2]], "text": TEXT},
    ],
)
def test_places_are_understood_in_either_form(record: dict[str, object]) -> None:
    assert [(place.start, place.end) for place in given_spans(record, "events")] == [(2, 4), (17, 21)]


@pytest.mark.parametrize(
    "given", ["strike", [7], [[1, 2, 3]], [{"start": 1}], [[4, 4]], [[0, 10_000]], [[-3, 2]]]
)
def test_places_that_are_none_are_named_by_their_line(tmp_path: Path, given: object) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line() + line(track_b_events=given), encoding="utf-8")
    with KnowledgeBase.create(tmp_path / "kb") as kb, pytest.raises(BadSource, match=r"Line 2 of .*track_b"):
        list(kb.documents_in(path, given="events"))
    assert len(list(_plainly(tmp_path, path))) == 2


def _plainly(folder: Path, path: Path) -> Iterator[object]:
    """Nobody asked for the places: then it does not matter what they are."""
    with KnowledgeBase.open(folder / "kb") as kb:
        yield from kb.documents_in(path)


def test_a_source_without_places_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(TEXT, encoding="utf-8")
    with (
        KnowledgeBase.create(tmp_path / "kb") as kb,
        pytest.raises(BadSource, match="gives no places of events"),
    ):
        list(kb.documents_in(path, given="events"))


def test_the_benchmark_asks_one_knowledge_base_a_corpus_for_each_entity(tmp_path: Path, source: Path) -> None:
    asked = [{"corpus": "harbour", "entity": "Ann Roe"}, {"corpus": "harbour", "entity": "Genoa"}]
    timelines.built(tmp_path, timelines.records_of(source), "events")
    left = list(timelines.timelines(tmp_path, asked, "left"))
    placed = list(timelines.timelines(tmp_path, asked, "news"))
    assert [answer["entity"] for answer in left] == ["Ann Roe", "Genoa"]
    assert {entry["date"] for entry in left[0]["entries"]} == {None}
    assert {entry["date"] for entry in placed[0]["entries"]} == {"2016-06-16"}  # the day of the strike
    assert [entry["order"] for entry in left[1]["entries"]] == [1]
    assert all("order" not in entry for entry in placed[1]["entries"])
