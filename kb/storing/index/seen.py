"""Entries as they are counted: all that are asked for, or a sample of them where they are very many."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from kb.storing.index.conditions import Asked
from kb.storing.index.counting import held, in_runs
from kb.storing.index.entries import PLACE, TERMS, tuples
from kb.storing.index.keeping import AUDIENCE, parts_in
from kb.storing.index.sampling import one_in, sample_of, within
from kb.storing.index.schema import EVERYTHING
from kb.storing.index.windows import LEAD, TOLD, few
from kb.storing.terms import local_name

MOST = 4000  # to look at
COLUMNS = """c.id, c.kind, c.status, c.certainty, c.differs <> '', {undated}, {unbounded}, {at}, e.parts,
c.type, (SELECT publisher FROM document d WHERE d.id = e.document)"""


class Row(NamedTuple):
    """An entry as far as it is counted."""

    id: int
    kind: int
    status: str
    certainty: int
    disputed: int
    undated: int
    unbounded: int
    at: int


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry and whom and what its articles name: ids of terms by what lanes can go by."""

    row: Row
    named: Mapping[str, set[int]] = field(
        default_factory=lambda: {"actor": set(), "place": set(), "source": set(), "type": set()}
    )


class Look(NamedTuple):
    """What was seen: one in so many of all entries, each once."""

    one_in: int
    entries: list[Seen]


def look(connection: sqlite3.Connection, asked: Asked) -> Look:
    """The entries asked for, or a sample of at most about `MOST` of them."""
    part = one_in(_size(connection, asked), MOST)
    found: dict[int, Seen] = {}
    for *own, parts, type_, publisher in _rows(connection, asked, part):
        seen = found.setdefault(own[0], Seen(Row(*own)))
        _name(seen.named, parts, type_, publisher)
    return Look(part, [*found.values()])


def named_by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """IRI and name of what stands for each of these."""
    rows = tuples(connection, TERMS, "t.id", sorted(ids))
    return {id_: (iri, label or own or local_name(iri)) for id_, own, iri, label in rows}


def _name(named: Mapping[str, set[int]], parts: str, type_: int | None, publisher: int | None) -> None:
    for rank, who in parts_in(parts):
        if rank != AUDIENCE:
            named["place" if rank == PLACE else "actor"].add(who)
    for by, id_ in (("type", type_), ("source", publisher)):
        if id_ is not None:
            named[by].add(id_)


def _size(connection: sqlite3.Connection, asked: Asked) -> int:
    """About how many entries have to be looked at to find all that are asked for."""
    if asked.words:
        sql = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(connection.execute(sql, [asked.words]).fetchone()[0])
    return 0 if asked.document is not None else held(connection, asked)


def _rows(connection: sqlite3.Connection, asked: Asked, part: int) -> Iterator[tuple[Any, ...]]:
    axis = asked.axis
    undated, unbounded, at = (text.format("c") for text in (axis.undated, axis.unbounded, axis.at))
    what = COLUMNS.format(undated=undated, unbounded=unbounded, at=at)
    if not asked.is_in_runs:
        sql, values = few(asked, what)
        return connection.execute(sql + within("e.id", part), values)
    ready = part > 1 and asked.keys[0] == EVERYTHING
    sample = replace(asked, keys=(sample_of(part),)) if ready else asked
    sql, values = in_runs(connection, sample, what, TOLD + LEAD)
    sampled = "" if ready else within("s.entry", part)
    return (
        connection.execute(f"{sql}{sampled}{asked.condition}", [*values, *asked.values]) if sql else iter(())
    )
