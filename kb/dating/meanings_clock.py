"""Meanings of times of day.

Each takes the slots of one expression and returns a Moment, or None when the figures make no date.
"""

from dataclasses import replace
from typing import Any

from kb.dating.forms import Moment
from kb.dating.meanings_calendar import calendar
from kb.dating.meanings_relative import deictic
from kb.dating.slots import Slots

LATE = 6
"""The hour from which an hour of the night is one before midnight."""


def clock(slots: Slots) -> Moment | None:
    """A time of day, with the day it belongs to when that stands beside it."""
    read = _hour_and_minute(slots)
    found = read and clock_fields(*read)
    if not found:
        return None
    moment = deictic(slots) if slots.has("deictic") else calendar(slots)
    if moment is None:
        return None
    return replace(moment, fields=replace(moment.fields, part=None, zone=slots.get("zone") or None, **found))


def _hour_and_minute(slots: Slots) -> tuple[int, int, int | None] | None:
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
        hour, minute = divmod(hour * 60 + slots.get("past_hour"), 60) if slots.has("past_hour") else (hour, 0)
    return _with_meridiem(hour, slots), minute, second


def _with_meridiem(hour: int, slots: Slots) -> int:
    if slots.has("meridiem"):
        return hour % 12 + int(slots.get("meridiem"))
    late = slots.get("part") in ("AF", "EV") or (slots.get("part") == "NI" and hour >= LATE)
    return hour + 12 if late and hour < 12 else hour


def clock_fields(hour: int, minute: int, second: int | None) -> dict[str, Any] | None:
    """The fields of a time of day, None when no clock shows it; 24:00 is the end of the day."""
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return {"hour": hour, "minute": minute, "second": second}
