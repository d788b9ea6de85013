"""The interval meant, where the value does not tell it: bounds, halves, turns, hours, fiscal quarters."""

import pytest

from kb.when import When
from tests.dating_text import time_of

FRIDAY = "2016-06-17"

MEANT = [
    ("He left at midnight on 3 May 1990.", "midnight", "1990-05-03T24:00", "1990-05-03"),
    ("He left more than two years ago.", "more than two years ago", "2014", "../2014-06"),
    ("He left less than two years ago.", "less than two years ago", "2014", "2014-06/2016-06-17"),
    ("He left about two years ago.", "about two years ago", "2014", "2014~"),
    ("He left two years ago.", "two years ago", "2014", "2014"),
    ("He left at least three weeks ago.", "at least three weeks ago", "2016-W21", "../2016-05-27"),
    ("He left nearly a decade ago.", "nearly a decade ago", "200", "2006-06/2016-06-17"),
    ("He left about a century ago.", "about a century ago", "19", "19XX~"),
    (
        "It was more than 66 million years ago.",
        "more than 66 million years ago",
        "BC65997985",
        "../Y-65997984",
    ),
    (
        "He came on 3 May 1990 and left more than a week later.",
        "more than a week later",
        "1990-W19",
        "1990-05-10/..",
    ),
    (
        "He came on 3 May 1990 and left less than a week later.",
        "less than a week later",
        "1990-W19",
        "1990-05-03/1990-05-10",
    ),
    (
        "It fell in the second half of the 19th century.",
        "the second half of the 19th century",
        "18",
        "1850/1899",
    ),
    (
        "It fell in the first half of the 19th century.",
        "the first half of the 19th century",
        "18",
        "1800/1849",
    ),
    ("It fell in the first half of the 1980s.", "the first half of the 1980s", "198", "1980/1984"),
    (
        "It fell in the latter half of May 2014.",
        "the latter half of May 2014",
        "2014-05",
        "2014-05-16/2014-05-31",
    ),
    ("It fell in the late 19th century.", "the late 19th century", "18", "1867~/1899~"),
    ("It fell at the turn of the century.", "the turn of the century", "20", "2000~"),
    ("It fell at the turn of the 20th century.", "the turn of the 20th century", "19", "1900~"),
    ("It is open from 9 a.m. to 5 p.m. on Friday.", "9 a.m.", "2016-06-17T09:00", "2016-06-17T09:00:00"),
    ("It is open from 9 a.m. to 5 p.m. on Friday.", "5 p.m.", "2016-06-17T17:00", "2016-06-17T17:00:00"),
    (
        "It ran from 9 p.m. on 3 May 1990 to 6 a.m. on 4 May 1990.",
        "6 a.m.",
        "1990-05-04T06:00",
        "1990-05-04T06:00:00",
    ),
    ("From April 2015 it was shut.", "April 2015", "2015-04", "2015-04/.."),
    ("From April 2015, when it burnt, to May 2016 it was shut.", "April 2015", "2015-04", "2015-04"),
    ("The letter from April 2015 was lost.", "April 2015", "2015-04", "2015-04"),
    ("It ran from 3 May 1990 to 5 May 1990.", "5 May 1990", "1990-05-05", "1990-05-03/1990-05-05"),
    (
        "It rose in the first quarter of fiscal 2016.",
        "the first quarter of fiscal 2016",
        "FY2016-Q1",
        "2015~/2016~",
    ),
    (
        "It rose in the third quarter of fiscal 2016.",
        "the third quarter of fiscal 2016",
        "FY2016-Q3",
        "2016~",
    ),
    ("It rose in Q1 of fiscal 2016.", "Q1 of fiscal 2016", "FY2016-Q1", "2015~/2016~"),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), MEANT, ids=[f"{r[1]}: {r[3]}" for r in MEANT])
def test_the_interval_says_no_more_than_the_words(text: str, words: str, value: str, edtf: str) -> None:
    time = time_of(text, words, FRIDAY)
    assert (time.value, str(time.when)) == (value, edtf)


BOUNDS = [
    ("He left more than two years ago.", "more than two years ago", "BEFORE"),
    ("He left less than two years ago.", "less than two years ago", "AFTER"),
    ("He left at least two years ago.", "at least two years ago", "ON_OR_BEFORE"),
    ("He left no more than two years ago.", "no more than two years ago", "ON_OR_AFTER"),
    ("He left more than two years later.", "more than two years later", "AFTER"),
    ("He left at most two years later.", "at most two years later", "ON_OR_BEFORE"),
]


@pytest.mark.parametrize(("text", "words", "mod"), BOUNDS, ids=[row[1] for row in BOUNDS])
def test_the_measure_of_an_amount_bounds_the_date(text: str, words: str, mod: str) -> None:
    assert time_of(text, words, FRIDAY).mod == mod


def test_a_range_of_hours_tells_its_other_end() -> None:
    steps = time_of("It is open from 9 a.m. to 5 p.m. on Friday.", "9 a.m.", FRIDAY).steps
    assert any(step.startswith("Its other end: ") and "17:00" in step for step in steps)


def test_a_bound_counted_from_a_year_is_told_to_the_year() -> None:
    assert (
        str(time_of("He left more than two years ago.", "more than two years ago", "2016").when) == "../2014"
    )


HALVES = [
    ("1915", ("1915-40", "1915-41")),
    ("192X", ("1920/1924", "1925/1929")),
    ("18XX", ("1800/1849", "1850/1899")),
    ("2016-02", ("2016-02-01/2016-02-15", "2016-02-16/2016-02-29")),
    ("2016-02-03", ("2016-02-03", "2016-02-03")),
]


@pytest.mark.parametrize(("edtf", "halves"), HALVES, ids=[row[0] for row in HALVES])
def test_a_period_has_two_halves_that_meet(edtf: str, halves: tuple[str, str]) -> None:
    when = When.parse(edtf)
    assert (str(when.half(0)), str(when.half(1))) == halves


ENDING = [
    ("Profit fell in the three months to 31 March 2016.", "31 March 2016", "2016-01/2016-03-31"),
    ("Profit fell in the nine months ended 30 September 2015.", "30 September 2015", "2015-01/2015-09-30"),
    ("Profit fell in the three months to 15 May 2016.", "15 May 2016", "2016-02/2016-05-15"),
    ("Prices rose in the 12 months to May 2016.", "May 2016", "2015-06/2016-05"),
    ("The lake shrank in the five years to 2015.", "2015", "2011/2015"),
    ("Deaths rose in the four weeks to 12 June 2016.", "12 June 2016", "2016-05-16/2016-06-12"),
    ("Sales rose in the three months ending in May 2016.", "May 2016", "2016-03/2016-05"),
    ("Profits rose in the year to May 2016.", "May 2016", "2015-06/2016-05"),
    ("Sales fell in the year ended 31 March 2016.", "31 March 2016", "2015-04/2016-03-31"),
    ("He worked there for three years until 2014.", "2014", "../2014"),
]


def test_a_night_into_a_day_is_that_of_the_evening_before() -> None:
    night = time_of("Snow fell overnight into Sunday.", "overnight", FRIDAY)
    assert night.value == "2016-06-11TNI"
    assert str(night.when) == "2016-06-11/2016-06-12"


@pytest.mark.parametrize(("text", "words", "edtf"), ENDING, ids=[row[0] for row in ENDING])
def test_a_definite_amount_of_time_before_a_date_reaches_back_from_it(
    text: str, words: str, edtf: str
) -> None:
    assert str(time_of(text, words, FRIDAY).when) == edtf
