"""Amounts that hang on a date: "two days after Christmas", "three weeks before 3 May".

They stay durations in TIMEX3; the date meant goes into `when`. What hangs on an event is left open
here: it is settled once the event has its date.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kb.dating.extents import Extent
from kb.model import Anchor, AnchorKind, TimeExpression
from kb.when import Grain, When, count_loosely, from_timex


def with_counted(found: Sequence[TimeExpression], extents: Sequence[Extent]) -> list[TimeExpression]:
    """The expressions of a sentence; an amount before or after a date right behind it is counted from it."""
    behind = [
        there if here.end == there_.first else None
        for (here, there_), there in zip(pairwise(extents), found[1:], strict=True)
    ]
    return [_counted(time, date) for time, date in zip(found, [*behind, None], strict=False)]


def _counted(time: TimeExpression, date: TimeExpression | None) -> TimeExpression:
    if time.offset is None or date is None or date.when is None:
        return time
    sign = 1 if time.offset.direction == "after" else -1
    when = count_loosely(_end_of(date, sign) or date.when, time.offset.duration, sign, time.mod)
    if when is None:
        return time
    told = f"Counted {time.offset.direction} the date behind it, {date.when.words()}."
    return replace(
        time,
        when=when,
        offset=None,
        confidence=date.confidence,
        anchor=Anchor(AnchorKind.EXPRESSION, date.when, date.span),
        steps=(*time.steps[:2], told, f"So: {when.words()}."),
    )


def _end_of(date: TimeExpression, sign: int) -> When | None:
    """The first day of a feast that lasts, or its last one for what comes after it."""
    first = from_timex(date.value)
    if date.when is None or first is None or first.grain is not Grain.DAY or first == date.when:
        return None
    last = date.when.last_day
    return first if sign < 0 or last is None else When.of_day(*last)
