"""Changes to the text of a query or update."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Text to stand in place of what lies between two positions."""

    start: int
    end: int
    text: str


def edited(sparql: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they must not overlap."""
    for edit in sorted(edits, reverse=True):
        sparql = sparql[: edit.start] + edit.text + sparql[edit.end :]
    return sparql
