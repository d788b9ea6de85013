"""From TIMEX3 values (ISO-TimeML, TIDES TIMEX2) to `When`.

A TIMEX3 value names a date of the calendar or something else (a duration, "PRESENT_REF", a day of
an unknown year); only the former have a `When`. To support another form, add its pattern and a
function to `_FORMS`.
"""

import re
from collections.abc import Callable

from kb.errors import BadDate
from kb.when.days import civil, day_number, monday_of, weeks_of
from kb.when.when import When

_Match = re.Match[str]

_SUB_YEARS = {
    "SP": 21,
    "SU": 22,
    "FA": 23,
    "WI": 24,
    **{f"Q{number}": 32 + number for number in range(1, 5)},
    **{f"H{number}": 39 + number for number in (1, 2)},
}
_YEAR = r"(?P<bc>BC)?(?P<year>\d{4})"
_FAR_YEAR = re.compile(r"(?P<bc>BC)?(?P<year>\d{5,9})", re.ASCII)
_DATE = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T[A-Z]{{2}})?", re.ASCII)
_DECADE = re.compile(r"(\d{1,3})(X{0,3})", re.ASCII)
_MILLENNIUM_BC = re.compile(r"BC(\d)", re.ASCII)
_CENTURY_BC = re.compile(r"BC(\d\d)", re.ASCII)
_DECADE_BC = re.compile(r"BC(\d\d\d)", re.ASCII)
_SUB_YEAR = re.compile(rf"{_YEAR}-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12])", re.ASCII)
_WEEK = re.compile(rf"{_YEAR}-W(?P<week>\d\d)(?:-(?P<part>WE|[1-7]))?", re.ASCII)
_CLOCK = re.compile(
    rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"
    r"T(?P<hour>\d\d)(?P<minute>:\d\d)?(?P<second>:\d\d)?(?P<zone>Z|[+-]\d\d(?::\d\d)?)?",
    re.ASCII,
)


def from_timex(value: str) -> When | None:
    """The When of a TIMEX3 value, None when it names no date of the calendar ("PT2H", "2016-02-30").

    A part of a day ("2016-06-17TMO") becomes the day; a week its seven days, a weekend its two; a decade
    before our era ("BC025", the 250s) its ten years, a century ("BC03", the fourth) its hundred, a
    millennium ("BC1", the second) its thousand: EDTF has no single form for them.
    """
    for pattern, meaning in _FORMS:
        match = pattern.fullmatch(value)
        if match:
            return _existing(meaning, match)
    return None


def _existing(meaning: Callable[[_Match], When | None], match: _Match) -> When | None:
    try:
        return meaning(match)
    except BadDate:
        return None


def _date(match: _Match) -> When:
    year = _year(match)
    if match["month"] is None:
        return When.of_year(year)
    if match["day"] is None:
        return When.of_month(year, int(match["month"]))
    return When.of_day(year, int(match["month"]), int(match["day"]))


def _far_year(match: _Match) -> When:
    """A year of more than four digits, as "a million years ago" gives it."""
    return When.of_year(_year(match))


def _year(match: _Match) -> int:
    """The astronomical year: BC0044 is -43."""
    return 1 - int(match["year"]) if match["bc"] else int(match["year"])


def _decade(match: _Match) -> When | None:
    digits, unspecified = match.groups()
    if unspecified and len(digits) + len(unspecified) != 4:
        return None
    return When.parse(digits.ljust(4, "X"))


def _sub_year(match: _Match) -> When:
    return When.of_month(_year(match), _SUB_YEARS[match["part"]])


def _millennium_bc(match: _Match) -> When:
    """The second millennium BC, BC1, is the years 2000 to 1001 BC."""
    first = -1000 * (int(match[1]) + 1) + 1
    return When.between(When.of_year(first), When.of_year(first + 999))


def _century_bc(match: _Match) -> When:
    first = -100 * (int(match[1]) + 1) + 1
    return When.between(When.of_year(first), When.of_year(first + 99))


def _decade_bc(match: _Match) -> When:
    """The 250s BC, BC025, are the years 259 to 250 BC."""
    last = 1 - 10 * int(match[1])
    return When.between(When.of_year(last - 9), When.of_year(last))


def _week(match: _Match) -> When | None:
    year, week, part = _year(match), int(match["week"]), match["part"]
    if not 1 <= week <= weeks_of(year):
        return None
    monday = monday_of(year, week)
    if part in (None, "WE"):
        return When.between(_day(monday + 5 if part else monday), _day(monday + 6))
    return _day(monday + int(part) - 1)


def _day(number: int) -> When:
    return When.of_day(*civil(number))


def _clock(match: _Match) -> When:
    day = _date(match)
    clock = f"{match['minute'] or ':00'}{match['second'] or ':00'}{match['zone'] or ''}"
    if match["hour"] == "24" and clock.startswith(":00:00"):  # midnight at the end of the day
        return When.parse(f"{_day_after(day)}T00{clock}")
    return When.parse(f"{day}T{match['hour']}{clock}")


def _day_after(day: When) -> When:
    return _day(day_number(*(day.first_day or ())) + 1)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Match], When | None]], ...] = (
    (_DATE, _date),
    (_FAR_YEAR, _far_year),
    (_SUB_YEAR, _sub_year),
    (_WEEK, _week),
    (_DECADE, _decade),
    (_MILLENNIUM_BC, _millennium_bc),
    (_CENTURY_BC, _century_bc),
    (_DECADE_BC, _decade_bc),
    (_CLOCK, _clock),
)
