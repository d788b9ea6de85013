"""Entries as they are counted: all that are asked for, or a sample of them where they are very many."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kb.storing.index.conditions import Asked
from kb.storing.index.counting import Total, held
from kb.storing.index.entries import PLACE
from kb.storing.index.keeping import AUDIENCE
from kb.storing.index.sampling import counted, one_in, sample_of, within
from kb.storing.index.scanning import in_runs
from kb.storing.index.schema import EVERYTHING
from kb.storing.index.searched import few, matching

MOST = 2000  # to look at
COLUMNS = """c.id, e.parts, c.type, e.source, c.kind, c.status, c.certainty, c.differs <> '', {undated},
CASE WHEN {undated} OR {unbounded} THEN NULL ELSE {at} END"""
POSITION = 1 << 32  # what the position of an entry counts for in a `naming`: ids of terms are below it


class Columns(NamedTuple):
    """Entries as far as they are counted, each at its position; `at` is None where one begins nowhere."""

    kind: Sequence[int]
    status: Sequence[str]
    certainty: Sequence[int]
    disputed: Sequence[int]
    undated: Sequence[int]
    at: Sequence[int | None]


class Look(NamedTuple):
    """What was seen: one in so many of all entries, each once; and whom and what its articles name.

    `named` has, by what lanes can go by, a number for each naming: the position of the entry, times
    `POSITION`, and the id of the term. Sets for each of thousands of entries would cost far more.
    """

    one_in: int
    entries: Columns
    named: Mapping[str, list[int]]


def look(connection: sqlite3.Connection, asked: Asked, exact: Total | None) -> Look:
    """The entries asked for, or a sample of at most about `MOST`; `exact` is how many there are, if known."""
    part = one_in(exact.entries if exact else _size(connection, asked), MOST)
    positions: dict[int, int] = {}
    named: dict[str, list[int]] = {"actor": [], "place": [], "source": [], "type": []}
    counted: list[list[Any]] = []
    for id_, parts, type_, source, *own in _rows(connection, asked, part):
        if id_ not in positions:
            positions[id_] = len(counted) * POSITION
            counted.append(own)
        _name(named, positions[id_], parts, type_, source)
    return Look(part, Columns(*(zip(*counted, strict=True) if counted else [()] * 6)), named)


def _name(
    named: Mapping[str, list[int]], position: int, parts: str, type_: int | None, source: int | None
) -> None:
    for part in parts.split():
        if part[0] != AUDIENCE:
            named["place" if part[0] == PLACE else "actor"].append(position + int(part[2:]))
    if type_ is not None:
        named["type"].append(position + type_)
    if source is not None:
        named["source"].append(position + source)


def _size(connection: sqlite3.Connection, asked: Asked) -> int:
    """About how many entries have to be looked at to find all that are asked for."""
    if asked.words:
        found, values = matching(connection, asked)
        return int(connection.execute(f"SELECT count(*) FROM {found}", values).fetchone()[0])  # noqa: S608
    return 0 if asked.document is not None else held(connection, asked)


def _rows(connection: sqlite3.Connection, asked: Asked, part: int) -> Iterator[tuple[Any, ...]]:
    axis = asked.axis
    undated, unbounded, at = (text.format("c") for text in (axis.undated, axis.unbounded, axis.at))
    what = COLUMNS.format(undated=undated, unbounded=unbounded, at=at)
    if not asked.is_in_runs:
        sql, values = few(connection, asked, what)
        return connection.execute(sql + within("e.id", part), values)
    ready = part > 1 and asked.keys[0] == EVERYTHING
    sample = replace(asked, keys=(sample_of(part),)) if ready else asked
    joined = counted("e", "s.entry", part) + counted("c", "e.stands", part)
    sql, values = in_runs(connection, sample, what, joined)
    sampled = "" if ready else within("e.stands", part)
    return (
        connection.execute(f"{sql}{sampled}{asked.condition}", [*values, *asked.values]) if sql else iter(())
    )
