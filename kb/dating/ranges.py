"""What stands around and between expressions: ranges, open ends, deadlines.

"From 3 to 5 June" are two expressions that mean one interval; "since May" has no end, "until May" no
begin. TIMEX3 values stay those of the words alone; the interval meant goes into `when`.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kb.dating.extents import Extent
from kb.dating.place import Context
from kb.dating.tokens import Tokens
from kb.errors import BadDate
from kb.model import TimeExpression
from kb.when import When


def with_ranges(
    found: Sequence[TimeExpression], extents: Sequence[Extent], tokens: Tokens, context: Context
) -> list[TimeExpression]:
    """The expressions of a sentence with the intervals that its prepositions make of them."""
    result = [_open_ended(e, x, tokens, context) for e, x in zip(found, extents, strict=True)]
    for i, (here, there) in enumerate(pairwise(extents)):
        together = there.first - here.last == 1 and joins(tokens, here, context)
        whole = _whole(found[i].when, found[i + 1].when) if together else None
        if whole:
            result[i] = _meaning(result[i], whole)
            result[i + 1] = _meaning(result[i + 1], whole)
    return result


def _meaning(expression: TimeExpression, whole: When) -> TimeExpression:
    steps = (*expression.steps, f"With its other end: {whole.words()}.")
    return replace(expression, when=whole, steps=steps)


def _whole(first: When | None, last: When | None) -> When | None:
    """The one interval of two dates; None when one is missing or the second comes before the first."""
    if first is None or last is None:
        return None
    try:
        return When.between(first, last)
    except BadDate:
        return None


def joins(tokens: Tokens, first: Extent, context: Context) -> bool:
    """Whether the token behind an expression makes a range of it and the next."""
    joint, opener = tokens.lower(first.last), tokens.lower(first.first - 1)
    if opener in context["between_words"]:
        return joint in context["between_joins"]
    if opener in context["from_words"]:
        return joint in context["from_joins"]
    return joint in context["range_marks"]


def _open_ended(
    expression: TimeExpression, extent: Extent, tokens: Tokens, context: Context
) -> TimeExpression:
    """Since, until and by, unless the range word belongs to a range."""
    when, word = expression.when, tokens.lower(extent.first - 1)
    if when is None or "/.." in str(when) or "../" in str(when):
        return expression
    if word in context["since_words"]:
        return _opened(expression, When.since(when), f"“{word}” leaves the end open.")
    if word in context["until_words"]:
        return _opened(expression, When.until(when), f"“{word}” leaves the begin open.")
    if word in context["about_words"] and len(str(when)) <= 10:
        about = _opened(expression, When.parse(f"{when}~"), f"“{word}” makes it approximate.")
        return replace(about, mod=expression.mod or "APPROX")
    return expression


def _opened(expression: TimeExpression, when: When, why: str) -> TimeExpression:
    return replace(expression, when=when, steps=(*expression.steps, why, f"So: {when.words()}."))
