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
        pytest.param(
            "Israel launched airstrikes on Monday, killing 12 people.",
            ("airstrikes", ["Israel", "12 people"], 2),
            id="a participle behind the object of the verb",
        ),
        pytest.param(
            "Rebels shelled the town on Monday, wounding five.",
            ("shelled", ["Rebels", "the town", "five"], 2),
            id="a participle behind the verb",
        ),
        pytest.param(
            "A car bomb exploded on Friday, killing 20 people and wounding 40 others.",
            ("exploded", ["A car bomb", "20 people", "40 others"], 3),
            id="two participles",
        ),
        pytest.param(
            "The attacks on an airport and a train, which killed 31 people, shocked the country.",
            ("attacks", ["an airport", "a train", "31 people"], 2),
            id="a clause behind what was attacked",
        ),
    ],
)
def test_an_event_and_whom_it_struck_are_one_entry(text: str, one: tuple[str, list[str], int]) -> None:
    assert [told(event, text) for event in found(text).events] == [one]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rebels shelled the town on Monday, wounding five.", "Rebels shelled the town, wounding five"),
        (
            "A car bomb exploded in Genoa on Friday, killing 20 people and wounding 40 others.",
            "A car bomb exploded in Genoa, killing 20 people and wounding 40 others",
        ),
        ("The flood that killed 12 people shocked the valley.", "The flood that killed 12 people"),
    ],
)
def test_its_name_tells_the_harm(text: str, label: str) -> None:
    assert [event.label for event in found(text).events] == [label]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The soldiers killed 12 people after the flood on Monday.", id="somebody else did it"),
        pytest.param("The flood struck Genoa on Monday, and soldiers killed two looters.", id="two things"),
        pytest.param(
            "Soldiers stormed the house on Monday, killing two guards on Tuesday.", id="a later day"
        ),
        pytest.param("Police arrested the man on Monday, wounding him.", id="no attack and no disaster"),
        pytest.param(
            "The raid on the Red Brigade, which killed 31 people, was a success.", id="a group that kills"
        ),
        pytest.param(
            "The 2010 earthquake in Genoa shut the port, and soldiers killed two in 2012.", id="other dates"
        ),
    ],
)
def test_what_others_did_stays_an_event_of_its_own(text: str) -> None:
    assert {"killing", "death", "wounding"} & {event.type for event in found(text).events}


def test_events_whose_places_were_given_are_left_as_given() -> None:
    text = "The earthquake killed 12 people in Genoa on Tuesday."
    words = ("earthquake", "killed")
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    assert [event.trigger for event in found(text, spans).events] == list(spans)


def test_who_measures_event_words_sees_both() -> None:
    text = "The earthquake killed 12 people in Genoa on Tuesday."
    events = annotate(Document(iri="urn:test", text=text), frozenset({"events"})).events
    assert {"earthquake", "killed"} <= {event.trigger.of(text) for event in events}
