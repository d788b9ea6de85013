"""How many rows are asked for by one question of SQL."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import Any


def tuples(
    connection: sqlite3.Connection, sql: str, column: str, values: Collection[object]
) -> Iterator[tuple[Any, ...]]:
    """The rows in which a column has one of these values, however many they are."""
    among = f"{sql} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608
    return iter(connection.execute(among, [json.dumps([*values])]))
