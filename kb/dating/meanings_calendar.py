"""Meanings that name a place in the calendar: days, months, seasons, years, centuries.

Each takes the slots of one expression and returns a Moment, or None when the values make no date.
"""

import re
from dataclasses import replace

from kb.dating.forms import Base, Fields, Moment, Open, Shift
from kb.dating.slots import Slots
from kb.when.days import is_day, weeks_of

PORTIONS = {"H1": "START", "H2": "END", "TURN": "START"}
"""Parts of a period that TIMEX3 has no mod for, with the mod that is nearest."""
_LEAP_YEAR = 2000
_MOST_WEEKS = 53
_MILLENNIA, _OUR_MILLENNIUM = 10, 3
_CONTAINERS = ("yearword", "monthword", "weekword", "shift_unit")
_SHORT_DECADES = ("decade_name", "short_decade")
_EARLY_YEARS = ("three_digits", "two_digits", "late_day", "hour_24", "clock_hour")
"""Numbers of few digits that are years beside their era."""
_DAY_SLOTS = ("day", "ordinal_day", "ordinal_plain", "digits_th")


def calendar(slots: Slots) -> Moment | None:
    """Whatever calendar fields the words name."""
    fields = Fields(
        decade=_decade(slots),
        short_decade=_short_decade(slots),
        year=_year(slots),
        short_year=slots.get("short_year"),
        season=slots.get("season", "safe_season", "doubtful_season"),
        month=slots.get("month"),
        day=slots.get(*_DAY_SLOTS) if slots.has("month", *_DAY_SLOTS) else None,
        weekday=slots.get("weekday"),
        holiday=slots.get("holiday", "bare_feast"),
        part=slots.get("part", "part_alone", "part_at_large"),
    )
    return placed(fields, slots) if possible(fields) else None


def impossible(slots: Slots) -> Moment | None:
    """A day that no calendar has: 31 June, 29 February 2015."""
    return None if calendar(slots) else Moment(open=Open.IMPOSSIBLE)


def month_of_name(slots: Slots) -> Moment | None:
    """The month that an event is named by, in whichever year that was."""
    return Moment(Fields(month=slots.get("month")), open=Open.HANGING)


def early(slots: Slots) -> Moment | None:
    """A year of less than four digits, with the day, month or season before it: "6 May 932", "in 216"."""
    moment = calendar(slots)
    year = next((v for k, v in slots.inside.items() if k in ("three_digits", "two_digits", "late_day")), None)
    return moment and replace(moment, fields=replace(moment.fields, era_year=year))


def placed(fields: Fields, slots: Slots) -> Moment:
    """The fields with what the words say about which one is meant."""
    which, unit = slots.get("which"), slots.get(*_CONTAINERS)
    moment = edged(Moment(fields, fiscal=slots.has("fiscal", "fiscal_year")), slots)
    if fields.year is not None:
        return moment
    if unit:
        count, base = which or (0, "story")
        return replace(moment, shift=Shift(count, unit, Base(base)), which=count if which else None)
    return replace(moment, which=which[0], which_base=Base(which[1])) if which else moment


def edged(moment: Moment, slots: Slots) -> Moment:
    """The moment with the part of it that "early", "the end of", "the second half of" tell."""
    edge: str = slots.get("edge", "half_edge") if slots.has("edge", "half_edge") else ""
    if not edge and moment.mod is None and moment.portion is None:
        return moment
    mod = PORTIONS.get(edge, edge)
    return replace(moment, mod=mod or None, portion=edge if edge in PORTIONS else None)


def possible(fields: Fields) -> bool:
    """Whether the year named, or else some year, has the day of the month that the words name."""
    year = _LEAP_YEAR if fields.year is None else fields.year
    return fields.day is None or is_day(year, fields.month or 1, fields.day)


def _year(slots: Slots) -> int | None:
    year: int | None = slots.get("year", *(_EARLY_YEARS if slots.has("era") else ()))
    if year is None and slots.get("fiscal_year"):
        return _fiscal_year(slots.get("fiscal_year"))
    before_our_era = slots.get("era") == -1
    return 1 - year if year is not None and before_our_era else year


def _fiscal_year(written: str) -> int:
    """The year a business year ends in, which names it: 2016 for "FY2016", "FY16" and "FY 15/16"."""
    first, *last = map(int, re.findall(r"\d+", written))
    begins = first if first > 99 else _with_century(first)
    if not last or last[0] > 99:
        return last[0] if last else begins
    return begins + (last[0] - begins) % 100


def _with_century(year: int) -> int:
    """Two figures mean 1969 to 2068, as in POSIX (strptime, %y)."""
    return year + (2000 if year < 69 else 1900)


