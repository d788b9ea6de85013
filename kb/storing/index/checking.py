"""Whether the index shows what the store holds: entry by entry, and that each stands where it should."""

import sqlite3
from collections.abc import Iterable, Iterator

from kb.model import Entry
from kb.storing.index import shelves
from kb.storing.index.placing import STANDINGS, Standing, spans, tallied

SAME_ROW = """SELECT 1 FROM span WHERE key = ? AND run = ? AND at = ? AND name = ? AND entry = ?
AND length = ? AND kind = ?"""


def differences(stored: Iterable[Entry], indexed: Iterable[Entry]) -> Iterator[str]:
    """Where the entries of a document differ, a sentence each."""
    there = {entry.iri: entry for entry in indexed}
    for entry in stored:
        found = there.pop(entry.iri, None)
        if found is None:
            yield f"{entry.iri}: the index does not have it"
        elif found != entry:
            yield f"{entry.iri}: the index shows it otherwise ({', '.join(_different(entry, found))})"
    yield from (f"{iri}: the index has it, and the store does not" for iri in there)


def misplaced(connection: sqlite3.Connection) -> Iterator[str]:
    """Entries that do not stand where they should, and counts that are not those of the entries."""
    number = 0
    for row in connection.execute(STANDINGS.partition(" WHERE ")[0]).fetchall():
        rows = list(spans(Standing(*row)))
        number += len(rows)
        if not all(connection.execute(SAME_ROW, span).fetchone() for span in rows):
            yield f"{_iri(connection, row[0])}: does not stand in the index where it should"
    for id_ in shelves.misplaced(connection):
        yield f"{_iri(connection, id_)}: is not numbered in the index as others of its day are"
    if connection.execute("SELECT count(*) FROM span").fetchone() != (number,):
        yield "The index has rows in time of entries that are gone"
    if dict(_counted(connection)) != tallied(connection):
        yield "The counts of the index are not those of its entries"


def _iri(connection: sqlite3.Connection, id_: int) -> str:
    (iri,) = connection.execute("SELECT iri FROM entry WHERE id = ?", [id_]).fetchone()
    return str(iri)


def _different(one: Entry, other: Entry) -> list[str]:
    return [name for name in Entry._fields if getattr(one, name) != getattr(other, name)]


def _counted(connection: sqlite3.Connection) -> Iterator[tuple[tuple[int, ...], int]]:
    for *bin_, n in connection.execute("SELECT side, grain, undated, kind, bin, n FROM tally WHERE n <> 0"):
        yield tuple(bin_), n
