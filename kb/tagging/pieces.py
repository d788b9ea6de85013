"""Our words to the pieces a treebank cuts them into, and what a parser says of pieces back to words.

The English treebanks of Universal Dependencies cut at hyphens ("EU-funded" is three), but for a few
prefixes ("non-stop"), and cut "cannot" and "12%"; a parser must see what it was trained on. The word
then takes the place in the tree of the piece that its other pieces hang on.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kb.tagging.spelling import plain_spelling

HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
PERCENT = re.compile(r"^([\d.,]+)(%)$")
ADDRESS = re.compile(r"[@/:#]")


class Piece(NamedTuple):
    """What a parser says of one piece; `head` is an index among the pieces, its own for the root."""

    text: str
    pos: str
    head: int
    relation: str
    lemma: str = ""  # empty where the pipeline does not tell
    entity: str = ""  # PER, ORG or LOC, or empty
    opens: bool = False  # whether it is the first of its entity

    @property
    def iob(self) -> str | None:
        """Its entity in IOB2 ("B-PER"); None outside names."""
        return f"{'B' if self.opens else 'I'}-{self.entity}" if self.entity else None


def cut(word: str, joined: Mapping[str, str], prefixes: frozenset[str]) -> list[str]:
    """The pieces of a word in plain spelling; `joined` are words that are cut otherwise ("can not")."""
    plain = plain_spelling(word)
    if plain.isalpha() and plain.lower() not in joined:
        return [plain]
    if parts := joined.get(plain.lower()):
        stem = parts.index(" ")
        return [plain[:stem], plain[stem:]]
    if match := PERCENT.match(plain):
        return list(match.groups())
    return [plain] if ADDRESS.search(plain) else _at_hyphens(plain, prefixes)


def _at_hyphens(plain: str, prefixes: frozenset[str]) -> list[str]:
    parts = HYPHEN.split(plain)
    while len(parts) > 1 and parts[0].lower().rpartition("-")[2] in prefixes:
        parts[:2] = ["-".join(parts[:2])]
    return [piece for part in parts for piece in ("-", part)][1:]


def is_share(word: str) -> bool:
    """Whether a word is a number and its per cent sign."""
    return word.endswith("%") and PERCENT.match(word) is not None


def root_of(pieces: Sequence[Piece], start: int, end: int) -> int:
    """The piece of `start` up to `end` that hangs on something else.

    When several do, it is the first of two ("can not"), the last of more ("14-year-old").
    """
    if end - start == 1:
        return start
    outside = [i for i in range(start, end) if _hangs_outside(pieces[i].head, i, start, end)]
    told = [i for i in outside if pieces[i].pos != "PUNCT"]
    told = told or outside or [start]
    return told[0] if end - start == 2 else told[-1]


def _hangs_outside(head: int, index: int, start: int, end: int) -> bool:
    return head == index or not start <= head < end


def entity_of(pieces: Sequence[Piece], start: int, end: int) -> str | None:
    """The entity of a word in IOB2 ("B-PER"): that of all its pieces, else None."""
    kind = pieces[start].entity
    if not kind or any(piece.entity != kind for piece in pieces[start:end]):
        return None
    return pieces[start].iob
