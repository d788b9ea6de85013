"""Dates that hang on events, from the text to the date: "two days after the arrests"."""

import pytest

from tests.pivot_dates import ELECTED, SAID, STRIKE, dates_of

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
        "a verb taken for a noun",
        "The dam burst on 3 May. Two days after the dam burst, the government declared an emergency.",
        "declared",
        "2016-05-05",
    ),
    (
        "a pronoun does it",
        "The dam burst on 3 May. Two days after it burst, the government declared an emergency.",
        "declared",
        "2016-05-05",
    ),
    (
        "a pronoun stands for it",
        "The attack on the port took place on 3 May. The day after it, the army arrested 12 men.",
        "arrested",
        "2016-05-04",
    ),
    (
        "a noun told again by a verb",
        "The explosion on 3 May killed five. Three days after the bomb exploded, the king fled.",
        "fled",
        "2016-05-06",
    ),
    (
        "a whole clause told again",
        "Protesters stormed the palace on 3 May. Two days after protesters stormed the palace, he fled.",
        "fled",
        "2016-05-05",
    ),
    (
        "a pronoun and another place",
        "The president resigned on 3 May. The day before he resigned, thousands protested in the capital.",
        "protested",
        "2016-05-02",
    ),
    (
        "a noun for any harm",
        "The ferry sank on 3 May. One day after the disaster, the captain was charged.",
        "charged",
        "2016-05-04",
    ),
    (
        "a warning told by its noun",
        "John Kerry warned Iran on 3 May. A day after his warning, Iran tested a missile.",
        "tested a missile",
        "2016-05-04",
    ),
    (
        "a statement with what it says",
        "John Kerry said on 3 May that talks would resume. "
        "A day after Kerry said that talks would resume, rebels attacked Aleppo.",
        "attacked",
        "2016-05-04",
    ),
    (
        "a statement told by its noun",
        "Kerry said on 3 May that talks had failed. A day after Kerry's remarks, rebels attacked Aleppo.",
        "attacked",
        "2016-05-04",
    ),
    (
        "told in full only later",
        "Two days after the crash, police arrested the pilot. The plane crashed on 3 May.",
        "arrested",
        "2016-05-05",
    ),
    (
        "an amount that is a limit",
        "Rebels attacked Genoa on 3 May. Less than a week after the attack, the mayor resigned.",
        "resigned",
        "2016-05-03/2016-05-15",
    ),
    (
        "a date of its own beside it",
        "In March 2014, three months after the attack, the government signed the treaty.",
        "treaty",
        "2014-03",
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
