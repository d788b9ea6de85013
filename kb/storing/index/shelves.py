"""Where entries of a time are among all: a new index numbers them in order, as books stand on shelves.

Full text finds words between two numbers without reading what lies outside. What came later has higher
numbers in no order, and is looked through; `kb reindex` puts it in its place.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from kb.storing.index.axes import HAPPENED
from kb.storing.index.conditions import Asked
from kb.storing.index.intervals import EVER, SALIENCE, UNDATED, reach
from kb.storing.index.schema import SHELVED
from kb.when.days import DAY_SECONDS

NEARLY = 100  # one in so many entries that are not asked for may lie between two that are read as one
RUNS = """WITH RECURSIVE there (run) AS (SELECT min(run) FROM shelf UNION ALL
SELECT (SELECT min(run) FROM shelf s WHERE s.run > there.run) FROM there WHERE run IS NOT NULL)
SELECT run FROM there WHERE run IS NOT NULL"""
FIRST = "SELECT first FROM shelf WHERE run = ? AND day >= ? ORDER BY day LIMIT 1"
BEHIND = "SELECT first FROM shelf WHERE (run, day) > (?, ?) ORDER BY run, day LIMIT 1"


class Stretch(NamedTuple):
    """Entries whose numbers follow each other, both ends included."""

    first: int
    last: int


EVERYWHERE = [Stretch(0, EVER)]


def last_shelved(connection: sqlite3.Connection) -> int:
    """The number of the last entry that stands in order, 0 when none does."""
    (number,) = connection.execute("SELECT value FROM meta WHERE name = ?", [SHELVED]).fetchone()
    return int(number)


def stretches(connection: sqlite3.Connection, asked: Asked) -> list[Stretch]:
    """Where all entries are that overlap the time asked for, and few others; in the order of numbers."""
    if asked.axis is not HAPPENED or (asked.since, asked.until) == (-EVER, EVER):
        return EVERYWHERE
    last = last_shelved(connection)
    shelved = _of_runs(connection, asked.since, asked.until, last)
    return [*_joined(shelved, last // NEARLY), Stretch(last + 1, EVER)]


def misplaced(connection: sqlite3.Connection) -> Iterator[int]:
    """The numbers of entries that do not stand where those of their day do."""
    shelves = connection.execute("SELECT first, run, day FROM shelf ORDER BY first").fetchall()
    sql = "SELECT id, undated, level, at FROM entry WHERE id <= ?"
    for id_, undated, level, at in connection.execute(sql, [last_shelved(connection)]):
        place = bisect_right(shelves, id_, key=itemgetter(0)) - 1
        _, run, day = shelves[place] if place >= 0 else (0, -1, 0)
        if (run // UNDATED, run % SALIENCE, day) != (undated, level, at // DAY_SECONDS):
            yield id_


def _of_runs(connection: sqlite3.Connection, since: int, until: int, last: int) -> Iterator[Stretch]:
    for (run,) in connection.execute(RUNS).fetchall():
        begins, ends = (second // DAY_SECONDS for second in reach(run % SALIENCE, since, until))
        (first,) = connection.execute(FIRST, [run, begins]).fetchone() or (None,)
        (behind,) = connection.execute(BEHIND, [run, ends]).fetchone() or (last + 1,)
        if first is not None and first < behind:
            yield Stretch(first, behind - 1)


def _joined(several: Iterable[Stretch], gap: int) -> Iterator[Stretch]:
    """The same, as one where little lies between: each has its price."""
    before = None
    for one in several:
        if before and one.first - before.last <= gap:
            before = Stretch(before.first, one.last)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before
