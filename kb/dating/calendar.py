"""Explicit calendar dates through dateparser: headers, `--published`, texts in other languages.

dateparser is asked only for what is written out. It fills in what is missing from today's date
unless it is told to require the parts, so day, month and year are all required; a bare year or a
year and month are read here, without it. It is imported when first needed (it takes a second).
"""

import re
from functools import cache
from typing import Any

from kb.errors import BadDate
from kb.when import When

LONGEST = 80
"""Characters; no single date is longer."""
_PARTIAL = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")
_AMBIGUOUS = re.compile(r"(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{2,4}\b")
_COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")


def parse_date(text: str, language: str = "en") -> When | None:
    """The calendar date that the text is, or None when it is none or leaves a part to be guessed.

    Takes EDTF and ISO 8601 forms ("2016", "2016-06", "2016-06-17T09:30:00Z": the day) and written-out
    dates in any language dateparser knows ("17 juin 2016"). Times of day are dropped.
    """
    plain = " ".join(text.split())
    return _standard(plain) or _written(plain, language.split("-")[0].lower())


def _standard(text: str) -> When | None:
    if match := _ISO_DAY.match(text):
        text = match[1]
    elif match := _COMPACT_DAY.fullmatch(text):
        text = "-".join(match.groups())
    if not _PARTIAL.fullmatch(text):
        return None
    try:
        return When.parse(text)
    except BadDate:
        return None


def _written(text: str, language: str) -> When | None:
    parser = _parser(language)
    if parser is None or len(text) > LONGEST or not any(c.isdigit() for c in text) or _AMBIGUOUS.match(text):
        return None
    found = parser.get_date_data(text).date_obj
    return When.of_day(found.year, found.month, found.day) if found else None


@cache
def _parser(language: str) -> Any:
    """dateparser for a language it knows, strict: absolute dates with day, month and year."""
    from dateparser.data.languages_info import language_order
    from dateparser.date import DateDataParser

    if language not in language_order:
        return None

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "DATE_ORDER": "MDY" if language == "en" else "DMY",
    }
    return DateDataParser(languages=[language], settings=settings)
