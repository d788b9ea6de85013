"""What happened and the occasion that its verb names are one entry; what is told apart stays two."""

import pytest

from kb.model import Document, Event
from kb.pipeline import annotate, find
from kb.when import When


def events_of(text: str) -> list[Event]:
    return list(find(Document(iri="urn:test", text=text, published=When.parse("2016-06-17"))).events)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rousseff beat Neves in the election on Sunday.", "Rousseff beat Neves in the election"),
        (
            "The champion broke the world record in Berlin on Sunday.",
            "The champion broke the world record in Berlin",
        ),
        ("Rebels attacked the town in an attack on Monday.", "Rebels attacked the town in an attack"),
    ],
)
def test_the_occasion_is_no_second_entry(text: str, label: str) -> None:
    assert [event.label for event in events_of(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Roe was elected on Sunday and left before the election of 2012.", id="other dates"),
        pytest.param("Police arrested a man on Monday after an arrest in Oslo.", id="after it"),
    ],
)
def test_what_is_told_apart_stays_two(text: str) -> None:
    assert len(events_of(text)) == 2


def test_who_measures_event_words_sees_both() -> None:
    text = "Rousseff beat Neves in the election on Sunday."
    events = annotate(Document(iri="urn:test", text=text), frozenset({"events"})).events
    assert {"beat", "election"} <= {event.trigger.of(text) for event in events}
