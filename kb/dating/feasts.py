"""The days of feasts, fixed, counted, or moving with the moon.

A feast of the language table is "12-25"; "11-4-3", the third Thursday of November; "easter-2", so many
days from Easter of the western churches; or "SG:Eid al-Fitr", the first day that bears this name among
the holidays of a country, which the library `holidays` knows (imported when first needed).
"""

from functools import cache

from kb.dating.forms import Fields
from kb.dating.reckoning import counted, of_number
from kb.when.days import day_number, easter

FIRST_YEAR, LAST_YEAR = 1950, 2075
"""The years for which the calendars of the moon are asked; few countries' holidays are known beyond."""


def feast(rule: str, year: int) -> Fields | None:
    """The day of a feast in a year; None when it is not known for that year."""
    if ":" in rule:
        return _in_country(rule, year) if FIRST_YEAR <= year <= LAST_YEAR else None
    if rule.startswith("easter"):
        return of_number(day_number(*easter(year)) + int(rule.removeprefix("easter")))
    month, day, *nth = rule.split("-", 2)
    if not nth:
        return Fields(year=year, month=int(month), day=int(day))
    return counted(Fields(year=year, month=int(month)), int(nth[0]), f"weekday {day}")


@cache
def _in_country(rule: str, year: int) -> Fields | None:
    from holidays import country_holidays

    country, _, name = rule.partition(":")
    known = country_holidays(country, years=year, language="en_US")
    all_kinds = country_holidays(country, years=year, language="en_US", categories=known.supported_categories)
    days = sorted(all_kinds.get_named(name, lookup="exact"))
    return Fields(year=days[0].year, month=days[0].month, day=days[0].day) if days else None
