"""Rows of the index as the entries that people and pages work with, many in a few questions.

`loading` reads the same from the store; `checking` compares the two.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from kb.model import Entry, Named, Span
from kb.storing.index.intervals import EVER
from kb.storing.index.keeping import KINDS
from kb.storing.index.questions import GIVEN, tuples
from kb.storing.index.remembered import Names, Person, Role
from kb.when.days import to_iso

PLACE = "0"
BY_RANK = itemgetter(0, 1)

Roles = Mapping[str, Role | None]


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
    publisher: int | None
    words: str


ENTRIES = f"""SELECT e.id, e.iri, e.kind, e.label, e.edtf, e.undated, e.since, e.until, e.status, e.type,
e.quote_kind, e.said, e.begins, e.ends, e.trigger_begins, e.trigger_ends, e.again, e.parts, e.about, d.iri,
d.title, d.published, d.identifier, e.source, e.clause || e.quote
FROM {GIVEN} entry e ON e.id = given.value JOIN document d ON d.id = e.document"""  # noqa: S608
OTHERS = f"""SELECT v.stands, v.label, v.iri, v.id, v.published FROM {GIVEN} entry v
ON v.stands = given.value AND v.stands <> v.id"""  # noqa: S608
LED = f"""SELECT e.iri, c.iri FROM {GIVEN} entry e INDEXED BY entry_led
ON e.iri = given.value AND e.stands <> e.id JOIN entry c ON c.id = e.stands"""  # noqa: S608
MEMBERS = f"SELECT e.id, e.published, e.differs FROM {GIVEN} entry e ON e.id = given.value"  # noqa: S608


class Rows:
    """Rows of entries, each read once for a question: those that were put in order are also shown."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._read: dict[int, Row] = {}

    def of(self, ids: Sequence[int]) -> list[Row]:
        """These rows, in this order."""
        missing = [id_ for id_ in ids if id_ not in self._read]
        if missing:
            found = tuples(self.connection, ENTRIES, missing)
            self._read.update([(row[0], Row._make(row)) for row in found])
        return [self._read[id_] for id_ in ids]


def entries(rows: Rows, names: Names, ids: Sequence[int]) -> list[Entry]:
    """These entries, each as its article tells it, in this order."""
    found = rows.of(ids)
    people = names.of(_named(found))
    roles = names.roles({part for row in found for part in row.parts.split()})
    leading = _led(rows.connection, {iri for row in found if row.about for iri in row.about.split()})
    return [_entry(row, roles, people, leading) for row in found]


def gathered(rows: Rows, names: Names, ids: Sequence[int], known_by: int | None) -> list[Entry]:
    """These entries with their other versions, and where all of them differ.

    Of versions only those published by `known_by` (a second, None for all): one of them stands for all
    where what stands for all was published later.
    """
    others = [*tuples(rows.connection, OTHERS, ids)]
    if not others:
        return entries(rows, names, ids)
    members, differs = _members(rows.connection, ids, others, known_by)
    every = list(dict.fromkeys(id_ for lead in ids for id_ in members[lead]))
    told = dict(zip(every, entries(rows, names, every), strict=True))
    return [_whole([told[id_] for id_ in members[lead]], differs[lead]) for lead in ids]


def leads(connection: sqlite3.Connection, iris: Sequence[str]) -> dict[str, str]:
    """What stands for each of these entries, by IRI."""
    return {iri: iri for iri in iris} | _led(connection, iris)


def _led(connection: sqlite3.Connection, iris: Collection[str]) -> dict[str, str]:
    """What stands for those of these entries for which another does."""
    return dict(tuples(connection, LED, iris)) if iris else {}


def _whole(versions: Sequence[Entry], differs: str) -> Entry:
    first, *others = versions
    if not others:
        return first
    return first._replace(versions=tuple(others), disagreements=tuple(differs.splitlines()))


def _members(
    connection: sqlite3.Connection,
    ids: Sequence[int],
    others: Sequence[tuple[int, str, str, int, int | None]],
    known_by: int | None,
) -> tuple[Mapping[int, list[int]], Mapping[int, str]]:
    """What stands for all first, then the others by label; and where all of them differ."""
    own = [*tuples(connection, MEMBERS, ids)]
    found: dict[int, list[int]] = {id_: [] for id_ in ids}
    told = [(id_, id_, published) for id_, published, _ in own]
    told += [(lead, id_, published) for lead, _, _, id_, published in sorted(others)]
    for lead, id_, published in told:
        if known_by is None or (published is not None and published <= known_by):
            found[lead].append(id_)
    return found, {id_: differs for id_, _, differs in own}


def _named(rows: Iterable[Row]) -> set[int]:
    """The kinds of event and the publishers of these rows."""
    ids = {row.type for row in rows} | {row.publisher for row in rows}
    return {id_ for id_ in ids if id_ is not None}


def _entry(row: Row, roles: Roles, people: Mapping[int, Person], leading: Mapping[str, str]) -> Entry:
    """An entry, its fields by their places: their names would cost more than all else here."""
    places, actors = _in_roles(row.parts, roles)
    return Entry(
        row.iri,
        KINDS[row.kind],
        row.label,
        row.edtf,
        _iso(row.since),
        _iso(row.until),
        not row.undated,
        Named(row.document, row.title),
        row.words,
        row.begins,
        row.ends,
        row.status,
        None if row.type is None else people[row.type][1],
        row.quote_kind,
        _about(row.about, leading) if row.about else (),
        actors,
        places[0] if places else None,
        "" if row.publisher is None else people[row.publisher][0] or "",
        row.published,
        _trigger(row),
        tuple(_spans(row.again)) if row.again else (),
        row.identifier,
        said=None if row.said is None else _iso(row.said),
    )


@lru_cache(maxsize=16_384)
def _iso(second: int) -> str | None:
    return None if abs(second) == EVER else to_iso(second)


def _trigger(row: Row) -> Span | None:
    if row.trigger_begins is None or row.trigger_ends is None:
        return None
    return Span(row.trigger_begins, row.trigger_ends)


def _about(iris: str, leading: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([leading.get(iri, iri) for iri in iris.split()]))


def _spans(places: str) -> Iterator[Span]:
    for place in places.split():
        begins, _, ends = place.partition("-")
        yield Span(int(begins), int(ends))


def _in_roles(parts: str, roles: Roles) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Where an entry was and who is in it, by rank and name; of those who are one, what stands for them."""
    places, actors = list[Role](), list[Role]()
    for part in parts.split():
        if role := roles[part]:
            (places if role[0] == PLACE else actors).append(role)
    return _once(places), _once(actors)


def _once(shown: Sequence[Role]) -> tuple[Named, ...]:
    if len(shown) < 2:  # as nearly always
        return (shown[0][2],) if shown else ()
    return tuple(dict.fromkeys([named for _, _, named in sorted(shown, key=BY_RANK)]))
