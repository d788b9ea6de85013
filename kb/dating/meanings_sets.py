"""Meanings of what comes again, TIMEX3's SET: every Friday, most days, on weekends, twice a week."""

import re
from fractions import Fraction

from kb.dating.forms import Form, Repetition
from kb.dating.meanings_amounts import period
from kb.dating.slots import Slots

_FIXED = re.compile(r"\d\d-\d\d")


def every(slots: Slots) -> Form | None:
    """Every day, each Friday morning, every other month, every two years, on Mondays, most weekends.

    The quant is the word itself; where a named day is left out in between it says so ("EVERY OTHER",
    "EVERY 3"), since the value of a named day has no place for it.
    """
    quant = slots.get("every", "most", "alternate")
    number = 2 if slots.has("alternate") else slots.get("other", "number")
    if named := _named(slots):
        return Repetition(named, _skipping(quant, number))
    some = slots.has("vague_amount")
    amount = None if some else Fraction(number or 1)
    return Repetition(period(amount, slots.get("unit", "units")), quant)


def _skipping(quant: str | None, number: Fraction | int | None) -> str | None:
    if number is None or number == 1:
        return quant
    return f"{quant} OTHER" if number == 2 else f"{quant} {number}"


def day_of_every(slots: Slots) -> Form | None:
    """The 15th of every month; only a month and a year have days that are counted."""
    unit = slots.get("unit")
    if unit not in (None, "M"):
        return None
    return _repeated_day(slots.get("month"), slots.get("digits_th", "ordinal_plain"), slots.get("every"))


def every_date(slots: Slots) -> Form | None:
    """Every 6 January: a day of each year."""
    return _repeated_day(slots.get("month"), slots.get("day", "ordinal_day"), slots.get("every"))


def _repeated_day(month: int | None, day: int, quant: str | None) -> Form | None:
    if not 1 <= day <= 31:
        return None
    return Repetition(f"XXXX-{'XX' if month is None else f'{month:02}'}-{day:02}", quant)


def every_feast(slots: Slots) -> Form | None:
    """Every Christmas: the day, where each year has the same; else once a year."""
    feast = slots.get("holiday")
    return Repetition(f"XXXX-{feast}" if _FIXED.fullmatch(feast) else "P1Y", slots.get("every"))


def nth_of_every(slots: Slots) -> Form | None:
    """The first Monday of every month: once in each."""
    units = [value for name, value in slots.pairs if name == "unit"]
    container = "Y" if slots.has("month") else units[-1]
    return Repetition(period(Fraction(1), container), slots.get("every"))


def every_nth(slots: Slots) -> Form | None:
    """Every first Monday of the month, of the year: once in each."""
    return Repetition(period(Fraction(1), slots.get("yearword", "monthword") or "M"), slots.get("every"))


def _named(slots: Slots) -> str | None:
    """The value of a day, part, month or season that comes again."""
    part = slots.get("part", "parts")
    if weekday := slots.get("weekday", "weekdays", "day_kind", "day_kinds"):
        return f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    if part:
        return f"XXXX-XX-XXT{part}"
    if month := slots.get("month"):
        return f"XXXX-{month:02}"
    return f"XXXX-{slots.get('season')}" if slots.has("season") else None


def adverb(slots: Slots) -> Form | None:
    """Daily, weekly, annual."""
    return Repetition(slots.get("adverb_set"))


def rate(slots: Slots) -> Form | None:
    """Twice a week, per day."""
    times = slots.get("times", "number")
    return Repetition(
        period(Fraction(1), slots.get("unit") or "Y"), None, f"{int(times)}X" if times else None
    )


def rate_of(slots: Slots) -> Form | None:
    """ "A day" after a price or a count: each day."""
    return Repetition(period(Fraction(1), slots.get("unit")))
