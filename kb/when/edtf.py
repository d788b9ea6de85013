"""The Extended Date/Time Format, levels 0, 1 and 2: from its text to an `Extent`.

Here are the forms made of dates: sets (`[1667,1670..1672]`, `{1960,1961-12}`), intervals (`2014-09/..`,
`1985/`), date and time (`1985-04-12T23:20:30+04:30`). A single date is read by `calendar_date`.
Source: ISO 8601-2:2019, as profiled by the Library of Congress (EDTF, 2019-02-04).
"""

import re
from functools import lru_cache

from kb.when.calendar_date import parse_date
from kb.when.extent import OPEN, UNKNOWN, Extent, Grain, bad_date, hull, through

_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
    r"(?:Z|([+-])(0[0-9]|1[0-3]|14(?=:00|$))(?::([0-5][0-9]))?)?"
)
_BRACKETS = {"[": "]", "{": "}"}


def parse(text: str) -> Extent:
    """The extent of an EDTF string; raises BadDate. Local times count as UTC."""
    if "/" in text:
        return _interval(text)
    if text[:1] in _BRACKETS:
        return _set(text)
    return _date_and_time(text) if "T" in text else parse_date(text)


def _interval(text: str) -> Extent:
    begin, _, end = text.partition("/")
    if "/" in end:
        raise bad_date(text, "an interval has two ends")
    return _ordered(text, _end(begin), _end(end))


@lru_cache(maxsize=4096)
def _end(text: str) -> Extent:
    """One end of an interval; remembered, for intervals meet: the end of one is where another begins."""
    if text == "":
        return UNKNOWN
    return OPEN if text == ".." else parse_date(text)


def _ordered(text: str, begin: Extent, end: Extent) -> Extent:
    if begin.begin is not None and end.end is not None and begin.begin > end.end:
        raise bad_date(text, "it ends before it begins")
    return through(begin, end)


def _set(text: str) -> Extent:
    if text[-1] != _BRACKETS[text[0]]:
        raise bad_date(text, "the bracket is not closed")
    members = text[1:-1].split(",")
    if any(member.startswith("..") for member in members[1:]):
        raise bad_date(text, "only the first member may begin with ..")
    if any(member.endswith("..") for member in members[:-1]):
        raise bad_date(text, "only the last member may end with ..")
    return hull(_member(text, member) for member in members)


def _member(text: str, member: str) -> Extent:
    first, dots, last = member.partition("..")
    if not dots:
        return parse_date(member)
    if not first and not last:
        raise bad_date(text, ".. needs a date on one side")
    return _ordered(text, parse_date(first) if first else OPEN, parse_date(last) if last else OPEN)


def _date_and_time(text: str) -> Extent:
    match = _TIME.fullmatch(text)
    if not match:
        raise bad_date(text, "date and time look like 1985-04-12T23:20:30Z")
    date, hour, minute, second, sign, zone_hours, zone_minutes = match.groups()
    start = parse_date(date).begin
    assert start is not None  # a plain day always has bounds
    instant = start + _seconds(int(hour), int(minute), int(second))
    if sign:
        east = _seconds(int(zone_hours), int(zone_minutes or 0), 0)
        instant += east if sign == "-" else -east
    return Extent(instant, instant, Grain.SECOND)


def _seconds(hours: int, minutes: int, seconds: int) -> int:
    return hours * 3600 + minutes * 60 + seconds
