"""What stands around and between expressions: ranges, open ends, deadlines.

"From 3 to 5 June" are two expressions that mean one interval; "since May" has no end, "until May" no
begin. TIMEX3 values stay those of the words alone; the interval meant goes into `when`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kb.dating.extents import Extent
from kb.dating.place import Context
from kb.dating.tokens import Tokens
from kb.dating.values import approximate
from kb.errors import BadDate
from kb.model import TimeExpression, TimexType
from kb.when import Grain, When, after, before, count_from

HOURS = frozenset({Grain.HOUR, Grain.MINUTE, Grain.SECOND})
AMOUNT = re.compile(r"P(\d+)([DWMY])")
NIGHT = "TNI"
LIMIT_REACH = 8
"""Tokens behind the begin of a range among which its end is looked for."""
LONGEST = 3
"""Words of the longest phrase that opens a date: "no later than"."""


def with_ranges(
    found: Sequence[TimeExpression], extents: Sequence[Extent], tokens: Tokens, context: Context
) -> list[TimeExpression]:
    """The expressions of a sentence with the intervals that its prepositions make of them."""
    result = [_open_ended(i, found[i], extents, tokens, context) for i in range(len(extents))]
    for i, (here, there) in enumerate(pairwise(extents)):
        together = there.first - here.last == 1 and joins(tokens, here, context)
        whole = _whole(found[i].when, found[i + 1].when) if together else None
        begin = found[i].when
        if together and begin is not None and found[i + 1].value == "PRESENT_REF":
            result[i] = _meaning(result[i], When.since(begin))
        if together and tokens.lower(here.first) in context["overnight_words"]:
            result[i] = _of_night(result[i], found[i + 1].when)
        elif span := _span_back((here, there), found[i : i + 2], tokens, context):
            result[i + 1] = _meaning(result[i + 1], span)
        elif whole:
            result[i] = _of_range(result[i], whole, found[i + 1])
            result[i + 1] = _of_range(result[i + 1], whole, found[i])
    return result


def _meaning(expression: TimeExpression, whole: When) -> TimeExpression:
    steps = (*expression.steps, f"With its other end: {whole.words()}.")
    return replace(expression, when=whole, steps=steps)


def _of_range(expression: TimeExpression, whole: When, other: TimeExpression) -> TimeExpression:
    """The expression meaning the whole; a time of day keeps its hour, which EDTF intervals cannot have."""
    if expression.when is None or other.when is None or expression.when.grain not in HOURS:
        return _meaning(expression, whole)
    return replace(expression, steps=(*expression.steps, f"Its other end: {other.when.words()}."))


def _whole(first: When | None, last: When | None) -> When | None:
    """The one interval of two dates; None when one is missing or the second comes before the first."""
    if first is None or last is None:
        return None
    try:
        return When.between(first, last)
    except BadDate:
        return None


def _span_back(
    extents: tuple[Extent, Extent], pair: Sequence[TimeExpression], tokens: Tokens, context: Context
) -> When | None:
    """The time that a definite amount of it before a date makes: "(in) the three months to 31 March"."""
    here, there = extents
    told = tokens.lower(here.first) in context["definite_words"] and pair[0].type is TimexType.DURATION
    ending = " ".join(tokens.words(here.last, there.first)) in context["span_joins"]
    when, amount = pair[1].when, AMOUNT.fullmatch(pair[0].value or "")
    if not (told and ending and when and amount):
        return None
    number, unit = int(amount[1]), amount[2]
    return _whole(_span_begin(when, number * 7 if unit == "W" else number, unit), when)


def _span_begin(end: When, number: int, unit: str) -> When | None:
    """Where so many whole units that end with a date begin; months in months, from the first of one where the
    date ends one."""
    if unit in "DW":
        eve = count_from(end, f"P{number}D", -1) if end.grain is Grain.DAY else None
        return count_from(eve, "P1D", 1) if eve else None
    if end.grain is Grain.YEAR:
        return count_from(end, f"P{number - 1}Y", -1) if unit == "Y" else None
    morrow = count_from(end, "P1D", 1) if end.grain is Grain.DAY else None
    whole = end.grain is Grain.MONTH or (morrow is not None and str(morrow).endswith("-01"))
    return count_from(end, f"P{number * (12 if unit == 'Y' else 1) - whole}M", -1)


def _of_night(expression: TimeExpression, day: When | None) -> TimeExpression:
    """The night that ends on the day, by the evening it began: "overnight into Thursday" is Wednesday's."""
    eve = count_from(day, "P1D", -1) if day else None
    night = _whole(eve, day)
    if eve is None or night is None:
        return expression
    value = f"{eve}{NIGHT}" if eve.grain is Grain.DAY else expression.value
    return replace(_meaning(expression, night), value=value)


