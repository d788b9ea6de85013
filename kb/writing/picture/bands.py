"""How densely entries stand over time, as a band of bars: events from the ground up, statements above."""

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element, tostring

from kb.model import Bin
from kb.when import When
from kb.writing.picture.paints import LINE, QUIET
from kb.writing.picture.scales import Scale

HEIGHT, AXIS = 90.0, 24.0
EVENTS, STATEMENTS = "#8aa9cd", "#c3d2e6"
SHORTEST = 2.0  # pixels, so that one entry among a million is seen


def draw_band(bins: Sequence[Bin], width: float, words: Callable[[When], str] = When.words) -> str:
    """The band as an `<svg>` element; an empty one where nothing is dated."""
    size = {"viewBox": f"0 0 {width:.0f} {HEIGHT + AXIS:.0f}", "class": "band-picture", "aria-hidden": "true"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "preserveAspectRatio": "none", **size})
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
            place = {"x": f"{left:.1f}", "y": f"{ground - tall:.1f}", "height": f"{tall:.1f}"}
            wide = f"{max(right - left - 0.6, 0.8):.1f}"
            yield Element("rect", {"class": name, "fill": fill, "width": wide, **place})
            ground -= tall


def _axis(scale: Scale, words: Callable[[When], str]) -> Iterator[Element]:
    yield Element("path", {"class": "grid", "stroke": LINE, "d": f"M0,{HEIGHT}H{scale.right:.0f}"})
    for x, name in scale.ticks(words):
        yield Element("path", {"class": "grid", "stroke": LINE, "d": f"M{x:.1f},{HEIGHT}v5"})
        text = Element("text", {"class": "tick", "x": f"{x + 3:.1f}", "y": f"{HEIGHT + 16:.0f}"})
        text.set("font-size", "12")
        text.set("fill", QUIET)
        text.text = name
        yield text
