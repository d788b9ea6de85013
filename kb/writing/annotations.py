"""Findings as one line of `kb annotate`: the measuring interface, kept stable.

Offsets are code points of the given text, types and values are those of TIMEX3, dates are EDTF.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kb.model import (
    Anchor,
    Event,
    Findings,
    Mention,
    Occurrence,
    Role,
    Span,
    Statement,
    TimeExpression,
)
from kb.writing.plover import plover_classes

CLASSES = {"phase": "GRAMMATICAL", "state": "GRAMMATICAL", "attitude": "SPEECH_COGNITIVE"}
"""The class of the types that are no kinds of event of ours; any other type is OTHER."""

ARGUMENTS = {Role.INITIATOR: "Arg0", Role.TARGET: "Arg1", Role.OTHER: "Argm-OTHER"}


def annotation(findings: Findings, only: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The record of one document: `doc_id` and the kinds asked for (all of `KINDS` when none is named)."""
    wanted = [kind for kind in KINDS if not only or kind in only]
    return {"doc_id": findings.document.doc_id} | {kind: KINDS[kind](findings) for kind in wanted}


def _timexes(findings: Findings) -> list[dict[str, Any]]:
    return [_timex(time, findings.text) for time in findings.times]


def _timex(time: TimeExpression, text: str) -> dict[str, Any]:
    when = time.when
    return {
        **_place(time.span),
        "text": time.span.of(text),
        "type": str(time.type),
        "value": time.value,
        "mod": time.mod,
        "edtf": str(when) if when else None,
        "earliest": when.earliest_iso if when else None,
        "latest": when.latest_iso if when else None,
        "rule": time.rule,
        "anchor": _anchor(time.anchor),
        "alternatives": [str(other) for other in time.alternatives],
    }


def _mentions(findings: Findings) -> list[dict[str, Any]]:
    return [_mention(mention, findings.text) for mention in findings.mentions]


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    target = mention.target
    linked = {"uri": target.iri, "score": target.score} if target else {"uri": "NIL", "score": 0.0}
    return {
        **_place(mention.span),
        "text": mention.span.of(text),
        "kind": str(mention.entity.kind),
        **linked,
    }


def _quotes(findings: Findings) -> list[dict[str, Any]]:
    told = sorted(findings.statements + findings.thoughts, key=lambda statement: statement.trigger)
    return [_quote(statement, findings.text) for statement in told]


def _stretches(statement: Statement, text: str) -> list[Span]:
    """What is said in as few stretches as hold no word of the writer's: two around a cue within it."""
    joined: list[Span] = []
    for span in sorted(statement.content):
        between = text[joined[-1].end : span.start] if joined else ""
        if joined and not any(character.isalnum() for character in between):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _quote(statement: Statement, text: str) -> dict[str, Any]:
    speaker, said = statement.speaker, _stretches(statement, text)
    return {
        "start": said[0].start,
        "end": said[-1].end,
        "spans": [[span.start, span.end] for span in said],
        "type": str(statement.kind),
        "speaker": speaker.entity.name if speaker else None,
        "speaker_start": speaker.span.start if speaker else None,
        "speaker_end": speaker.span.end if speaker else None,
        "cue_start": statement.trigger.start,
        "cue_end": statement.trigger.end,
        "date": _date(statement),
    }


def _events(findings: Findings) -> list[dict[str, Any]]:
    """Statements and events with their PLOVER class, how sure each is, and by which rule it is dated."""
    classes = plover_classes(findings)
    spoken = [_speech_event(said) | _told(said, classes) for said in findings.statements]
    happened = [_event(event) | _told(event, classes) for event in findings.events]
    return sorted(spoken + happened, key=lambda event: (event["start"], event["end"]))


def _told(occurrence: Occurrence, classes: Mapping[str, str]) -> dict[str, Any]:
    date = occurrence.date
    dated_by = date.rule if date is not None and date.dated else None
    return {
        "dated_by": dated_by,
        "plover": classes.get(occurrence.key),
        "confidence": occurrence.confidence,
    }


def _speech_event(statement: Statement) -> dict[str, Any]:
    people = [_participant("Arg0", statement.speaker)] if statement.speaker else []
    people += [_participant("Arg1", mention) for mention in statement.audience]
    return _record(statement, "SPEECH_COGNITIVE", statement.act, people)


def _event(event: Event) -> dict[str, Any]:
    people = [_participant(ARGUMENTS[p.role], p.mention) for p in event.participants]
    return _record(event, CLASSES.get(event.type, "OTHER"), event.type, people)


def _record(occurrence: Occurrence, kind: str, type_: str, people: list[dict[str, Any]]) -> dict[str, Any]:
    place = [_participant("Argm-LOC", occurrence.place)] if occurrence.place else []
    described = {"class": kind, "type": type_, "date": _date(occurrence), "participants": people + place}
    return {**_place(occurrence.trigger), **described}


def _participant(role: str, mention: Mention) -> dict[str, Any]:
    return {"role": role, **_place(mention.span)}


def _place(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _date(occurrence: Occurrence) -> str | None:
    """The day or longer; a time of day is left to the expression that tells it."""
    date = occurrence.date
    return str(date.when).partition("T")[0] if date and date.dated else None


def _anchor(anchor: Anchor | None) -> str | None:
    return f"{anchor.kind} {anchor.when}" if anchor else None


KINDS: Mapping[str, Callable[[Findings], list[dict[str, Any]]]] = {
    "timexes": _timexes,
    "mentions": _mentions,
    "quotes": _quotes,
    "events": _events,
}
