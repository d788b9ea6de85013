"""How well the kind of a record fits the kind a label was asked for with; the table is `kinds.toml`."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("kinds.toml")

BROADER_FITS = 0.9  # a record that is only known to be some organization, where an agency was asked for
UNTOLD_FITS = 0.8  # a kind that no table knows


@cache
def kind_fit(asked: str, held: str) -> float:
    """From 0 (one cannot be the other) to 1 (the kind asked for, or one below it, or none was asked for)."""
    asked, held = asked.strip().lower(), held.lower()
    if asked not in known_kinds() or held not in known_kinds():
        return UNTOLD_FITS if asked and asked != held else 1.0
    if asked in _above(held):
        return 1.0
    return max([BROADER_FITS if held in _above(asked) else 0.0, *_nearness(asked, held)])


@cache
def known_kinds() -> frozenset[str]:
    """The kinds a record may have."""
    return frozenset(_table()["broader"])


@cache
def kinds_below(kind: str) -> frozenset[str]:
    """A kind and all below it."""
    return frozenset(known for known in known_kinds() if kind in _above(known))


@cache
def told_as(kind: str) -> frozenset[str]:
    """As which kinds of event articles tell a kind of event in lists; none where any will do."""
    return frozenset(_table()["told_as"].get(kind, ()))


def _nearness(asked: str, held: str) -> Iterator[float]:
    for pair, fit in _table()["near"].items():
        one, other = pair.split(", ")
        if one in _above(asked) and other in _above(held):
            yield fit


@cache
def _above(kind: str) -> frozenset[str]:
    """The kind itself and all above it."""
    return frozenset({kind}.union(*(_above(broader) for broader in _table()["broader"][kind])))


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
