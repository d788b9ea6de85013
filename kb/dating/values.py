"""From calendar fields to a TIMEX3 value and to the interval meant.

TIMEX3 values follow ISO-TimeML (ISO 24617-1): X for what is not known, "198" for a decade, "14" for
a century, "BC0356" before our era, "-SP", "-Q3", "-H1", "-WE", "TMO". The interval is the `When` of that
value; fiscal years, which begin when it pleases their country, are about the calendar year.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kb.dating.forms import Base, Fields, Moment, Shift
from kb.dating.reckoning import shifted
from kb.dating.settled import Settled
from kb.when import Grain, When, count_from, from_timex

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
    "SAME": "XXXX",
    "NOW": "PRESENT_REF",
}
"""The value of a unit of which nothing is known."""
SOME_TIME = "XXXX-XX-XXTXX"
MIDNIGHT = 24
"""The hour that ends the day it is named by. EDTF has it only as the first of the next day, on which nobody
would look for "midnight on Friday"; so the day named is all that is meant."""


def timex_value(fields: Fields, fiscal: bool = False) -> str:
    """The TIMEX3 value of the fields, with X for those that are missing above the finest."""
    if fields.millennium is not None:
        return f"{fields.millennium}" if fields.millennium >= 0 else f"BC{-fields.millennium - 1}"
    if fields.century is not None:
        return f"{fields.century:02}" if fields.century >= 0 else f"BC{-fields.century - 1:02}"
    if fields.decade is not None:
        return f"{fields.decade:03}" if fields.decade >= 0 else f"BC{-fields.decade - 1:03}"
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
    if fiscal:
        return None if fields.year is None else _fiscal(fields, fields.year)
    plain = without_time(fields) if fields.hour == MIDNIGHT else fields
    return _through(from_timex(timex_value(plain)), fields.lasting)


def _fiscal(fields: Fields, year: int) -> When:
    """A fiscal year begins in the year it is named by or, in most countries, in the one before."""
    about = When.parse(f"{When.of_year(year)}~")
    opens = 1 in (fields.quarter, fields.half)
    return When.between(When.parse(f"{When.of_year(year - 1)}~"), about) if opens else about


def _through(first: When | None, days: int) -> When | None:
    """The day with so many days behind it."""
    last = count_from(first, f"P{days}D", 1) if first and days else None
    return When.between(first, last) if first and last else first


def one_of(days: Iterable[Fields]) -> When:
    """The one of several days that nobody can tell from the others, an EDTF set."""
    return When.parse(f"[{','.join(sorted(timex_value(day) for day in days))}]")


def fields_of(when: When) -> Fields | None:
    """The calendar fields of a year, a month or a day; of anything else those of its first day, if any."""
    match = re.fullmatch(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", str(when))
    if match is None or when.grain not in (Grain.YEAR, Grain.MONTH, Grain.DAY):
        day = when.first_day
        return Fields(year=day[0], month=day[1], day=day[2]) if day else None
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    return Fields(year=year, month=month, day=day_of_month)


def settled_value(moment: Moment, settled: Settled) -> str:
    """The TIMEX3 value of a settled moment; X where it stayed open."""
    if settled.blank is None:
        return timex_value(settled.fields, moment.fiscal) + _unknown_time(moment, settled.fields)
    if settled.blank == "NOW":
        return BLANKS["NOW"]
    if moment.shift is not None and moment.shift.count is None:
        return _vague_value(moment, settled, settled.blank)
    if settled.blank in BLANKS and settled.fields == Fields():
        return BLANKS[settled.blank]
    if settled.blank in BLANKS and settled.fields == Fields(year=settled.fields.year):
        return _year_value(settled.fields.year) + BLANKS[settled.blank][4:]
    known = timex_value(settled.fields)
    return known if settled.fields != Fields() else BLANKS.get(settled.blank, SOME_TIME)


def _unknown_time(moment: Moment, fields: Fields) -> str:
    """ "Ten minutes ago" is a time of day, though nobody says which."""
    small = moment.shift is not None and moment.shift.unit in ("H", "MIN", "S")
    return "TXX" if small and fields.day is not None and fields.hour is None else ""


def _vague_value(moment: Moment, settled: Settled, unit: str) -> str:
    """Years later is the future, a few years ago the past; days later is some day."""
    if unit not in BLANKS and settled.fields.day is not None:
        return f"{timex_value(without_time(settled.fields))}TXX"
    if moment.which is None:
        return BLANKS.get(unit, SOME_TIME)
    if unit in ("Y", "DE", "CE", "ML") or (moment.shift and moment.shift.base is Base.SPEECH):
        return "FUTURE_REF" if moment.which == 1 else "PAST_REF"
    return BLANKS.get(unit, SOME_TIME)


def meant(moment: Moment, settled: Settled) -> When | None:
    """The interval meant: of the date, its part or half; open where an amount is only a bound of it."""
    if settled.blank:
        return None
    whole = interval(settled.fields, moment.fiscal)
    if whole is None or moment.mod is None:
        return whole
    if moment.mod in BOUNDS and moment.shift is not None:
        return _bounded(whole, moment.shift, settled, moment.mod in ("BEFORE", "ON_OR_BEFORE"))
    return PORTIONS.get(moment.portion or moment.mod, _unchanged)(whole)


def approximate(when: When) -> When:
    """The date with a sign that it is not exact, where it has one form."""
    return When.parse(f"{when}~") if re.fullmatch(r"-?\d\d(?:\d\d|\dX|XX)(-\d\d)*", str(when)) else when


def _bounded(whole: When, shift: Shift, settled: Settled, before: bool) -> When:
    """More than two years ago: up to the month two years ago; less than: from that month until now."""
    reference = settled.reference.fields if settled.reference else Fields()
    unit, size = EXACT_UNITS.get(shift.unit, (shift.unit, 1))
    counted = shifted(reference, size * (shift.count or 0), unit)
    limit, now = (interval(counted) if counted else None) or whole, interval(reference)
    if now is None or before == ((shift.count or 0) < 0):
        return When.until(limit) if before else When.since(limit)
    return When.between(now, limit) if before else When.between(limit, now)


def _turn(when: When) -> When:
    """The years about the first one of a century."""
    day = when.first_day
    return When.parse(f"{When.of_year(day[0])}~") if day else when


def _unchanged(when: When) -> When:
    return when


BOUNDS = frozenset({"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"})
EXACT_UNITS = {"Y": ("M", 12), "DE": ("M", 120), "CE": ("M", 1200), "W": ("D", 7), "FN": ("D", 14)}
"""The finer unit in which the bound is told that a coarse amount sets."""
PORTIONS: Mapping[str, Callable[[When], When]] = {
    "START": When.early,
    "MID": When.middle,
    "END": When.late,
    "APPROX": approximate,
    "H1": lambda when: when.half(0),
    "H2": lambda when: when.half(1),
    "TURN": _turn,
}
"""What a mod, or a portion for which there is none, leaves of an interval."""
