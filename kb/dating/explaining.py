"""How a date came about, in sentences a reader understands."""

from collections.abc import Iterator

from kb.dating.forms import Length, Moment, Open, Repetition, Vague
from kb.dating.lexicon import Rule
from kb.dating.settled import Settled
from kb.dating.tense import FUTURE, NEAREST, PAST
from kb.dating.values import interval
from kb.when import When

POINTING = {
    PAST: "The sentence tells of the past.",
    FUTURE: "The sentence looks ahead.",
    NEAREST: "It had been due: what has passed by then, or was called off before, so the nearest.",
}
DECIDED = "Whether the day or the month comes first is told by the other dates of the text, or by its region."
UNDECIDED = "Nothing tells whether the day or the month comes first, so it is one of two days."
UNITS = {"W": "week", "M": "month", "Q": "quarter"}
WITHOUT = {
    Open.HANGING: "It is that of what the words behind it tell, so it stays unresolved.",
    Open.BESIDE: "It hangs on what the words behind it tell, so it stays unresolved.",
    Open.IMPOSSIBLE: "No calendar has such a day, so it stays unresolved.",
}
OPEN = {
    Length: "It is a length of time with no place of its own in the calendar.",
    Repetition: "It comes again and again, so it is no single date.",
    Vague: "It names no date of the calendar.",
}


def steps_for_moment(
    words: str, rule: Rule, moment: Moment, settled: Settled, pointing: int, when: When | None
) -> tuple[str, ...]:
    """The words, what they were counted from, the rule, the result."""
    steps = [f"The words “{words}”.", *_counted_from(settled)]
    if settled.relative and moment.shift is None and moment.which is None and pointing and settled.reference:
        steps.append(POINTING[pointing])
    steps.append(rule.says)
    if moment.either_first:
        steps.append(UNDECIDED if settled.either else DECIDED)
    steps += [f"Weighed against it: {other.words()}." for other in weighed(settled)]
    steps.append(f"So: {when.words()}." if when else _unresolved(moment, settled))
    return tuple(steps)


def weighed(settled: Settled) -> Iterator[When]:
    """The dates that were weighed against the one taken."""
    other = interval(settled.other) if settled.other else None
    if other:
        yield other


def _counted_from(settled: Settled) -> list[str]:
    reference = settled.reference
    if not settled.relative or reference is None:
        return []
    told = interval(reference.fields)
    words = told.words() if told else "an inexact date"
    if reference.span is None:
        return [f"Counted from the day of publication, {words}."]
    return [f"Counted from the last date told before it, {words}."]


def _unresolved(moment: Moment, settled: Settled) -> str:
    if moment.shift and moment.shift.count is None:
        return "How many nobody says, so it stays unresolved."
    if moment.open:
        return WITHOUT[moment.open]
    if moment.at_large:
        return "No particular day is meant."
    whole = interval(settled.fields) if settled.lacking else None
    if whole:
        return f"{whole.words()} has no such {_counted_unit(moment)}, so it stays unresolved."
    if not settled.relative and settled.blank is None:
        return "It names no date that a calendar has, so it stays unresolved."
    if settled.reference is None:
        return "There is no date to count from, so it stays unresolved."
    return "What it is counted from is not exact enough, so it stays unresolved."


def _counted_unit(moment: Moment) -> str:
    unit = moment.nth[1] if moment.nth else ""
    return UNITS.get(unit, "day")


def steps_for_other(words: str, rule: Rule, form: Length | Repetition | Vague) -> tuple[str, ...]:
    """The words, the rule, and why there is no date."""
    return f"The words “{words}”.", rule.says, OPEN[type(form)]
