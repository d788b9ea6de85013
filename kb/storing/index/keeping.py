"""Rows of entries put into the index and taken out; where they stand in time is `placing`'s."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kb.errors import BadDate
from kb.storing.index.deriving import Derived, DocumentRow, EntryRow
from kb.storing.index.intervals import name_key, place
from kb.storing.index.terms import Terms, marks
from kb.when import When

KINDS = ("event", "statement")
AUDIENCE = "9"  # in `parts`: asked for, and not shown
COLUMNS = 33

Numbered = Callable[[str], int]


class Told(NamedTuple):
    """Where and when the entries of a document are told; when each was `said`, by IRI."""

    document: int
    source: int | None
    published: int | None
    said: Mapping[str, int]


def keep(
    connection: sqlite3.Connection, graph: str, derived: Derived, terms: Terms, entry_id: Numbered
) -> dict[str, int]:
    """Put the rows of a graph in, each standing for itself; returns the ids of its entries by IRI."""
    said = _said(derived.entries)
    told = {row.iri: _keep_document(connection, graph, row, said, terms) for row in derived.documents}
    kept = [(entry_id(row.iri), row) for row in derived.entries if row.document in told]
    connection.executemany(
        f"INSERT INTO entry VALUES ({marks(range(COLUMNS))})",  # noqa: S608
        [_entry(id_, row, told[row.document], derived.spoken_of[row.iri], terms) for id_, row in kept],
    )
    return {row.iri: id_ for id_, row in kept}


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
    return [(part[0], int(part[2:])) for part in text.split()]


def _keep_document(
    connection: sqlite3.Connection, graph: str, row: DocumentRow, said: Mapping[str, int], terms: Terms
) -> Told:
    publisher = terms.id_of(row.publisher) if row.publisher else None
    sql = (
        "INSERT INTO document (iri, graph, title, publisher, published, identifier) VALUES (?, ?, ?, ?, ?, ?)"
    )
    values = [row.iri, graph, row.title, publisher, row.published, row.identifier]
    return Told(connection.execute(sql, values).lastrowid or 0, publisher, _moment(row.published), said)


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
    return (
        id_, told.document, *_in_time(row), name_key(row.label), certainty(row.edtf),
        told.published, told.said.get(row.iri, told.published),
        row.status, terms.id_of(row.type) if row.type else None, told.source,
        weight, weight.bit_length(), id_, "",
        " ".join([f"{rank}:{who}" for rank, who in parts]), row.label, row.iri, row.edtf, row.quote_kind,
        *row.position, *(row.trigger or (None, None)), _places(row.again), " ".join(row.about),
        _names([who for rank, who in parts if rank != AUDIENCE], terms), *_quoted(row),
    )  # fmt: skip


def _places(spans: Iterable[tuple[int, int]]) -> str:
    return " ".join([f"{begins}-{ends}" for begins, ends in spans])


def _in_time(row: EntryRow) -> tuple[int, ...]:
    """The kind of an entry, whether it is undated, and where it is."""
    return int(bool(row.quote_kind)), int(not row.dated), *place(row.begin, row.end)


def _quoted(row: EntryRow) -> tuple[str, str]:
    """An event is found by the clause that tells of it; what a statement quotes is only searched."""
    return ("", row.quote) if row.quote_kind else (row.quote, "")


def certainty(edtf: str) -> int:
    """0 for a date that is sure, 1 approximate (~), 2 uncertain (?), 3 both (%)."""
    return 3 if "%" in edtf else 2 * ("?" in edtf) + ("~" in edtf)


def _names(who: Sequence[int], terms: Terms) -> str:
    return " ".join([terms.names(id_) for id_ in dict.fromkeys(who)])


def _moment(published: str) -> int | None:
    """The first second of a day of publication; None where there is none that is a date."""
    try:
        return When.parse(published).window[0] if published else None
    except BadDate:
        return None
