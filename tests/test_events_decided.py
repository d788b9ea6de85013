"""What was decided, what began, what was told along with a saying, and when."""

import pytest

from kb.model import Document, Event
from kb.pipeline import find
from kb.when import When


def event_of(text: str, kind: str) -> Event:
    document = Document(iri="urn:test", text=text, published=When.parse("2016-02-15"))
    return next(event for event in find(document).events if event.type == kind)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Norland agreed on Wednesday to buy Southia.", "/"),
        ("Norland agreed to buy Southia on Wednesday.", "2016-02-17"),
        ("Norland is due on Wednesday to buy Southia.", "2016-02-17"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_what_was_decided(text: str, date: str) -> None:
    bought = event_of(text, "takeover")
    assert bought.date is not None
    assert (str(bought.date.when), bought.status) == (date, "planned")


def test_what_began_to_happen_happened() -> None:
    assert event_of("The army began on Monday to withdraw its tanks.", "withdrawal").status == "happened"


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Reed arrived on Monday and said the talks would go on.", "arrival", "2016-02-15"),
        ("Norland shelled a town on Friday, and Reed urged it to stop.", "shelling", "2016-02-12"),
        ("Britain joined the union in 1973 and praised it two years later.", "membership", "1973"),
        (
            "Reed said on Saturday Norland would vote on June 23 on a law, a day after he won a deal.",
            "agreement",
            "2016-02-12",
        ),
        ("Bombers struck a train in the rush hour on Friday, killing ten.", "airstrike", "2016-02-12"),
        (
            "Bombers struck a train on Friday, killing ten in attacks claimed by a group.",
            "attack",
            "2016-02-12",
        ),
        ("Reed was captured on Friday during a raid in the Kemi district.", "attack", "2016-02-12"),
        (
            "The blasts came a day after the arrest of Cole, a suspect in May's vote.",
            "explosion",
            "../2016-02-15",
        ),
        ("Voters in five states go to the polls on Saturday.", "election", "2016-02-20"),
    ],
)
def test_a_day_dates_the_verb_it_hangs_on_and_the_saying_that_follows(
    text: str, kind: str, date: str
) -> None:
    event = event_of(text, kind)
    assert event.date is not None
    assert str(event.date.when) == date


def test_a_year_behind_another_verb_dates_no_saying() -> None:
    text = "Britain joined the union in 1973 and praised it two years later."
    document = Document(iri="urn:test", text=text, published=When.parse("2016-02-15"))
    (said,) = find(document).statements
    assert said.date is not None
    assert str(said.date.when) == "1975"


def test_a_word_that_only_describes_carries_no_verb_and_bombers_of_themselves_are_no_aircraft() -> None:
    assert event_of("Suicide bombers struck Oslo airport on Friday, killing ten.", "attack").trigger


@pytest.mark.parametrize(
    "text",
    [
        "A judge convicted Ann Roe of manslaughter in May.",
        "Ann Roe was charged with murder on Friday.",
        "Ann Roe was arrested on suspicion of murder on Friday.",
    ],
)
def test_what_somebody_is_charged_with_did_not_happen_on_that_day(text: str) -> None:
    document = Document(iri="urn:test", text=text, published=When.parse("2016-02-15"))
    assert "murder" not in {event.type for event in find(document).events}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 2004 Ann Roe was the first woman to win the Vell Prize.", "happened"),
        ("In 2004 Ann Roe hoped to win the Vell Prize.", "hypothetical"),
    ],
)
def test_what_somebody_is_the_first_to_do_is_done(text: str, status: str) -> None:
    assert event_of(text, "award").status == status
