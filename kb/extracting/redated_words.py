"""Entries whose words of time were dated anew: which words date which entry stays as it was found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kb.model import Findings, Occurrence, Span, TimeExpression
from kb.when import When

Entry = TypeVar("Entry", bound=Occurrence)
Words = Mapping[Span, TimeExpression]


def with_times(found: Findings, times: Sequence[TimeExpression]) -> Findings:
    """The findings with these expressions in place of those of the same words, in their entries too."""
    was, now = _by_span(found.times), _by_span(times)
    statements = tuple(_redated(said, was, now) for said in found.statements)
    events = tuple(_redated(event, was, now) for event in found.events)
    return replace(found, times=tuple(times), statements=statements, events=events)


def _by_span(times: Sequence[TimeExpression]) -> Words:
    return {time.span: time for time in times}


def _redated(entry: Entry, was: Words, now: Words) -> Entry:
    time = entry.time
    if time is None or was.get(time.span) == now.get(time.span):
        return entry
    return replace(entry, time=_as_read(time, was[time.span], now[time.span]))


def _as_read(time: TimeExpression, was: TimeExpression, now: TimeExpression) -> TimeExpression:
    """The new expression as its entry read the old one: "since the coup in July" begins in it and lasts."""
    lasts = time.when != was.when and time.when is not None and time.when.ends_open
    return replace(now, when=When.since(now.when)) if lasts and now.when is not None else now
