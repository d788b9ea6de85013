"""Expressions that hang on an occurrence: "three weeks after the attack", "a day after she resigned".

Each one links two occurrences: the host that the words date, and the pivot they count from. When the
pivot has a date the host follows from it, and the other way round. The link is made here; who is
asked first is settled in `settling`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.extracting.event_anaphors import find_referent
from kb.extracting.pivots import find_pivots, pivot_clause
from kb.model import Findings, Language, Occurrence, Offset, Sentence, Span, TimeExpression
from kb.when import When, count_loosely


@dataclass(frozen=True, slots=True)
class Hanging:
    """A link between two occurrences, by their keys, with the expression that makes it."""

    host: str
    pivot: str
    expression: TimeExpression


def find_hangings(findings: Findings, language: Language) -> tuple[Hanging, ...]:
    """The links that the event-relative expressions of an article make."""
    occurrences = in_order(findings)
    return tuple(
        link
        for time in findings.times
        if time.offset is not None
        for link in _links(time, time.offset, occurrences, findings, language)
    )


def in_order(findings: Findings) -> list[Occurrence]:
    """Statements and events by their place in the text."""
    return sorted([*findings.statements, *findings.events], key=lambda occurrence: occurrence.trigger)


def _links(
    time: TimeExpression,
    offset: Offset,
    occurrences: Sequence[Occurrence],
    findings: Findings,
    language: Language,
) -> Iterator[Hanging]:
    sentence = next((s for s in findings.sentences if s.span.start <= offset.pivot < s.span.end), None)
    if sentence is None:
        return
    clause = pivot_clause(offset, sentence)
    for pivot in find_pivots(clause, sentence, occurrences, findings, language):
        for host in _hosts(time, clause, sentence, occurrences, language):
            if host.key != pivot.key:
                yield Hanging(host.key, pivot.key, time)


def _hosts(
    time: TimeExpression,
    clause: Span,
    sentence: Sentence,
    occurrences: Sequence[Occurrence],
    language: Language,
) -> Sequence[Occurrence]:
    """What the words date: the occurrence they were given to and what a noun before them points back to; if
    there is neither, what was told last before them in the sentence ("fell on Sunday, a day after ...")."""
    near = [o for o in occurrences if sentence.span.covers(o.trigger) and not clause.covers(o.trigger)]
    hosts = [o for o in near if o.time is not None and o.time.span == time.span]
    hosts += find_referent(sentence, time.span.start, occurrences, language)
    return hosts or _beside(time, clause, near)


def _beside(time: TimeExpression, clause: Span, near: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """The last occurrence before the words, or, where they open the sentence, the first behind the clause."""
    before = [o for o in near if o.trigger.end <= time.span.start]
    behind = [o for o in near if o.trigger.start >= clause.end]
    return before[-1:] or behind[:1]


def shifted(when: When, expression: TimeExpression, towards: int) -> When | None:
    """The date a duration away from another: `towards` 1 from pivot to host, -1 from host to pivot.

    None when the amount is vague, or the date coarser than the unit.
    """
    offset = expression.offset
    if offset is None:
        return None
    sign = 1 if offset.direction == "after" else -1
    return count_loosely(when, offset.duration, towards * sign, expression.mod)
