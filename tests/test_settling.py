"""The last step: which date each statement and event ends up with, and why."""

from dataclasses import replace

import pytest

from kb.extracting.settling import settle
from kb.model import Findings, Span, Status
from kb.when import When
from tests.settling_findings import ENGLISH, article, date_of, dated, event, hanging, span_of, statement

# --------------------------------------------------------------------------------------- own words


def test_an_event_takes_the_date_of_its_own_words() -> None:
    text = "Rebels attacked the bridge on 3 March 2013."
    time = dated(text, "3 March 2013", "2013-03-03")
    date = date_of(
        article(text, times=(time,), events=(event(text, "attacked", time=time),)), "event-attacked"
    )
    assert (str(date.when), date.rule, date.expression, date.dated) == ("2013-03-03", "calendar", time, True)
    assert date.steps


# -------------------------------------------------------------------------------- hanging on another


def test_b_is_a_plus_the_offset_when_a_is_dated() -> None:
    text = "The town surrendered two weeks after rebels attacked the bridge on 3 March 2013."
    offset = hanging(text, "two weeks", "P2W", "after", "rebels attacked")
    time = dated(text, "3 March 2013", "2013-03-03")
    events = (event(text, "surrendered", "surrender", offset), event(text, "attacked", time=time))
    date = date_of(article(text, times=(offset, time), events=events), "event-surrendered")
    found = (str(date.when), date.rule, date.depends_on, date.expression)
    assert found == ("2013-03-11/2013-03-17", "counted-from-occurrence", "event-attacked", offset)
    assert any("two weeks" in step for step in date.steps)


def test_words_that_open_a_sentence_date_what_stands_behind_the_comma() -> None:
    text = "Two days after rebels attacked the bridge on 3 March 2013, the town surrendered."
    offset = hanging(text, "Two days", "P2D", "after", "rebels attacked")
    time = dated(text, "3 March 2013", "2013-03-03")
    events = (event(text, "attacked", time=time), event(text, "surrendered", "surrender"))
    date = date_of(article(text, times=(offset, time), events=events), "event-surrendered")
    assert (str(date.when), date.depends_on) == ("2013-03-05", "event-attacked")


DENIAL = (
    "On Monday the mayor denied that the dam had cracked.\n\n"
    "The denial came a day after an engineer warned that the dam was unsafe."
)


def denial() -> Findings:
    """The mayor's denial is dated; the engineer's warning hangs on it."""
    monday = dated(DENIAL, "On Monday", "2013-04-15")
    offset = hanging(DENIAL, "a day", "P1D", "after", "an engineer")
    said = (
        statement(DENIAL, "denied", "the dam had cracked", "mayor", monday, "deny"),
        statement(DENIAL, "warned", "the dam was unsafe", "engineer", act="warn"),
    )
    return article(DENIAL, times=(monday, offset), statements=said)


def test_a_is_b_minus_the_offset_when_a_noun_points_back_to_dated_b() -> None:
    date = date_of(denial(), "statement-warned")
    assert (str(date.when), date.rule) == ("2013-04-14", "counted-from-occurrence")
    assert date.depends_on == "statement-denied"


def test_the_date_that_hangs_moves_with_the_one_it_hangs_on() -> None:
    findings = denial()
    moved = replace(findings.statements[0], time=dated(DENIAL, "On Monday", "2013-04-08"))
    findings = replace(findings, statements=(moved, findings.statements[1]))
    assert str(date_of(findings, "statement-warned").when) == "2013-04-07"


def test_a_noun_points_back_only_to_what_it_fits() -> None:
    findings = denial()
    praised = replace(findings.statements[0], act="praise", cue="praised")
    findings = replace(findings, statements=(praised, findings.statements[1]))
    assert not date_of(findings, "statement-warned").dated


def test_dates_that_hang_on_each_other_are_refused() -> None:
    text = "The raid came a day after the riot. The riot came a day before the raid ended."
    there = hanging(text, "a day after", "P1D", "after", "the riot.")
    back = hanging(text, "a day before", "P1D", "before", "the raid ended")
    raid, riot = event(text, "raid", time=there), event(text, "riot", "riot")
    later = replace(event(text, "Riot".lower()), key="event-later", time=back)
    later = replace(later, trigger=Span(text.index("The riot") + 4, text.index("The riot") + 8), type="riot")
    end = replace(raid, key="event-end", time=None, trigger=span_of(text, "raid ended"))
    findings = article(text, times=(there, back), events=(raid, riot, later, end))
    settled = settle(findings, ENGLISH)
    assert {e.date.rule for e in settled.events if e.date} == {"bounded-by-publication"}


def test_a_date_learnt_late_still_reaches_what_hangs_on_it() -> None:
    text = (
        "On Monday Ann Roe said it was late.\n\nRoe added that it rained.\n\n"
        "The remark came a day after rebels attacked the bridge."
    )
    monday = dated(text, "On Monday", "2013-04-15")
    offset = hanging(text, "a day", "P1D", "after", "rebels attacked")
    said = (
        statement(text, "said", "it was late", "Roe", monday),
        statement(text, "added", "it rained", "Roe"),
    )
    events = (event(text, "attacked", time=offset),)
    date = date_of(article(text, times=(monday, offset), statements=said, events=events), "event-attacked")
    assert (str(date.when), date.depends_on) == ("2013-04-14", "statement-added")