def _decade(slots: Slots) -> int | None:
    """The tens of a decade: 192 for the 1920s; of one before our era -26 for the 250s BC."""
    if slots.has(*_SHORT_DECADES):  # in a list the century is that of the decade before
        told: int | None = slots.get("decade")
        return None if told is None else told // 100 * 10 + _short_tens(slots)
    tens = _tenth(slots.get("decade", "early_decade"))
    return -tens - 1 if tens is not None and slots.get("era") == -1 else tens


def _tenth(decade: int | None) -> int | None:
    return None if decade is None else decade // 10


def _short_decade(slots: Slots) -> int | None:
    told = slots.get("decade") is not None or not slots.has(*_SHORT_DECADES)
    return None if told else _short_tens(slots)


def _short_tens(slots: Slots) -> int:
    name = slots.inside.get("decade_name")
    return int(name if name is not None else slots.inside["short_decade"] // 10)


def at_large(slots: Slots) -> Moment | None:
    """A part of any day: "at night"."""
    return Moment(Fields(part=slots.get("part_at_large")), at_large=True)


def season_at_large(slots: Slots) -> Moment | None:
    """A season of any year: "winter quarters"."""
    return Moment(Fields(season=slots.get("safe_season")), at_large=True)


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
    return edged(Moment(Fields(century=-number if before else number - 1)), slots)


def millennium(slots: Slots) -> Moment | None:
    """The second millennium is 1, the years 1XXX; those BC are negative; a far one waits for its era."""
    number = slots.get("digits_th", "ordinal_day") or 0
    if not 1 <= number <= _MILLENNIA:
        return None
    if slots.get("era") is None and number > _OUR_MILLENNIUM:
        return edged(Moment(Fields(era_millennium=number)), slots)
    before_our_era = slots.get("era") == -1
    return edged(Moment(Fields(millennium=-number if before_our_era else number - 1)), slots)


def year_in_words(slots: Slots) -> Moment | None:
    """Nineteen eighty-four, two thousand and eight."""
    begun = slots.get("thousand_word") if slots.has("thousand_word") else 100 * slots.get("century_word")
    return Moment(Fields(year=begun + (slots.get("tail_word") or 0) + (slots.get("tail_unit") or 0)))


def far_year(slots: Slots) -> Moment | None:
    """A year of any number of digits, called a year: "the year 12,000"."""
    number = slots.get("big", "grouped")
    return placed(Fields(year=number), slots) if number else None


def quarter(slots: Slots) -> Moment | None:
    """A numbered quarter of a year named or not."""
    number = _of(slots.get("ordinal", "quarter_code"), 4)
    return placed(Fields(quarter=number, year=_year(slots)), slots) if number else None


def half(slots: Slots) -> Moment | None:
    """A half of a year named or not."""
    number = _of(slots.get("ordinal", "latter", "half_code"), 2)
    return placed(Fields(half=number, year=_year(slots)), slots) if number else None


def _of(number: int, count: int) -> int | None:
    """A counted part of a whole, the last one counted from the end; None when there are not so many."""
    position = count + 1 + number if number < 0 else number
    return position if 1 <= position <= count else None


def week_of(slots: Slots) -> Moment | None:
    """The week that holds a day."""
    moment = calendar(slots)
    return moment and replace(moment, widened="W")


def weekend_of(slots: Slots) -> Moment | None:
    """The weekend of the week that holds a day."""
    moment = calendar(slots)
    return moment and replace(moment, widened="WE")


def beside(slots: Slots) -> Moment | None:
    """The day, weekday or weekend right before or after a feast or a day; the eve of a feast."""
    moment = calendar(slots)
    if moment is None:
        return None
    nearest = {"after": 1, "before": -1}.get(slots.get("pivot"), -1 if slots.has("eve") else 0)
    direction = nearest * (slots.get("ordinal") or 1)
    weekday = slots.get("weekday")
    unit = (
        f"weekday {weekday}" if weekday else "WE" if slots.has("weekend_word") else slots.get("unit") or "D"
    )
    return replace(moment, fields=replace(moment.fields, weekday=None), beside=(direction, unit))


def numbered_week(slots: Slots) -> Moment | None:
    """An ISO week by its number."""
    number = next(v for k, v in slots.inside.items() if k not in ("year", "which", "yearword"))
    year = _year(slots)
    last = _MOST_WEEKS if year is None else weeks_of(year)
    return placed(Fields(year=year, week=number), slots) if 1 <= number <= last else None


def nth(slots: Slots) -> Moment | None:
    """The first Friday, the last week, of a month or year."""
    number = slots.get("ordinal", "digits_th")
    counted = f"weekday {slots.get('weekday')}" if slots.has("weekday") else slots.get("unit")
    fields = Fields(
        year=_year(slots),
        month=slots.get("month"),
        season=slots.get("season"),
        holiday=slots.get("holiday"),
    )
    return replace(placed(fields, slots), nth=(number, counted), mod=None)
