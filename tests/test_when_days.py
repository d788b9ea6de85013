"""The calendar: day numbers, months, weeks, Easter; against known days and against `datetime`."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.when import days
from kb.when.days import Day

KNOWN = {
    "the epoch": ((1970, 1, 1), 0, 4),
    "the day before it": ((1969, 12, 31), -1, 3),
    "a leap day": ((2000, 2, 29), 11_016, 2),
    "the first Gregorian day": ((1582, 10, 15), -141_427, 5),
    "the first day of 1 BC": ((0, 1, 1), -719_528, 6),
    "the last day of 2 BC": ((-1, 12, 31), -719_529, 5),
}

ISO_WEEKS = [
    ((2016, 6, 17), (2016, 24)),
    ((2016, 1, 1), (2015, 53)),
    ((2012, 1, 1), (2011, 52)),
    ((2014, 12, 29), (2015, 1)),
    ((2020, 12, 31), (2020, 53)),
]

MONTHS_LATER = [
    ((2016, 1, 31), 1, (2016, 2, 29)),
    ((2015, 1, 31), 1, (2015, 2, 28)),
    ((2016, 3, 31), -1, (2016, 2, 29)),
    ((2016, 11, 30), 3, (2017, 2, 28)),
    ((2016, 1, 15), -1, (2015, 12, 15)),
    ((2016, 2, 29), 12, (2017, 2, 28)),
    ((1, 1, 1), -1, (0, 12, 1)),
]

any_day_number = st.integers(-(10**13), 10**13)
datetime_days = st.dates()


@pytest.mark.parametrize(("day", "number", "weekday"), KNOWN.values(), ids=KNOWN.keys())
def test_known_days_have_their_number_and_weekday(day: Day, number: int, weekday: int) -> None:
    assert (days.day_number(*day), days.civil(number), days.weekday(number)) == (number, day, weekday)


@given(any_day_number)
def test_a_day_number_and_its_day_are_the_same_day(number: int) -> None:
    assert days.day_number(*days.civil(number)) == number


@given(any_day_number)
def test_the_next_number_is_the_next_day(number: int) -> None:
    assert days.is_day(*days.civil(number))
    assert days.civil(number) < days.civil(number + 1)


@given(datetime_days)
def test_within_its_years_the_calendar_is_that_of_datetime(date: dt.date) -> None:
    number = days.day_number(date.year, date.month, date.day)
    assert number == date.toordinal() - dt.date(1970, 1, 1).toordinal()
    assert (*days.iso_week(number), days.weekday(number)) == tuple(date.isocalendar())


@pytest.mark.parametrize(
    ("year", "leap"), [(2016, 1), (1900, 0), (2000, 1), (0, 1), (-4, 1), (-1, 0), (12000, 1)]
)
def test_leap_years_follow_the_rule_of_400_in_both_directions(year: int, leap: int) -> None:
    assert days.is_leap(year) == bool(leap)
    assert sum(days.month_length(year, month) for month in range(1, 13)) == 365 + leap


@pytest.mark.parametrize(("day", "week"), ISO_WEEKS, ids=str)
def test_days_lie_in_their_iso_week(day: Day, week: tuple[int, int]) -> None:
    assert days.iso_week(days.day_number(*day)) == week


@pytest.mark.parametrize(("year", "weeks"), [(2015, 53), (2016, 52), (2020, 53), (2021, 52)])
def test_some_years_have_53_weeks(year: int, weeks: int) -> None:
    assert days.weeks_of(year) == weeks


@pytest.mark.parametrize(("day", "count", "later"), MONTHS_LATER, ids=str)
def test_adding_months_stays_within_the_month(day: Day, count: int, later: Day) -> None:
    assert days.add_months(day, count) == later


@given(any_day_number, st.integers(-100_000, 100_000))
def test_adding_days_is_undone_by_taking_them_away(number: int, count: int) -> None:
    day = days.civil(number)
    assert days.add_days(days.add_days(day, count), -count) == day


@given(any_day_number, st.integers(1, 7))
def test_the_next_and_the_last_weekday_are_within_a_week_and_never_today(number: int, wanted: int) -> None:
    after, before = days.weekday_after(number, wanted), days.weekday_before(number, wanted)
    assert 1 <= after - number <= 7
    assert 1 <= number - before <= 7
    assert days.weekday(after) == days.weekday(before) == wanted


@pytest.mark.parametrize(("day", "week"), ISO_WEEKS, ids=str)
def test_the_monday_of_a_week_is_the_first_of_its_seven_days(day: Day, week: tuple[int, int]) -> None:
    monday = days.monday_of(*week)
    assert days.weekday(monday) == 1
    assert 0 <= days.day_number(*day) - monday < 7


@pytest.mark.parametrize(
    ("second", "lexical"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (days.DAY_SECONDS * days.day_number(-44, 3, 15), "-0044-03-15T00:00:00Z"),
        (days.DAY_SECONDS * days.day_number(0, 1, 1), "0000-01-01T00:00:00Z"),
        (days.DAY_SECONDS * days.day_number(12000, 1, 1), "12000-01-01T00:00:00Z"),
        (None, None),
    ],
    ids=str,
)
def test_seconds_have_an_xsd_form_in_any_year(second: int | None, lexical: str | None) -> None:
    assert days.to_iso(second) == lexical
