"""What is compared: a saying, a happening or a moment, written down by a person or found by the code."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Event, Findings, Mention, Occurrence, Passage, Span, Statement, TimeExpression
from kb.when import When

Part = tuple[str, Span]
"""A role and the words of whoever has it."""


@dataclass(frozen=True)
class Saying:
    """One act of saying; `speaker` has every name used, `date` is "" where only publication bounds it."""

    words: tuple[Span, ...]
    cue: Span
    speaker: tuple[str, ...]
    kind: str
    date: str


@dataclass(frozen=True)
class Happening:
    """One event: the word that names it, its kind, date, participants, place and how it is told."""

    trigger: Span
    type: str
    date: str
    participants: tuple[Part, ...]
    place: Span | None
    status: str


@dataclass(frozen=True)
class Moment:
    """One time expression and the date it means, "" where it means none."""

    span: Span
    date: str


@dataclass(frozen=True)
class Facts:
    """All there is in one article."""

    text: str
    sayings: tuple[Saying, ...] = ()
    happenings: tuple[Happening, ...] = ()
    moments: tuple[Moment, ...] = ()


def facts_of(findings: Findings) -> Facts:
    """What the code found; of times only those in the body, because the twins list no others."""
    bodies = [sentence.span for sentence in findings.sentences if sentence.passage is Passage.BODY]
    return Facts(
        findings.text,
        tuple(_saying(statement, findings.text) for statement in findings.statements),
        tuple(_happening(event) for event in findings.events),
        tuple(_moment(time) for time in findings.times if _lies_in(time.span, bodies)),
    )


def _lies_in(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _saying(found: Statement, text: str) -> Saying:
    speaker = found.speaker
    names = (speaker.entity.name, speaker.span.of(text)) if speaker else ()
    return Saying(found.content, found.trigger, names, found.kind.value, told_date(found))


def _happening(found: Event) -> Happening:
    parts = tuple((part.role.value, part.mention.span) for part in found.participants)
    return Happening(
        found.trigger, found.type, told_date(found), parts, _span(found.place), found.status.value
    )


def _span(mention: Mention | None) -> Span | None:
    return mention.span if mention else None


def _moment(found: TimeExpression) -> Moment:
    return Moment(found.span, str(found.when) if found.when else "")


def told_date(found: Occurrence) -> str:
    """The date as EDTF; "" where no words date it and publication alone is an upper bound."""
    if found.date is None or (found.date.when.earliest is None and found.date.expression is None):
        return ""
    return str(found.date.when)


def same_date(one: str, other: str) -> bool:
    """Whether two EDTF strings, or two "", mean the same time: same bounds, open where the other is."""
    if not one or not other:
        return one == other
    a, b = When.parse(one), When.parse(other)
    return (a.window, a.begins_open, a.ends_open) == (b.window, b.begins_open, b.ends_open)
