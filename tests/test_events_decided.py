"""What was decided, and what began, and when."""

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
