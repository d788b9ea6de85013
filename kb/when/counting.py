"""Counting a TIMEX3 duration from a date: two weeks after 3 May, a year before 2014."""

import re

from kb.errors import BadDate
from kb.when.days import DAY_SECONDS, Day, add_days, add_months, civil, day_number, week_start
from kb.when.extent import Grain
from kb.when.when import When

NO_MORE, NO_LESS = {"LESS_THAN", "EQUAL_OR_LESS"}, {"MORE_THAN", "EQUAL_OR_MORE"}
"""TIMEX3 modifiers by which an amount is only a limit."""
PERIOD = re.compile(r"P(\d+)([YMWD])|PT(\d+|X+)([HMS])")
_YEARS_AND_HALF = re.compile(r"P(\d+)\.5Y")
_IN_A_DAY = {"H": 24, "M": 24 * 60, "S": DAY_SECONDS}


def count_from(when: When, duration: str, sign: int) -> When | None:
    """The date a duration after (`sign` 1) or before (-1) another.

    The result is as exact as the unit: a day, a week from Monday to Sunday, a month, a year ("three
    months after 17 June 2016" is September 2016); of hours the full days count ("48 hours after 17
    June 2016" is 19 June), fewer leave the day. None when the amount is vague, or the date coarser than
    the unit.
    """
    when = _begin(when)
    match, day = PERIOD.fullmatch(_in_months(duration)), when.first_day
    if match is None or day is None or not (_is_day(when) or _is_unit(when)):
        return None
    amount, unit = (match[1], match[2]) if match[1] else (_full_days(match[3], match[4]), "D")
    try:
        return _counted(when, day, int(amount) * sign, unit)
    except BadDate:  # beyond the years that EDTF has days and months for
        return None


def _in_months(duration: str) -> str:
    """Years and a half told in months."""
    half = _YEARS_AND_HALF.fullmatch(duration)
    return f"P{12 * int(half[1]) + 6}M" if half else duration


def _full_days(amount: str, unit: str) -> int:
    return int(amount) // _IN_A_DAY[unit] if amount.isdigit() else 0


def count_loosely(when: When, duration: str, sign: int, mod: str | None) -> When | None:
    """`count_from` with the TIMEX3 modifier of the amount.

    "Less than a month after" a date is from it to the month behind, "more than" all from there on.
    """
    counted = count_from(when, duration, sign)
    if counted is None or mod not in NO_MORE | NO_LESS:
        return counted
    if mod in NO_MORE:
        return When.between(when, counted) if sign > 0 else When.between(counted, when)
    return When.since(counted) if sign > 0 else When.until(counted)


def before(when: When) -> When | None:
    """All that lies before a date: ../2013 for 2014, ../2016-06-16 for 2016-06-17; None without a begin."""
    if _is_unit(when):
        earlier = count_from(when, "P1M" if when.grain is Grain.MONTH else "P1Y", -1)
        return When.until(earlier) if earlier else None
    begin = when.window[0]
    eve = None if begin is None else _day(begin // DAY_SECONDS - 1)
    return When.until(eve) if eve else None


def after(when: When) -> When | None:
    """All that lies behind a date: 2015/.. for 2014, 2016-06-18/.. for 2016-06-17; None without an end."""
    if _is_unit(when):
        later = count_from(when, "P1M" if when.grain is Grain.MONTH else "P1Y", 1)
        return When.since(later) if later else None
    end = when.window[1]
    morrow = None if end is None else _day(end // DAY_SECONDS + 1)
    return When.since(morrow) if morrow else None


def _day(number: int) -> When | None:
    try:
        return When.of_day(*civil(number))
    except BadDate:
        return None


def _begin(when: When) -> When:
    """The begin of what has begun and not ended: "two days after the siege began"."""
    begin, _, end = str(when).partition("/")
    return When.parse(begin) if end == ".." and begin not in {"", ".."} else when


def _is_day(when: When) -> bool:
    return when.first_day == when.last_day


def _is_unit(when: When) -> bool:
    """Whether it is one month or one year."""
    return re.fullmatch(r"-?\d{4}(-(0[1-9]|1[0-2]))?", str(when)) is not None


def _counted(when: When, day: Day, count: int, unit: str) -> When | None:
    if unit in "DW" and not _is_day(when):
        return None
    if unit == "D":
        return When.of_day(*add_days(day, count))
    if unit == "W":
        return _week(day_number(*add_days(day, 7 * count)))
    year, month, _ = add_months(day, count * (12 if unit == "Y" else 1))
    if unit == "Y":
        return When.of_year(year)
    return None if when.grain is Grain.YEAR else When.of_month(year, month)


def _week(day: int) -> When:
    """The week, Monday to Sunday, that holds a day."""
    monday = week_start(day)
    return When.between(When.of_day(*civil(monday)), When.of_day(*civil(monday + 6)))
