"""Rows of the index as the entries that people and pages work with, many in a few questions.

`loading` reads the same from the store; `checking` compares the two.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

from kb.model import Entry, Named, Span
from kb.storing.index.intervals import EVER
from kb.storing.index.keeping import AUDIENCE, KINDS, parts_in
from kb.storing.index.terms import marks
from kb.storing.terms import local_name
from kb.when.days import to_iso

MOST_VALUES = 900  # in one question; SQLite takes 999 everywhere
PLACE = "0"

Row = dict[str, Any]

ENTRIES = """SELECT e.*, d.iri AS document_iri, d.title, d.published AS day, d.identifier,
p.label AS publisher, words.clause || words.quote AS words FROM entry e JOIN document d ON d.id = e.document
LEFT JOIN term p ON p.id = d.publisher JOIN words ON words.rowid = e.id"""
TERMS = """SELECT t.id, t.label, c.iri, c.label FROM term t JOIN term c ON c.id = t.stands"""
LEADS = "SELECT e.iri, c.iri FROM entry e JOIN entry c ON c.id = e.stands"


def entries(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Entry]:
    """These entries, each as its article tells it, in this order."""
    rows = _asked(connection, ENTRIES, "e.id", ids)
    for row in rows:
        row["parts"] = tuple(parts_in(row["parts"]))
    people = {row[0]: row for row in tuples(connection, TERMS, "t.id", _people(rows))}
    described = {iri for row in rows for iri in row["about"].split()}
    leading = leads(connection, sorted(described))
    found = {row["id"]: _entry(row, people, leading) for row in rows}
    return [found[id_] for id_ in ids]


def gathered(connection: sqlite3.Connection, ids: Sequence[int], known_by: int | None) -> list[Entry]:
    """These entries with their other versions, and where all of them differ.

    Of versions only those published by `known_by` (a second, None for all): one of them stands for all
    where what stands for all was published later.
    """
    members = _members(connection, ids, known_by)
    every = list(dict.fromkeys(id_ for lead in ids for id_ in members[lead]))
    told = dict(zip(every, entries(connection, every), strict=True))
    differs = dict(tuples(connection, "SELECT id, differs FROM entry", "id", ids))
    return [_whole([told[id_] for id_ in members[lead]], differs[lead]) for lead in ids]


def leads(connection: sqlite3.Connection, iris: Sequence[str]) -> dict[str, str]:
    """What stands for each of these entries, by IRI."""
    return dict(tuples(connection, LEADS, "e.iri", iris))


def _whole(versions: Sequence[Entry], differs: str) -> Entry:
    first, *others = versions
    if not others:
        return first
    return replace(first, versions=tuple(others), disagreements=tuple(differs.splitlines()))


def _members(
    connection: sqlite3.Connection, ids: Sequence[int], known_by: int | None
) -> Mapping[int, list[int]]:
    """What stands for all first, then the others by label."""
    found: dict[int, list[int]] = {id_: [] for id_ in ids}
    known = EVER if known_by is None else known_by
    leads = tuples(connection, "SELECT id, published FROM entry", "id", ids)
    others = tuples(
        connection, "SELECT stands, label, iri, id, published FROM entry", "stands <> id AND stands", ids
    )
    for id_, published in leads:
        found[id_] += [id_] if known_by is None or (published is not None and published <= known) else []
    for lead, _, _, id_, published in sorted(others):
        found[lead] += [id_] if known_by is None or (published is not None and published <= known) else []
    return found


def _people(rows: Iterable[Row]) -> list[int]:
    """All whose names these rows need, kinds of event included."""
    parts = {who for row in rows for _, who in row["parts"]}
    return sorted(parts | {row["type"] for row in rows if row["type"] is not None})


def _entry(row: Row, people: Mapping[int, tuple[Any, ...]], leading: Mapping[str, str]) -> Entry:
    about = (leading.get(iri, iri) for iri in row["about"].split())
    places, actors = _in_roles(row["parts"], people)
    return Entry(
        iri=row["iri"],
        kind=KINDS[row["kind"]],
        label=row["label"],
        edtf=row["edtf"],
        earliest=_iso(row["since"]),
        latest=_iso(row["until"]),
        dated=not row["undated"],
        document=Named(row["document_iri"], row["title"]),
        quote=row["words"],
        start=row["begins"],
        end=row["ends"],
        status=row["status"],
        type=_kind(row["type"], people),
        quote_kind=row["quote_kind"],
        about=tuple(dict.fromkeys(about)),
        actors=actors,
        place=next(iter(places), None),
        publisher=row["publisher"] or "",
        published=row["day"],
        trigger=None if row["trigger_begins"] is None else Span(row["trigger_begins"], row["trigger_ends"]),
        doc_id=row["identifier"],
        said=None if row["said"] is None else _iso(row["said"]),
    )


@lru_cache(maxsize=16_384)
def _iso(second: int) -> str | None:
    return None if abs(second) == EVER else to_iso(second)


def _kind(type_: int | None, people: Mapping[int, tuple[Any, ...]]) -> Named | None:
    if type_ is None:
        return None
    _, label, iri, _ = people[type_]
    return Named(iri, label or local_name(iri))


def _in_roles(
    parts: Sequence[tuple[str, int]], people: Mapping[int, tuple[Any, ...]]
) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Where an entry was and who is in it, by rank and name; of those who are one, what stands for them."""
    shown = [(rank, *people[who]) for rank, who in parts if rank != AUDIENCE and people[who][1] is not None]
    places: dict[str, Named] = {}
    actors: dict[str, Named] = {}
    for rank, _, _, iri, label in sorted(shown, key=itemgetter(0, 2)):
        (places if rank == PLACE else actors).setdefault(iri, Named(iri, label))
    return tuple(places.values()), tuple(actors.values())


def _asked(connection: sqlite3.Connection, sql: str, column: str, values: Sequence[object]) -> list[Row]:
    found: list[Row] = []
    for some in _parts(values):
        cursor = connection.execute(f"{sql} WHERE {column} IN ({marks(some)})", some)
        names = [name for name, *_ in cursor.description]
        found += [dict(zip(names, row, strict=True)) for row in cursor]
    return found


def tuples(
    connection: sqlite3.Connection, sql: str, column: str, values: Sequence[object]
) -> Iterator[tuple[Any, ...]]:
    """The rows in which a column has one of these values."""
    for some in _parts(values):
        yield from connection.execute(f"{sql} WHERE {column} IN ({marks(some)})", some)


def _parts(values: Sequence[object]) -> Iterator[Sequence[object]]:
    for start in range(0, len(values), MOST_VALUES):
        yield values[start : start + MOST_VALUES]
