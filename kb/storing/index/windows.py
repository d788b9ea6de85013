"""Windows: the entries that overlap a time and fit a filter, in order, each once.

What stands under keys is read lazily, one range scan for each level that is there, and merged in order;
what is found by words or document is few, and sorted. An open or unknown bound may reach anywhere. The
undated come last.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter

from kb.storing.index.conditions import Asked
from kb.storing.index.entries import Rows
from kb.storing.index.intervals import EVER, STRAY, UNBOUNDED, Run, reach
from kb.storing.index.scanning import LEAD, RUN, TOLD, of_kind, runs
from kb.storing.index.searched import few
from kb.storing.index.spread import salient

Row = tuple[int, int, str, str, int]  # without a bound, first bound, label, IRI, id
Beginning = tuple[int, ...]  # what it is ordered by, last how the label begins; and the id

SCAN = f"SELECT {{unbounded}}, {{at}}, c.label, c.iri, c.id FROM span s{TOLD}{LEAD} {RUN}"  # noqa: S608
MOST_AT_ONCE = 1000  # rows looked up where there is no limit
BEFORE, AFTER = "<", ">="
WAYS = {BEFORE: "{} DESC, {} DESC, {} DESC", AFTER: "{}, {}, {}"}


def window(rows: Rows, asked: Asked, limit: int | None, offset: int = 0) -> list[int]:
    """The ids of the entries asked for, without the first `offset`, at most `limit`."""
    if asked.by_salience and limit is not None:
        return salient(rows.connection, asked, limit, offset)
    last = None if limit is None else offset + limit
    room = MOST_AT_ONCE if last is None else min(max(1, last), MOST_AT_ONCE)
    ids = (_in_order if asked.is_in_runs else _of_few)(rows, asked, room)
    return list(islice(_distinct(ids), offset, last))


def around(connection: sqlite3.Connection, asked: Asked, moment: int, number: int) -> list[int]:
    """The ids of the dated entries next to a second: so many that begin before it, so many from then on."""
    before, after = (islice(_distinct(_next_to(connection, asked, moment, way)), number) for way in WAYS)
    return [*reversed([*before]), *after]


def _in_order(rows: Rows, asked: Asked, room: int) -> Iterator[int]:
    """The ids under the keys: runs that are ordered alike are merged, the others follow each other."""

    def rank(run: Run) -> tuple[int, int]:
        return run.undated, -run.salience if asked.by_salience else 0

    for _, alike in groupby(sorted(runs(rows.connection, asked.keys), key=rank), key=rank):
        yield from _told(rows, merge(*(_of_run(rows.connection, run, asked) for run in alike)), room)


def _of_few(rows: Rows, asked: Asked, room: int) -> Iterator[int]:
    """The ids of what words find or a document has."""
    undated, unbounded, at = (
        sql.format("c") for sql in (asked.axis.undated, asked.axis.unbounded, asked.axis.at)
    )
    salience = "-c.salience" if asked.by_salience else "0"
    what = f"{undated}, {salience}, {unbounded}, {at}, c.name, c.id"
    question = few(rows.connection, asked, what, narrow=not asked.by_salience)
    return _told(rows, _sorted(rows.connection, question, room), room)


def _sorted(
    connection: sqlite3.Connection, question: tuple[str, list[object]], room: int
) -> Iterator[Beginning]:
    """All that a question finds, first the first few: to sort thousands costs as much as to find them."""
    sql, values = question
    sql += " ORDER BY 1, 2, 3, 4, 5, 6 LIMIT ? OFFSET ?"
    offset, many = 0, 2 * room
    while found := connection.execute(sql, [*values, many, offset]).fetchall():
        yield from found
        offset, many = offset + len(found), -1


def _told(rows: Rows, found: Iterable[Beginning], room: int) -> Iterator[int]:
    """The ids of these in order. They are looked up `room` at a time, and what begins alike is put in order
    then: what is not reached costs no look at its labels.
    """
    beginning = ([*together] for _, together in groupby(found, key=itemgetter(slice(None, -1))))
    while batch := _batch(beginning, room):
        yield from _labelled(rows, batch)


def _batch(beginning: Iterator[list[Beginning]], room: int) -> list[Beginning]:
    """The next rows, about so many: all that begin alike, or none of them."""
    found: list[Beginning] = []
    while len(found) < room and (together := next(beginning, None)):
        found += together
    return found


def _labelled(rows: Rows, batch: Sequence[Beginning]) -> Iterator[int]:
    """The ids of these by begin, label and IRI."""
    labelled = zip(batch, rows.of([id_ for *_, id_ in batch]), strict=True)
    ordered = sorted([(begin[:-2], row.label, row.iri, row.id) for begin, row in labelled])
    return (id_ for _, _, _, id_ in ordered)


def _of_run(connection: sqlite3.Connection, run: Run, asked: Asked) -> Iterator[Beginning]:
    """What of a run is asked for, in the order of time; nothing but `span` is read where that will do."""
    kind, values = of_kind(asked)
    told = TOLD + LEAD if run.strays else TOLD if asked.condition or not run.leads else ""
    unbounded, at = asked.axis.unbounded.format("c"), asked.axis.at.format("c")
    where = f"{unbounded}, {at}" if run.strays else f"{int(run.level % STRAY == UNBOUNDED)}, s.at"
    order = "1, 2, s.name" if run.strays else "s.at, s.name"
    id_ = "s.entry" if run.leads else "e.stands"
    return connection.execute(
        f"SELECT {where}, s.name, {id_} FROM span s{told} {RUN}{kind}{asked.condition} ORDER BY {order}",  # noqa: S608
        [*run, *reach(run.level, asked.since, asked.until), asked.since, *values, *asked.values],
    )


def _scan(asked: Asked) -> str:
    return SCAN.format(unbounded=asked.axis.unbounded.format("c"), at=asked.axis.at.format("c"))


def _next_to(connection: sqlite3.Connection, asked: Asked, moment: int, way: str) -> Iterator[int]:
    """The ids of what begins on one side of a moment, the nearest first."""
    if not asked.is_in_runs:
        sql, values = few(connection, asked, "DISTINCT c.id")
        at = asked.axis.at.format("c")
        order, between = WAYS[way].format(at, "c.label", "c.iri"), asked.axis.begins("c")
        values += [-EVER, EVER, moment]
        rows = connection.execute(f"{sql} AND {between} AND {at} {way} ? ORDER BY {order}", values)
        return (id_ for (id_,) in rows)
    dated = [run for run in runs(connection, asked.keys) if not run.undated and (run.strays or run.begins)]
    beside = (_beside(connection, run, asked, moment, way) for run in dated)
    return (row[-1] for row in merge(*beside, reverse=way == BEFORE))


def _beside(connection: sqlite3.Connection, run: Run, asked: Asked, moment: int, way: str) -> Iterator[Row]:
    """What of a run begins on one side; what stands for a stray version may have no bounds at all."""
    at = asked.axis.at.format("c") if run.strays else "s.at"
    bounded = f" AND NOT {asked.axis.unbounded.format('c')}" if run.strays else ""
    kind, values = of_kind(asked)
    order = WAYS[way].format(at, "c.label", "c.iri")
    return connection.execute(
        f"{_scan(asked)}{kind}{asked.condition}{bounded} AND {at} {way} ? ORDER BY {order}",
        [*run, *reach(run.level, asked.since, asked.until), asked.since, *values, *asked.values, moment],
    )


def _distinct(ids: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for id_ in ids:
        if id_ not in seen:
            seen.add(id_)
            yield id_
