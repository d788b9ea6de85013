"""The findings of an article by where they stand, so that what is near is found without reading all.

`Ordered` is for things that never lie within one another; these may, and may have several places.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from kb.model import Findings, Mention, Occurrence, Sentence, Span, Statement, TimeExpression

T = TypeVar("T")
STRETCH = 512  # characters


class Placed(Generic[T]):
    """Things listed under each stretch of the text that one of their places touches."""

    def __init__(self, things: Sequence[T], places: Callable[[T], Iterable[Span]]) -> None:
        self._things = things
        self._places = [tuple(places(thing)) for thing in things]
        self._outer = [_outer(spans) for spans in self._places]
        self._numbers: dict[int, list[int]] = defaultdict(list)
        for number, spans in enumerate(self._places):
            stretches = map(_stretches, spans)
            for stretch in next(stretches) if len(spans) == 1 else set(chain.from_iterable(stretches)):
                self._numbers[stretch].append(number)

    def touching(self, span: Span) -> list[T]:
        """The things with a place that shares a character with the span, in the order they were given."""
        start, end, outer, places = span.start, span.end, self._outer, self._places
        return [
            self._things[n]
            for n in self._near(_stretches(span))
            if outer[n][0] < end
            and start < outer[n][1]
            and (len(places[n]) == 1 or any(place.start < end and start < place.end for place in places[n]))
        ]

    def _near(self, stretches: range) -> Sequence[int]:
        """What is listed under the stretches, each once, in order; most ask for a single one."""
        if len(stretches) == 1:
            return self._numbers.get(stretches[0], ())
        return sorted({number for stretch in stretches for number in self._numbers.get(stretch, ())})


class Nearby:
    """Everything found in one article so far, by place; each kind is placed when it is first asked for."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    @cached_property
    def sentences(self) -> Placed[Sentence]:
        """The sentences."""
        return Placed(self.findings.sentences, lambda sentence: (sentence.span,))

    @cached_property
    def mentions(self) -> Placed[Mention]:
        """The mentions."""
        return Placed(self.findings.mentions, lambda mention: (mention.span,))

    @cached_property
    def times(self) -> Placed[TimeExpression]:
        """The expressions of time."""
        return Placed(self.findings.times, lambda time: (time.span,))

    @cached_property
    def statements(self) -> Placed[Statement]:
        """The statements, by their evidence, their cue and what they say."""
        return Placed(self.findings.statements, lambda said: (said.span, said.trigger, *said.content))

    @cached_property
    def triggered(self) -> Placed[Occurrence]:
        """Statements and events, by the words that tell of them."""
        occurrences: list[Occurrence] = [*self.findings.statements, *self.findings.events]
        return Placed(occurrences, lambda occurrence: (occurrence.trigger,))


def _outer(spans: Sequence[Span]) -> tuple[int, int]:
    """From where to where the places reach, gaps included."""
    if len(spans) == 1:
        return spans[0].start, spans[0].end
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _stretches(span: Span) -> range:
    return range(span.start // STRETCH, span.end // STRETCH + 1)
