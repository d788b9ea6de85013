"""Runs of `span`: what stands under some keys, each run in the order of time.

A window is one range scan of each run. In a run that `leads` nothing is told twice, and what its rows say of
time and kind is all there is to say: they are counted without a look at the entries.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable

from kb.storing.index.conditions import Asked
from kb.storing.index.intervals import MOST, SALIENCE, UNDATED, Run, reach

TOLD, LEAD = " CROSS JOIN entry e ON e.id = s.entry", " CROSS JOIN entry c ON c.id = e.stands"
RUN = "WHERE s.key = ? AND s.run = ? AND s.at BETWEEN ? AND ? AND s.at + s.length >= ?"
THERE = """WITH RECURSIVE found (key, run) AS (
SELECT value, (SELECT min(run) FROM span WHERE key = value) FROM json_each(?)
UNION ALL SELECT key, (SELECT min(run) FROM span s WHERE s.key = found.key AND s.run > found.run)
FROM found WHERE run IS NOT NULL) SELECT key, run FROM found WHERE run IS NOT NULL ORDER BY key, run"""
RUNS = """WITH there (key, run, first, last) AS (VALUES {runs})
SELECT {what} FROM there CROSS JOIN span s ON s.key = there.key AND s.run = there.run
AND s.at BETWEEN there.first AND there.last{joined} WHERE s.at + s.length >= ?{kind}"""
UNLED = f""" AND NOT EXISTS (SELECT 1 FROM span p WHERE p.key = s.key AND p.at = c.at AND p.name = c.name
AND p.run = c.undated * {UNDATED} + ({MOST} - c.salience) * {SALIENCE} + c.level AND p.entry = c.id
AND c.since <= ? AND c.until >= ?)"""  # noqa: S608
"""What stands for it is not under the same key in the same time, where it would be counted already."""


def runs(connection: sqlite3.Connection, keys: Iterable[int]) -> list[Run]:
    """The runs of rows there are under these keys, found by skipping from one to the next."""
    return [Run._make(row) for row in connection.execute(THERE, [json.dumps([*keys])])]


def of_kind(asked: Asked) -> tuple[str, tuple[int, ...]]:
    """The condition that a row of `span` is of the kind asked for."""
    return ("", ()) if asked.kind is None else (" AND s.kind = ?", (asked.kind,))


def every_run(_: Run) -> bool:
    """All of them."""
    return True


def in_runs(
    connection: sqlite3.Connection,
    asked: Asked,
    what: str,
    joined: str,
    among: Callable[[Run], bool] = every_run,
) -> tuple[str, list[object]]:
    """The question after what stands under the keys in the time asked for; "" when nothing is under them."""
    found = [run for run in runs(connection, asked.keys) if among(run)]
    if not found:
        return "", []
    kind, values = of_kind(asked)
    marked = ", ".join("(?, ?, ?, ?)" for _ in found)
    ranges = (number for run in found for number in (*run, *reach(run.level, asked.since, asked.until)))
    sql = RUNS.format(runs=marked, what=what, joined=joined, kind=kind)
    return sql, [*ranges, asked.since, *values]
