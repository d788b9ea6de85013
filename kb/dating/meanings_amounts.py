"""Meanings that measure: durations, offsets; and the present, past and future at large."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from kb.dating.forms import Base, Fields, Form, Length, Moment, Shift, Vague
from kb.dating.meanings_relative import deictic, shifted
from kb.dating.reckoning import DAY_UNITS
from kb.dating.slots import Slots

HALF = Fraction(1, 2)
DAYS_OF_YEAR = Fraction(146097, 400)
DATE_MODS: Mapping[str | None, tuple[str, str]] = {
    "MORE_THAN": ("BEFORE", "AFTER"),
    "LESS_THAN": ("AFTER", "BEFORE"),
    "EQUAL_OR_MORE": ("ON_OR_BEFORE", "ON_OR_AFTER"),
    "EQUAL_OR_LESS": ("ON_OR_AFTER", "ON_OR_BEFORE"),
}
"""What the measure of an amount says of the date, counted back and counted ahead."""
_SMALLER = {
    "Y": ("M", 12),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "W": ("D", 7),
    "D": ("H", 24),
    "H": ("MIN", 60),
}


def length(slots: Slots) -> Form | None:
    """A stretch of time: "more than three years", "a five-year", "the past few months"."""
    unit = slots.get("unit", "units", "large_units")
    if unit is None:
        return None
    mod = slots.get("measure", "odd", "or_so") or None
    if slots.has("large_units"):
        return Length(None, unit, mod)
    if slots.has("vague_amount") and slots.has("unit"):
        return None
    amount = _amount(slots)
    within = slots.get("year") if slots.has("year") else None
    toward, base = slots.get("stretch") if slots.has("stretch") else (0, Base.STORY)
    return (
        Length(amount, unit, mod, within=within, toward=toward, base=Base(base))
        if amount != 0 or slots.has("vague_amount")
        else None
    )


def _amount(slots: Slots) -> Fraction | None:
    """How many; None when nobody says."""
    if slots.has("fraction", "part_of"):
        return Fraction(slots.get("fraction", "part_of"))
    if slots.has("or_two"):
        return None
    if slots.has("vague_amount"):
        return Fraction(slots.get("vague_amount")) or None
    number = slots.get("number_half", "number", "article")
    if number is None and slots.has("half") and "and" not in slots.words:
        return HALF
    amount = Fraction(1) if number is None else Fraction(number)
    return amount + HALF if slots.has("half") else amount


def lengths(slots: Slots) -> Form | None:
    """Two years and three months: one stretch, from the coarser unit to the finer."""
    amounts = [Fraction(value) for name, value in slots.pairs if name in ("number", "article")]
    units = [value for name, value in slots.pairs if name in ("unit", "units")]
    if len(amounts) != len(units) or not all(_is_finer(*pair) for pair in pairwise(units)):
        return None
    found: Length | None = None
    for amount, unit in zip(reversed(amounts), reversed(units), strict=True):
        found = Length(amount, unit, rest=found)
    return found and replace(found, mod=slots.get("measure") or None)


def hours_minutes(slots: Slots) -> Form | None:
    """3h 20m."""
    hours, minutes = re.findall(r"\d+", slots.get("hours_minutes"))
    return Length(Fraction(hours), "H", rest=Length(Fraction(minutes), "MIN"))


def fraction(slots: Slots) -> Form | None:
    """A quarter of a century, three quarters of an hour: told in the next finer unit."""
    amount, unit = _finer(Fraction(slots.get("fraction", "part_of")), slots.get("unit"))
    return Length(amount, unit, slots.get("measure") or None) if amount.denominator == 1 else None


def _is_finer(coarse: str, fine: str) -> bool:
    order = ("Y", "M", "D", "H", "MIN", "S")
    return coarse in order and fine in order and order.index(coarse) < order.index(fine)


def half_length(slots: Slots) -> Form | None:
    """Half an hour, a half-day."""
    return Length(HALF, slots.get("unit"), slots.get("measure") or None)


def away(slots: Slots) -> Form | None:
    """Two weeks ago, three days later."""
    direction, base = slots.get("away", "away_bare")
    unit = slots.get("unit", "units", "large_units")
    amount = None if slots.has("large_units") else _amount(slots)
    mod = _date_mod(slots.get("measure", "odd", "or_so"), direction)
    if amount is None:
        return Moment(shift=Shift(None, unit, Base(base)), which=direction, mod=mod)
    amount, unit = _finer(amount, unit, stop="D")
    return Moment(shift=Shift(direction * int(amount), unit, Base(base)), mod=mod)


def _finer(amount: Fraction, unit: str, stop: str = "") -> tuple[Fraction, str]:
    """A fraction told in the next finer unit, as far as it takes, and no further than `stop`."""
    while amount.denominator != 1 and unit in _SMALLER and unit != stop:
        unit, factor = _SMALLER[unit]
        amount *= factor
    return amount, unit


def _date_mod(measure: str | None, direction: int) -> str | None:
    """What the measure of an amount says of the date: more than two years ago is before it."""
    earlier, later = DATE_MODS.get(measure, (measure, measure))
    return (earlier if direction < 0 else later) or None


def ago_today(slots: Slots) -> Form | None:
    """Two years ago today, 40 years ago this week, two weeks ago today, a year ago last month."""
    amount, unit = _amount(slots), slots.get("unit", "units")
    if amount is None or amount.denominator != 1:
        return None
    moment = shifted(slots) if slots.has("which") else deictic(slots)
    if moment is None:
        return None
    if unit in DAY_UNITS:
        return replace(moment, extra=-int(amount) * DAY_UNITS[unit])
    return replace(moment, years=-int(amount)) if unit == "Y" else None


def weekday_weeks_ago(slots: Slots) -> Form | None:
    """A week ago Monday: so many weeks before the last Monday; a year ago Monday: the Monday nearest to the
    day a year before it."""
    amount, unit = _amount(slots), slots.get("unit", "units")
    if amount is None or amount.denominator != 1 or unit not in ("W", "FN", "Y"):
        return None
    days = 7 * round(amount * DAYS_OF_YEAR / 7) if unit == "Y" else int(amount) * DAY_UNITS[unit]
    return Moment(Fields(weekday=slots.get("weekday")), which=-1, extra=-days)


def in_time(slots: Slots) -> Form | None:
    """In three weeks' time: counted ahead."""
    amount = _amount(slots)
    unit = slots.get("unit", "units")
    if amount is None or amount.denominator != 1:
        return Moment(shift=Shift(None, unit, Base.SPEECH), which=1)
    return Moment(shift=Shift(int(amount), unit, Base.SPEECH))


