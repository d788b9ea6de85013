"""Dates as merging compares them: days on a line, and what two of them have to do with each other.

A date that only publication bounds is taken for one of the days of the news: the day of publication and the
`NEWS` days before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Told
from kb.when.days import civil

NEWS = 2
"""How many days before its publication a report may tell of without a date."""
FINE = 7
"""Days: what is no longer is compared day by day."""
LONG = 31
"""Days: what is longer tells of a period, which only the same period is compared with."""
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day it may be, as days since 1970; whether words gave the date."""

    first: int
    last: int
    dated: bool

    @property
    def length(self) -> int:
        """How many days."""
        return self.last - self.first + 1


def days_of(told: Told) -> Days | None:
    """The days of an entry; None when its window is open, unknown or too long to compare."""
    begin, end = told.when.window
    if end is None or (told.dated and begin is None):
        return None
    last = end // DAY
    first = begin // DAY if told.dated and begin is not None else last - NEWS
    return Days(first, last, told.dated) if last - first < LONG else None


def gap(one: Days, other: Days) -> int:
    """How many days lie from the end of the earlier to the begin of the later; 0 or less: they overlap."""
    return max(one.first, other.first) - min(one.last, other.last)


def is_next_day(one: Days, other: Days) -> bool:
    """Whether they are two days, both told, one after the other: of zones of time, or of a night."""
    return one.dated and other.dated and one.length == other.length == 1 and gap(one, other) == 1


def buckets(days: Days) -> Iterator[tuple[str, int]]:
    """Where to look for entries of these days: day by day and a day around, and by month.

    Two entries of a month are worth comparing when they share a day, or one is of the month as a whole.
    """
    if days.length <= FINE:
        yield from (("day", day) for day in range(days.first - 1, days.last + 1))
    for month in {civil(day)[:2] for day in (days.first, days.last)}:
        yield ("whole" if days.length > FINE else "in"), month[0] * 12 + month[1]
