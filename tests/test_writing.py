"""Entries as files: CSV, JSON, iCalendar; findings as lines of `kb annotate`."""

import csv
import io
import json
from dataclasses import replace

import pytest
from icalendar import Calendar

from kb.model import (
    Document,
    Entity,
    EntityKind,
    Entry,
    Event,
    Findings,
    Mention,
    Named,
    Participant,
    QuoteKind,
    Resolution,
    Role,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.when import When
from kb.writing import WRITERS
from kb.writing.annotations import annotation
from kb.writing.calendar import write_ics
from kb.writing.rows import COLUMNS, write_csv, write_json

STRIKE = Entry(
    iri="https://example.org/kb/doc/1/event-1",
    kind="event",
    label="Dockers walk out",
    edtf="2016-06-17",
    earliest="2016-06-17T00:00:00Z",
    latest="2016-06-17T23:59:59Z",
    dated=True,
    document=Named("https://example.org/kb/doc/1", "Harbour closed"),
    quote="Dockers walked out on Friday.",
    start=10,
    end=39,
    status="happened",
    actors=(Named("https://example.org/kb/e/1", "dockers"), Named("https://example.org/kb/e/2", "pilots")),
    published="2016-06-18",
)


def test_a_sheet_has_a_row_an_entry_and_actors_by_name() -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv([STRIKE]).decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert (rows[0]["edtf"], rows[0]["actors"], rows[0]["dated"]) == ("2016-06-17", "dockers; pilots", "true")


@pytest.mark.parametrize("label", ["=1+1", "+44", "-2", "@SUM(A1)"])
def test_a_cell_never_becomes_a_formula(label: str) -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv([STRIKE._replace(label=label)]).decode("utf-8-sig"))))
    assert rows[0]["label"] == "'" + label


def test_json_keeps_every_column() -> None:
    (record,) = json.loads(write_json([STRIKE]))
    assert list(record) == list(COLUMNS)
    assert record["actors"] == ["dockers", "pilots"]


def calendar_entries(*entries: Entry) -> list[Calendar]:
    return list(Calendar.from_ical(write_ics(entries)).walk("VEVENT"))


def test_a_day_becomes_an_all_day_entry_that_ends_the_day_after() -> None:
    (event,) = calendar_entries(STRIKE)
    assert (str(event["dtstart"].dt), str(event["dtend"].dt)) == ("2016-06-17", "2016-06-18")


def test_a_month_covers_all_its_days() -> None:
    month = STRIKE._replace(edtf="2016-06", earliest="2016-06-01T00:00:00Z", latest="2016-06-30T23:59:59Z")
    (event,) = calendar_entries(month)
    assert (str(event["dtstart"].dt), str(event["dtend"].dt)) == ("2016-06-01", "2016-07-01")


@pytest.mark.parametrize(
    "left_out",
    [
        STRIKE._replace(dated=False),
        STRIKE._replace(edtf="2014-09/..", latest=None),
        STRIKE._replace(edtf="-0043", earliest="-0043-01-01T00:00:00Z", latest="-0043-12-31T23:59:59Z"),
        STRIKE._replace(edtf="Y12000", earliest="12000-01-01T00:00:00Z", latest="12000-12-31T23:59:59Z"),
        STRIKE._replace(edtf="9999", earliest="9999-01-01T00:00:00Z", latest="9999-12-31T23:59:59Z"),
    ],
    ids=["undated", "open end", "before Christ", "year 12000", "the last day a calendar can count"],
)
def test_what_a_calendar_cannot_hold_is_left_out_and_counted(left_out: Entry) -> None:
    text = write_ics([STRIKE, left_out]).decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "1 entry. 1 without a closed date are left out." in text.replace("\r\n ", "")


def test_the_same_entries_give_the_same_bytes() -> None:
    assert all(write([STRIKE]) == write([STRIKE]) for write in WRITERS.values())


# ------------------------------------------------------------------------------ the measuring interface

