"""From a date to a figure: which pixels are certain, which are possible, which are open.

A glyph stands only where everything the date may mean fits beneath it; what is wider is a box (one date,
known no closer) or a bar with whiskers from its earliest to its latest begin, and likewise at its end.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kb.model import Entry
from kb.when import When

GLYPH = 14.0
OPEN_LENGTH = 40.0
HINT = 20.0
LEAST_BAR = 3.0

Place = Callable[[float], float]
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """Pixels from left to right: all that is drawn, its certain core, what fades before and after it."""

    shape: str  # "point", "box" or "bar"
    reach: Pair
    core: Pair
    fade_in: Pair | None = None
    fade_out: Pair | None = None
    arrow_left: bool = False
    arrow_right: bool = False


def figure_of(entry: Entry, x: Place) -> Figure | None:
    """The figure of an entry; None where nothing at all is known of its date."""
    when = When.parse(entry.edtf) if entry.edtf else When.unknown()
    begin, end = when.window
    if begin is None and end is None:
        return None
    if not entry.dated and (begin is None or end is None):
        return _undated(begin, end, x)
    if begin is None or end is None:
        return _open(when, entry.published, x)
    return _closed(when, (begin, end), x)


def is_drawn(entry: Entry) -> bool:
    """Whether it has a place on an axis."""
    return figure_of(entry, float) is not None


def _closed(when: When, window: tuple[int, int], x: Place) -> Figure:
    start, stop = x(window[0]), x(window[1] + 1)
    if stop - start <= GLYPH:
        return _point((start + stop) / 2)
    first, last = _ends(when, window)
    certain, until = x(first[1] + 1), x(last[0])
    if certain > until:
        return Figure("box", (start, stop), (start, stop))
    core = (certain, max(until, certain + LEAST_BAR))
    return Figure("bar", (start, stop), core, _wide(start, certain), _wide(until, stop))


def _ends(when: When, window: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Earliest and latest begin, earliest and latest end."""
    begin, slash, end = when.edtf.partition("/")
    if not slash:
        return window, window
    first, last = When.parse(begin).window, When.parse(end).window
    return (window[0], _or(first[1], window[0])), (_or(last[0], window[1]), window[1])


def _open(when: When, published: str, x: Place) -> Figure:
    """Begun and not ended: certain up to the day its source was published; or ended and not begun."""
    begin, end = when.window
    edge = When.parse(when.edtf.partition("/")[0 if end is None else 2] or when.edtf).window
    if begin is not None:
        certain = x(_or(edge[1], begin) + 1)
        until = max(certain, _seen_until(when, published, x), x(begin) + GLYPH / 2)
        core, out = (min(certain, until), until), (until, until + OPEN_LENGTH)
        reach = (x(begin), until + OPEN_LENGTH)
        return Figure("bar", reach, core, _wide(x(begin), certain), out, arrow_right=when.ends_open)
    stop, certain = x(_or(end, 0) + 1), x(_or(edge[0], _or(end, 0)))
    core, into = (certain, certain + LEAST_BAR), (certain - OPEN_LENGTH, certain)
    reach = (into[0], max(stop, core[1]))
    return Figure("bar", reach, core, into, _wide(core[1], stop), arrow_left=when.begins_open)


def _undated(begin: int | None, end: int | None, x: Place) -> Figure:
    """A glyph at the day of publication, which alone bounds it, and a whisker away from it."""
    point = _point(x(_or(end, _or(begin, 0))))
    left, right = point.core
    if end is not None:
        return Figure("point", (left - HINT, right), point.core, (left - HINT, left), arrow_left=True)
    return Figure("point", (left, right + HINT), point.core, None, (right, right + HINT), arrow_right=True)


def _seen_until(when: When, published: str, x: Place) -> float:
    seen = When.parse(published).window[1] if published and when.ends_open else None
    return float("-inf") if seen is None else x(seen)


def _point(at: float) -> Figure:
    core = (at - GLYPH / 2, at + GLYPH / 2)
    return Figure("point", core, core)


def _wide(left: float, right: float) -> Pair | None:
    return (left, right) if right - left >= 2 else None


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