def offset(slots: Slots) -> Form | None:
    """The duration between an event told next and what is dated by it."""
    return length(slots)


def vague(slots: Slots) -> Form | None:
    """Now, recently, some day; former and future before a noun."""
    return Vague(next(iter(slots.inside.values())))


def future(_slots: Slots) -> Form | None:
    """One day, some day to come."""
    return Vague("FUTURE_REF")


def past(_slots: Slots) -> Form | None:
    """One day, some day that is gone."""
    return Vague("PAST_REF")


def a_while(_slots: Slots) -> Form | None:
    """A stretch that nobody measured."""
    return Length(None, "X")


def stretch(length: Length) -> str:
    """The TIMEX3 value of a length: P3Y, P2Y3M, PT1H30M."""
    whole = period(length.amount, length.unit)
    if length.rest is None:
        return whole
    rest = stretch(length.rest).removeprefix("P")
    return whole + (rest.removeprefix("T") if "T" in whole else rest)


def period(amount: Fraction | None, unit: str) -> str:
    """A TIMEX3 duration value: P3Y, PT30M, P2.5Y, PXM for an unknown number of months."""
    if unit == "FN":
        unit, amount = "W", None if amount is None else amount * 2
    if unit == "DE" and amount is not None:
        unit, amount = "Y", amount * 10
    if unit == "CE" and amount is not None and amount.denominator != 1:
        unit, amount = "Y", amount * 100
    if unit == "X":
        return "PXX"
    if amount == HALF and unit in _SMALLER:
        unit, factor = _SMALLER[unit]
        amount = HALF * factor
    number = "X" if amount is None else _decimal(amount)
    if unit in ("H", "MIN", "S"):
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"


def _decimal(amount: Fraction) -> str:
    return str(amount.numerator) if amount.denominator == 1 else f"{float(amount):.2f}".rstrip("0")
