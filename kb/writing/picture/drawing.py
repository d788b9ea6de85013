"""The whole picture: lanes one below the other, the axis above and beneath them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement, tostring

from kb.model import Entry, Named
from kb.when import When
from kb.when.days import DAY_SECONDS
from kb.writing.picture.figures import Figure, figure_of, is_drawn
from kb.writing.picture.glyphs import elements_of
from kb.writing.picture.paints import COLOURS, GROUND, INK, LINE, OTHERS, QUIET, STRIPE, definitions
from kb.writing.picture.rows import Mark, packed, row_count, shortened, width_of
from kb.writing.picture.scales import Scale

MOST = 300  # entries in one picture; more can be read by nobody
MOST_LANES = 12
ROW, PADDING, AXIS, GUTTER, EDGE = 24.0, 8.0, 30.0, 168.0, 26.0
FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Captions:
    """The words of a picture that are not those of its entries, and how it words a date."""

    nobody: str
    others: str
    nothing: str
    words: Callable[[When], str] = When.words


ENGLISH = Captions("nobody named", "others", "Nothing here has a date.")


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the picture: its name, its entries, the number of its colour."""

    name: str
    entries: tuple[Entry, ...]
    colour: int


@dataclass(frozen=True, slots=True)
class Picture:
    """How a picture is drawn: its width in pixels, the stretch of time (None: that of its entries), links."""

    width: float = 1000
    since: int | None = None
    until: int | None = None
    captions: Captions = ENGLISH
    link: Callable[[str], str] | None = None


def write_svg(entries: Sequence[Entry]) -> bytes:
    """The first `MOST` entries that can be drawn, in lanes, as an SVG file."""
    shown = [entry for entry in entries if is_drawn(entry)][:MOST]
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + draw(lanes_of(shown), Picture()).encode()


def lanes_of(entries: Sequence[Entry], captions: Captions = ENGLISH) -> list[Lane]:
    """Entries by their leading actor, else their place; those with most first, the rest under "others"."""
    leading = {entry.iri: next(filter(None, (*entry.actors, entry.place)), None) for entry in entries}
    counts = Counter(named for named in leading.values() if named)
    shown = {named: number for number, (named, _) in enumerate(counts.most_common(MOST_LANES))}
    lanes = [Lane(named.label, tuple(_led_by(named, entries, leading)), at) for named, at in shown.items()]
    rest = [entry for entry in entries if (who := leading[entry.iri]) and who not in shown]
    nobody = tuple(_led_by(None, entries, leading))
    last = [Lane(captions.others, tuple(rest), OTHERS), Lane(captions.nobody, nobody, OTHERS)]
    return [*lanes, *(lane for lane in last if lane.entries)]


def draw(lanes: Sequence[Lane], picture: Picture) -> str:
    """The picture of these lanes as an `<svg>` element."""
    scale = _scale(lanes, picture)
    lanes = [lane for lane in lanes if any(_figures(lane, scale))]
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "picture stage", "role": "group"})
    svg.set("font-family", FONT)
    svg.append(definitions(iter(sorted({lane.colour for lane in lanes}))))
    ground = SubElement(svg, "rect", {"class": "ground", "width": "100%", "height": "100%", "fill": GROUND})
    top = AXIS if lanes else 0.0
    for number, lane in enumerate(lanes):
        top += _draw_lane(svg, lane, scale, picture, (number, top))
    height = _draw_axis(svg, scale, top, picture) if lanes else _say(svg, picture.captions.nothing)
    ground.set("height", f"{height:.0f}")
    svg.set("viewBox", f"0 0 {picture.width:.0f} {height:.0f}")
    svg.set("width", f"{picture.width:.0f}")
    svg.set("height", f"{height:.0f}")
    return tostring(svg, encoding="unicode")


def _led_by(
    named: Named | None, entries: Sequence[Entry], leading: Mapping[str, Named | None]
) -> Iterator[Entry]:
    return (entry for entry in entries if leading[entry.iri] == named)


