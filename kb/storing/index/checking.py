"""Whether the index shows what the store holds: entry by entry, and that each stands where it should."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

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


def uncounted(connection: sqlite3.Connection, documents: int) -> Iterator[str]:
    """Whether there are other documents than those of the store, of which there are so many."""
    if connection.execute("SELECT count(*) FROM document").fetchone() != (documents,):
        yield "The index has documents that the store does not"


def spoilt(connection: sqlite3.Connection, path: Path | None) -> Iterator[str]:
    """Where the file is not what SQLite wrote, and whether words are found where they are.

    The second asks for the right to write, as an own connection has it, and writes nothing
    (https://www.sqlite.org/fts5.html#the_integrity_check_command).
    """
    for (how,) in connection.execute("PRAGMA integrity_check(9)"):
        if how != "ok":
            yield f"The timeline index is damaged ({how})"
    if path and os.access(path.parent, os.W_OK):
        with closing(sqlite3.connect(path)) as other:
            for table in ("words", "names"):
                other.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608


def _iri(connection: sqlite3.Connection, id_: int) -> str:
    (iri,) = connection.execute("SELECT iri FROM entry WHERE id = ?", [id_]).fetchone()
    return str(iri)


def _different(one: Entry, other: Entry) -> list[str]:
    return [name for name in Entry._fields if getattr(one, name) != getattr(other, name)]


def _counted(connection: sqlite3.Connection) -> Iterator[tuple[tuple[int, ...], int]]:
    for *bin_, n in connection.execute("SELECT side, grain, undated, kind, bin, n FROM tally WHERE n <> 0"):
        yield tuple(bin_), n
