"""The question after what is found by words or in a document, and not under keys of `span`."""

import sqlite3

from kb.storing.index.axes import HAPPENED
from kb.storing.index.conditions import Asked
from kb.storing.index.shelves import stretches
from kb.storing.index.terms import marks

BOUNDS = " INDEXED BY entry_bounds"
FOUND = """(VALUES {values}) among CROSS JOIN words ON words MATCH ?
AND words.rowid BETWEEN among.column1 AND among.column2"""


def few(
    connection: sqlite3.Connection, asked: Asked, what: str, narrow: bool = False
) -> tuple[str, list[object]]:
    """The question after what is found by words or document. A document shows its own versions.

    `narrow`: of what stands for each nothing is asked but what orders it in time.
    """
    by = BOUNDS if narrow and asked.axis is HAPPENED else ""
    source, values = "entry e", list[object]()
    if asked.words:
        found, values = matching(connection, asked)
        source = f"{found} CROSS JOIN entry e{BOUNDS} ON e.id = words.rowid"
    shown = "e.stands" if asked.document is None else "e.id"
    more, given = _conditions(asked)
    sql = f"SELECT {what} FROM {source} CROSS JOIN entry c{by} ON c.id = {shown} WHERE TRUE{more}"  # noqa: S608
    return sql, [*values, *given]


def matching(connection: sqlite3.Connection, asked: Asked) -> tuple[str, list[object]]:
    """What has the words, of the time asked for and a little around it: a source of rows of `words`."""
    among = stretches(connection, asked)
    source = FOUND.format(values=", ".join("(?, ?)" for _ in among))
    return source, [*(number for one in among for number in one), asked.words]


def _conditions(asked: Asked) -> tuple[str, list[object]]:
    """All that is asked of an entry, without the help of `span`."""
    sql, values = f" AND {asked.axis.overlap('e')}", [asked.until, asked.since]
    if asked.document is not None:
        sql, values = f"{sql} AND e.document = ?", [*values, asked.document]
    if asked.kind is not None:
        sql, values = f"{sql} AND e.kind = ?", [*values, asked.kind]
    if not asked.is_of_all:
        sql += f" AND e.id IN (SELECT entry FROM span WHERE key IN ({marks(asked.keys)}))"  # noqa: S608
        values = [*values, *asked.keys]
    return sql + asked.condition, [*values, *asked.values]
