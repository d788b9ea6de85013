"""The marks of a lane in rows, so that no mark and no label lies over another."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.model import Entry
from kb.writing.picture.figures import Figure

LABEL_GAP = 5.0
AFTER = 10.0
LONGEST = 46  # characters of a label
LETTER = 6.7  # pixels, a broad mean of letters at 12 pixels
WIDE = 12.5  # pixels of a Chinese, Japanese or Korean sign


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry, its figure, its label, and the row it stands in, from 0."""

    entry: Entry
    figure: Figure
    label: str
    row: int
    label_before: bool = False  # left of the figure, where there is no room at its right

    @property
    def is_inside(self) -> bool:
        """Whether the label stands in the figure, which is wide enough for it."""
        return _fits_inside(self.figure, self.label)


def packed(figures: Iterable[tuple[Entry, Figure]], name: str, right: float) -> list[Mark]:
    """Each in the first row with room for it and its label, in order of their left ends.

    `name` is that of the lane, which its labels need not repeat; no label goes beyond `right`.
    """
    rows: list[list[tuple[float, float]]] = []
    found = []
    for entry, figure in sorted(figures, key=lambda pair: pair[1].reach):
        label = shortened(entry.label.removeprefix(f"{name}: "))
        before = not _fits_inside(figure, label) and figure.reach[1] + _room(label) > right
        row = _free_row(rows, _taken(figure, label, before))
        found.append(Mark(entry, figure, label, row, before))
    return found


def shortened(label: str, most: int = LONGEST) -> str:
    """A label cut at the end of a word, with an ellipsis."""
    if len(label) <= most:
        return label
    return label[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def width_of(text: str) -> float:
    """The pixels a text takes at most."""
    return sum(WIDE if unicodedata.east_asian_width(sign) in "WF" else LETTER for sign in text)


def row_count(marks: Sequence[Mark]) -> int:
    """How many rows they take."""
    return max((mark.row + 1 for mark in marks), default=0)


def _taken(figure: Figure, label: str, before: bool) -> tuple[float, float]:
    left, right = figure.reach
    if _fits_inside(figure, label):
        return left, right + AFTER
    return (left - _room(label), right + AFTER) if before else (left, right + _room(label))


def _room(label: str) -> float:
    return LABEL_GAP + width_of(label) + AFTER


def _fits_inside(figure: Figure, label: str) -> bool:
    left, right = figure.core
    return figure.shape != "point" and right - left >= width_of(label) + 2 * LABEL_GAP


def _free_row(rows: list[list[tuple[float, float]]], span: tuple[float, float]) -> int:
    for number, taken in enumerate(rows):
        if all(end <= span[0] or span[1] <= start for start, end in taken):
            taken.append(span)
            return number
    rows.append([span])
    return len(rows) - 1
