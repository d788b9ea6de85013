"""What stands beside a dated event has its day; what hangs on nothing dated is only bounded."""

import pytest

from tests.pivot_dates import SAID, STRIKE, dates_of

ALONGSIDE = [
    (
        "on the day",
        "The ferry sank on 3 May. On the day the ferry sank, the captain resigned.",
        "resigned",
        "2016-05-03",
    ),
    (
        "the day, without a preposition",
        "Parliament was dissolved on 3 May. The minister resigned the day parliament was dissolved.",
        "resigned",
        "2016-05-03",
    ),
    (
        "on the day of",
        "The election was held on 8 May. On the day of the election, police arrested the mayor.",
        "arrested",
        "2016-05-08",
    ),
    (
        "on the eve of",
        "The election was held on 8 May. On the eve of the election, police arrested the mayor.",
        "arrested",
        "2016-05-07",
    ),
    (
        "since",
        "The war began on 3 May. Since the war began, thousands have fled.",
        "fled",
        "2016-05-03/..",
    ),
    (
        "until",
        "The town surrendered on 9 May. Until the town surrendered, soldiers shelled it.",
        "shelled",
        "../2016-05-09",
    ),
]


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"), [row[1:] for row in ALONGSIDE], ids=[row[0] for row in ALONGSIDE]
)
def test_what_stands_beside_an_event_has_its_day(text: str, trigger: str, edtf: str) -> None:
    assert dates_of(text)[trigger] == edtf


UNDATED = [
    (
        "what is presupposed and brought in as new",
        "Rebels killed the mayor on 3 May. Two days after a guard was killed, the army attacked Genoa.",
        "attacked",
    ),
    (
        "what has another name",
        "Rebels killed Ann Roe on 3 May. Two days after Bo Lind was killed, the army attacked Genoa.",
        "attacked",
    ),
    (
        "presupposed, with a date in another clause",
        "In March 2014 the government signed the treaty. After the attack, many fled.",
        "fled",
    ),
    (
        "later in the day",
        "Police arrested 12 men on 3 May. The mayor resigned and later in the day police arrested a man.",
        "resigned",
    ),
    (
        "an end that nobody dated",
        "The strike began on 3 May. Three days before the strike ended, police arrested its leader.",
        "arrested",
    ),
    (
        "the eve of what nobody dated",
        "On the eve of the election, police arrested the mayor.",
        "arrested",
    ),
    (
        "during what has no end",
        "The war began on 3 May. During the war, police arrested the mayor.",
        "arrested",
    ),
    (
        "a day that is spoken of",
        "The ferry sank on 3 May. The captain said the day the ferry sank was his worst.",
        "said",
    ),
    ("an event nobody dated", "Two days after the arrests, rebels attacked Genoa.", "attacked"),
    ("nobody says how many", STRIKE + "Days after the arrests, rebels attacked Genoa.", "attacked"),
    ("another speaker", SAID + "A day after Bo Lind spoke, the mayor resigned.", "resigned"),
]


@pytest.mark.parametrize(("text", "trigger"), [row[1:] for row in UNDATED], ids=[row[0] for row in UNDATED])
def test_what_hangs_on_nothing_dated_is_only_bounded(text: str, trigger: str) -> None:
    assert dates_of(text)[trigger] == "../2016-06-21"
