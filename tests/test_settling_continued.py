"""Statements dated by what they continue: replies, the same occasion, "at the time"."""

from dataclasses import replace

import pytest

from kb.model import Findings
from tests.settling_findings import article, date_of, dated, event, statement

FIRST = "On Monday Ann Roe said the well was dry. "


def heard(second: str, cue: str, said: str) -> Findings:
    text = FIRST + second
    monday = dated(text, "On Monday", "2013-04-15")
    first = statement(text, "said", "the well was dry", "Ann Roe", monday)
    return article(text, times=(monday,), statements=(first, statement(text, cue, said, "Poe")))


@pytest.mark.parametrize(
    ("second", "cue", "said", "rule"),
    [
        pytest.param("It was full, Poe replied.", "replied", "It was full", "inherited-reply", id="reply"),
        pytest.param(
            "Poe disagreed it was dry.", "disagreed", "it was dry", "inherited-reply", id="disagreement"
        ),
        pytest.param(
            "At the same meeting Poe warned of thirst.",
            "warned",
            "thirst",
            "inherited-same-occasion",
            id="meeting",
        ),
        pytest.param(
            "It was dusty, Poe complained in the statement.",
            "complained",
            "It was dusty",
            "inherited-same-occasion",
            id="in the statement",
        ),
        pytest.param(
            "Poe warned of thirst at the time.", "warned", "thirst", "inherited-same-time", id="at the time"
        ),
    ],
)
def test_a_statement_takes_the_date_of_what_it_continues(second: str, cue: str, said: str, rule: str) -> None:
    date = date_of(heard(second, cue, said), f"statement-{cue}")
    assert (str(date.when), date.rule, date.depends_on) == ("2013-04-15", rule, "statement-said")
    assert date.confidence < 0.7


@pytest.mark.parametrize(
    ("second", "cue", "said"),
    [
        pytest.param("It was full, Poe claimed.", "claimed", "It was full", id="no tie"),
        pytest.param(
            "In a statement Poe blamed the heat.", "blamed", "the heat", id="a statement of his own"
        ),
        pytest.param(
            "At the time of the vote Poe warned of thirst.", "warned", "thirst", id="time of another"
        ),
    ],
)
def test_what_merely_stands_beside_it_is_not_dated(second: str, cue: str, said: str) -> None:
    assert not date_of(heard(second, cue, said), f"statement-{cue}").dated


def test_what_was_said_at_the_session_has_the_date_of_the_vote() -> None:
    text = "The council voted on Monday. It is enough, said Ann Roe, who chaired the session."
    monday = dated(text, "on Monday", "2013-04-15")
    said = statement(text, "said", "It is enough", "Ann Roe")
    voted = event(text, "voted", "ballot", monday)
    date = date_of(article(text, times=(monday,), statements=(said,), events=(voted,)), "statement-said")
    assert (str(date.when), date.rule) == ("2013-04-15", "inherited-same-occasion")


@pytest.mark.parametrize(
    ("text", "verb", "holds"),
    [
        pytest.param("The mayor sells boats.", "sells", True, id="present"),
        pytest.param("The mayor is selling boats.", "selling", True, id="progressive"),
        pytest.param("They love boats.", "love", True, id="bare form"),
        pytest.param("The mayor sold boats.", "sold", False, id="past"),
        pytest.param("The mayor has sold boats.", "sold", False, id="perfect"),
        pytest.param("They hit boats.", "hit", False, id="past that looks like the present"),
    ],
)
def test_what_no_timeline_shows_holds_at_publication_when_told_in_the_present(
    text: str, verb: str, holds: bool
) -> None:
    unlisted = replace(event(text, verb, "happening"), rule="other-verb")
    date = date_of(article(text, events=(unlisted,)), f"event-{verb}")
    assert ((str(date.when), date.dated) == ("2013-04-19", True)) is holds


def test_an_event_of_a_timeline_is_not_dated_by_the_present() -> None:
    text = "The army is attacking Vell."
    assert not date_of(article(text, events=(event(text, "attacking"),)), "event-attacking").dated
