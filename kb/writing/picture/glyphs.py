"""The elements of one mark: disc or bubble, box, bar with whiskers, arrows; and its label."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kb.writing.picture.figures import Figure, Pair
from kb.writing.picture.paints import COLOURS, GROUND, INK
from kb.writing.picture.rows import LABEL_GAP, Mark

HEIGHT = 14.0
WHISKER = 7.0
UNREAL = ("claimed", "planned", "hypothetical", "denied")
TICKS = {"direct": (5.0, 9.0), "mixed": (7.0,)}


def elements_of(mark: Mark, middle: float, colour: int) -> Iterator[Element]:
    """The elements of a mark around its vertical middle, back to front."""
    yield from _whiskers(mark.figure, middle, colour)
    yield _core(mark, middle, colour)
    yield from _quote_ticks(mark, middle, colour)
    if mark.entry.status == "denied":
        right = mark.figure.core[1] + 3
        yield _line("strike", f"M{right - 20:.1f},{middle + 8}L{right:.1f},{middle - 8}", colour)
    yield _label(mark, middle)


def _core(mark: Mark, middle: float, colour: int) -> Element:
    element = _body(mark, middle)
    uncertain, approximate = (any(sign in mark.entry.edtf for sign in signs) for signs in ("?%", "~%"))
    element.set("class", f"core {mark.figure.shape}{' hatched' if uncertain else ''}")
    element.set("stroke", COLOURS[colour])
    element.set("stroke-width", "1.6")
    for name, value in _fill(mark, colour, uncertain).items():
        element.set(name, value)
    if approximate:
        element.set("filter", "url(#pic-soft)")
    return element


def _fill(mark: Mark, colour: int, uncertain: bool) -> dict[str, str]:
    solid = mark.entry.kind == "event" and mark.entry.dated and mark.entry.status not in UNREAL
    dashed = uncertain or not mark.entry.dated or mark.entry.status in UNREAL[:3]
    fill = {"fill": COLOURS[colour] if solid else GROUND}
    if uncertain:
        fill = {"data-paint": "hatch", "fill": f"url(#pic-hatch-{colour})"}
    elif mark.figure.shape == "box" and solid:
        fill |= {"fill-opacity": "0.22"}
    return fill | ({"stroke-dasharray": "3.5 2.2"} if dashed else {})


def _body(mark: Mark, middle: float) -> Element:
    left, right = mark.figure.core
    if mark.entry.kind == "statement":
        return Element("path", {"d": _bubble(left, right, middle)})
    if mark.figure.shape == "point":
        return Element("circle", _numbers(cx=(left + right) / 2, cy=middle, r=HEIGHT / 2))
    return _box(mark.figure.core, middle, HEIGHT)


def _bubble(left: float, right: float, middle: float) -> str:
    """A speech bubble between two edges, its tail near the left one."""
    top, bottom = middle - HEIGHT / 2, middle + HEIGHT / 2 - 3
    right = max(right, left + 10)
    corners = f"M{left + 3:.1f},{top}H{right - 3:.1f}q3,0 3,3V{bottom - 3}q0,3 -3,3"
    tail = f"H{left + 9:.1f}L{left + 3:.1f},{bottom + 5}V{bottom}q-3,0 -3,-3V{top + 3}q0,-3 3,-3Z"
    return corners + tail


def _whiskers(figure: Figure, middle: float, colour: int) -> Iterator[Element]:
    for way, pair, arrow in (
        (-1, figure.fade_in, figure.arrow_left),
        (1, figure.fade_out, figure.arrow_right),
    ):
        if pair:
            box = _box(pair, middle, WHISKER)
            box.set("class", "whisker")
            box.set("fill", f"url(#pic-{'in' if way < 0 else 'out'}-{colour})")
            yield box
        if pair and arrow:
            tip = pair[0] if way < 0 else pair[1]
            back = tip - way * 7
            path = f"M{back:.1f},{middle - 5}L{tip:.1f},{middle}L{back:.1f},{middle + 5}"
            yield _line("arrow", path, colour)


def _quote_ticks(mark: Mark, middle: float, colour: int) -> Iterator[Element]:
    if mark.figure.shape == "point":
        for offset in TICKS.get(mark.entry.quote_kind, ()):
            yield _line("quote-tick", f"M{mark.figure.core[0] + offset:.1f},{middle - 4}v4", colour)


def _label(mark: Mark, middle: float) -> Element:
    solid = mark.entry.kind == "event" and mark.figure.shape == "bar" and mark.entry.status not in UNREAL
    left, anchor, fill = mark.figure.reach[1] + LABEL_GAP, "start", INK
    if mark.is_inside:
        left, fill = mark.figure.core[0] + LABEL_GAP, "#ffffff" if solid and mark.entry.dated else INK
    elif mark.label_before:
        left, anchor = mark.figure.reach[0] - LABEL_GAP, "end"
    name = "label inside" if mark.is_inside else "label"
    text = Element("text", _numbers(x=left, y=middle + 4) | {"class": name, "fill": fill, "font-size": "12"})
    text.set("text-anchor", anchor)
    text.text = mark.label
    return text


def _box(pair: Pair, middle: float, height: float) -> Element:
    left, right = pair
    size = _numbers(x=left, y=middle - height / 2, width=max(right - left, 1), height=height)
    return Element("rect", size | {"rx": "2.5"})


def _line(name: str, path: str, colour: int) -> Element:
    drawn = {"class": name, "d": path, "fill": "none", "stroke": COLOURS[colour], "stroke-width": "1.8"}
    return Element("path", drawn)


def _numbers(**values: float) -> dict[str, str]:
    return {name: f"{value:.1f}" for name, value in values.items()}
