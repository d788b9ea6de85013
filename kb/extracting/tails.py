"""What dates a saying rather than being said: ", a day after ...", "last month", "on Tuesday evening".

`opens_tail` knows the phrases that count from another happening; `day_end` the short ones that name a
day, a week or a month of the past. Their words stand in `[grammar.clauses]`.
"""

from collections.abc import Sequence

from kb.extracting.clause_words import COUNTED_FROM, PAST, QUANTITIES, TIME_UNITS, TIMES
from kb.model import Token

LONGEST_DAY = 5


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


def without_last_day(items: Sequence[Token], start: int, end: int) -> int:
    """Where items `start` up to `end` end without a day behind at least one of them."""
    for begin in range(max(start + 1, end - LONGEST_DAY), end):
        if day_end(items, begin) == end:
            return begin
    return end


def _is_unit(items: Sequence[Token], index: int) -> bool:
    return _low(items, index) in TIMES or (_is_named(items, index) and not items[index].text.isupper())


def _is_named(items: Sequence[Token], index: int) -> bool:
    return index < len(items) and items[index].pos == "PROPN"


def _low(items: Sequence[Token], index: int) -> str:
    return items[index].text.lower() if 0 <= index < len(items) else ""
