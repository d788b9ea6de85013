"""The documents of GUM as texts, with the characters of the names in them.

A mention whose head is no proper noun may still hold a name ("the student Ada Bell"): a run of proper nouns
behind its head names a person where the mention is one; of the other words in it nobody says whether they
name anything, so they are `unclear`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kb.model import EntityKind
from kb.tagging.training.names import KINDS, mentions, name_labels
from kb.tagging.training.treebank import Rows, load_treebank

KIND = {"PER": EntityKind.PERSON, "ORG": EntityKind.ORGANIZATION, "LOC": EntityKind.PLACE}
Range = tuple[int, int]


@dataclass(slots=True)
class Marked:
    """A text, its names with their kinds, and stretches of which nobody says what they name."""

    text: str = ""
    names: dict[Range, EntityKind] = field(default_factory=dict)
    unclear: list[Range] = field(default_factory=list)

    def add(self, text: str, rows: Rows) -> None:
        """One more sentence, as a paragraph of its own."""
        places = list(_places(text, rows, len(self.text)))
        self.text += text + "\n\n"
        labels = name_labels(rows)
        for start, end, kind in _extents(labels):
            self.names[places[start][0], places[end - 1][1]] = KIND[kind]
        for start, end, sort in mentions(rows):
            head = _head(rows, start, end)
            if sort in KINDS and rows[head].pos != "PROPN":
                self.unclear.append((places[start][0], places[end - 1][1]))
                last = _run_end(rows, head + 1, end)
                if sort == "person" and last > head + 1 and set(labels[head + 1 : last]) == {"O"}:
                    self.names[places[head + 1][0], places[last - 1][1]] = EntityKind.PERSON

    def kind(self, start: int, end: int) -> EntityKind | None:
        """What these characters name, THING if they name nobody and nowhere; None where that is unclear."""
        if (start, end) in self.names:
            return self.names[start, end]
        touched = {kind for (first, last), kind in self.names.items() if first < end and start < last}
        if touched:
            return touched.pop() if len(touched) == 1 else None
        held = any(first <= start and end <= last for first, last in self.unclear)
        return None if held else EntityKind.THING


def load_marked(path: Path) -> list[Marked]:
    """The documents of a treebank whose last column brackets its mentions."""
    blocks = [b for b in path.read_text(encoding="utf-8").split("\n\n") if b.strip()]
    documents: list[Marked] = []
    for block, rows in zip(blocks, load_treebank(path), strict=True):
        if "# newdoc" in block:
            documents.append(Marked())
        text = re.search(r"# text = (.*)", block)
        documents[-1].add(text[1] if text else "", rows)
    return documents


def _places(text: str, rows: Rows, begin: int) -> Iterator[Range]:
    at = 0
    for row in rows:
        at = max(text.find(row.word, at), at)
        yield begin + at, begin + at + len(row.word)
        at += len(row.word)


def _extents(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """First word, end and kind of each name that IOB2 labels mark."""
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            inside = (k for k in range(start + 1, len(labels)) if not labels[k].startswith("I-"))
            yield start, next(inside, len(labels)), label[2:]


def _head(rows: Rows, start: int, end: int) -> int:
    return next((k for k in range(start, end) if rows[k].head == k or not start <= rows[k].head < end), start)


def _run_end(rows: Rows, start: int, end: int) -> int:
    return next((k for k in range(start, end) if rows[k].pos != "PROPN"), end)
