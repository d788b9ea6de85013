"""Calendar arithmetic on fields: shifting, counting inside a month or year, weeks.

Years are astronomical, so that shifting over the turn of the eras needs no special case.
"""

from dataclasses import replace

from kb.dating.forms import Fields
from kb.when.days import (
    civil,
    day_number,
    iso_week,
    monday_of,
    month_length,
    month_of,
    weekday,
    weekday_after,
    weekday_before,
)

YEAR_UNITS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000, "TURN": 100}
FIRST_NAMED, LAST_NAMED = -9999, 9999  # years whose decades and centuries have a TIMEX3 value
DAY_UNITS = {"D": 1, "W": 7, "FN": 14, "WE": 7}
MONTHS_IN = {"M": 1, "Q": 3, "HALF": 6}
MINUTES_IN = {"H": 60, "MIN": 1, "S": 0}


def of_number(number: int) -> Fields:
    """The day of a day number."""
    year, month, day = civil(number)
    return Fields(year=year, month=month, day=day)


def first_number(fields: Fields) -> int | None:
    """Day number of the first day of the fields; None when the year is not known."""
    if fields.year is None:
        return None
    if fields.week is not None:
        return monday_of(fields.year, fields.week) + (fields.weekday or (6 if fields.weekend else 1)) - 1
    return day_number(fields.year, _first_month(fields), fields.day or 1)


def _first_month(fields: Fields) -> int:
    return month_begun(fields) or 1


def month_begun(fields: Fields) -> int | None:
    """The month in which the fields begin, winter in December; None for what is no part of a year."""
    if fields.season:
        return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[fields.season]
    if fields.quarter:
        return 3 * fields.quarter - 2
    return fields.month or (6 * fields.half - 5 if fields.half else None)


def last_number(fields: Fields) -> int | None:
    """Day number of the last day of the fields; None when the year is not known."""
    first = first_number(fields)
    if first is None or fields.day is not None or (fields.week is not None and fields.weekday):
        return None if first is None else first + fields.lasting
    if fields.week is not None:
        return first + (1 if fields.weekend else 6)
    return _month_end(fields.year or 0, _first_month(fields) + _months(fields) - 1)


def _months(fields: Fields) -> int:
    if fields.season or fields.quarter:
        return 3
    return 6 if fields.half else 1 if fields.month else 12


def _month_end(year: int, month: int) -> int:
    year, month = month_of(year, month)
    return day_number(year, month, month_length(year, month))


def shifted(base: Fields, count: int, unit: str) -> Fields | None:
    """The unit (day, week, month ...) that lies `count` of them from `base`; None when base is too coarse."""
    if base.year is None:
        return None
    if unit == "SAME":
        return replace(base, year=base.year + count)
    if unit in YEAR_UNITS:
        return _shifted_years(base.year, count, unit)
    if unit in MONTHS_IN:
        return _shifted_months(base, count, unit)
    if base.day is None and base.week is None:
        return None
    if unit in DAY_UNITS:
        return _shifted_days(base, count, unit)
    return _shifted_hours(base, count * MINUTES_IN[unit]) if unit in MINUTES_IN else None


