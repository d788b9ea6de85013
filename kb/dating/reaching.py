"""Amounts that reach from a reference time: "over the past three years", "within two weeks".

They stay durations in TIMEX3; the stretch of the calendar that they cover goes into `when`.
"""

from dataclasses import replace

from kb.dating.forms import Base, Length
from kb.dating.story import Reference, Story
from kb.dating.tense import FUTURE
from kb.dating.values import interval
from kb.errors import BadDate
from kb.model import Anchor, AnchorKind, TimeExpression
from kb.when import When, count_from

LIMITS = frozenset({"within", "in"})
"""Words before an amount that, where the sentence looks ahead, count it from now."""


def with_reach(
    time: TimeExpression, length: Length, before: str, behind: str, pointing: int, story: Story
) -> TimeExpression:
    """The duration with the stretch it covers, told by the words before and behind it and the tense."""
    ahead = before in LIMITS and pointing == FUTURE and length.toward == 0
    toward = 1 if ahead else length.toward
    if not toward or behind == "of" or time.offset is not None:
        return time
    reference = story.reference(Base.SPEECH if ahead else length.base, needs_day=False)
    known = interval(reference.fields) if reference else None
    counted = count_from(known, time.value, toward) if known else None
    if reference is None or known is None or counted is None:
        return time
    whole = counted if before == "in" and ahead else _between(known, counted, toward)
    return _reaching(time, whole, known, reference, story) if whole else time


def _between(known: When, counted: When, toward: int) -> When | None:
    try:
        return When.between(known, counted) if toward > 0 else When.between(counted, known)
    except BadDate:  # less than a day, told from a coarser date
        return None


def _reaching(
    time: TimeExpression, whole: When, known: When, reference: Reference, story: Story
) -> TimeExpression:
    told = f"Counted from {known.words()}."
    anchor = Anchor(AnchorKind.EXPRESSION, known, reference.span)
    if reference.span is None:
        told = f"Counted from the day of publication, {known.words()}."
        anchor = Anchor(AnchorKind.PUBLICATION, story.source or known)
    steps = (*time.steps[:-1], told, f"So: {whole.words()}.")
    return replace(time, when=whole, anchor=anchor, steps=steps)
