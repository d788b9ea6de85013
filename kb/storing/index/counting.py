"""How many entries a filter lets through, and how densely they stand.

Where nothing but time and kind is asked for, both are ready made (`tally`), to the day; else entries are
counted one by one, each once however many articles tell it.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from kb.model import Bin
from kb.storing.index.conditions import Asked
from kb.storing.index.intervals import EVER, UNDATED, Run
from kb.storing.index.keeping import KINDS
from kb.storing.index.placing import ALL, AT, COARSEST, GRAINS, SINCE, UNTIL
from kb.storing.index.scanning import LEAD, TOLD, UNLED, in_runs
from kb.storing.index.schema import EVERYTHING
from kb.storing.index.searched import few

EXACTLY = 1000  # up to so many entries each is counted at its own second
FINE = 2  # at least so many ready counts go into a bin, but where days are too coarse already

CROWDED = 10  # nearly everything in less than so many a part of the bins asks for finer ones
FEW = 0.1  # the part of all that may lie far off at either end

BEYOND = """SELECT c.undated, count(DISTINCT c.id) FROM entry e JOIN entry c ON c.id = e.stands
WHERE e.stands <> e.id AND e.since <= ? AND e.until >= ? AND NOT (c.since <= ? AND c.until >= ?)"""
OF_SIDE = "FROM tally WHERE side = {} AND grain = {} AND undated IN (0, 1) AND kind IN ({{kinds}})"
READY = " UNION ALL ".join(
    (
        f"SELECT undated, n {OF_SIDE.format(ALL, COARSEST)}",
        f"SELECT undated, -n {OF_SIDE.format(UNTIL, COARSEST)} AND bin < ?",
        f"SELECT undated, -n {OF_SIDE.format(UNTIL, 0)} AND bin >= ? AND bin < ?",
        f"SELECT undated, -n {OF_SIDE.format(SINCE, COARSEST)} AND bin > ?",
        f"SELECT undated, -n {OF_SIDE.format(SINCE, 0)} AND bin > ? AND bin < ?",
    )
)


class Total(NamedTuple):
    """How many entries there are, and how many of them are undated."""

    entries: int
    undated: int


class Counts(NamedTuple):
    """How many of each kind begin at each second; and the seconds that each stands for."""

    rows: list[tuple[int, ...]]
    grain: int


def total(connection: sqlite3.Connection, asked: Asked) -> Total:
    """How many entries are asked for."""
    if not asked.is_in_runs:
        undated = asked.axis.undated.format("c")
        question = few(connection, asked, f"{undated}, count(DISTINCT c.id)", narrow=True)
        rows = _grouped(connection, question, "", (), "1")
    elif asked.is_plain and _in_whole_days(asked):
        rows = _ready(connection, asked)
    else:
        rows = _one_by_one(connection, asked)
    return Total(sum(n for _, n in rows), sum(n for undated, n in rows if undated))


def density(connection: sqlite3.Connection, asked: Asked, most: int) -> list[Bin]:
    """Equal bins over the time in which the dated among the entries begin (end, where they have no begin).

    At most `most` of them, fewer when they would be shorter than a second, or a day where there are very
    many entries; none when nothing is dated. Of a window what begins in it is counted.
    """
    counts = _ready_counts(connection, asked, most) if asked.is_plain else None
    rows, grain = counts or _exact_counts(connection, asked)
    if not rows:
        return []
    first, last = min(rows)[0], max(rows)[0]
    width = -(-(last - first + grain) // most)
    width += -width % grain
    found: Counter[tuple[int, int]] = Counter()
    for at, kind, n in rows:
        found[(at - first) // width, kind] += n
    return _bins(first, width, (last - first) // width + 1, found)


def closely(connection: sqlite3.Connection, asked: Asked, most: int) -> list[Bin]:
    """The same; but where a few far dates leave nearly everything in few bins, those are cut into finer ones.

    So bins follow one upon the other and are not equal.
    """
    bins = density(connection, asked, most)
    first, last = _crowd(bins)
    if (last - first) * CROWDED >= len(bins):
        return bins
    since, until = bins[first].since, bins[last - 1].until
    within = replace(asked, since=max(asked.since, since), until=min(asked.until, until - 1))
    finer = closely(connection, within, most)
    if len(finer) <= last - first:
        return bins
    return [*bins[:first], *_filling(finer, since, until), *bins[last:]]


def _crowd(bins: Sequence[Bin]) -> tuple[int, int]:
    """The first of the bins that hold all but a tenth at either end, and the one behind the last."""
    reached = list(accumulate(one.events + one.statements for one in bins))
    few = reached[-1] * FEW if reached else 0
    first = next((at for at, so_far in enumerate(reached) if so_far > few), 0)
    last = next((at for at, so_far in enumerate(reached) if so_far >= reached[-1] - few), -1)
    return first, last + 1


def _filling(bins: Sequence[Bin], since: int, until: int) -> Iterator[Bin]:
    """These bins, with empty ones up to both ends of the time they are in."""
    if since < bins[0].since:
        yield Bin(since=since, until=bins[0].since, events=0, statements=0)
    yield from bins[:-1]
    yield replace(bins[-1], until=until)


def _bins(first: int, width: int, number: int, counts: Mapping[tuple[int, int], int]) -> list[Bin]:
    event, statement = range(len(KINDS))
    return [
        Bin(
            since=first + bin_ * width,
            until=first + (bin_ + 1) * width,
            events=counts.get((bin_, event), 0),
            statements=counts.get((bin_, statement), 0),
        )
        for bin_ in range(number)
    ]


def _ready_counts(connection: sqlite3.Connection, asked: Asked, most: int) -> Counts | None:
    """The ready counts that are fine enough; None where there are so few entries that each is counted."""
    day, width = GRAINS[0], GRAINS[COARSEST]
    least, greatest, n = connection.execute(
        f"SELECT min(bin), max(bin), sum(n) FROM tally WHERE side = {AT} AND grain = {COARSEST} "  # noqa: S608
        "AND undated = 0 AND n > 0 AND bin BETWEEN ? AND ?",
        [asked.since // width, asked.until // width],
    ).fetchone()
    if n is None or n <= EXACTLY:
        return None
    bin_width = (min(greatest * width, asked.until) - max(least * width, asked.since)) // most
    grain = max(number for number, size in enumerate(GRAINS) if number == 0 or size * FINE <= bin_width)
    kind = "" if asked.kind is None else f" AND kind = {asked.kind}"
    rows = connection.execute(
        f"SELECT bin * {GRAINS[grain]}, kind, n FROM tally WHERE side = {AT} AND grain = {grain} "  # noqa: S608
        f"AND undated = 0 AND n > 0 AND bin BETWEEN ? AND ?{kind}",
        [-(-asked.since // GRAINS[grain]), asked.until // GRAINS[grain]],
    )
    return Counts(rows.fetchall(), GRAINS[grain] if bin_width >= day else GRAINS[0])


def _exact_counts(connection: sqlite3.Connection, asked: Asked) -> Counts:
    if asked.is_straight:
        return Counts(_straight_counts(connection, asked), 1)
    if asked.is_of_moments:
        return Counts(_own_counts(connection, asked), 1)
    at, begins = asked.axis.at.format("c"), f" AND {asked.axis.begins('c')}"
    what = f"DISTINCT c.id, {at} AS at, c.kind AS kind"
    sql, values = (
        in_runs(connection, asked, what, TOLD + LEAD)
        if asked.is_in_runs
        else few(connection, asked, what, narrow=True)
    )
    if not sql:
        return Counts([], 1)
    if asked.is_in_runs:
        sql, values = f"{sql}{asked.condition}", [*values, *asked.values]
    question = f"SELECT at, kind, count(*) FROM ({sql}{begins})", values  # noqa: S608
    return Counts(_grouped(connection, question, "", (asked.since, asked.until), "at, kind"), 1)


def _straight_counts(connection: sqlite3.Connection, asked: Asked) -> list[tuple[int, ...]]:
    """What rows of one key say; and what only versions are under it for."""
    other = in_runs(connection, asked, "c.at, c.kind, count(DISTINCT c.id)", TOLD + LEAD, _is_version)
    begins, between = f" AND {asked.axis.begins('c')}", (asked.since, asked.until)
    rows = _own_counts(connection, asked)
    return rows + _grouped(connection, other, UNLED + begins, (*reversed(between), *between), "1, 2")


def _own_counts(connection: sqlite3.Connection, asked: Asked) -> list[tuple[int, ...]]:
    """What rows of one key say of entries that stand for themselves."""
    own = in_runs(connection, asked, "s.at, s.kind, count(*)", "", lambda run: run.leads and run.begins)
    return _grouped(connection, own, " AND s.at BETWEEN ? AND ?", (asked.since, asked.until), "1, 2")


def _is_version(run: Run) -> bool:
    return not run.leads


def _grouped(
    connection: sqlite3.Connection,
    question: tuple[str, list[object]],
    more: str,
    values: Sequence[object],
    by: str,
) -> list[tuple[int, ...]]:
    """The groups of what is asked for in runs, under one more condition."""
    sql, given = question
    return connection.execute(f"{sql}{more} GROUP BY {by}", [*given, *values]).fetchall() if sql else []


def _in_whole_days(asked: Asked) -> bool:
    return all(
        abs(second) == EVER or second % GRAINS[0] == 0
        for second in (asked.since, asked.until + (asked.until < EVER))
    )


def _ready(connection: sqlite3.Connection, asked: Asked) -> list[tuple[int, ...]]:
    """All but what ends before the window or begins after it; and what only another version has in it."""
    kinds = range(len(KINDS)) if asked.kind is None else [asked.kind]
    ready = READY.format(kinds=", ".join(map(str, kinds)))
    since, until = asked.since // GRAINS[0], asked.until // GRAINS[0]
    days = GRAINS[COARSEST] // GRAINS[0]
    first, last = since // days, until // days
    outside = [first, first * days, since, last, until, (last + 1) * days]
    rows = connection.execute(f"SELECT undated, sum(n) FROM ({ready}) GROUP BY undated", outside)  # noqa: S608
    found = rows.fetchall()
    of_kind = "" if asked.kind is None else f" AND e.kind = {asked.kind}"
    window = [asked.until, asked.since]
    beyond = connection.execute(f"{BEYOND}{of_kind} GROUP BY c.undated", [*window, *window])
    return [*found, *beyond.fetchall()]


def _one_by_one(connection: sqlite3.Connection, asked: Asked) -> list[tuple[int, ...]]:
    undated, told = f"s.run >= {UNDATED}", "count(DISTINCT e.stands)"
    own = in_runs(connection, asked, f"{undated}, count(*)", "", lambda run: run.leads)
    if asked.is_of_moments and asked.is_ever:
        return _grouped(connection, own, "", (), "1")
    if not asked.is_straight:
        question = in_runs(connection, asked, f"{undated}, {told}", TOLD)
        return _grouped(connection, question, asked.condition, asked.values, "1")
    other = in_runs(connection, asked, f"{undated}, {told}", TOLD + LEAD, _is_version)
    window = (asked.until, asked.since)
    return _grouped(connection, own, "", (), "1") + _grouped(connection, other, UNLED, window, "1")


def held(connection: sqlite3.Connection, asked: Asked) -> int:
    """How many rows stand under the keys in the time asked for, whatever the conditions."""
    if asked.keys[0] == EVERYTHING:
        return total(connection, in_days(replace(asked, keys=(EVERYTHING,), condition="", values=()))).entries
    sql, values = in_runs(connection, asked, "count(*)", "")
    return int(connection.execute(sql, values).fetchone()[0]) if sql else 0


def in_days(asked: Asked) -> Asked:
    """The same of the whole days that the time asked for touches."""
    day = GRAINS[0]
    since = asked.since if asked.since == -EVER else asked.since // day * day
    until = asked.until if asked.until == EVER else -(-(asked.until + 1) // day) * day - 1
    return replace(asked, since=since, until=until)
