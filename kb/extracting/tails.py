"""What dates a saying rather than being said: ", a day after ...", "last month", "on Tuesday evening".

`opens_tail` knows the phrases that count from another happening; `day_end` the short ones that name a
day, a week or a month of the past. Their words stand in `[grammar.clauses]`.
"""

from collections.abc import Sequence

from kb.extracting.clause_words import (
    COUNTED_FROM,
    MONTHS,
    PARTS_OF_DAYS,
    PAST,
    QUANTITIES,
    TIME_UNITS,
    TIMES,
)
from kb.model import Token

LONGEST_DAY = 5
DATES = {
    "on": [["day", "month"], ["month", "day"], ["day", "month", "year"], ["month", "day", "year"]],
    "in": [["month"], ["year"], ["month", "year"]],
}
DIGITS_OF_YEAR = 4
MOST_DIGITS_OF_DAY = 2


def opens_tail(items: Sequence[Token], index: int) -> bool:
    """Whether "a day after", "two weeks before", "hours later", "just over a year since" begins here."""
    while index < len(items) and (items[index].pos == "ADV" or items[index].text.lower() in QUANTITIES):
        index += 1
    while index < len(items) and items[index].pos in ("DET", "NUM", "ADJ"):
        index += 1
    counted = index + 1 < len(items) and items[index].lemma in TIME_UNITS
    return counted and items[index + 1].text.lower() in COUNTED_FROM


def day_end(items: Sequence[Token], start: int) -> int:
    """Where "on Tuesday", "on Friday evening", "last week", "yesterday" ends; `start` when none begins."""
    low = _low(items, start)
    if low == "yesterday":
        return start + 1
    if low in PAST and _is_unit(items, start + 1):
        return start + 2
    if low == "on" and _is_named(items, start + 1) and _low(items, start + 1).endswith("day"):
        return start + 3 if _low(items, start + 2) in TIMES else start + 2
    return start


def dated_end(items: Sequence[Token], start: int) -> int:
    """Where the day ends that a verb of saying has right behind it: "on Monday", "Monday night", "last week".

    A date behind a comma belongs to it: "on Monday, 4 July, ". The day of "Monday's vote" is none.
    """
    bare = start + (_low(items, start) == "on")
    named = _is_named(items, bare) and _low(items, bare).endswith("day")
    end = bare + 1 + (_low(items, bare + 1) in PARTS_OF_DAYS) if named else _date_end(items, start)
    if end == start or (end < len(items) and items[end].pos == "PART"):
        return start
    return _behind_date(items, end)


def _date_end(items: Sequence[Token], start: int) -> int:
    """Where "on 3 May 2016", "in January", "in 2014", or a day as `day_end` knows it, ends."""
    kinds = [_part_of_date(item) for item in items[start + 1 : start + 4]]
    longest = max(
        (form for form in DATES.get(_low(items, start), ()) if kinds[: len(form)] == form),
        key=len,
        default=[],
    )
    return start + 1 + len(longest) if longest else day_end(items, start)


def _part_of_date(item: Token) -> str:
    """Whether a word is a "month", or a number that may be a "day" or a "year"; else empty."""
    low, digits = item.text.lower(), len(item.text) if item.text.isdigit() else 0
    if low in MONTHS and low != item.text:
        return "month"
    return "year" if digits == DIGITS_OF_YEAR else "day" if 0 < digits <= MOST_DIGITS_OF_DAY else ""


def has_day(items: Sequence[Token], start: int, end: int) -> bool:
    """Whether a day stands among items `start` up to `end`."""
    return any(index < dated_end(items, index) <= end for index in range(start, end))


def _behind_date(items: Sequence[Token], comma: int) -> int:
    """Behind the second comma of ", 4 July, "; `comma` itself where no such date stands."""
    index = comma + 1
    while _low(items, comma) == "," and index < len(items) and items[index].pos in ("NUM", "PROPN"):
        index += 1
    dated = (
        index > comma + 2 and _low(items, index) == "," and any(i.pos == "NUM" for i in items[comma:index])
    )
    return index + 1 if dated else comma


def without_last_day(items: Sequence[Token], start: int, end: int) -> int:
    """Where items `start` up to `end` end without a day behind at least one of them."""
    for begin in range(max(start + 1, end - LONGEST_DAY), end):
        if day_end(items, begin) == end:
            return begin
    return end


def without_last_date(items: Sequence[Token], start: int, end: int) -> int:
    """Where items `start` up to `end` end without "in May 2014" or "two years later" behind at least one."""
    for begin in range(max(start + 1, end - LONGEST_DAY), end):
        whole = items[begin - 1].pos != "ADP"
        if whole and end in (dated_end(items, begin), _later_end(items, begin)):
            return begin - (begin - 1 > start and items[begin - 1].pos == "ADV")  # "only two days earlier"
    return end


def _later_end(items: Sequence[Token], start: int) -> int:
    """Where "two years later", "a day before" ends; `start` when none begins."""
    counted = items[start].pos in ("NUM", "DET") and opens_tail(items, start)
    return start + 3 if counted and _low(items, start + 2) in COUNTED_FROM else start


def _is_unit(items: Sequence[Token], index: int) -> bool:
    return _low(items, index) in TIMES or (_is_named(items, index) and not items[index].text.isupper())


def _is_named(items: Sequence[Token], index: int) -> bool:
    return index < len(items) and items[index].pos == "PROPN"


def _low(items: Sequence[Token], index: int) -> str:
    return items[index].text.lower() if 0 <= index < len(items) else ""
