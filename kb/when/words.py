"""Dates in English words: from EDTF text to what a reader would say.

Works on the text alone, so that sets, unspecified digits and partial qualifiers are not lost. To
word another form, add its pattern and a function to `_FORMS`.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from kb.when.calendar_date import LONG, MASKED, significant_span, year_span
from kb.when.extent import joined
from kb.when.parts import whole_of

_Match = re.Match[str]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = tuple(
    f"{season} {{}}{place}"
    for place in ("", " (northern hemisphere)", " (southern hemisphere)")
    for season in ("spring", "summer", "autumn", "winter")
)
_QUARTERS = tuple(f"the {nth} quarter of {{}}" for nth in ("first", "second", "third", "fourth"))
_THIRDS = tuple(f"the {nth} four months of {{}}" for nth in ("first", "middle", "last"))
_HALVES = tuple(f"the {nth} half of {{}}" for nth in ("first", "second"))
_SUB_YEARS = dict(enumerate((*_SEASONS, *_QUARTERS, *_THIRDS, *_HALVES), start=21))
_DOUBTS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_TIME = re.compile(r"(?P<day>.+)T(?P<clock>\d\d:\d\d)(?P<seconds>:\d\d)(?P<zone>.*)", re.ASCII)
_WITHOUT_DATE = {
    "/": "date unknown",
    "../..": "at any time",
    "/..": "from an unknown date until now",
    "../": "until an unknown date",
}


@lru_cache(maxsize=4096)
def in_words(edtf: str) -> str:
    """What a valid EDTF string says, in English."""
    if "/" in edtf:
        return _interval(edtf)
    if edtf[0] in "[{":
        return _set(edtf)
    return _single(edtf)


# ------------------------------------------------------------------------------ intervals and sets


def _interval(edtf: str) -> str:
    if edtf in _WITHOUT_DATE:
        return _WITHOUT_DATE[edtf]
    begin, _, end = edtf.partition("/")
    if begin == "..":
        return f"{_single(end)} or before"
    if end == "..":
        return f"{_single(begin)} until now"
    if not begin:
        return f"until {_single(end)}, begin unknown"
    if not end:
        return f"from {_single(begin)}, end unknown"
    part = whole_of(edtf)
    return _part(*part) if part else _range(_single(begin), _single(end))


def _part(name: str, whole: str) -> str:
    words = _single(whole)
    return f"the {name} {words.removeprefix('the ')}" if words.startswith("the ") else f"{name} {words}"


def _range(begin: str, end: str) -> str:
    """Both ends, what they share said once: "1 to 5 June 2016", "44 to 40 BC"."""
    if begin == end:
        return begin
    first, last = begin.split(" "), end.split(" ")
    if len(first) == len(last):
        while len(first) > 1 and first[-1] == last[len(first) - 1]:
            first.pop()
    return f"{' '.join(first)} to {end}"


def _set(edtf: str) -> str:
    members = [_member(member) for member in edtf[1:-1].split(",")]
    *others, last = members
    link = "or" if edtf[0] == "[" else "and"
    return f"{', '.join(others)} {link} {last}" if others else last


def _member(member: str) -> str:
    first, dots, last = member.partition("..")
    if not dots:
        return _single(first)
    if first and last:
        return _range(_single(first), _single(last))
    return f"{_single(first)} or after" if first else f"{_single(last)} or before"


# -------------------------------------------------------------------------------------- one date


def _single(text: str) -> str:
    for pattern, meaning in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            return meaning(match)
    return text


def _time(match: _Match) -> str:
    clock = match["clock"] + ("" if match["seconds"] == ":00" else match["seconds"])
    zone = {"": "", "Z": " UTC"}.get(match["zone"], f" UTC{match['zone']}")
    return f"{_single(match['day'])}, {clock}{zone}"


def _date(match: _Match) -> str:
    part = match.groupdict("")
    doubt = _DOUBTS[joined(part[f"q{index}"] for index in range(6))]
    if not part["month"]:
        return doubt + _year(part["sign"], part["year"])
    return doubt + _within_year(part["month"], part["day"], part["sign"], part["year"])


def _within_year(month: str, day: str, sign: str, year: str) -> str:
    link = " " if year.isdigit() else " of "
    if month.isdigit() and int(month) in _SUB_YEARS:
        return _SUB_YEARS[int(month)].format(_some_year(sign, year))
    if day in ("", "XX") and month == "XX":
        return f"some {'day' if day else 'month'} of {_some_year(sign, year)}"
    named = f"{_month(month)}{link if month != 'XX' else ' of '}{_some_year(sign, year)}"
    return f"{_day(day, month)} {named}" if day else named


@cache
def _month(mask: str) -> str:
    if mask == "XX":
        return "some month"
    numbers = [number for number in range(1, 13) if _fits(mask, number)]
    if len(numbers) == 1:
        return _MONTHS[numbers[0] - 1]
    return f"some month from {_MONTHS[numbers[0] - 1]} to {_MONTHS[numbers[-1] - 1]}"


def _day(mask: str, month: str) -> str:
    if mask.isdigit():
        return str(int(mask)) if month.isdigit() else f"day {int(mask)} of"
    if mask == "XX":
        return "some day of"
    numbers = [number for number in range(1, 32) if _fits(mask, number)]
    return f"some day from {numbers[0]} to {numbers[-1]}{'' if month.isdigit() else ' of'}"


def _fits(mask: str, number: int) -> bool:
    return all(sign in ("X", digit) for sign, digit in zip(mask, f"{number:02}", strict=True))


# ------------------------------------------------------------------------------------------- years


def year_words(year: int) -> str:
    """An astronomical year as historians count: "2016", "12,000", "44 BC" for -43."""
    count = year if year > 0 else 1 - year
    digits = f"{count:,}" if count > 9999 else str(count)
    return digits if year > 0 else f"{digits} BC"


def _year(sign: str, mask: str) -> str:
    first, last = year_span(sign, mask)
    if first == last:
        return year_words(first)
    if not sign and re.fullmatch(r"\d{3}X", mask):
        return f"the {first}s"
    if not sign and re.fullmatch(r"\d\dXX", mask):
        return f"the {_ordinal(first // 100 + 1)} century"
    return "some year" if mask == "XXXX" else _range(year_words(first), year_words(last))


def _some_year(sign: str, mask: str) -> str:
    year = _year(sign, mask)
    return year if mask.isdigit() or mask == "XXXX" else f"a year in {year}"


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _long(match: _Match) -> str:
    sign = -1 if match["sign"] or match["minus"] else 1
    year = sign * int(match["digits"] or match["four"]) * 10 ** int(match["exponent"] or 0)
    doubt = _DOUBTS[match["qualifier"]]
    if not match["significant"]:
        return doubt + year_words(year)
    first, last = significant_span(match)
    return f"{doubt or 'about '}{year_words(year)} ({_range(year_words(first), year_words(last))})"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Match], str]], ...] = (
    (MASKED, _date),
    (LONG, _long),
    (_TIME, _time),
)
