"""Meanings of times of day.

Each takes the slots of one expression and returns a Moment, or None when the figures make no date.
"""

from dataclasses import replace
from typing import Any

from kb.dating.forms import Moment
from kb.dating.meanings_calendar import calendar
from kb.dating.meanings_relative import deictic
from kb.dating.slots import Slots

NOON = 12
LATE = 6
"""The hour from which an hour of the night is one before midnight."""


def clock(slots: Slots) -> Moment | None:
    """A time of day, with the day it belongs to when that stands beside it."""
    if slots.get("clock_hour") not in (None, NOON):  # "12 noon", but no "5 noon"
        return None
    return _timed(slots, _hour_and_minute(slots))


def clock_list(slots: Slots) -> Moment | None:
    """Either end of "from 11 to 1 p.m.": the first lies before the second, in the same half of the day if
    it can."""
    if slots.has("meridiem", "exact_hour"):
        return clock(Slots(slots.words, slots.pairs, ()))
    last = _hour_and_minute(Slots((), slots.beside, ()))
    hour, minute, second = _hour_and_minute(Slots(slots.words, slots.pairs, ()))
    half = NOON if last[0] >= NOON else 0
    hour = hour % NOON + half
    later = (hour, minute) >= last[:2]
    hour = (hour + NOON) % (2 * NOON) if later else hour
    return _timed(Slots(slots.words, (*slots.pairs, *slots.beside), ()), (hour, minute, second))


Time = tuple[int, int, int | None]
"""Hour, minute and perhaps second, as they were read: no clock need show them."""


def _timed(slots: Slots, read: Time) -> Moment | None:
    """The time of day on the day that the slots name, if they name one."""
    found = clock_fields(*read)
    on_a_day = slots.get("deictic", "tonight") is not None
    moment = deictic(slots) if on_a_day else calendar(slots)
    if moment is None or found is None:
        return None
    return replace(moment, fields=replace(moment.fields, part=None, zone=slots.get("zone") or None, **found))


def _hour_and_minute(slots: Slots) -> Time:
    hour, minute, second = 0, 0, None
    if text := slots.get("clock", "decimal"):
        hour, minute, *rest = (int(part) for part in text.replace(".", ":").split(":"))
        second = rest[0] if rest else None
    elif text := slots.get("clockish"):
        hour, minute = divmod(int(text), 100) if len(text) > 2 else (int(text), 0)
    elif slots.has("exact_hour"):
        hour = slots.get("exact_hour")
    else:
        hour = slots.get("hour", "number_word")
        hour, minute = divmod(hour * 60 + (slots.get("past_hour", "to_hour") or 0), 60)
    return _with_meridiem(hour, slots), minute, second


def _with_meridiem(hour: int, slots: Slots) -> int:
    if slots.has("meridiem"):
        return hour % 12 + int(slots.get("meridiem"))
    part = "NI" if slots.has("tonight") else slots.get("part")
    return of_part(hour, part)


def of_part(hour: int, part: str | None) -> int:
    """The hour of twelve that lies in a part of the day: nine in the evening is 21, twelve at night 24."""
    late = part in ("AF", "EV") or (part == "NI" and hour >= LATE)
    if part == "NI" and hour == NOON:
        return 2 * NOON
    return hour + NOON if late and hour < NOON else hour


def clock_fields(hour: int, minute: int, second: int | None) -> dict[str, Any] | None:
    """The fields of a time of day, None when no clock shows it; 24:00 is the end of the day."""
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return {"hour": hour, "minute": minute, "second": second}
