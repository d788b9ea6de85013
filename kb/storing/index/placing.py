"""Where entries stand in time: their rows in `span` and what they add to `tally`.

An entry stands where it is dated, once under `EVERYTHING` and once under each actor, place, kind and source.
Of several that are one only what stands for all is under `EVERYTHING`, and those that reach beyond it; they
are ordered where it stands. By when it was said or published it stands at one moment.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from kb.storing.index.intervals import EVER, FOLLOWS, STRAY, UNBOUNDED, Place, length, run_of
from kb.storing.index.keeping import parts_in
from kb.storing.index.sampling import samples
from kb.storing.index.schema import DISPUTED, EVERYTHING, PUBLISHED, SAID, VERSIONS
from kb.when.days import DAY_SECONDS

Span = tuple[int, int, int, int, int, int, int]
Tally = Counter[tuple[int, int, int, int, int]]

AT, SINCE, UNTIL, ALL = range(4)  # sides of a tally: first bound, begin, end, and simply how many
GRAINS = (DAY_SECONDS, 32 * DAY_SECONDS, 1024 * DAY_SECONDS)  # seconds of a bin
COARSEST = len(GRAINS) - 1


class Standing(NamedTuple):
    """An entry and what stands for it, as far as it matters where both are in time."""

    entry: int
    kind: int
    undated: int
    level: int
    at: int
    since: int
    until: int
    type: int | None
    parts: str
    said: int | None
    published: int | None
    source: int | None
    lead: int
    lead_undated: int
    lead_level: int
    lead_at: int
    lead_since: int
    lead_until: int
    salience: int
    name: int
    lead_said: int | None
    lead_published: int | None
    disputed: int

    @property
    def leads(self) -> bool:
        """Whether it stands for itself."""
        return self.entry == self.lead

    @property
    def strays(self) -> bool:
        """Whether it would stand elsewhere in a timeline than what stands for it."""
        own, lead = (self.undated, self.level, self.at), (self.lead_undated, self.lead_level, self.lead_at)
        return (own[0], own[1] == UNBOUNDED, own[2]) != (lead[0], lead[1] == UNBOUNDED, lead[2])

    @property
    def reaches_beyond(self) -> bool:
        """Whether a window may have it in and what stands for it not."""
        return not (self.lead_since <= self.since and self.until <= self.lead_until)


STANDINGS = """SELECT e.id, e.kind, e.undated, e.level, e.at, e.since, e.until, e.type, e.parts,
  e.said, e.published, e.source, c.id, c.undated, c.level, c.at, c.since, c.until, c.salience, c.name,
  c.said, c.published, c.differs <> '' FROM entry e JOIN entry c ON c.id = e.stands
  WHERE e.id"""


def put(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Have these entries stand where they stand."""
    standings = _standings(connection, ids)
    connection.executemany(
        "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?)", (row for s in standings for row in spans(s))
    )
    _count(connection, standings, 1)


def lift(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Undo `put`; nothing of the entries may have changed since."""
    standings = _standings(connection, ids)
    connection.executemany(
        "DELETE FROM span WHERE key = ? AND run = ? AND at = ? AND name = ? AND entry = ?",
        (row[:5] for s in standings for row in spans(s)),
    )
    _count(connection, standings, -1)


def spans(standing: Standing) -> Iterator[Span]:
    """The rows of an entry in `span`."""
    level = standing.level + (0 if standing.leads else STRAY if standing.strays else FOLLOWS)
    run = run_of(standing.lead_undated, standing.salience, level)
    lasts = length(Place(standing.level, standing.at, standing.since, standing.until))
    rest = (standing.at, standing.name, standing.entry, lasts, standing.kind)
    for key in _keys(standing):
        yield (key, run, *rest)
    yield _moment(SAID, standing, standing.said, standing.lead_said)
    yield _moment(PUBLISHED, standing, standing.published, standing.lead_published)


def _moment(key: int, standing: Standing, own: int | None, lead: int | None) -> Span:
    """The row of an entry that stands at one moment, None where that is not known."""
    level = (UNBOUNDED if own is None else 0) + STRAY * (not standing.leads)
    run, lasts = run_of(int(lead is None), standing.salience, level), EVER if own is None else 0
    return key, run, own or 0, standing.name, standing.entry, lasts, standing.kind


def tallied(connection: sqlite3.Connection) -> Tally:
    """What all entries together add to `tally`, counted anew."""
    rows = connection.execute(STANDINGS.partition(" WHERE ")[0])
    standings = (Standing(*row) for row in rows)
    return Counter(bin_ for standing in standings if standing.leads for bin_ in _bins(standing))


def _keys(standing: Standing) -> set[int]:
    keys = {who for _, who in parts_in(standing.parts)}
    keys |= {key for key in (standing.type, standing.source) if key is not None}
    keys |= {DISPUTED} if standing.disputed else set()
    adds = standing.leads or standing.reaches_beyond
    return keys | {EVERYTHING if adds else VERSIONS, *samples(standing.lead)}


def _standings(connection: sqlite3.Connection, ids: Collection[int]) -> list[Standing]:
    rows = (connection.execute(f"{STANDINGS} = ?", [id_]).fetchone() for id_ in ids)
    return [Standing(*row) for row in rows if row]


def _count(connection: sqlite3.Connection, standings: Collection[Standing], sign: int) -> None:
    found = Counter(bin_ for standing in standings if standing.leads for bin_ in _bins(standing))
    connection.executemany(
        "INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (side, grain, undated, kind, bin) DO UPDATE SET n = n + excluded.n",
        ((*bin_, sign * count) for bin_, count in found.items()),
    )


def _bins(standing: Standing) -> Iterator[tuple[int, int, int, int, int]]:
    yield ALL, COARSEST, standing.undated, standing.kind, 0
    for side, second in (
        (AT, standing.at if standing.level != UNBOUNDED else EVER),
        (SINCE, standing.since),
        (UNTIL, standing.until),
    ):
        if abs(second) != EVER:
            for grain, width in enumerate(GRAINS):
                yield side, grain, standing.undated, standing.kind, second // width
