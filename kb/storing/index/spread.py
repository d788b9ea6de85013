"""Windows of what matters most: of entries that matter alike, some of all times and not the earliest.

A window shows few of many. Which of those that matter alike is decided by their ids (`sampling.chance`), the
same whatever is asked and wherever a page begins; what is chosen is then told in the order of time.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.storing.index.conditions import Asked
from kb.storing.index.counting import held
from kb.storing.index.intervals import Run
from kb.storing.index.sampling import BY_CHANCE, chance, one_in, sample_of, within
from kb.storing.index.scanning import TOLD, in_runs, runs
from kb.storing.index.schema import EVERYTHING
from kb.storing.index.searched import few

ENOUGH = 4  # times as many as are wanted are looked at, since not all of them matter alike
ORDERED = "SELECT c.id FROM entry c WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY {order}"


class Rank(NamedTuple):
    """What matters alike, in the order of a window."""

    undated: bool
    less: int  # how much it matters, negative

    @classmethod
    def of(cls, run: Run) -> "Rank":
        """The rank of what stands in a run."""
        return cls(run.undated, -run.salience)


def salient(connection: sqlite3.Connection, asked: Asked, limit: int, offset: int) -> list[int]:
    """The ids of so many entries after the first `offset`, what matters most first, then by time."""
    last = offset + limit
    chosen = _among_runs(connection, asked, last) if asked.is_in_runs else _among_few(connection, asked, last)
    return _in_order(connection, asked, chosen[offset:last])


def _in_order(connection: sqlite3.Connection, asked: Asked, ids: Sequence[int]) -> list[int]:
    order = f"{asked.axis.undated.format('c')}, -c.salience, {asked.axis.order('c')}"
    return [id_ for (id_,) in connection.execute(ORDERED.format(order=order), [json.dumps(ids)])]


def _among_few(connection: sqlite3.Connection, asked: Asked, most: int) -> list[int]:
    sql, values = few(connection, asked, "DISTINCT c.id")
    sql += f" ORDER BY {asked.axis.undated.format('c')}, -c.salience, {BY_CHANCE.format('c.id')} LIMIT ?"
    return [id_ for (id_,) in connection.execute(sql, [*values, most])]


def _among_runs(connection: sqlite3.Connection, asked: Asked, most: int) -> list[int]:
    found: list[int] = []
    part = one_in(held(connection, asked), ENOUGH * most)
    for rank in sorted({Rank.of(run) for run in runs(connection, asked.keys)}):
        if len(found) < most:
            found += _of_rank(connection, asked, rank, most - len(found), part)
    return found


def _of_rank(connection: sqlite3.Connection, asked: Asked, rank: Rank, most: int, part: int) -> list[int]:
    """At most so many of a rank, by chance: from the smallest sample that has them, or nearly."""
    found = _sampled(connection, asked, rank, part)
    while len(found) < most and part > 1:
        part = one_in(part * len(found), ENOUGH * most // 2) if found else 1
        found = _sampled(connection, asked, rank, part)
    return sorted(found, key=chance)[:most]


def _sampled(connection: sqlite3.Connection, asked: Asked, rank: Rank, part: int) -> list[int]:
    """What of a rank is in the sample of one in so many."""
    ready = part > 1 and asked.keys[0] == EVERYTHING
    sample = replace(asked, keys=(sample_of(part),)) if ready else asked
    sql, values = in_runs(connection, sample, "DISTINCT e.stands", TOLD, lambda run: Rank.of(run) == rank)
    if not sql:
        return []
    sampled = "" if ready else within("e.stands", part)
    rows = connection.execute(f"{sql}{sampled}{asked.condition}", [*values, *asked.values])
    return [id_ for (id_,) in rows]
