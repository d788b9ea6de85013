"""Meanings of dates written in figures: 2016-06-15, 15/06/2016, 06/2016, 2016-W24, 15-Jun-16, 3Q15.

Each takes the slots of one expression and returns a Moment, or None when the figures make no date.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from kb.dating.forms import Fields, Moment
from kb.dating.meanings_calendar import possible
from kb.dating.meanings_clock import clock_fields
from kb.dating.slots import Slots
from kb.when.days import weeks_of

_Match = re.Match[str]


def quarter_code(slots: Slots) -> Moment | None:
    """The quarter of "3Q15" or "3Q2015"."""
    number, year = slots.get("quarter_year").upper().split("Q")
    return Moment(Fields(year=int(year) % 100 + 2000, quarter=int(number)))


def written(slots: Slots) -> Moment | None:
    """ISO dates, times and weeks; days and months with strokes, hyphens or dots between."""
    for pattern, meaning in _WAYS:
        if match := pattern.fullmatch(slots.words[0]):
            return meaning(match)
    return None


def iso_month(slots: Slots) -> Moment | None:
    """2016-06. A second number that is greater than the tail of the first ends a range: 2001-02."""
    year, month = slots.get("year"), slots.get("padded", "clock_hour")
    is_month = 1 <= month <= 12 and month <= year % 100
    return Moment(Fields(year=year, month=month)) if is_month else None


def short_dated(slots: Slots) -> Moment | None:
    """15-Jun-2016 and 15 Jun 16."""
    fields = Fields(year=slots.get("year"), month=slots.get("month"), day=slots.get("day"))
    if not slots.has("year"):
        tail = slots.get("two_digits") if slots.has("two_digits") else slots.pairs[-1][1]
        fields = replace(fields, short_year=tail)
    return Moment(fields) if possible(fields) else None


def _iso_time(match: _Match) -> Moment | None:
    moment = _day(int(match[1]), int(match[2]), int(match[3]))
    found = clock_fields(int(match[4]), int(match[5]), int(match[6]) if match[6] else None)
    if moment is None or found is None:
        return None
    zone = match[7].upper() if match[7] else None
    return replace(moment, fields=replace(moment.fields, zone=zone, **found))


def _week(match: _Match) -> Moment | None:
    year, week, weekday = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    if not 1 <= week <= weeks_of(year):
        return None
    return Moment(Fields(year=year, week=week, weekday=weekday))


def _year_first(match: _Match) -> Moment | None:
    return _day(int(match[1]), int(match[2]), int(match[3]))


def _day_first(match: _Match) -> Moment | None:
    return _day(int(match[3]), int(match[2]), int(match[1]))


def _either_first(match: _Match) -> Moment | None:
    """The number over 12 is the day; where neither is, the text must say which comes first."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    if first > 12:
        return _day(year, second, first)
    moment = _day(year, first, second)
    return moment and replace(moment, either_first=second <= 12 and first != second)


def _month(match: _Match) -> Moment | None:
    month = int(match[1])
    return Moment(Fields(year=int(match[2]), month=month)) if 1 <= month <= 12 else None


def _day(year: int | str, month: int, day: int) -> Moment | None:
    """The day, None when the calendar has none such; a year of two digits is of the nearest century."""
    short = isinstance(year, str) and len(year) == 2
    named = Fields(month=month, day=day)
    fields = replace(named, short_year=int(year)) if short else replace(named, year=int(year))
    return Moment(fields) if 1 <= month <= 12 and possible(fields) else None


_DAY, _CLOCK = r"(\d{4})-(\d\d)-(\d\d)", r"(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
_WAYS: tuple[tuple[re.Pattern[str], Callable[[_Match], Moment | None]], ...] = (
    (re.compile(rf"{_DAY}[t ]{_CLOCK}(z|[+-]\d\d:?\d\d)?"), _iso_time),
    (re.compile(r"(\d{4})-w(\d\d)(?:-(\d))?"), _week),
    (re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"), _year_first),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), _day_first),
    (re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d\d)"), _either_first),
    (re.compile(r"(\d{1,2})/(\d{4})"), _month),
)
