"""Sentences of CoNLL-U and IOB2 files, as plain rows; words are written as the pipeline will see them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kb.tagging.spelling import plain_spelling

FEATURES = ("VerbForm", "Tense", "Number", "Degree", "Voice")


@dataclass(frozen=True, slots=True)
class Row:
    """One syntactic word: its head is an index in the sentence, its own for the root.

    `name` is an IOB2 label, empty where nobody marked names; `pos` and the like are empty in IOB2 files.
    """

    word: str
    lemma: str = ""
    pos: str = ""
    features: str = ""
    head: int = 0
    relation: str = ""
    misc: str = ""
    name: str = ""


Rows = tuple[Row, ...]


def load_treebank(path: Path) -> list[Rows]:
    """The sentences of a CoNLL-U file, in order."""
    with path.open(encoding="utf-8") as file:
        return [tuple(_row(cells, index) for index, cells in enumerate(block)) for block in _blocks(file)]


def load_names(path: Path) -> list[Rows]:
    """The sentences of an IOB2 file of Universal NER, words and names alone."""
    with path.open(encoding="utf-8") as file:
        blocks = list(_blocks(file))
    return [tuple(Row(plain_spelling(cells[1]), name=cells[2]) for cells in block) for block in blocks]


def _blocks(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if cells[0].isdigit():
            block.append(cells)
        elif not line.strip() and block:
            yield block
            block = []
    if block:
        yield block


def _row(cells: list[str], index: int) -> Row:
    head = int(cells[6])
    return Row(
        word=plain_spelling(cells[1]),
        lemma=cells[2],
        pos=cells[3],
        features=_features(cells[5]),
        head=head - 1 if head else index,
        relation=cells[7] if head else "ROOT",
        misc=cells[9],
    )


def _features(cell: str) -> str:
    kept = [pair for pair in cell.split("|") if pair.partition("=")[0] in FEATURES]
    return "|".join(kept) or "_"


def respelled(rows: Rows, words: Iterable[str]) -> Rows:
    """The same sentence with its words written otherwise."""
    return tuple(replace(row, word=word) for row, word in zip(rows, words, strict=True))
