"""Rows of entries put into the index and taken out; where they stand in time is `placing`'s."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from kb.errors import BadDate
from kb.storing.index.deriving import Derived, EntryRow
from kb.storing.index.intervals import name_key, place
from kb.storing.index.terms import Terms, marks
from kb.when import When

KINDS = ("event", "statement")
AUDIENCE = "9"  # in `parts`: asked for, and not shown

Numbers = Iterator[int]


class Told(NamedTuple):
    """Where and when the entries of a document are told; when each was `said`, by IRI."""

    document: int
    source: int | None
    published: int | None
    said: Mapping[str, int]


class Untold(NamedTuple):
    """The IRIs of documents and entries that a graph leaves to another which tells of them too."""

    documents: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()

    def __or__(self, other: "Untold") -> "Untold":
        """What either leaves."""
        return Untold(self.documents | other.documents, self.entries | other.entries)


NOTHING = Untold()


class Kept(NamedTuple):
    """The rows of graphs as the columns of `document` and `entry` follow each other."""

    documents: list[tuple[object, ...]]
    entries: list[tuple[Any, ...]]


def add(
    kept: Kept,
    graph: str,
    derived: Derived,
    terms: Terms,
    documents: Numbers,
    entries: Numbers,
    untold: Untold = NOTHING,
) -> None:
    """Add the rows of a graph, numbered anew, each entry standing for itself."""
    said, told = _said(derived.entries), dict[str, Told]()
    for row in derived.documents:
        if row.iri in untold.documents:
            continue
        publisher, id_ = terms.id_of(row.publisher) if row.publisher else None, next(documents)
        told[row.iri] = Told(id_, publisher, _moment(row.published), said)
        kept.documents.append((id_, row.iri, graph, row.title, publisher, row.published, row.identifier))
    kept.entries.extend(
        [
            _entry(next(entries), row, told[row.document], derived.spoken_of[row.iri], terms)
            for row in derived.entries
            if row.document in told and row.iri not in untold.entries
        ]
    )


def put_in(connection: sqlite3.Connection, kept: Kept, into: str = "entry") -> None:
    """Put rows into the index; those of entries where they are gathered."""
    for table, rows in (("document", kept.documents), (into, kept.entries)):
        if rows:
            connection.executemany(f"INSERT INTO {table} VALUES ({marks(rows[0])})", rows)  # noqa: S608


def drop(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Take entries out."""
    connection.executemany("DELETE FROM entry WHERE id = ?", [(id_,) for id_ in ids])


def rename(connection: sqlite3.Connection, ids: Collection[int], terms: Terms) -> None:
    """Give the full text of these entries the names that those in them have now."""
    for id_ in ids:
        (parts,) = connection.execute("SELECT parts FROM entry WHERE id = ?", [id_]).fetchone()
        names = _names([who for rank, who in parts_in(parts) if rank != AUDIENCE], terms)
        connection.execute("UPDATE entry SET names = ? WHERE id = ?", [names, id_])


def parts_in(text: str) -> list[tuple[str, int]]:
    """The roles of an entry as it is kept: by rank, with the ids of those who have them."""
    return [part_in(part) for part in text.split()]


def part_in(text: str) -> tuple[str, int]:
    """A rank, and the id of who has that role."""
    return text[0], int(text[2:])


def _said(rows: Sequence[EntryRow]) -> dict[str, int]:
    """By IRI, the first second in which a statement was made, or in which one spoke of an event."""
    found: dict[str, int] = {}
    for row in rows:
        second = row.end if row.begin is None else row.begin
        if row.quote_kind and row.dated and second is not None:
            for iri in (row.iri, *row.about):
                found[iri] = min(found.get(iri, second), second)
    return found


def _entry(id_: int, row: EntryRow, told: Told, spoken_of: int, terms: Terms) -> tuple[object, ...]:
    """The row of an entry, as the columns of `entry` follow each other."""
    parts = [(rank, terms.id_of(who)) for rank, who in row.parts]
    weight = 1 + spoken_of
    statement = row.quote_kind != ""
    return (
        id_, told.document, int(statement), int(not row.dated), *_in_time(row.begin, row.end),
        name_key(row.label), certainty(row.edtf), told.published, told.said.get(row.iri, told.published),
        row.status, terms.id_of(row.type) if row.type else None, told.source,
        weight, weight.bit_length(), id_, "",
        " ".join([f"{rank}:{who}" for rank, who in parts]), row.label, row.iri, row.edtf, row.quote_kind,
        *row.position, *(row.trigger or (None, None)), _places(row.again), " ".join(row.about),
        _names([who for rank, who in parts if rank != AUDIENCE], terms),
        *(("", row.quote) if statement else (row.quote, "")),  # what a statement quotes is only searched
    )  # fmt: skip


def _places(spans: Sequence[tuple[int, int]]) -> str:
    return " ".join([f"{begins}-{ends}" for begins, ends in spans]) if spans else ""


_in_time = lru_cache(maxsize=65_536)(place)
"""Where entries are in time: many are of one day."""


@lru_cache(maxsize=65_536)
def certainty(edtf: str) -> int:
    """0 for a date that is sure, 1 approximate (~), 2 uncertain (?), 3 both (%)."""
    return 3 if "%" in edtf else 2 * ("?" in edtf) + ("~" in edtf)


def _names(who: Sequence[int], terms: Terms) -> str:
    return " ".join([terms.names(id_) for id_ in dict.fromkeys(who)])


@lru_cache(maxsize=65_536)
def _moment(published: str) -> int | None:
    """The first second of a day of publication; None where there is none that is a date."""
    try:
        return When.parse(published).window[0] if published else None
    except BadDate:
        return None
