"""The findings of an article by where they stand, so that what is near is found without reading all.

`Ordered` is for things that never lie within one another; these may, and may have several places.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from kb.model import Findings, Occurrence, Span

T = TypeVar("T")
STRETCH = 512  # characters


class Placed(Generic[T]):
    """Things listed under each stretch of the text that one of their places touches."""

    def __init__(self, things: Sequence[T], places: Callable[[T], Iterable[Span]]) -> None:
        self._things = things
        self._places = [tuple(places(thing)) for thing in things]
        self._numbers: dict[int, list[int]] = defaultdict(list)
        for number, spans in enumerate(self._places):
            for stretch in {stretch for span in spans for stretch in _stretches(span)}:
                self._numbers[stretch].append(number)

    def touching(self, span: Span) -> list[T]:
        """The things with a place that shares a character with the span, in the order they were given."""
        near = {number for stretch in _stretches(span) for number in self._numbers.get(stretch, ())}
        start, end = span.start, span.end
        return [
            self._things[n]
            for n in sorted(near)
            if any(place.start < end and start < place.end for place in self._places[n])
        ]


class Nearby:
    """Everything found in one article so far, by place."""

    def __init__(self, findings: Findings) -> None:
        occurrences: list[Occurrence] = [*findings.statements, *findings.events]
        self.findings = findings
        self.sentences = Placed(findings.sentences, lambda sentence: (sentence.span,))
        self.mentions = Placed(findings.mentions, lambda mention: (mention.span,))
        self.times = Placed(findings.times, lambda time: (time.span,))
        self.statements = Placed(findings.statements, lambda said: (said.span, said.trigger, *said.content))
        self.triggered = Placed(occurrences, lambda occurrence: (occurrence.trigger,))


def _stretches(span: Span) -> range:
    return range(span.start // STRETCH, span.end // STRETCH + 1)
