"""Dates that hang on events, from the text to the date: "two days after the arrests"."""

import pytest

from kb import pipeline
from kb.model import Document, Event, Statement
from kb.when import When

STRIKE = "Dockers in Genoa went on strike on Friday. The next day police arrested 12 men. "
SAID = "Ann Roe said on Monday that talks had failed. "
ELECTED = "President Ada Moro was elected on 3 May. "

HANGING = [
    (
        "an event named by a noun",
        STRIKE + "Two days after the arrests, rebels attacked Genoa.",
        "attacked",
        "2016-06-20",
    ),
    (
        "no comma behind the noun",
        STRIKE + "Two days after the arrests the army attacked Genoa.",
        "attacked",
        "2016-06-20",
    ),
    (
        "a name behind the noun",
        STRIKE + "Two days after the arrests Turkey attacked Genoa.",
        "attacked",
        "2016-06-20",
    ),
    (
        "a chain of two",
        STRIKE
        + "Two days after the arrests the army attacked Genoa. A day before the attack, the mayor resigned.",
        "resigned",
        "2016-06-19",
    ),
    (
        "the same noun of another kind",
        STRIKE + "The mayor resigned a day after the strike began.",
        "resigned",
        "2016-06-18",
    ),
    (
        "a statement told again",
        SAID + "A day after Ann Roe said so, the mayor resigned.",
        "resigned",
        "2016-06-21",
    ),
    ("a speaker who spoke", SAID + "A day after Roe spoke, the mayor resigned.", "resigned", "2016-06-21"),
    (
        "the same verb",
        ELECTED + "Two weeks after being elected, she resigned.",
        "resigned",
        "2016-05-16/2016-05-22",
    ),
    ("a noun of the same kind", ELECTED + "She resigned a month after the election.", "resigned", "2016-06"),
    (
        "a clause told again",
        ELECTED + "The army attacked Genoa a day after she was elected.",
        "attacked",
        "2016-05-04",
    ),
    (
        "hours are the same day",
        "A quake struck Peru on 5 June. Hours after the quake, police arrested looters.",
        "arrested",
        "2016-06-05",
    ),
    (
        "the day before",
        "The mayor resigned the day before rebels attacked Genoa on 5 June.",
        "resigned",
        "2016-06-04",
    ),
    (
        "the other way round",
        "The mayor resigned on 3 June, two days before the rebels attacked Genoa.",
        "attacked",
        "2016-06-05",
    ),
]


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"), [row[1:] for row in HANGING], ids=[row[0] for row in HANGING]
)
def test_what_hangs_on_an_event_is_counted_from_its_date(text: str, trigger: str, edtf: str) -> None:
    assert dates_of(text)[trigger] == edtf


UNDATED = [
    ("an event nobody dated", "Two days after the arrests, rebels attacked Genoa.", "attacked"),
    ("nobody says how many", STRIKE + "Days after the arrests, rebels attacked Genoa.", "attacked"),
    ("another speaker", SAID + "A day after Bo Lind spoke, the mayor resigned.", "resigned"),
]


@pytest.mark.parametrize(("text", "trigger"), [row[1:] for row in UNDATED], ids=[row[0] for row in UNDATED])
def test_what_hangs_on_nothing_dated_is_only_bounded(text: str, trigger: str) -> None:
    assert dates_of(text)[trigger] == "../2016-06-21"


def dates_of(text: str) -> dict[str, str]:
    """The date of each entry by the words that made it one."""
    found = pipeline.find(Document(iri="urn:x", text=text, published=When.parse("2016-06-21")))
    occurrences: tuple[Statement | Event, ...] = (*found.statements, *found.events)
    return {o.trigger.of(text): str(o.date.when) for o in occurrences if o.date}
