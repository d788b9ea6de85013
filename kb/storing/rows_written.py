"""Counts the rows of an answer while Oxigraph writes it, so that it can be stopped at a limit.

Oxigraph writes whole answers, in pieces that end anywhere. What tells one row from the next is a mark
that each format has for it, never one within a text.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from kb.errors import BadQuery

Item = TypeVar("Item")


class Mark(NamedTuple):
    """What stands between or behind rows, and what the count begins with for that.

    `quoted`: texts stand in quotation marks, within which nothing counts; `escaped`: by backslashes.
    """

    text: bytes
    first: int
    quoted: bool = False
    escaped: bool = False


MARKS: dict[str, Mark] = {
    "application/sparql-results+json": Mark(b"},{", 1, quoted=True, escaped=True),
    "application/sparql-results+xml": Mark(b"</result>", 0),
    "text/csv": Mark(b"\n", -1, quoted=True),
    "text/tab-separated-values": Mark(b"\n", -1),
}


class Pieces:
    """A file to write to that hands on what is written."""

    def __init__(self, put: Callable[[bytes], object]) -> None:
        self._put = put

    def write(self, piece: bytes) -> int:
        """Hand on a piece and tell its length."""
        self._put(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing is kept back."""


class Rows(Pieces):
    """A file that hands on the rows of an answer; BadQuery when there are more than `most`."""

    def __init__(self, put: Callable[[bytes], object], media_type: str, most: int | None) -> None:
        super().__init__(put)
        self._mark = MARKS[media_type]
        self._most = most
        self._count = self._mark.first
        self._within = False  # a text in quotation marks
        self._held = self._tail = b""  # a backslash, the first part of a mark: the next piece has the rest

    def write(self, piece: bytes) -> int:
        """Hand on a piece, once its rows are counted."""
        if self._most is not None:
            self._count += self._marks_in(self._bare(piece) if self._mark.quoted else piece)
            if self._count > self._most:
                raise too_many(self._most)
        return super().write(piece)

    def _marks_in(self, bare: bytes) -> int:
        mark, bare = self._mark.text, self._tail + bare
        after = bare.rpartition(mark)[2]
        self._tail = after[len(after) - len(mark) + 1 :] if len(after) >= len(mark) else after
        return bare.count(mark)

    def _bare(self, piece: bytes) -> bytes:
        """The piece without what stands in quotation marks."""
        if self._mark.escaped:
            piece = (self._held + piece).replace(b"\\\\", b"")
            self._held = piece[-1:] if piece.endswith(b"\\") else b""
            piece = piece.removesuffix(b"\\").replace(b'\\"', b"")
        parts = piece.split(b'"')
        outside = parts[1::2] if self._within else parts[0::2]
        self._within ^= len(parts) % 2 == 0
        return b"".join(outside)


def limited(found: Iterable[Item], most: int | None) -> Iterator[Item]:
    """The same, one by one; BadQuery when there are more than `most`."""
    for number, item in enumerate(found, 1):
        if most is not None and number > most:
            raise too_many(most)
        yield item


def too_many(most: int) -> BadQuery:
    """What is said when an answer is too long."""
    return BadQuery(
        f"The answer has more than {most:,} rows. Ask for part of it by LIMIT and OFFSET, or for a COUNT."
    )
