"""Meanings that name a place in the calendar: days, months, years, times of day.

Each takes the slots of one expression and returns a Moment, or None when the values make no date.
"""

import re
from dataclasses import replace
from typing import Any

from kb.dating.forms import Base, Fields, Moment, Shift
from kb.dating.slots import Slots

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CONTAINERS = ("yearword", "monthword", "weekword", "shift_unit")
_DAY_SLOTS = ("day", "ordinal_day", "ordinal_plain", "digits_th")
_ISO_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d)(?::(\d\d))?(z|[+-]\d\d:?\d\d)?")


def calendar(slots: Slots) -> Moment | None:
    """Whatever calendar fields the words name."""
    fields = Fields(
        decade=_tenth(slots.get("decade")),
        short_decade=_short_decade(slots),
        year=_year(slots),
        short_year=slots.get("short_year"),
        season=slots.get("season", "safe_season", "doubtful_season"),
        month=slots.get("month"),
        day=slots.get(*_DAY_SLOTS) if slots.has("month", *_DAY_SLOTS) else None,
        weekday=slots.get("weekday"),
        holiday=slots.get("holiday"),
        part=slots.get("part", "part_alone"),
    )
    return placed(fields, slots) if _possible(fields) else None


def placed(fields: Fields, slots: Slots) -> Moment:
    """The fields with what the words say about which one is meant."""
    which, unit = slots.get("which"), slots.get(*_CONTAINERS)
    mod = slots.get("edge") if slots.has("edge") else None
    moment = Moment(fields, mod=mod or None, fiscal=slots.has("fiscal"))
    if fields.year is not None:
        return moment
    if unit:
        count, base = which or (0, "story")
        return replace(moment, shift=Shift(count, unit, Base(base)))
    return replace(moment, which=which[0], which_base=Base(which[1])) if which else moment


def _possible(fields: Fields) -> bool:
    if fields.day is None:
        return True
    limit = _DAYS_IN_MONTH[fields.month - 1] if fields.month else 31
    return 1 <= fields.day <= limit


def _year(slots: Slots) -> int | None:
    year: int | None = slots.get("year")
    before_our_era = slots.get("era") == -1
    return 1 - year if year is not None and before_our_era else year


def _tenth(decade: int | None) -> int | None:
    return None if decade is None else decade // 10


def _short_decade(slots: Slots) -> int | None:
    return slots.get("decade_name") or _tenth(slots.get("short_decade"))


def era_year(slots: Slots) -> Moment | None:
    """A year of an era: 356 BC, AD 79."""
    number = next(v for k, v in slots.inside.items() if k not in ("era", "edge"))
    year = number if slots.get("era") > 0 else 1 - number
    return placed(Fields(year=year), slots)


def year_tail(slots: Slots) -> Moment | None:
    """Either end of "1931-37"."""
    year, tail = slots.get("year"), _tail(slots)
    if tail is None or tail <= year % 100:
        return None
    return Moment(Fields(year=year if slots.has("year") else year - year % 100 + tail))


def _tail(slots: Slots) -> int | None:
    tail: int | None = slots.get("clock_hour", "hour_24", "late_day", "two_digits", "padded")
    return tail


def century(slots: Slots) -> Moment | None:
    """The fifteenth century is 14 (the years 14XX); centuries BC are negative."""
    number = slots.get("digits_th", "ordinal_day") or 0
    if not 1 <= number <= 30:
        return None
    before = slots.get("era") == -1
    return Moment(Fields(century=-number if before else number - 1), mod=slots.get("edge") or None)


def quarter(slots: Slots) -> Moment | None:
    """A numbered quarter of a year named or not."""
    number = _of(slots.get("ordinal", "quarter_code"), 4)
    return placed(Fields(quarter=number, year=_year(slots)), slots) if number else None


def half(slots: Slots) -> Moment | None:
    """A half of a year named or not."""
    number = _of(slots.get("ordinal", "half_code"), 2)
    return placed(Fields(half=number, year=_year(slots)), slots) if number else None


def _of(number: int, count: int) -> int | None:
    """A counted part of a whole, the last one counted from the end; None when there are not so many."""
    position = count + 1 + number if number < 0 else number
    return position if 1 <= position <= count else None


