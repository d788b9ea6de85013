"""Spans that somebody else has found, as a line of JSON gives them.

{"events": [{"start": 4, "end": 11}]} or, as tasks on timelines have them, {"track_b_events": [[4, 11]]}.
"""

from collections.abc import Mapping
from typing import Any

from kb.model import Span

NAMES: Mapping[str, tuple[str, ...]] = {
    "events": ("events", "track_b_events"),
    "mentions": ("mentions",),
}
"""Under which keys the spans of each kind may stand; the first that is there is taken."""


def given_spans(record: Mapping[str, Any], kind: str) -> tuple[Span, ...]:
    """The spans a record gives of "events" or "mentions", in the order of the text, each once.

    None of them when it has no such key; ValueError when what it has is no list of spans of its text.
    """
    name = next((name for name in NAMES[kind] if name in record), kind)
    try:
        spans = {_span(given) for given in record.get(name, ())}
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError(f'"{name}" is no list of {{"start", "end"}} or [start, end]') from error
    if outside := [span for span in spans if not 0 <= span.start < span.end <= len(record["text"])]:
        raise ValueError(f'"{name}" has {min(outside)}, which does not lie in the text')
    return tuple(sorted(spans))


def _span(given: Any) -> Span:
    start, end = (given["start"], given["end"]) if isinstance(given, Mapping) else given
    return Span(int(start), int(end))
