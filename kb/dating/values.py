"""From calendar fields to a TIMEX3 value and to the interval meant.

TIMEX3 values follow ISO-TimeML (ISO 24617-1): X for what is not known, "198" for a decade, "14" for
a century, "BC0356" before our era, "-SP", "-Q3", "-H1", "-WE", "TMO". The interval is a When; weeks,
weekends and centuries before our era, for which EDTF has no single form, become intervals of days.
"""

from dataclasses import replace

from kb.dating.forms import Base, Fields, Moment
from kb.dating.settling import Settled
from kb.errors import BadDate
from kb.when import When
from kb.when.days import civil, monday_of

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def timex_value(fields: Fields, fiscal: bool = False) -> str:
    """The TIMEX3 value of the fields, with X for those that are missing above the finest."""
    if fields.century is not None:
        return f"{fields.century:02}" if fields.century >= 0 else f"BC{-fields.century - 1:02}"
    if fields.decade is not None:
        return str(fields.decade)
    day = ("FY" if fiscal else "") + _date_value(fields)
    return day + _time_value(fields)


def _date_value(fields: Fields) -> str:
    year = _year_value(fields.year)
    if fields.week is not None:
        end = "-WE" if fields.weekend else f"-{fields.weekday}" if fields.weekday else ""
        return f"{year}-W{fields.week:02}{end}"
    for letter, number in (("H", fields.half), ("Q", fields.quarter)):
        if number is not None:
            return f"{year}-{letter}{number}"
    if fields.season:
        return f"{year}-{fields.season}"
    if fields.weekday and fields.day is None:
        return f"XXXX-WXX-{fields.weekday}"
    if fields.weekend:
        return "XXXX-WXX-WE"
    return year + _month_day(fields)


def _year_value(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _month_day(fields: Fields) -> str:
    timed = fields.part is not None or fields.hour is not None
    month = "XX" if fields.month is None else f"{fields.month:02}"
    if fields.day is not None:
        return f"-{month}-{fields.day:02}"
    if timed:
        return f"-{month}-XX"
    return "" if fields.month is None else f"-{month}"


def _time_value(fields: Fields) -> str:
    if fields.hour is None:
        return f"T{fields.part}" if fields.part else ""
    seconds = "" if fields.second is None else f":{fields.second:02}"
    return f"T{fields.hour:02}:{fields.minute or 0:02}{seconds}{fields.zone or ''}"


def without_time(fields: Fields) -> Fields:
    """The fields down to the day."""
    return replace(fields, part=None, hour=None, minute=None, second=None, zone=None)


def interval(fields: Fields, fiscal: bool = False) -> When | None:
    """The calendar interval of the fields; None when the year, or whatever else it takes, is missing."""
    try:
        return _interval(fields, fiscal)
    except BadDate:
        return None


def _interval(fields: Fields, fiscal: bool) -> When | None:
    if fields.century is not None:
        return _century(fields.century)
    if fields.decade is not None:
        return When.parse(f"{fields.decade:03}X")
    if fields.year is None:
        return None
    if fiscal:
        return When.parse(f"{fields.year:04}~")
    return _week(fields) if fields.week is not None else _in_year(fields, fields.year)


def _century(century: int) -> When:
    if century >= 0:
        return When.parse(f"{century:02}XX")
    return When.between(When.of_year(century * 100 + 1), When.of_year(century * 100 + 100))


def _week(fields: Fields) -> When:
    monday = monday_of(fields.year or 0, fields.week or 1)
    if fields.weekday:
        return When.of_day(*civil(monday + fields.weekday - 1))
    first = monday + 5 if fields.weekend else monday
    return When.between(When.of_day(*civil(first)), When.of_day(*civil(monday + 6)))


def _in_year(fields: Fields, year: int) -> When | None:
    group = _group(fields)
    if group:
        return When.of_month(year, group)
    if fields.month is None:
        return When.of_year(year) if fields.day is None and fields.hour is None else None
    if fields.day is None:
        return When.of_month(year, fields.month) if fields.hour is None and fields.part is None else None
    return When.of_day(year, fields.month, fields.day) if fields.hour is None else _with_clock(fields)


def _group(fields: Fields) -> int | None:
    """EDTF's number for a season, quarter or half of a year."""
    if fields.season:
        return _SEASONS[fields.season]
    if fields.quarter:
        return 32 + fields.quarter
    return 39 + fields.half if fields.half else None


def _with_clock(fields: Fields) -> When:
    day = When.of_day(fields.year or 0, fields.month or 1, fields.day or 1)
    if fields.hour == 24:
        return day
    clock = f"T{fields.hour:02}:{fields.minute or 0:02}:{fields.second or 0:02}"
    return When.parse(f"{day}{clock}{fields.zone or ''}")


BLANKS = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "W": "XXXX-WXX",
    "FN": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
    "D": "XXXX-XX-XX",
}
"""The value of a unit of which nothing is known."""


def settled_value(moment: Moment, settled: Settled) -> str:
    """The TIMEX3 value of a settled moment; X where it stayed open."""
    if settled.blank is None:
        return timex_value(settled.fields, moment.fiscal)
    if moment.shift is not None and moment.shift.count is None:
        return _vague_value(moment, settled, settled.blank)
    if settled.blank in BLANKS and settled.fields == Fields(year=settled.fields.year):
        return _year_value(settled.fields.year) + BLANKS[settled.blank][4:]
    known = timex_value(settled.fields)
    return known if settled.fields != Fields() else BLANKS.get(settled.blank, "XXXX-XX-XXTXX")


def _vague_value(moment: Moment, settled: Settled, unit: str) -> str:
    """Years later is the future, a few years ago the past; days later is some day."""
    if unit not in BLANKS and settled.fields.day is not None:
        return f"{timex_value(without_time(settled.fields))}TXX"
    if moment.which is None:
        return BLANKS.get(unit, "XXXX-XX-XXTXX")
    if unit in ("Y", "DE", "CE", "ML") or (moment.shift and moment.shift.base is Base.SPEECH):
        return "FUTURE_REF" if moment.which == 1 else "PAST_REF"
    return BLANKS.get(unit, "XXXX-XX-XXTXX")


def with_mod(when: When | None, mod: str | None) -> When | None:
    """The part of the interval that "early", "mid" or "late" leaves of it."""
    if when is None or mod not in ("START", "MID", "END"):
        return when
    return {"START": when.early, "MID": when.middle, "END": when.late}[mod]()
