"""What an EDTF string says about time: two bounds, what is open, how fine, how sure.

Everything the grammar reads becomes an `Extent`; `kb.when.When` wraps one with its text. Bounds are
seconds since 1970-01-01T00:00:00Z, both included.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from kb.errors import BadDate
from kb.when.days import DAY_SECONDS


class Grain(StrEnum):
    """The unit a date is told in, from fine to coarse; `UNKNOWN` where nothing is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    THIRD = "third"  # four months
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    UNKNOWN = "unknown"


_COARSENESS = {grain: rank for rank, grain in enumerate(Grain)}


class Extent(NamedTuple):
    """Bounds in seconds, None where open or unknown.

    A bound is vague when EDTF itself fixes none (seasons): it then is that of the meteorological
    season, by convention of the north unless the form says south.
    """

    begin: int | None
    end: int | None
    grain: Grain
    qualifier: str = ""
    begins_open: bool = False
    ends_open: bool = False
    begin_is_vague: bool = False
    end_is_vague: bool = False


OPEN = Extent(None, None, Grain.UNKNOWN, begins_open=True, ends_open=True)
UNKNOWN = Extent(None, None, Grain.UNKNOWN)


def of_days(first: int, last: int, grain: Grain, qualifier: str = "") -> Extent:
    """From the first second of day number `first` to the last second of `last`."""
    return Extent(first * DAY_SECONDS, last * DAY_SECONDS + DAY_SECONDS - 1, grain, qualifier)


def through(first: Extent, last: Extent) -> Extent:
    """From the begin of one to the end of the other; the grain is the coarser of the known ends."""
    return Extent(
        first.begin,
        last.end,
        _coarser(first.grain, last.grain),
        joined((first.qualifier, last.qualifier)) if first.qualifier or last.qualifier else "",
        first.begins_open,
        last.ends_open,
        first.begin_is_vague,
        last.end_is_vague,
    )


def _coarser(one: Grain, other: Grain) -> Grain:
    if one is other or other is Grain.UNKNOWN:
        return one
    return other if one is Grain.UNKNOWN or _COARSENESS[other] > _COARSENESS[one] else one


def hull(parts: Iterable[Extent]) -> Extent:
    """The shortest extent that holds all parts."""
    members = list(parts)
    first = min(members, key=lambda part: (not part.begins_open, part.begin or 0))
    last = max(members, key=lambda part: (part.ends_open, part.end or 0))
    coarsest = max((part.grain for part in members), key=_COARSENESS.__getitem__)
    qualifier = joined(part.qualifier for part in members)
    return through(first, last)._replace(grain=coarsest, qualifier=qualifier)


def joined(qualifiers: Iterable[str]) -> str:
    """One qualifier for several: uncertain (?) and approximate (~) together are %."""
    marks = "".join(qualifiers)
    if len(marks) < 2:
        return marks
    distinct = set(marks.replace("%", "?~"))
    return "%" if len(distinct) == 2 else distinct.pop()


def bad_date(text: str, why: str) -> BadDate:
    """The error for a string that is no EDTF."""
    return BadDate(f"{text!r} is no EDTF date: {why}. Write it like 2016-06-17, 2016-06, 2014-09/.. or 1984?")
