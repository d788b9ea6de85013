"""The question after what is found by words or in a document, and not under keys of `span`."""

from kb.storing.index.conditions import Asked
from kb.storing.index.terms import marks

BOUNDS = " INDEXED BY entry_bounds"


def few(asked: Asked, what: str) -> tuple[str, list[object]]:
    """The question after what is found by words or document. A document shows its own versions."""
    words = (f"words CROSS JOIN entry e{BOUNDS} ON e.id = words.rowid", "words MATCH ?", (asked.words,))
    source, where, values = words if asked.words else ("entry e", "TRUE", ())
    shown = "e.stands" if asked.document is None else "e.id"
    more, given = _conditions(asked)
    sql = f"SELECT {what} FROM {source} JOIN entry c ON c.id = {shown} WHERE {where}{more}"  # noqa: S608
    return sql, [*values, *given]


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
