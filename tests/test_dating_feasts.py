"""Feasts: the days of those that move, what lies beside them, and those that last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.dating.feasts import feast_days
from kb.when.days import Day, day_number, weekday
from tests.dating_text import time_of

WEDNESDAY = "2021-03-10"

# Easter Sundays of the tables of both churches: the earliest and the latest possible, and some between.
EASTERS = [
    ("easter", (1818, 3, 22)),
    ("easter", (1943, 4, 25)),
    ("easter", (2000, 4, 23)),
    ("easter", (2016, 3, 27)),
    ("easter", (2024, 3, 31)),
    ("easter", (1533, 4, 13)),  # in the Julian calendar of its time
    ("easter", (1066, 4, 16)),
    ("orthodox", (2016, 5, 1)),
    ("orthodox", (2017, 4, 16)),
    ("orthodox", (2021, 5, 2)),
    ("orthodox", (2024, 5, 5)),
]


def _days(rule: str, year: int) -> list[Day]:
    return [(day.year or 0, day.month or 0, day.day or 0) for day in feast_days(rule, year)]


@pytest.mark.parametrize(("church", "easter"), EASTERS, ids=str)
def test_easter_is_where_the_tables_have_it(church: str, easter: Day) -> None:
    assert _days(f"{church}+0", easter[0]) == [easter]


@given(st.integers(1583, 4099), st.sampled_from(["easter+0", "orthodox+0", "advent+0"]))
def test_easter_and_advent_are_sundays(year: int, rule: str) -> None:
    assert [weekday(day_number(*day)) for day in _days(rule, year)] == [7]


@pytest.mark.parametrize("rule", ["easter+0", "SG:Eid al-Fitr", "IL:Hanukkah..+7"])
@pytest.mark.parametrize("year", [-40, 200, 12000])
def test_a_feast_is_not_known_for_every_year(rule: str, year: int) -> None:
    assert feast_days(rule, year) == ()


def test_a_feast_of_the_moon_may_come_twice_in_a_year() -> None:
    assert _days("SG:Eid al-Fitr", 2000) == [(2000, 1, 8), (2000, 12, 27)]


def test_a_feast_that_began_in_the_year_before_does_not_begin_again() -> None:
    assert _days("IL:Hanukkah..+7", 2017) == [(2017, 12, 13)]


BESIDE = [
    ("He came the Monday after Easter.", "the Monday after Easter", "2020-04-13"),
    ("He will come the Monday after Easter.", "the Monday after Easter", "2021-04-05"),
    ("They met on the Saturday before Christmas.", "the Saturday before Christmas", "2020-12-19"),
    ("Shops opened early the day after Thanksgiving.", "the day after Thanksgiving", "2020-11-27"),
    ("He died the Friday before Easter 1916.", "the Friday before Easter 1916", "1916-04-21"),
    ("The Sunday after Pentecost was hot.", "The Sunday after Pentecost", "2020-06-07"),
    ("The second Sunday after Easter was hot.", "The second Sunday after Easter", "2020-04-26"),
    ("The last Friday of Ramadan was hot.", "The last Friday of Ramadan", "2020-05-22"),
    ("The third Sunday in Advent was cold.", "The third Sunday in Advent", "2020-12-13"),
    ("The weekend after Easter was hot.", "The weekend after Easter", "2020-W16-WE"),
    ("The morning after Halloween was quiet.", "The morning after Halloween", "2020-11-01TMO"),
    ("The day after Ramadan was quiet.", "The day after Ramadan", "2020-05-24"),
    ("The Easter weekend was quiet.", "The Easter weekend", "2020-W15-WE"),
    ("The Memorial Day weekend was quiet.", "The Memorial Day weekend", "2020-W21-WE"),
    ("On the eve of Yom Kippur he fled.", "the eve of Yom Kippur", "2020-09-27"),
    ("The Tuesday following 3 May 1990 was hot.", "The Tuesday following 3 May 1990", "1990-05-08"),
]


@pytest.mark.parametrize(("text", "words", "value"), BESIDE, ids=[row[0] for row in BESIDE])
def test_what_lies_beside_a_feast_is_counted_from_it(text: str, words: str, value: str) -> None:
    assert time_of(text, words, WEDNESDAY).value == value


FEASTS = [
    ("He left on Orthodox Easter.", "Orthodox Easter", "2020-04-19", "2020-04-19"),
    ("He will leave on Orthodox Good Friday.", "Orthodox Good Friday", "2021-04-30", "2021-04-30"),
    ("They will fast during Ramadan.", "Ramadan", "2021-04-13", "2021-04-13/2021-05-12"),
    ("It will be quiet this Ramadan.", "this Ramadan", "2021-04-13", "2021-04-13/2021-05-12"),
    ("It was quiet last Ramadan.", "last Ramadan", "2020-04-24", "2020-04-24/2020-05-23"),
    ("They will meet at Eid.", "Eid", "2021-05-13", "2021-05-13"),
    ("They met at Eid.", "Eid", "2020-07-31", "2020-07-31"),
    ("They met at Hanukkah.", "Hanukkah", "2020-12-11", "2020-12-11/2020-12-18"),
    ("They met during Passover.", "Passover", "2020-04-09", "2020-04-09/2020-04-15"),
    ("They met for Diwali 2017.", "Diwali 2017", "2017-10-19", "2017-10-19"),
    ("They met on Chinese New Year.", "Chinese New Year", "2021-02-12", "2021-02-12"),
    ("It opened in Advent.", "Advent", "2020-11-29", "2020-11-29/2020-12-24"),
    ("She gives up wine for Lent.", "Lent", "2021-02-17", "2021-02-17/2021-04-03"),
    ("They wed at Whitsun.", "Whitsun", "2020-05-31", "2020-05-31"),
    ("They will wed next Easter.", "next Easter", "2021-04-04", "2021-04-04"),
    ("They wed last Easter.", "last Easter", "2020-04-12", "2020-04-12"),
    ("She was crowned on Whit Sunday 1533.", "Whit Sunday 1533", "1533-06-01", "1533-06-01"),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), FEASTS, ids=[row[0] for row in FEASTS])
def test_a_feast_has_its_day_and_all_the_days_it_lasts(text: str, words: str, value: str, edtf: str) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert (time.value, str(time.when)) == (value, edtf)