TEXT = "Dockers walked out on Friday, pilot Ann Roe said."
ANN = Mention(span=Span(36, 43), rule="name", entity=Entity("ann-roe", "Ann Roe", EntityKind.PERSON))
DOCKERS = Mention(
    span=Span(0, 7), rule="noun", entity=Entity("dockers", "Dockers", EntityKind.GROUP, unnamed=True)
)
FRIDAY = TimeExpression(
    span=Span(22, 28), rule="weekday", type=TimexType.DATE, value="2016-06-17", when=When.of_day(2016, 6, 17)
)
DATED = Resolution(when=When.of_day(2016, 6, 17), rule="weekday", steps=(), expression=FRIDAY)
BOUNDED = Resolution(when=When.until(When.of_day(2016, 6, 18)), rule="bounded-by-publication", steps=())
FOUND = Findings(
    Document(iri="x", text=TEXT, doc_id="d1"),
    times=(FRIDAY,),
    mentions=(DOCKERS, ANN),
    statements=(
        Statement(
            span=Span(0, 49), rule="after", key="statement-1", trigger=Span(44, 48), label="Ann Roe: …",
            date=BOUNDED, cue="say", act="say", kind=QuoteKind.INDIRECT, content=(Span(0, 28),), speaker=ANN,
        ),
    ),
    events=(
        Event(
            span=Span(0, 28), rule="verb", key="event-1", trigger=Span(8, 14), label="Dockers walk out",
            date=DATED, type="strike", status=Status.CLAIMED,
            participants=(Participant(Role.INITIATOR, DOCKERS),),
        ),
    ),
)  # fmt: skip


def test_an_annotation_has_the_form_the_scorers_read() -> None:
    record = annotation(FOUND)
    assert list(record) == ["doc_id", "timexes", "mentions", "quotes", "events"]
    assert record["timexes"][0] == {
        "start": 22, "end": 28, "text": "Friday", "type": "DATE", "value": "2016-06-17", "mod": None,
        "edtf": "2016-06-17", "earliest": "2016-06-17T00:00:00Z", "latest": "2016-06-17T23:59:59Z",
        "rule": "weekday", "anchor": None,
        "alternatives": [],
    }  # fmt: skip
    assert record["mentions"][1] == {
        "start": 36, "end": 43, "text": "Ann Roe", "kind": "person", "uri": "NIL", "score": 0.0,
    }  # fmt: skip
    assert record["quotes"][0] == {
        "start": 0, "end": 28, "spans": [[0, 28]], "type": "indirect", "speaker": "Ann Roe",
        "speaker_start": 36, "speaker_end": 43, "cue_start": 44, "cue_end": 48, "date": None,
    }  # fmt: skip


def test_a_statement_is_written_once_with_the_stretches_around_its_cue() -> None:
    (said,) = FOUND.statements
    around = (Span(0, 7), Span(8, 14), Span(22, 28))  # a blank between the first two, words before the third
    for kind in (QuoteKind.DIRECT, QuoteKind.INDIRECT):
        told = replace(FOUND, statements=(replace(said, kind=kind, content=around),))
        (quote,) = annotation(told)["quotes"]
        assert (quote["start"], quote["end"], quote["spans"]) == (0, 28, [[0, 14], [22, 28]])


def test_events_stand_in_the_order_of_the_text_and_statements_among_them() -> None:
    walkout, said = annotation(FOUND)["events"]
    assert (walkout["class"], walkout["type"], walkout["date"]) == ("OTHER", "strike", "2016-06-17")
    assert walkout["participants"] == [{"role": "Arg0", "start": 0, "end": 7}]
    assert (said["class"], said["date"], said["participants"][0]["role"]) == (
        "SPEECH_COGNITIVE",
        None,
        "Arg0",
    )


def test_only_what_is_asked_for_is_written() -> None:
    assert list(annotation(FOUND, frozenset({"quotes"}))) == ["doc_id", "quotes"]
