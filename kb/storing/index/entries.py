"""Rows of the index as the entries that people and pages work with, many in a few questions.

`loading` reads the same from the store; `checking` compares the two.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from kb.model import Entry, Named, Span
from kb.storing.index.intervals import EVER
from kb.storing.index.keeping import AUDIENCE, KINDS, parts_in
from kb.storing.terms import local_name
from kb.when.days import to_iso

PLACE = "0"

Parts = Sequence[tuple[str, int]]  # the roles of an entry: ranks, and the ids of those who have them
Person = tuple[str | None, Named]  # the name an entry's article gives someone, and what stands for them


class Row(NamedTuple):
    """An entry with its document, as `ENTRIES` reads it."""

    id: int
    iri: str
    kind: int
    label: str
    edtf: str
    undated: int
    since: int
    until: int
    status: str
    type: int | None
    quote_kind: str
    said: int | None
    begins: int
    ends: int
    trigger_begins: int | None
    trigger_ends: int | None
    again: str
    parts: str
    about: str
    document: str
    title: str
    published: str
    identifier: str
    publisher: str | None
    words: str


# What FTS5 keeps of `words` is read where it keeps it: to ask the virtual table is slower than all else here.
ENTRIES = """SELECT e.id, e.iri, e.kind, e.label, e.edtf, e.undated, e.since, e.until, e.status, e.type,
e.quote_kind, e.said, e.begins, e.ends, e.trigger_begins, e.trigger_ends, e.again, e.parts, e.about, d.iri,
d.title, d.published, d.identifier, p.label, w.c2 || w.c3 FROM entry e JOIN document d ON d.id = e.document
LEFT JOIN term p ON p.id = d.publisher JOIN words_content w ON w.id = e.id"""
TERMS = """SELECT t.id, t.label, c.iri, c.label FROM term t JOIN term c ON c.id = t.stands"""
OTHERS = "SELECT stands, label, iri, id, published FROM entry"
LEADS = "SELECT e.iri, c.iri FROM entry e JOIN entry c ON c.id = e.stands"


def entries(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Entry]:
    """These entries, each as its article tells it, in this order."""
    rows = [Row._make(row) for row in tuples(connection, ENTRIES, "e.id", ids)]
    parts = {row.id: tuple(parts_in(row.parts)) for row in rows}
    people = _people(connection, rows, parts.values())
    leading = leads(connection, list({iri for row in rows for iri in row.about.split()}))
    found = {row.id: _entry(row, parts[row.id], people, leading) for row in rows}
    return [found[id_] for id_ in ids]


def gathered(connection: sqlite3.Connection, ids: Sequence[int], known_by: int | None) -> list[Entry]:
    """These entries with their other versions, and where all of them differ.

    Of versions only those published by `known_by` (a second, None for all): one of them stands for all
    where what stands for all was published later.
    """
    members, differs = _members(connection, ids, known_by)
    every = list(dict.fromkeys(id_ for lead in ids for id_ in members[lead]))
    told = dict(zip(every, entries(connection, every), strict=True))
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
) -> tuple[Mapping[int, list[int]], Mapping[int, str]]:
    """What stands for all first, then the others by label; and where all of them differ."""
    own = [*tuples(connection, "SELECT id, published, differs FROM entry", "id", ids)]
    others = tuples(connection, OTHERS, "stands <> id AND stands", ids)
    found: dict[int, list[int]] = {id_: [] for id_ in ids}
    told = [(id_, id_, published) for id_, published, _ in own]
    told += [(lead, id_, published) for lead, _, _, id_, published in sorted(others)]
    for lead, id_, published in told:
        if known_by is None or (published is not None and published <= known_by):
            found[lead].append(id_)
    return found, {id_: differs for id_, _, differs in own}


def _people(
    connection: sqlite3.Connection, rows: Iterable[Row], parts: Iterable[Parts]
) -> Mapping[int, Person]:
    """All whose names these rows need, kinds of event included."""
    ids = {who for several in parts for _, who in several}
    ids.update(row.type for row in rows if row.type is not None)
    found = tuples(connection, TERMS, "t.id", list(ids))
    return {id_: (own, Named(iri, label or local_name(iri))) for id_, own, iri, label in found}


def _entry(row: Row, parts: Parts, people: Mapping[int, Person], leading: Mapping[str, str]) -> Entry:
    places, actors = _in_roles(parts, people)
    about = dict.fromkeys(leading.get(iri, iri) for iri in row.about.split())
    return Entry(
        iri=row.iri,
        kind=KINDS[row.kind],
        label=row.label,
        edtf=row.edtf,
        earliest=_iso(row.since),
        latest=_iso(row.until),
        dated=not row.undated,
        document=Named(row.document, row.title),
        quote=row.words,
        start=row.begins,
        end=row.ends,
        status=row.status,
        type=None if row.type is None else people[row.type][1],
        quote_kind=row.quote_kind,
        about=tuple(about),
        actors=actors,
        place=next(iter(places), None),
        publisher=row.publisher or "",
        published=row.published,
        trigger=_trigger(row),
        again=tuple(_spans(row.again)),
        doc_id=row.identifier,
        said=None if row.said is None else _iso(row.said),
    )


@lru_cache(maxsize=16_384)
def _iso(second: int) -> str | None:
    return None if abs(second) == EVER else to_iso(second)


def _trigger(row: Row) -> Span | None:
    if row.trigger_begins is None or row.trigger_ends is None:
        return None
    return Span(row.trigger_begins, row.trigger_ends)


def _spans(places: str) -> Iterator[Span]:
    for place in places.split():
        begins, _, ends = place.partition("-")
        yield Span(int(begins), int(ends))


def _in_roles(parts: Parts, people: Mapping[int, Person]) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Where an entry was and who is in it, by rank and name; of those who are one, what stands for them."""
    shown = [(rank, *people[who]) for rank, who in parts if rank != AUDIENCE and people[who][0]]
    places: dict[str, Named] = {}
    actors: dict[str, Named] = {}
    for rank, _, named in sorted(shown, key=itemgetter(0, 1)):
        (places if rank == PLACE else actors).setdefault(named.iri, named)
    return tuple(places.values()), tuple(actors.values())


def tuples(
    connection: sqlite3.Connection, sql: str, column: str, values: Collection[object]
) -> Iterator[tuple[Any, ...]]:
    """The rows in which a column has one of these values, however many they are."""
    among = f"{sql} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608
    yield from connection.execute(among, [json.dumps([*values])])
