"""One date of EDTF, without sets, intervals and time of day.

Plain dates (`1985-04-12`), sub-year groupings (`2001-21`), qualified components (`?2004-06-~11`),
unspecified digits (`156X-12-25`), long and exponential years (`Y-17E7`), significant digits
(`1950S2`). Source: ISO 8601-2:2019, as profiled by the Library of Congress (EDTF, 2019-02-04).

To support another form, add its pattern and a function from its match to an `Extent` to `_FORMS`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kb.when.days import Day, day_number, is_day, month_length, month_of
from kb.when.extent import Extent, Grain, bad_date, joined, of_days

_PLAIN = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_SOME = re.compile(r"(-?[0-9]{4})-(?:XX(-XX)?|(0[1-9]|1[0-2])-XX)([?~%]?)")
MASKED = re.compile(
    r"(?P<q0>[?~%]?)(?P<sign>-?)(?P<year>[0-9X]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>[0-9X]{2})(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>[0-9X]{2})(?P<q5>[?~%]?))?)?"
)
_QUALIFIERS = re.compile(r"[?~%]")
_TWICE = re.compile(r"(?:^|-)[?~%]-?[0-9X]+[?~%]")  # on both sides of one component
LONG = re.compile(
    r"(?:Y(?P<sign>-?)(?P<digits>[1-9][0-9]*)(?:E(?P<exponent>[1-9][0-9]?))?|(?P<minus>-?)(?P<four>[0-9]{4}))"
    r"(?:S(?P<significant>[1-9][0-9]?))?(?P<qualifier>[?~%]?)"
)

MAX_YEAR = 292_000_000_000  # older than the universe; the seconds still fit 64 bits

SUB_YEARS: dict[int, tuple[Grain, int, int]] = {
    **{code: (Grain.SEASON, 3 * (code - 20), 3) for code in range(21, 25)},  # placed as in the north
    **{code: (Grain.SEASON, 3 * (code - 24), 3) for code in range(25, 29)},  # northern
    **{code: (Grain.SEASON, 3 * ((code - 29 + 2) % 4 + 1), 3) for code in range(29, 33)},  # southern
    **{code: (Grain.QUARTER, 3 * (code - 33) + 1, 3) for code in range(33, 37)},
    **{code: (Grain.THIRD, 4 * (code - 37) + 1, 4) for code in range(37, 40)},
    **{code: (Grain.HALF, 6 * (code - 40) + 1, 6) for code in range(40, 42)},
}
"""Sub-year grouping -> its grain, its first month, how many months."""

_YEAR_GRAINS = (Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)


def parse_date(text: str) -> Extent:
    """The extent of one EDTF date; raises BadDate."""
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _of_plain(text, *plain.groups())
    for pattern, meaning in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            return meaning(text, match)
    raise bad_date(text, "its form is unknown")


# ------------------------------------------------------------------------------------------- plain


def _of_plain(text: str, year: str, month: str | None, day: str | None, qualifier: str) -> Extent:
    if year == "-0000":
        raise bad_date(text, "year zero has no sign")
    if month is None:
        return of_years(int(year), int(year), Grain.YEAR, qualifier)
    if day is None:
        return _of_month(text, int(year), int(month), qualifier)
    parts = int(year), int(month), int(day)
    if not is_day(*parts):
        raise bad_date(text, "the calendar has no such day")
    number = day_number(*parts)
    return of_days(number, number, Grain.DAY, qualifier)


def of_years(first: int, last: int, grain: Grain, qualifier: str = "") -> Extent:
    """From 1 January of one astronomical year to 31 December of another."""
    return of_days(day_number(first, 1, 1), day_number(last, 12, 31), grain, qualifier)


def _of_month(text: str, year: int, month: int, qualifier: str) -> Extent:
    if month in SUB_YEARS:
        return _of_sub_year(year, year, month, qualifier)
    if not 1 <= month <= 12:
        raise bad_date(text, "there is no such month or season")
    first = day_number(year, month, 1)
    return of_days(first, first + month_length(year, month) - 1, Grain.MONTH, qualifier)


def _of_sub_year(first: int, last: int, code: int, qualifier: str) -> Extent:
    grain, month, months = SUB_YEARS[code]
    year_after, month_after = month_of(last, month + months)
    span = of_days(day_number(first, month, 1), day_number(year_after, month_after, 1) - 1, grain, qualifier)
    vague = grain is Grain.SEASON
    return span._replace(begin_is_vague=vague, end_is_vague=vague)


# ---------------------------------------------------------- qualified components, unspecified digits


def _of_masked(text: str, match: re.Match[str]) -> Extent:
    part = match.groupdict("")
    if _TWICE.search(text):
        raise bad_date(text, "a component is qualified on both sides")
    qualifier = joined(_QUALIFIERS.findall(text))
    years = _masked_years(text, part["sign"], part["year"])
    if not part["month"]:
        return of_years(years[0], years[-1], year_grain(part["year"]), qualifier)
    if not part["day"] and part["month"].isdigit() and int(part["month"]) in SUB_YEARS:
        return _of_sub_year(years[0], years[-1], int(part["month"]), qualifier)
    return _of_masked_day(text, years, part["month"], part["day"], qualifier)


def _of_some(text: str, match: re.Match[str]) -> Extent:
    """Some day or month of a plain month or year, which `_of_masked` knows too, but slower."""
    year, some_day, month, qualifier = match.groups()
    whole = _of_plain(text, year, month, None, qualifier)
    return whole._replace(grain=Grain.DAY if month or some_day else Grain.MONTH)


def year_grain(mask: str) -> Grain:
    """The grain that X digits on the right leave: 201X is a decade."""
    return _YEAR_GRAINS[min(len(mask) - len(mask.rstrip("X")), 3)]


def _masked_years(text: str, sign: str, mask: str) -> Sequence[int]:
    years = _matching(mask, range(int(mask.replace("X", "0")), int(mask.replace("X", "9")) + 1))
    if not sign:
        return years
    if mask == "0000":
        raise bad_date(text, "year zero has no sign")
    return [-year for year in reversed(years) if year]


def year_span(sign: str, mask: str) -> tuple[int, int]:
    """First and last astronomical year of a four-character year with X digits; "-" has no zero."""
    years = _masked_years(sign + mask, sign, mask)
    return years[0], years[-1]


def _matching(mask: str, numbers: range) -> Sequence[int]:
    """The numbers that, written out, fit the mask; a range when every number does."""
    if "X" not in mask.rstrip("X"):
        return numbers
    digits = re.compile(mask.replace("X", "[0-9]"))
    return [number for number in numbers if digits.fullmatch(f"{number:0{len(mask)}}")]


def _of_masked_day(text: str, years: Sequence[int], month: str, day: str, qualifier: str) -> Extent:
    months, days = _fitting(month, 12), _fitting(day or "XX", 31)
    first = next(_days(years, months, days), None)
    last = next(_days(years[::-1], months[::-1], days[::-1]), None)
    if first is None or last is None:
        raise bad_date(text, "the calendar has no such day")
    return of_days(day_number(*first), day_number(*last), Grain.DAY if day else Grain.MONTH, qualifier)


@lru_cache(maxsize=512)
def _fitting(mask: str, highest: int) -> tuple[int, ...]:
    pattern = re.compile(mask.replace("X", "[0-9]"))
    return tuple(number for number in range(1, highest + 1) if pattern.fullmatch(f"{number:02}"))


def _days(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> Iterator[Day]:
    """The days that exist, in the order given. Lazy: the first one is nearly always near."""
    return (
        (year, month, day) for year in years for month in months for day in days if is_day(year, month, day)
    )


# ------------------------------------------------------------------- long years, significant digits


def _of_long(text: str, match: re.Match[str]) -> Extent:
    if match["digits"] and not match["exponent"] and len(match["digits"]) < 5:
        raise bad_date(text, "Y is for years of more than four digits")
    if match["minus"] and match["four"] == "0000":
        raise bad_date(text, "year zero has no sign")
    insignificant = _insignificant(match)
    if insignificant < 0:
        raise bad_date(text, "more significant digits than digits")
    first, last = significant_span(match)
    if first < -MAX_YEAR or last > MAX_YEAR:
        raise bad_date(text, f"years reach to {MAX_YEAR:,} here")
    return of_years(first, last, _YEAR_GRAINS[min(insignificant, 3)], match["qualifier"])


def _width(match: re.Match[str]) -> int:
    return len(match["digits"] or match["four"]) + int(match["exponent"] or 0)


def _insignificant(match: re.Match[str]) -> int:
    return _width(match) - int(match["significant"]) if match["significant"] else 0


def significant_span(match: re.Match[str]) -> tuple[int, int]:
    """First and last year that agree with a `LONG` year in its significant digits."""
    year: int = int(match["digits"] or match["four"]) * 10 ** int(match["exponent"] or 0)
    unit: int = 10 ** _insignificant(match)
    low = year - year % unit
    if match["sign"] or match["minus"]:
        return 1 - low - unit, -low or -1
    return low, low + unit - 1


_FORMS = ((_SOME, _of_some), (LONG, _of_long), (MASKED, _of_masked))
