"""Rows of entries put into the index and taken out; where they stand in time is `placing`'s."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from kb.errors import BadDate
from kb.storing.index.deriving import Derived, DocumentRow, EntryRow
from kb.storing.index.intervals import place
from kb.storing.index.terms import Terms, marks
from kb.when import When

KINDS = ("event", "statement")
AUDIENCE = "9"  # in `parts`: asked for, and not shown
COLUMNS = 28

Numbered = Callable[[str], int]


def keep(
    connection: sqlite3.Connection, graph: str, derived: Derived, terms: Terms, entry_id: Numbered
) -> dict[int, str]:
    """Put the rows of a graph in, each standing for itself; returns the IRIs of its entries by id."""
    documents = {row.iri: _keep_document(connection, graph, row, terms) for row in derived.documents}
    published = {row.iri: _moment(row.published) for row in derived.documents}
    kept = [row for row in derived.entries if row.document in documents]
    ids = [entry_id(row.iri) for row in kept]
    said = _said(derived.entries)
    connection.executemany(
        f"INSERT INTO entry VALUES ({marks(range(COLUMNS))})",  # noqa: S608
        (
            _entry(id_, row, documents[row.document], (published[row.document], said), derived, terms)
            for id_, row in zip(ids, kept, strict=True)
        ),
    )
    connection.executemany(
        "INSERT INTO words (rowid, label, names, clause, quote) VALUES (?, ?, ?, ?, ?)",
        (_words(id_, row, terms) for id_, row in zip(ids, kept, strict=True)),
    )
    return {id_: row.iri for id_, row in zip(ids, kept, strict=True)}


def drop(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Take entries out."""
    for id_ in ids:
        connection.execute("DELETE FROM words WHERE rowid = ?", [id_])
        connection.execute("DELETE FROM entry WHERE id = ?", [id_])


def rename(connection: sqlite3.Connection, ids: Collection[int], terms: Terms) -> None:
    """Give the full text of these entries the names that those in them have now."""
    for id_ in ids:
        (parts,) = connection.execute("SELECT parts FROM entry WHERE id = ?", [id_]).fetchone()
        names = _names((who for rank, who in parts_in(parts) if rank != AUDIENCE), terms)
        connection.execute("UPDATE words SET names = ? WHERE rowid = ?", [names, id_])


def parts_in(text: str) -> Iterator[tuple[str, int]]:
    """The roles of an entry as it is kept: by rank, with the ids of those who have them."""
    for part in text.split():
        rank, _, who = part.partition(":")
        yield rank, int(who)


def _keep_document(connection: sqlite3.Connection, graph: str, row: DocumentRow, terms: Terms) -> int:
    publisher = terms.id_of(row.publisher) if row.publisher else None
    sql = (
        "INSERT INTO document (iri, graph, title, publisher, published, identifier) VALUES (?, ?, ?, ?, ?, ?)"
    )
    values = [row.iri, graph, row.title, publisher, row.published, row.identifier]
    return connection.execute(sql, values).lastrowid or 0


def _said(rows: Sequence[EntryRow]) -> dict[str, int]:
    """By IRI, the first second in which a statement was made, or in which one spoke of an event."""
    found: dict[str, int] = {}
    for row in rows:
        second = row.end if row.begin is None else row.begin
        if row.quote_kind and row.dated and second is not None:
            for iri in (row.iri, *row.about):
                found[iri] = min(found.get(iri, second), second)
    return found


def _entry(
    id_: int,
    row: EntryRow,
    document: int,
    told: tuple[int | None, Mapping[str, int]],
    derived: Derived,
    terms: Terms,
) -> tuple[object, ...]:
    weight = 1 + derived.spoken_of[row.iri]
    published, said = told
    return (
        id_,
        row.iri,
        document,
        int(bool(row.quote_kind)),
        row.label,
        row.edtf,
        int(not row.dated),
        *place(row.begin, row.end),
        row.status,
        terms.id_of(row.type) if row.type else None,
        row.quote_kind,
        certainty(row.edtf),
        published,
        said.get(row.iri, published),
        *row.position,
        *(row.trigger or (None, None)),
        " ".join(f"{begins}-{ends}" for begins, ends in row.again),
        " ".join(f"{rank}:{terms.id_of(who)}" for rank, who in row.parts),
        " ".join(row.about),
        weight,
        weight.bit_length(),
        id_,
        "",
    )


def certainty(edtf: str) -> int:
    """0 for a date that is sure, 1 approximate (~), 2 uncertain (?), 3 both (%)."""
    return 3 if "%" in edtf else 2 * ("?" in edtf) + ("~" in edtf)


def _words(id_: int, row: EntryRow, terms: Terms) -> tuple[object, ...]:
    """An event is found by the clause that tells of it; what a statement quotes is only searched."""
    clause, quote = ("", row.quote) if row.quote_kind else (row.quote, "")
    names = _names((terms.id_of(who) for rank, who in row.parts if rank != AUDIENCE), terms)
    return id_, row.label, names, clause, quote


def _names(who: Iterator[int], terms: Terms) -> str:
    return " ".join(terms.names(id_) for id_ in dict.fromkeys(who))


def _moment(published: str) -> int | None:
    """The first second of a day of publication; None where there is none that is a date."""
    try:
        return When.parse(published).window[0] if published else None
    except BadDate:
        return None