def joins(tokens: Tokens, first: Extent, context: Context) -> bool:
    """Whether the token behind an expression makes a range of it and the next."""
    joint, opener = tokens.lower(first.last), tokens.lower(first.first - 1)
    if opener in context["between_words"]:
        return joint in context["between_joins"]
    if opener in context["from_words"]:
        return joint in context["from_joins"]
    return joint in context["range_marks"]


def _open_ended(
    i: int, expression: TimeExpression, extents: Sequence[Extent], tokens: Tokens, context: Context
) -> TimeExpression:
    """Since, until, before and their kin, unless the word belongs to a range or to the noun behind."""
    when, extent = expression.when, extents[i]
    if when is None or "/.." in str(when) or "../" in str(when):
        return expression
    kind, words = _opener(extent, tokens, context)
    if kind == "about_words" and (roughly := approximate(when)) != when:
        about = _opened(expression, roughly, f"“{words}” makes it approximate.")
        return replace(about, mod=expression.mod or "APPROX")
    if kind in ("before_words", "after_words") and not _stands_alone(i, extents, tokens, context):
        return expression
    if kind not in OPENINGS or (kind != "until_words" and expression.type is TimexType.TIME):
        return expression
    ends = kind == "before_words" and expression.mod == "END"  # "before the end of May" reaches to its end
    meaning, why = OPENINGS["until_words" if ends else kind]
    opened = meaning(when)
    return _opened(expression, opened, f"“{words}” {why}") if opened else expression


def _opener(extent: Extent, tokens: Tokens, context: Context) -> tuple[str, str]:
    """The list of the longest phrase right before an expression that opens it, and the phrase."""
    if _goes_on(extent, tokens, context) or _sets_in(extent, tokens, context):
        return "since_words", "from ... on"
    for size in range(min(LONGEST, extent.first), 0, -1):
        phrase = " ".join(tokens.words(extent.first - size, extent.first))
        if phrase in context["exact_words"]:
            break
        for kind in (*OPENINGS, "about_words"):
            if phrase in context[kind]:
                return kind, phrase
    return "", ""


def _goes_on(extent: Extent, tokens: Tokens, context: Context) -> bool:
    """ "From 2014 on", "from Monday onwards"."""
    onward = tokens.lower(extent.last) in context["onward_words"]
    bare = tokens.lower(extent.last) == "on" and not tokens.lower(extent.last + 1)[:1].isalnum()
    return tokens.lower(extent.first - 1) in context["from_words"] and (onward or bare)


def _sets_in(extent: Extent, tokens: Tokens, context: Context) -> bool:
    """ "From April the bank will buy bonds": a clause that opens so tells from when on, if no end is told."""
    opens = tokens.lower(extent.first - 2) in context["clause_openers"] | {""}
    plain = tokens.lower(extent.first - 1) in context["from_words"] and opens
    behind = set(tokens.words(extent.last, min(len(tokens.starts), extent.last + LIMIT_REACH)))
    return plain and behind.isdisjoint(context["from_joins"])


def _stands_alone(i: int, extents: Sequence[Extent], tokens: Tokens, context: Context) -> bool:
    """Whether before or after is of the date itself: not of "Friday's vote", not of "two days after" it."""
    here = extents[i]
    counted = i > 0 and extents[i - 1].end == here.first and extents[i - 1].end > extents[i - 1].last
    behind = tokens.lower(here.last)
    owner = behind == "'" or (behind[:1].isalpha() and behind not in context["function_words"])
    return not counted and not owner


OPENINGS: Mapping[str, tuple[Callable[[When], When | None], str]] = {
    "since_words": (When.since, "leaves the end open."),
    "until_words": (When.until, "leaves the begin open."),
    "before_words": (before, "means all that lies before it."),
    "after_words": (after, "means all that lies behind it."),
}
"""What the phrases of a list of `[time.context]` make of a date, and how that is said."""


def _opened(expression: TimeExpression, when: When, why: str) -> TimeExpression:
    return replace(expression, when=when, steps=(*expression.steps, why, f"So: {when.words()}."))
