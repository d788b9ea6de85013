"""An event and the harm it did are one entry with whom it struck; what is told apart stays two."""

import pytest

from kb.model import Document, Event, Findings, Span
from kb.pipeline import annotate, find
from kb.when import When


def found(text: str, given: tuple[Span, ...] | None = None) -> Findings:
    published = When.parse("2016-06-17")
    return find(Document(iri="urn:test", text=text, published=published, given_events=given))


def told(event: Event, text: str) -> tuple[str, list[str], int]:
    """The event word, those it struck, and how many pieces of evidence there are."""
    struck = [part.mention.span.of(text) for part in event.participants]
    return event.trigger.of(text), struck, 1 + len(event.again)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        pytest.param(
            "The flood that killed 12 people on Monday shocked the valley.",
            ("flood", ["12 people"], 2),
            id="relative clause",
        ),
        pytest.param(
            "The earthquake killed 12 people in Genoa on Tuesday.",
            ("earthquake", ["12 people"], 1),
            id="main clause, the same words",
        ),
        pytest.param("A storm injured nine sailors on Monday.", ("storm", ["nine sailors"], 1), id="wounded"),
        pytest.param(
            "The fighting left four protesters dead on Monday.",
            ("fighting", ["four protesters"], 1),
            id="left dead",
        ),
        pytest.param("The attack killed a guard.", ("attack", ["a guard"], 1), id="an attack"),
    ],
)
def test_an_event_and_whom_it_struck_are_one_entry(text: str, one: tuple[str, list[str], int]) -> None:
    assert [told(event, text) for event in found(text).events] == [one]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The soldiers killed 12 people after the flood on Monday.", id="somebody else did it"),
        pytest.param("The flood struck Genoa on Monday, and soldiers killed two looters.", id="two things"),
        pytest.param(
            "The 2010 earthquake in Genoa shut the port, and soldiers killed two in 2012.", id="other dates"
        ),
    ],
)
def test_what_others_did_stays_an_event_of_its_own(text: str) -> None:
    assert {"killing", "death"} & {event.type for event in found(text).events}


def test_events_whose_places_were_given_are_left_as_given() -> None:
    text = "The earthquake killed 12 people in Genoa on Tuesday."
    words = ("earthquake", "killed")
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    assert [event.trigger for event in found(text, spans).events] == list(spans)


def test_who_measures_event_words_sees_both() -> None:
    text = "The earthquake killed 12 people in Genoa on Tuesday."
    events = annotate(Document(iri="urn:test", text=text), frozenset({"events"})).events
    assert {"earthquake", "killed"} <= {event.trigger.of(text) for event in events}
