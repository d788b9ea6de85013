"""Things in order of their place in the text, so that a long article is searched near a place only."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from kb.model import Span

T = TypeVar("T")


class Same(Generic[T]):
    """A thing that equals itself alone: what is kept for it is found again without a look at all it holds."""

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing


class Ordered(Generic[T]):
    """Things sorted by where they start; `place` tells the characters of one."""

    def __init__(self, things: Iterable[T], place: Callable[[T], Span]) -> None:
        placed = sorted(((place(thing), thing) for thing in things), key=lambda p: (p[0].start, -p[0].end))
        self.spans = [span for span, _ in placed]
        self.things = [thing for _, thing in placed]
        self.starts = [span.start for span in self.spans]

    def __iter__(self) -> Iterator[T]:
        return iter(self.things)

    def within(self, span: Span) -> list[T]:
        """Those that lie within a span, in order, the outermost of equal starts first."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [self.things[number] for number in range(first, last) if self.spans[number].end <= span.end]

    def touching(self, span: Span) -> list[T]:
        """Those that share a character with a span, if none of the things lies within another."""
        return [self.things[number] for number in self.numbers_touching(span)]

    def numbers_touching(self, span: Span) -> range:
        """The places in the order of those that share a character with a span."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self.spans) and self.spans[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self.starts, span.end)))
