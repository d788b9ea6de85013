"""The days of feasts, fixed, counted, or moving with the moon.

A feast of the language table is "12-25"; "11-4-3", the third Thursday of November; "easter-2", so many
days from Easter of the western churches, "orthodox-2" of the eastern ones, "advent+0" from the first Sunday
of Advent, "thanksgiving+1" from that of the United States; or "SG:Eid al-Fitr", the first day that bears
this name among the holidays of a country, which the library `holidays` knows (imported when first needed).
What lasts names its last day too: "easter-46..+45", or "advent+0..12-24". A name of several feasts has a bar
between them.
"""

import re
from functools import cache

from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN
from dateutil.easter import easter as easter_day

from kb.dating.forms import Fields
from kb.dating.reckoning import counted, first_number, of_number
from kb.when.days import day_number, weekday_before

FIRST_YEAR, LAST_YEAR = 1950, 2075
"""The years for which the calendars of the moon are asked; few countries' holidays are known beyond."""
FIRST_EASTER, GREGORIAN, LAST_EASTER = 326, 1583, 4099
"""The years for which Easter is told: from the council of Nicaea on, at first in the Julian calendar."""
ADVENT_WEEKS = 3
"""Weeks from the first Sunday of Advent to the last one before Christmas."""
_LEAP, _COMMON = 2000, 2001  # years whose days are counted in for those of the Julian calendar


def feast_days(rule: str, year: int) -> tuple[Fields, ...]:
    """The days of a year on which the feast begins, in order; none when they are not known for that year."""
    days = (_lasting(one, day) for one in rule.split("|") for day in _begun(one.split("..")[0], year))
    return tuple(sorted(days, key=lambda day: first_number(day) or 0))


def _lasting(rule: str, first: Fields) -> Fields:
    """The first day with the number of days that come after it; "+7" tells it, a last day is looked up."""
    begin, last = first_number(first) or 0, rule.partition("..")[2]
    if last.startswith("+"):
        return first.through(int(last))
    year = first.year or 0
    ends = (first_number(day) or 0 for y in (year, year + 1) for day in (_begun(last, y) if last else ()))
    return first.through(next((end - begin for end in ends if end > begin), 0))


def _begun(rule: str, year: int) -> tuple[Fields, ...]:
    if ":" in rule:
        return _in_country(rule, year) if FIRST_YEAR <= year <= LAST_YEAR else ()
    if rule[0].isalpha():
        name, days = re.split(r"(?=[+-])", rule)
        return _from_moving(name, int(days), year)
    month, day, *nth = rule.split("-", 2)
    if not nth:
        return (Fields(year=year, month=int(month), day=int(day)),)
    found = counted(Fields(year=year, month=int(month)), int(nth[0]), f"weekday {day}")
    return (found,) if found else ()


def _from_moving(name: str, days: int, year: int) -> tuple[Fields, ...]:
    """So many days from Easter, Advent or Thanksgiving."""
    if name == "advent":
        return (of_number(weekday_before(day_number(year, 12, 25), 7) - 7 * ADVENT_WEEKS + days),)
    if name == "thanksgiving":
        thursday = counted(Fields(year=year, month=11), 4, "weekday 4")
        return (of_number((first_number(thursday) or 0) + days),) if thursday else ()
    if not FIRST_EASTER <= year <= LAST_EASTER:
        return ()
    if name == "easter" and year < GREGORIAN:
        return (_julian(easter_day(year, EASTER_JULIAN).timetuple()[1:3], days, year),)
    sunday = easter_day(year, EASTER_WESTERN if name == "easter" else EASTER_ORTHODOX)
    return (of_number(day_number(sunday.year, sunday.month, sunday.day) + days),)


def _julian(month_day: tuple[int, int], days: int, year: int) -> Fields:
    """A day of the calendar of the time, in which every fourth year is a leap year."""
    day = of_number(day_number(_COMMON if year % 4 else _LEAP, *month_day) + days)
    return Fields(year=year, month=day.month, day=day.day)


@cache
def _in_country(rule: str, year: int) -> tuple[Fields, ...]:
    """The days on which it begins: those of the name that follow no other day of it."""
    country, _, rest = rule.partition(":")
    name, *days = re.split(r"(?=[+-]\d+$)", rest)
    numbers = {n for y in (year - 1, year) for n in _named(country, name, y)}
    begun = sorted(n + sum(map(int, days)) for n in numbers if n - 1 not in numbers)
    return tuple(day for day in map(of_number, begun) if day.year == year)


@cache
def _named(country: str, name: str, year: int) -> tuple[int, ...]:
    """The days of a year that bear a name, even one that the moon may yet change."""
    from holidays import country_holidays

    known = country_holidays(country, years=year, language="en_US")
    all_kinds = country_holidays(country, years=year, language="en_US", categories=known.supported_categories)
    names = (name, f"{name} (estimated)")
    days = {day for one in names for day in all_kinds.get_named(one, lookup="exact")}
    return tuple(day_number(day.year, day.month, day.day) for day in days)
