"""What tests of the last step are made with: findings put together by hand."""

from dataclasses import replace

from kb.extracting.settling import settle
from kb.languages import load_language
from kb.model import (
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    Occurrence,
    Offset,
    QuoteKind,
    Resolution,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.reading.sentences import find_sentences
from kb.tagging import tag
from kb.when import When

ENGLISH = load_language("en")


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article(text: str, published: str | None = "2013-04-19", **found: tuple[object, ...]) -> Findings:
    """Findings of a text, tagged, with what the test says was found in it."""
    document = Document(iri="urn:test", text=text, published=When.parse(published) if published else None)
    begun = Findings(document, sentences=find_sentences(document, ENGLISH))
    return replace(begun, sentences=tag(begun, ENGLISH), **found)  # type: ignore[arg-type]


def dated(text: str, words: str, edtf: str) -> TimeExpression:
    return TimeExpression(
        span=span_of(text, words), rule="calendar", type=TimexType.DATE, value=edtf, when=When.parse(edtf)
    )


def hanging(text: str, words: str, duration: str, direction: str, clause: str) -> TimeExpression:
    return TimeExpression(
        span=span_of(text, words),
        rule="offset",
        type=TimexType.DURATION,
        value=duration,
        offset=Offset(duration, direction, text.index(clause)),
    )


def statement(
    text: str,
    cue: str,
    said: str,
    speaker: str = "",
    time: TimeExpression | None = None,
    act: str = "say",
    key: str = "",
) -> Statement:
    who = Entity(key=speaker.casefold(), name=speaker, kind=EntityKind.PERSON)
    return Statement(
        span=Span(0, len(text)),
        rule="test",
        key=key or f"statement-{cue}",
        trigger=span_of(text, cue),
        label=cue,
        cue=cue,
        act=act,
        kind=QuoteKind.INDIRECT,
        content=(span_of(text, said),),
        speaker=Mention(span=span_of(text, speaker), rule="test", entity=who) if speaker else None,
        time=time,
    )


def event(
    text: str,
    trigger: str,
    kind: str = "attack",
    time: TimeExpression | None = None,
    status: Status = Status.HAPPENED,
) -> Event:
    return Event(
        span=Span(0, len(text)),
        rule="test",
        key=f"event-{trigger}",
        trigger=span_of(text, trigger),
        label=trigger,
        time=time,
        type=kind,
        status=status,
    )


def date_of(findings: Findings, key: str) -> Resolution:
    settled = settle(findings, ENGLISH)
    found: list[Occurrence] = [o for o in (*settled.statements, *settled.events) if o.key == key]
    assert found[0].date is not None
    return found[0].date
