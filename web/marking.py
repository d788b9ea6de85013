"""Marks spans in a text: what was found stays readable where it was found.

Spans may nest and may cross. A mark that crosses another is closed and opened again, so that what
comes out is always well formed; all of the text is escaped, and nothing but the marks is added.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup, escape

from kb.model import Span

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span, the class it gets, what a resting pointer is told, and what follows its last character."""

    span: Span
    name: str
    title: str = ""
    after: Markup = NOTHING


def mark(text: str, marks: Iterable[Mark], start: int = 0) -> Markup:
    """`text` as HTML with the marks in it; `start` is where it begins in the text the spans count in.

    Parts of a mark outside `text` are left out; an empty mark is not shown at all.
    """
    window = Span(start, start + len(text))
    shown = sorted((m for m in marks if _shows(m, window)), key=lambda m: (m.span.start, -m.span.end))
    return Markup("").join(_pieces(text, shown, window))


def mark_paragraphs(text: str, marks: Sequence[Mark]) -> list[Markup]:
    """Each line of `text` that is not blank, marked; spans count in the whole text."""
    return [mark(part, marks, start) for start, part in _lines(text) if part.strip()]


def _shows(mark: Mark, window: Span) -> bool:
    return mark.span.start < mark.span.end and mark.span.overlaps(window)


def _pieces(text: str, shown: Sequence[Mark], window: Span) -> Iterable[Markup]:
    edges = _edges(shown, window)
    nested: list[Mark] = []
    for here, there in zip(edges, [*edges[1:], window.end], strict=True):
        wanted = [m for m in shown if m.span.start <= here < m.span.end] if here < window.end else []
        stay = _common(nested, wanted)
        yield from [Markup("</mark>")] * (len(nested) - stay)
        yield from [m.after for m in shown if m.span.end == here]
        yield from [_opening(m) for m in wanted[stay:]]
        yield escape(text[here - window.start : there - window.start])
        nested = wanted


def _edges(shown: Sequence[Mark], window: Span) -> list[int]:
    ends = {edge for m in shown for edge in (m.span.start, m.span.end)}
    return sorted({edge for edge in ends if window.start < edge < window.end} | {window.start, window.end})


def _common(first: Sequence[Mark], second: Sequence[Mark]) -> int:
    pairs = zip(first, second, strict=False)
    return len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))


def _opening(mark: Mark) -> Markup:
    title = Markup(' title="{}"').format(mark.title) if mark.title else ""
    return Markup('<mark class="{}"{}>').format(mark.name, title)


def _lines(text: str) -> Iterable[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