@pytest.mark.parametrize(
    ("duration", "direction", "anchor", "expected"),
    [
        pytest.param("P1D", "after", "2012-02-28", "2012-02-29", id="a day, in a leap year"),
        pytest.param("P3W", "before", "2013-01-10", "2012-12-17/2012-12-23", id="weeks, over the year"),
        pytest.param("P2M", "after", "2012-12-31", "2013-02", id="months from a day give a month"),
        pytest.param("P1M", "before", "2013-01", "2012-12", id="months from a month"),
        pytest.param("P10Y", "after", "2001-09-11", "2011", id="years from a day give a year"),
        pytest.param("P1Y", "before", "0001", "0000", id="years go below 1"),
        pytest.param("PT2H", "after", "2013-04-15", "2013-04-15", id="hours stay on the day"),
        pytest.param("P1D", "after", "2013-04", None, id="a day after a month is no date"),
        pytest.param("P2M", "after", "2013", None, id="months after a year are no date"),
        pytest.param("PXD", "after", "2013-04-15", None, id="a vague amount is no date"),
        pytest.param("P1D", "after", "2013-04-15/..", "2013-04-16", id="what goes on counts from its begin"),
        pytest.param(
            "P1D", "after", "2013-04-15/2013-04-20", None, id="an interval is no date to count from"
        ),
    ],
)
def test_counting_from_an_occurrence(
    duration: str, direction: str, anchor: str, expected: str | None
) -> None:
    text = "The town surrendered so much later than rebels attacked the bridge in spring."
    offset = hanging(text, "so much", duration, direction, "rebels attacked")
    time = dated(text, "spring", anchor)
    events = (event(text, "surrendered", "surrender", offset), event(text, "attacked", time=time))
    date = date_of(article(text, None, times=(offset, time), events=events), "event-surrendered")
    assert (str(date.when) if date.dated else None) == expected


# ----------------------------------------------------------------------------- a speaker who goes on

SPEECH = (
    "On Monday Ann Roe said the well was dry.\n\nIt is empty, Roe added.\n\nOn leaving, Roe joked: Buy boats."
)


def speech(second: str = "Roe") -> Findings:
    monday = dated(SPEECH, "On Monday", "2013-04-15")
    said = (
        statement(SPEECH, "said", "the well was dry", "Roe", monday),
        statement(SPEECH, "added", "It is empty", second),
    )
    return article(SPEECH, times=(monday,), statements=said)


def test_a_speaker_who_goes_on_keeps_the_date() -> None:
    date = date_of(speech(), "statement-added")
    assert (str(date.when), date.rule, date.depends_on) == (
        "2013-04-15",
        "inherited-same-speaker",
        "statement-said",
    )
    assert date.dated
    assert date.confidence < 0.8
    assert "Roe goes on" in date.steps[0]


def test_another_speaker_does_not_keep_the_date() -> None:
    assert date_of(speech("Ann"), "statement-added").rule == "bounded-by-publication"


def test_two_paragraphs_later_the_date_is_not_kept() -> None:
    said = (speech().statements[0], statement(SPEECH, "joked", "Buy boats", "Roe"))
    date = date_of(replace(speech(), statements=said), "statement-joked")
    assert date.rule == "bounded-by-publication"


# ----------------------------------------------------------------------------------- only bounded

TOLD = "On Monday Ann Roe said rebels had attacked the bridge."


def told(status: Status) -> Findings:
    monday = dated(TOLD, "On Monday", "2013-04-15")
    said = statement(TOLD, "said", "rebels had attacked the bridge", "Roe", monday)
    return article(
        TOLD, times=(monday,), statements=(said,), events=(event(TOLD, "attacked", status=status),)
    )


def test_an_event_told_in_a_statement_is_not_later_than_the_statement() -> None:
    date = date_of(told(Status.CLAIMED), "event-attacked")
    assert (str(date.when), date.rule, date.depends_on) == (
        "../2013-04-15",
        "bounded-by-statement",
        "statement-said",
    )
    assert not date.dated


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HYPOTHETICAL])
def test_what_is_yet_to_come_is_not_bounded(status: Status) -> None:
    date = date_of(told(status), "event-attacked")
    assert (date.when, date.dated) == (When.unknown(), False)


def test_without_words_publication_bounds_the_date_and_says_so() -> None:
    text = "Rebels attacked the bridge."
    date = date_of(article(text, events=(event(text, "attacked"),)), "event-attacked")
    assert (str(date.when), date.rule, date.dated) == ("../2013-04-19", "bounded-by-publication", False)
    assert "19 April 2013" in date.steps[0]


def test_without_words_and_publication_nothing_is_known() -> None:
    text = "Rebels attacked the bridge."
    date = date_of(article(text, None, events=(event(text, "attacked"),)), "event-attacked")
    assert (date.when, date.rule) == (When.unknown(), "unknown")