def _scale(lanes: Sequence[Lane], picture: Picture) -> Scale:
    windows = [When.parse(e.edtf).window for lane in lanes for e in lane.entries if e.edtf]
    bounds = sorted(second for window in windows for second in window if second is not None) or [0]
    since = bounds[0] if picture.since is None else picture.since
    until = bounds[-1] if picture.until is None else picture.until
    margin = max((until - since) // 50, 1) if until - since > 3 * DAY_SECONDS else DAY_SECONDS // 4
    left, right = GUTTER + EDGE, picture.width - EDGE
    return Scale(since - margin, max(until, since + 1) + margin, left, right)


def _draw_lane(svg: Element, lane: Lane, scale: Scale, picture: Picture, place: tuple[int, float]) -> float:
    """Draw a lane at its top; returns how tall it is."""
    number, top = place
    marks = packed(_figures(lane, scale), lane.name, picture.width - 8)
    height = max(row_count(marks), 1) * ROW + 2 * PADDING
    group = SubElement(svg, "g", {"class": f"lane lane-{lane.colour}"})
    if number % 2:
        size = {"y": f"{top:.1f}", "width": "100%", "height": f"{height:.1f}", "fill": STRIPE}
        SubElement(group, "rect", {"class": "stripe odd", **size})
    _write(group, "lane-name name", shortened(lane.name, 24), (12, top + PADDING + 16), COLOURS[lane.colour])
    for mark in marks:
        middle = top + PADDING + mark.row * ROW + ROW / 2
        group.append(_mark(mark, middle, lane.colour, picture))
    return height


def _figures(lane: Lane, scale: Scale) -> Iterator[tuple[Entry, Figure]]:
    """The figures of what reaches into the picture, cut at its edges."""
    low, high = scale.left - EDGE, scale.right + EDGE
    for entry in lane.entries:
        figure = figure_of(entry, scale.x)
        if figure and figure.reach[0] < high and figure.reach[1] > low:
            yield entry, _cut(figure, low, high)


def _cut(figure: Figure, low: float, high: float) -> Figure:
    def cut(pair: tuple[float, float]) -> tuple[float, float]:
        return max(pair[0], low), max(min(pair[1], high), low + 1)

    fade_in, fade_out = (pair and cut(pair) for pair in (figure.fade_in, figure.fade_out))
    return replace(figure, reach=cut(figure.reach), core=cut(figure.core), fade_in=fade_in, fade_out=fade_out)


def _mark(mark: Mark, middle: float, colour: int, picture: Picture) -> Element:
    entry = mark.entry
    dated = "" if entry.dated else " undated"
    classes = {"class": f"mark {entry.kind} {entry.status}{dated}".replace("  ", " ")}
    link = {"href": picture.link(entry.iri)} if picture.link else {}
    group = Element("a" if link else "g", classes | link)
    title = SubElement(group, "title")
    title.text = f"{entry.label} ({picture.captions.words(When.parse(entry.edtf or '/'))})"
    group.extend(elements_of(mark, middle, colour))
    return group


def _draw_axis(svg: Element, scale: Scale, top: float, picture: Picture) -> float:
    """Draw the axis above and beneath the lanes; returns where the picture ends."""
    line = {"class": "grid", "stroke": LINE}
    free = 0.0  # a day in full among hours takes the room of the next
    for x, name in scale.ticks(picture.captions.words):
        svg.insert(2, Element("path", {**line, "d": f"M{x:.1f},0V{top + 6:.1f}"}))
        if x < free or x + width_of(name) > picture.width:
            continue
        free = x + width_of(name)
        for y in (AXIS - 8, top + 20):  # of a tall picture in a frame only one of them may be in sight
            _write(svg, "tick", name, (x + 3, y), QUIET)
    SubElement(svg, "path", {**line, "d": f"M0,{top:.1f}H{picture.width:.0f}"})
    return top + AXIS


def _say(svg: Element, words: str) -> float:
    _write(svg, "tick", words, (12, 28), QUIET)
    return 2 * ROW


def _write(group: Element, name: str, words: str, at: tuple[float, float], fill: str = INK) -> None:
    size = {"x": f"{at[0]:.1f}", "y": f"{at[1]:.1f}", "font-size": "12", "fill": fill, "class": name}
    SubElement(group, "text", size).text = words
