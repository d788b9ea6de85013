"""How densely entries stand over time, as a band of bars: events from the ground up, statements above."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element, tostring

from kb.model import Bin
from kb.when import When
from kb.writing.picture.paints import LINE, QUIET
from kb.writing.picture.scales import Scale

HEIGHT, AXIS = 90.0, 24.0
EVENTS, STATEMENTS = "#8aa9cd", "#c3d2e6"
SHORTEST = 2.0  # pixels, so that one entry among a million is seen
LAST = 0.92  # of the width; a word further right would be cut on a narrow screen
FEW = 0.1  # of all entries, at either end, may lie far off
SQUEEZED = 3  # times as long as what the others take up, with what lies beyond at one end


def main_part(bins: Sequence[Bin]) -> Sequence[Bin]:
    """The bins without the few entries, at either end, that lie so far off that they squeeze the others.

    What lies near is never left out, whatever lies far off.
    """
    counts = [one.events + one.statements for one in bins]
    first, last = _beyond(counts), len(bins) - _beyond(counts[::-1])
    longest = _length(bins[first:last]) * SQUEEZED
    begins = [at for at in range(first + 1) if not at or counts[at]]
    ends = [at for at in range(len(bins), last - 1, -1) if at == len(bins) or counts[at - 1]]
    begin = next((at for at in begins if _length(bins[at:last]) <= longest), first)
    end = next((at for at in ends if _length(bins[first:at]) <= longest), last)
    return bins[begin:end]


def _beyond(counts: Sequence[int]) -> int:
    """The place of the count with which the sum is more than a few."""
    few = sum(counts) * FEW
    return next((at for at, so_far in enumerate(accumulate(counts)) if so_far > few), 0)


def _length(bins: Sequence[Bin]) -> int:
    """How much time bins take up, in seconds."""
    return bins[-1].until - bins[0].since if bins else 0


def draw_band(bins: Sequence[Bin], width: float, words: Callable[[When], str] = When.words) -> str:
    """The band as an `<svg>` element; an empty one where nothing is dated.

    It is as wide as its room: places along it are shares of its width, so that words keep their shape.
    As many ticks are named as `width` pixels have room for; every other one is of the class "between".
    """
    size = {"width": "100%", "height": f"{HEIGHT + AXIS:.0f}", "class": "band-picture", "aria-hidden": "true"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})
    if bins:
        scale = Scale(bins[0].since, bins[-1].until, 0, width)
        most = max(one.events + one.statements for one in bins) or 1
        for one in bins:
            svg.extend(_bars(one, scale, most))
        svg.extend(_axis(scale, words))
    return tostring(svg, encoding="unicode")


def _bars(one: Bin, scale: Scale, most: int) -> Iterator[Element]:
    left, right = scale.x(one.since), scale.x(one.until)
    ground = HEIGHT
    for name, number, fill in (("events", one.events, EVENTS), ("statements", one.statements, STATEMENTS)):
        if number:
            tall = max(number / most * (HEIGHT - 4), SHORTEST)
            place = {"x": _share(left, scale), "y": f"{ground - tall:.1f}", "height": f"{tall:.1f}"}
            wide = _share(max(right - left - 0.6, 0.8), scale)
            yield Element("rect", {"class": name, "fill": fill, "width": wide, **place})
            ground -= tall


def _axis(scale: Scale, words: Callable[[When], str]) -> Iterator[Element]:
    yield _line("0", "100%", HEIGHT)
    for number, (x, name) in enumerate(scale.ticks(words)):
        at = _share(x, scale)
        yield _line(at, at, HEIGHT + 5)
        if x > scale.right * LAST:
            continue
        place = {"x": at, "dx": "3", "y": f"{HEIGHT + 16:.0f}", "font-size": "12", "fill": QUIET}
        text = Element("text", {"class": "tick between" if number % 2 else "tick", **place})
        text.text = name
        yield text


def _line(start: str, end: str, low: float) -> Element:
    ends = {"x1": start, "x2": end, "y1": f"{HEIGHT:.0f}", "y2": f"{low:.0f}"}
    return Element("line", {"class": "grid", "stroke": LINE, **ends})


def _share(x: float, scale: Scale) -> str:
    return f"{x / scale.right:.2%}"
