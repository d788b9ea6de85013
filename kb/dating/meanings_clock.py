"""Meanings of dates written in figures and of times of day.

Each takes the slots of one expression and returns a Moment, or None when the figures make no date.
"""

import re
from dataclasses import replace
from typing import Any

from kb.dating.forms import Fields, Moment
from kb.dating.meanings_calendar import calendar, possible
from kb.dating.meanings_relative import deictic
from kb.dating.slots import Slots

LATE = 6
"""The hour from which an hour of the night is one before midnight."""
_ISO_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d)(?::(\d\d))?(z|[+-]\d\d:?\d\d)?")


def written(slots: Slots) -> Moment | None:
    """ISO dates, times and weeks, and dates with slashes whose order is not in doubt."""
    text = slots.words[0]
    if match := _ISO_TIME.fullmatch(text):
        return _iso_time(match)
    if match := re.fullmatch(r"(\d{4})-w(\d\d)(?:-(\d))?", text):
        return Moment(Fields(year=int(match[1]), week=int(match[2]), weekday=_int(match[3])))
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return _day(*(int(group) for group in match.groups()))
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    if "." in text:  # written so, the day comes first
        return _day(year, second, first)
    if first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def _iso_time(match: re.Match[str]) -> Moment | None:
    moment = _day(int(match[1]), int(match[2]), int(match[3]))
    clock_fields = _clock(int(match[4]), int(match[5]), _int(match[6]))
    if moment is None or clock_fields is None:
        return None
    zone = match[7].upper() if match[7] else None
    return replace(moment, fields=replace(moment.fields, zone=zone, **clock_fields))


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _day(year: int, month: int, day: int) -> Moment | None:
    fields = Fields(year=year, month=month, day=day)
    return Moment(fields) if 1 <= month <= 12 and possible(fields) else None


def clock(slots: Slots) -> Moment | None:
    """A time of day, with the day it belongs to when that stands beside it."""
    read = _hour_and_minute(slots)
    found = read and _clock(*read)
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


def _clock(hour: int, minute: int, second: int | None) -> dict[str, Any] | None:
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return {"hour": hour, "minute": minute, "second": second}
