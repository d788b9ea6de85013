"""Whether the figures of a text put the day or the month first: 03/04/2016.

Other figures of the text that can be read in one way only decide; else the region of its language;
else its written-out dates ("3 April" beside "April 3"). Where they disagree or are silent, nobody knows.
"""

import re
from collections.abc import Iterable

from kb.dating.extents import Extent
from kb.dating.forms import Moment
from kb.dating.place import Context

MONTHS = 12
REGION = 2
"""Letters of a region in a language tag: "en-GB"."""
_FIGURES = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}")
_DAY_THEN_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[^\W\d_]{3,}")
_MONTH_THEN_DAY = re.compile(r"[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?\b")


def puts_day_first(dates: Iterable[tuple[Extent, str]], language: str, context: Context) -> bool | None:
    """Whether the day comes first in the figures of a text with these expressions, each with its words."""
    days = [words for extent, words in dates if _is_day(extent)]
    told = (_agreed(map(_by_figures, days)), _by_region(language, context), _agreed(map(_by_words, days)))
    return next((order for order in told if order is not None), None)


def _is_day(extent: Extent) -> bool:
    form = extent.form
    return isinstance(form, Moment) and form.fields.day is not None and form.fields.month is not None


def _agreed(orders: Iterable[bool | None]) -> bool | None:
    """What all say that say anything."""
    said = {order for order in orders if order is not None}
    return said.pop() if len(said) == 1 else None


def _by_figures(words: str) -> bool | None:
    match = _FIGURES.fullmatch(words)
    first, second = (int(match[1]), int(match[2])) if match else (0, 0)
    return first > MONTHS if (first > MONTHS) != (second > MONTHS) else None


def _by_region(language: str, context: Context) -> bool | None:
    _, _, region = language.lower().partition("-")
    if len(region) != REGION or region in context["either_first"]:
        return None
    return region not in context["month_first"]


def _by_words(words: str) -> bool | None:
    day, month = _DAY_THEN_MONTH.search(words), _MONTH_THEN_DAY.search(words)
    return day is not None if (day is None) != (month is None) else None
