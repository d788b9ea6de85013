"""Dates in figures: which they are, and that what only looks like one gives nothing."""

import pytest

from tests.dating_text import times_of

WEDNESDAY = "2021-03-10"

FIGURES = [
    ("It opened in 2016-06.", {"2016-06": "2016-06"}),
    ("It opened in 06/2016.", {"06/2016": "2016-06"}),
    ("It ran 06/2016-08/2016.", {"06/2016": "2016-06/2016-08", "08/2016": "2016-06/2016-08"}),
    ("It opened on 15-06-2016.", {"15-06-2016": "2016-06-15"}),
    ("It opened on 15.06.2016.", {"15.06.2016": "2016-06-15"}),
    ("It opened on 2016/06/15.", {"2016/06/15": "2016-06-15"}),
    ("It opened on 2016-6-5.", {"2016-6-5": "2016-06-05"}),
    ("It opened on 15 Jun 16.", {"15 Jun 16": "2016-06-15"}),
    ("It opened on 15-Jun-16.", {"15-Jun-16": "2016-06-15"}),
    ("It opened on 15/06/98.", {"15/06/98": "1998-06-15"}),
    ("Logged 2016-06-15T10:30Z by hand.", {"2016-06-15T10:30Z": "2016-06-15T10:30:00Z"}),
    ("Logged 2016-06-15T10:30:05.250Z by hand.", {"2016-06-15T10:30:05.250Z": "2016-06-15T10:30:05Z"}),
    ("The plan covers 2014-09/2015-02.", {"2014-09": "2014-09/2015-02", "2015-02": "2014-09/2015-02"}),
    (
        "It ran 2016-06-01/2016-06-05.",
        {"2016-06-01": "2016-06-01/2016-06-05", "2016-06-05": "2016-06-01/2016-06-05"},
    ),
    ("The season of 2001-02 was hard.", {"2001": "2001/2002", "02": "2001/2002"}),
    ("Sales fell in calendar week 8.", {"calendar week 8": "2021-02-22/2021-02-28"}),
    (
        "Sales fell in weeks 23 to 25 of 2016.",
        {"weeks 23": "2016-06-06/2016-06-26", "25 of 2016": "2016-06-06/2016-06-26"},
    ),
    (
        "Sales fell in weeks 52 and 53 of 2015.",
        {"weeks 52": "2015-12-21/2015-12-27", "53 of 2015": "2015-12-28/2016-01-03"},
    ),
]


@pytest.mark.parametrize(("text", "dates"), FIGURES, ids=[row[0] for row in FIGURES])
def test_a_date_in_figures_is_that_date(text: str, dates: dict[str, str]) -> None:
    assert {time.span.of(text): str(time.when) for time in times_of(text, WEDNESDAY)} == dates


NONE = [
    "It fell on 2016-W53-1.",
    "It fell in 2016-W53.",
    "Cases peaked in week 54 of the log.",
    "It opened on 31/06/2016.",
    "It opened on 2016-02-30.",
    "It opened in 2016-13.",
    "Call 555-2014 for help; dial 2016-06 first.",
    "Directive 06/2016 and Case No. 12/2010 hold.",
    "It is open 24/7, at odds of 7-2.",
    "He read 24/2016 aloud.",
    "Mix it 1/2/16.",
    "In weeks 3 and 4 of the trial he spoke.",
]


@pytest.mark.parametrize("text", NONE)
def test_figures_that_no_calendar_has_give_nothing(text: str) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == []


AMBIGUOUS = "It shut on 03/04/2016."
ORDERS = [
    ("en", "", "[2016-03-04,2016-04-03]", []),
    ("en", "It opened on 25/03/2016. ", "2016-04-03", ["2016-03-04"]),
    ("en", "It opened on 03/25/2016. ", "2016-03-04", ["2016-04-03"]),
    ("en", "It opened on 3/25/2016, or 25/3/2016. ", "[2016-03-04,2016-04-03]", []),
    ("en-US", "", "2016-03-04", ["2016-04-03"]),
    ("en-GB", "", "2016-04-03", ["2016-03-04"]),
    ("en-CA", "", "[2016-03-04,2016-04-03]", []),
    ("en-US", "It opened on 25/03/2016. ", "2016-04-03", ["2016-03-04"]),
    ("en", "It opened on 25 March 2016. ", "2016-04-03", ["2016-03-04"]),
    ("en", "It opened on March 25, 2016. ", "2016-03-04", ["2016-04-03"]),
]


@pytest.mark.parametrize(
    ("language", "before", "edtf", "weighed"), ORDERS, ids=[f"{row[0]}: {row[1]}" for row in ORDERS]
)
def test_the_text_or_its_region_tells_whether_the_day_comes_first(
    language: str, before: str, edtf: str, weighed: list[str]
) -> None:
    time = times_of(before + AMBIGUOUS, WEDNESDAY, language)[-1]
    assert (str(time.when), [str(other) for other in time.alternatives]) == (edtf, weighed)
    assert any("day or the month comes first" in step for step in time.steps)


def test_where_nothing_tells_the_order_the_year_is_all_that_is_said() -> None:
    assert times_of(AMBIGUOUS, WEDNESDAY)[0].value == "2016-XX-XX"
