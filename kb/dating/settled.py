"""A Moment as far as its fields could be filled, and what filled them."""

from dataclasses import dataclass, replace

from kb.dating.feasts import feast_days
from kb.dating.forms import Fields
from kb.dating.reckoning import first_number, of_number
from kb.dating.story import Reference


@dataclass(frozen=True, slots=True)
class Settled:
    """The fields of a Moment as far as they could be filled, and what filled them."""

    fields: Fields
    reference: Reference | None = None
    relative: bool = False
    other: Fields | None = None  # the date that was weighed and not taken
    either: tuple[Fields, ...] = ()  # the dates it may as well be, where nothing decides
    blank: str | None = None  # the unit that stayed open: its value is all X below what is known
    lacking: bool = False  # whether the fields have no such day, week or month: no fifth Friday


def refined(base: Fields, finer: Fields) -> Fields:
    """The shifted base with the finer fields that the words name ("September last year")."""
    if finer.holiday and base.year is not None:
        return replace(feasts_of(finer.holiday, base.year)[0], part=finer.part)
    if finer.weekday and base.week is not None:
        return replace(of_number(first_number(replace(base, weekday=finer.weekday)) or 0), part=finer.part)
    names = ("season", "quarter", "half", "month", "week", "day", "part", "hour", "minute", "second", "zone")
    found = {name: value for name in names if (value := getattr(finer, name)) is not None}
    return replace(base, **found)


def feasts_of(rule: str, year: int) -> tuple[Fields, ...]:
    """The days of a feast in a year, or the year where nobody knows the day."""
    return feast_days(rule, year) or (Fields(year=year),)
