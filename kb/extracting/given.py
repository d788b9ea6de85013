"""Findings at spans that somebody else has found: `kb annotate --given`.

What was found there keeps all it has; where nothing was found, the words are described as they stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kb.extracting.happenings import find_happenings_at
from kb.model import Entity, EntityKind, Event, EventType, Findings, Language, Mention, Occurrence, Span
from kb.ontology import slug

ARTICLES = frozenset({"The", "A", "An"})
Found = TypeVar("Found", bound=Occurrence)


def take_given_events(
    findings: Findings, language: Language, types: Sequence[EventType], spans: Sequence[Span]
) -> Findings:
    """The statements and events whose triggers are these spans, one for each span."""
    statements = tuple(_triggered(findings.statements, spans))
    taken = {said.trigger for said in statements}
    events = tuple(_triggered(findings.events, [span for span in spans if span not in taken]))
    taken |= {event.trigger for event in events}
    others = find_happenings_at(findings, language, types, [span for span in spans if span not in taken])
    return replace(findings, statements=statements, events=tuple(sorted((*events, *others), key=_place)))


def take_given_mentions(findings: Findings, spans: Sequence[Span]) -> Findings:
    """A mention for each span, with the entity found there if any."""
    return replace(findings, mentions=tuple(_mention(findings, span) for span in spans))


def _triggered(found: Sequence[Found], spans: Sequence[Span]) -> Iterator[Found]:
    """What was found at these spans, each at most once, with the span as its trigger."""
    left = list(found)
    for span in spans:
        at = next((one for one in left if one.trigger.overlaps(span)), None)
        if at is not None:
            left.remove(at)
            yield replace(at, trigger=span)


def _mention(findings: Findings, span: Span) -> Mention:
    same = [mention for mention in findings.mentions if mention.span.overlaps(span)]
    best = min(same, key=lambda mention: _distance(mention.span, span), default=None)
    if best is not None and not _is_inside(best, span, findings.text):
        return replace(best, span=span)
    name = span.of(findings.text)
    return Mention(span=span, rule="given", confidence=0.1, entity=Entity(slug(name), name, EntityKind.GROUP))


def _is_inside(mention: Mention, span: Span, text: str) -> bool:
    """Whether it is part of a longer name, of whose kind it need not be ("Chile" in "Bank of Chile")."""
    outside = text[mention.span.start : span.start].split() + text[span.end : mention.span.end].split()
    return any(word[0].isupper() and word not in ARTICLES for word in outside)


def _distance(one: Span, other: Span) -> int:
    return abs(one.start - other.start) + abs(one.end - other.end)


def _place(event: Event) -> Span:
    return event.trigger
