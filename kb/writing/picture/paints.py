"""What the marks of a picture are painted with: one set of colours and textures for each lane."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

COLOURS = (
    "#0b57a8", "#a8430b", "#24702d", "#7a378b", "#7b5a00", "#b01f50", "#006a73", "#4a49b8", "#556300",
    "#7d4a2c", "#9c2689", "#46607a", "#5f5b53",
)  # fmt: skip
OTHERS = len(COLOURS) - 1
INK, QUIET, GROUND, STRIPE, LINE = "#1b1a17", "#5b574e", "#fcfaf5", "#f3f0e8", "#dcd7cb"


def definitions(numbers: Iterator[int]) -> Element:
    """The textures of these lane colours, and the blur of approximate dates."""
    defs = Element("defs")
    blur = SubElement(
        defs, "filter", {"id": "pic-soft", "x": "-20%", "y": "-40%", "width": "140%", "height": "180%"}
    )
    SubElement(blur, "feGaussianBlur", {"stdDeviation": "1.7"})
    for number in numbers:
        for name, opacities in (("in", ("0", "0.75")), ("out", ("0.75", "0"))):
            defs.append(_fade(f"pic-{name}-{number}", number, opacities))
        defs.append(_hatch(number))
    return defs


def _fade(name: str, number: int, opacities: tuple[str, str]) -> Element:
    gradient = Element("linearGradient", {"id": name, "class": f"lane-{number}"})
    for offset, opacity in zip(("0", "1"), opacities, strict=True):
        stop = {"offset": offset, "class": "lane-stop", "stop-color": COLOURS[number]}
        SubElement(gradient, "stop", stop | {"stop-opacity": opacity})
    return gradient


def _hatch(number: int) -> Element:
    pattern = Element(
        "pattern",
        {"id": f"pic-hatch-{number}", "class": f"lane-{number}", "width": "6", "height": "6",
         "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"},
    )  # fmt: skip
    SubElement(pattern, "rect", {"width": "6", "height": "6", "class": "hatch-ground", "fill": GROUND})
    SubElement(
        pattern, "rect", {"width": "2.6", "height": "6", "class": "hatch-line", "fill": COLOURS[number]}
    )
    return pattern