def nth(slots: Slots) -> Moment | None:
    """The first Friday, the last week, of a month or year."""
    number = slots.get("ordinal", "digits_th")
    counted = f"weekday {slots.get('weekday')}" if slots.has("weekday") else slots.get("unit")
    fields = Fields(year=_year(slots), month=slots.get("month"), season=slots.get("season"))
    return replace(placed(fields, slots), nth=(number, counted), mod=None)


def written(slots: Slots) -> Moment | None:
    """ISO dates, times and weeks, and dates with slashes whose order is not in doubt."""
    text = slots.words[0]
    if match := _ISO_TIME.fullmatch(text):
        return _iso_time(match)
    if match := re.fullmatch(r"(\d{4})-w(\d\d)(?:-(\d))?", text):
        return Moment(Fields(year=int(match[1]), week=int(match[2]), weekday=_int(match[3])))
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return _day(*(int(group) for group in match.groups()))
    first, second, year = (int(part) for part in text.split("/"))
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
    return Moment(fields) if 1 <= month <= 12 and _possible(fields) else None


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
    return _with_meridiem(hour, slots), minute, second


def _with_meridiem(hour: int, slots: Slots) -> int:
    if slots.has("meridiem"):
        return hour % 12 + int(slots.get("meridiem"))
    return hour + 12 if slots.get("part") in ("AF", "EV") and hour < 12 else hour


def _clock(hour: int, minute: int, second: int | None) -> dict[str, Any] | None:
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return {"hour": hour, "minute": minute, "second": second}


def deictic(slots: Slots) -> Moment | None:
    """Today, yesterday, tomorrow, tonight."""
    if slots.has("tonight"):
        return Moment(Fields(part="NI"), Shift(slots.get("tonight"), "D", Base.SPEECH))
    mod = slots.get("edge") or None
    return Moment(Fields(part=slots.get("part")), Shift(slots.get("deictic"), "D", Base.SPEECH), mod=mod)


def weeks_from(slots: Slots) -> Moment | None:
    """A week last Tuesday, two weeks from Friday: a day, and so many days from it."""
    days = {"D": 1, "W": 7, "FN": 14}.get(slots.get("unit", "units"))
    amount = slots.get("number", "article")
    if days is None or amount is None or int(amount) != amount:
        return None
    moment = deictic(slots) if slots.has("deictic") else Moment(Fields(weekday=slots.get("weekday")), which=1)
    back = "last" in slots.words
    if moment is None:
        return None
    return replace(moment, which=-1 if back else moment.which, extra=int(amount) * (-days if back else days))


def shifted(slots: Slots) -> Moment | None:
    """Last year, this week, the following month."""
    return placed(Fields(), slots)


def same_period(slots: Slots) -> Moment | None:
    """The month or quarter last told, so many years away."""
    count = slots.get("which")[0] if slots.has("which") else -1
    return Moment(shift=Shift(count, "SAME", Base.STORY))


def that_time(_slots: Slots) -> Moment | None:
    """The date last told, as it was told."""
    return Moment(shift=Shift(0, "SAME", Base.STORY))


def nth_unit(slots: Slots) -> Moment | None:
    """The second day of something that is no calendar date."""
    return Moment(shift=Shift(None, slots.get("shift_unit"), Base.STORY))


def shifted_back(slots: Slots) -> Moment | None:
    """The year before, the week previous."""
    base = Base.STORY
    return Moment(shift=Shift(-1, slots.get("shift_unit"), base))


def the_unit(slots: Slots) -> Moment | None:
    """The year or month of the story: "the end of the year", "the entire month"."""
    unit = slots.get("shift_unit", "unit", "long_unit")
    mod = "END" if slots.has("units_end") else slots.get("edge") or None
    return Moment(shift=Shift(0, unit, Base.STORY), mod=mod, fiscal=slots.has("fiscal"))


def weekend(slots: Slots) -> Moment | None:
    """The weekend, by the direction of the sentence."""
    return Moment(Fields(weekend=True), mod=slots.get("edge") or None)
