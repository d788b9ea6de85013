"""How many rows are asked for by one question of SQL."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

GIVEN = "json_each(?) given CROSS JOIN"
"""In front of the table that is looked into: row by row for `given.value`, which costs a tenth of `IN`."""


def tuples(connection: sqlite3.Connection, sql: str, values: Collection[object]) -> Iterator[tuple[Any, ...]]:
    """The rows found for each of these values, in their order, by a question of `GIVEN`."""
    return iter(connection.execute(sql, [json.dumps([*values])]))