def _shifted_years(year: int, count: int, unit: str) -> Fields:
    far = year + count * YEAR_UNITS[unit]
    if not FIRST_NAMED <= far <= LAST_NAMED:
        return Fields(year=far)
    if unit == "DE":
        return Fields(decade=year // 10 + count)
    if unit == "TURN":
        return Fields(century=(year + 50) // 100 + count)
    if unit == "CE":
        return Fields(century=year // 100 + count)
    return Fields(year=year + count * YEAR_UNITS[unit])


def _shifted_months(base: Fields, count: int, unit: str) -> Fields | None:
    size = MONTHS_IN[unit]
    if unit == "Q" and base.quarter:
        slot = (base.year or 0) * 4 + base.quarter - 1 + count
        return Fields(year=slot // 4, quarter=slot % 4 + 1)
    first = first_number(base)
    if first is None or (base.month is None and base.week is None):
        return None
    year, month, _ = civil(first)
    slot = (year * 12 + month - 1) // size + count
    per_year = 12 // size
    year, position = slot // per_year, slot % per_year + 1
    if unit == "M":
        return Fields(year=year, month=position)
    return Fields(year=year, quarter=position) if unit == "Q" else Fields(year=year, half=position)


def _shifted_days(base: Fields, count: int, unit: str) -> Fields:
    number = (first_number(base) or 0) + count * DAY_UNITS[unit]
    if unit == "D":
        return of_number(number)
    year, week = iso_week(number)
    return Fields(year=year, week=week, weekend=unit == "WE")


def _shifted_hours(base: Fields, minutes: int) -> Fields:
    """The time of day so much later; from a day without a time that day."""
    day = first_number(base) or 0
    if base.hour is None or base.minute is None:
        return of_number(day + int(minutes / (24 * 60)))
    days, minute = divmod(60 * base.hour + base.minute + minutes, 24 * 60)
    return replace(of_number(day + days), hour=minute // 60, minute=minute % 60, zone=base.zone)


def counted(fields: Fields, position: int, unit: str) -> Fields | None:
    """The nth day, week or weekday ("weekday 5") inside the fields, -1 is the last; None if there is none."""
    first, last = first_number(fields), last_number(fields)
    if first is None or last is None:
        return None
    if unit in ("M", "Q"):
        return _counted_months(fields, position, unit)
    if unit == "D":
        return _within(first, last, first + position - 1 if position > 0 else last + position + 1)
    if unit.startswith("weekday"):
        return _counted_weekday(first, last, position, int(unit[-1]))
    return _counted_week(first, last, position) if unit == "W" else None


def _counted_months(fields: Fields, position: int, unit: str) -> Fields | None:
    if fields.month or fields.season:
        return None
    count = 12 if unit == "M" else 4
    number = position if position > 0 else count + position + 1
    if not 1 <= number <= count:
        return None
    return replace(fields, month=number) if unit == "M" else replace(fields, quarter=number)


def _counted_weekday(first: int, last: int, position: int, day: int) -> Fields | None:
    if position > 0:
        number = weekday_after(first - 1, day) + 7 * (position - 1)
    else:
        number = weekday_before(last + 1, day) + 7 * (position + 1)
    return _within(first, last, number)


def _within(first: int, last: int, number: int) -> Fields | None:
    return of_number(number) if first <= number <= last else None


def _counted_week(first: int, last: int, position: int) -> Fields | None:
    """The nth seven days from the first, told as the ISO week that holds their fourth day."""
    begin = first + 7 * (position - 1) if position > 0 else last + 7 * (position + 1) - 6
    if begin > last or begin + 6 < first:
        return None
    year, week = iso_week(begin + 3)
    return Fields(year=year, week=week)


def beside(fields: Fields, direction: int, unit: str) -> Fields | None:
    """The day, week, weekend or weekday ("weekday 5") before (-1, the second -2) or after (1) the fields, or
    the weekend nearest to them (0)."""
    first, last = first_number(fields), last_number(fields)
    if first is None or last is None or (fields.day is None and fields.week is None):
        return None
    if unit == "WE":
        return _weekend_beside(first, last, direction)
    if unit.startswith("weekday"):
        day = int(unit[-1])
        near = weekday_after(last, day) - 7 if direction > 0 else weekday_before(first, day) + 7
        return of_number(near + 7 * direction)
    return shifted(of_number(last if direction > 0 else first), direction, unit)


def _weekend_beside(first: int, last: int, direction: int) -> Fields:
    """Monday and Tuesday are nearest to the weekend before them."""
    if direction == 0:
        return _weekend(first - 2)
    return _weekend(first - 7) if direction < 0 else _weekend(last + 7 if weekday(last) > 5 else last)


def _weekend(day: int) -> Fields:
    year, week = iso_week(day)
    return Fields(year=year, week=week, weekend=True)
