"""Where all entries of a new index stand: `placing`, in SQL for all of them at once, which is far faster.

Entries that are one with others are left to `placing` itself. What the others stand under is noted while they
are read (`keyed`); then they are put in the order of time once (`placed`), so that most of `span` need not be
sorted.
"""

import sqlite3
from collections.abc import Collection

from kb.storing.index.intervals import EVER, SALIENCE, UNBOUNDED, UNDATED
from kb.storing.index.placing import ALL, AT, COARSEST, GRAINS, SINCE, UNTIL
from kb.storing.index.sampling import sample_parts, within
from kb.storing.index.schema import EVERYTHING, PUBLISHED, SAID

RUN = f"undated * {UNDATED} + salience * {SALIENCE} + level"
PLACED = f"""INSERT INTO placed (id, run, at, name, since, until, kind, said, published)
SELECT id, {RUN} AS run, at, name, since, until, kind, said, published FROM entry e
WHERE NOT EXISTS (SELECT 1 FROM joined j WHERE j.entry = e.id) ORDER BY run, at, name, id"""  # noqa: S608
DATED = "run, at, name, id, since, until, kind"
UNDER_EVERYTHING = f"INSERT INTO span SELECT {EVERYTHING}, {DATED} FROM placed ORDER BY place"  # noqa: S608
UNDER_SAMPLES = [
    f"INSERT INTO span SELECT {key}, {DATED} FROM placed WHERE TRUE{within('id', part)} ORDER BY place"  # noqa: S608
    for key, part in sample_parts()
]
KEYED = [
    f"INSERT INTO keyed SELECT {column}, id FROM entry WHERE {column} IS NOT NULL"  # noqa: S608
    for column in ("type", "source")
]
UNDER_TERMS = f"""INSERT OR IGNORE INTO span SELECT key, {DATED} FROM keyed
JOIN placed p ON p.id = keyed.entry ORDER BY key, place"""  # noqa: S608
UNDER_MOMENTS = [
    f"""INSERT INTO span SELECT {key}, run % {UNDATED} / {SALIENCE} * {SALIENCE} + CASE WHEN {at} IS NULL
    THEN {UNDATED + UNBOUNDED} ELSE 0 END AS own, coalesce({at}, 0), name, id, coalesce({at}, {-EVER}),
    coalesce({at}, {EVER}), kind FROM placed ORDER BY 2, 3, 4, 5"""  # noqa: S608
    for key, at in ((SAID, "said"), (PUBLISHED, "published"))
]
ASIDE = """
CREATE TEMP TABLE keyed (key INTEGER NOT NULL, entry INTEGER NOT NULL);
CREATE TEMP TABLE joined (entry INTEGER PRIMARY KEY);
CREATE TEMP TABLE placed (place INTEGER PRIMARY KEY, id INTEGER NOT NULL, run, at, name, since, until, kind,
said, published);
"""

FLOOR = "({side} - ((({side} % {width}) + {width}) % {width})) / {width}"  # SQLite's division cuts


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables that are needed while an index is filled."""
    connection.execute("PRAGMA temp.cache_size = -65536")  # KiB
    for table in ASIDE.split(";"):
        connection.execute(table)


def place_all(connection: sqlite3.Connection, joined: Collection[int]) -> None:
    """Have all entries stand where they stand, but for these; and count them."""
    connection.executemany("INSERT INTO joined VALUES (?)", [(id_,) for id_ in joined])
    connection.execute(PLACED)
    connection.execute("CREATE INDEX temp.placed_by_id ON placed (id)")
    for sql in (UNDER_EVERYTHING, *UNDER_MOMENTS, *UNDER_SAMPLES, *KEYED, UNDER_TERMS):
        connection.execute(sql)
    for table in ("keyed", "joined", "placed"):
        connection.execute(f"DROP TABLE temp.{table}")
    _tally(connection)


def _tally(connection: sqlite3.Connection) -> None:
    """Count what stands under `EVERYTHING`, finest grain first, each coarser one from the one before."""
    own, undated = f"FROM span WHERE key = {EVERYTHING}", f"run >= {UNDATED}"
    connection.execute(
        f"INSERT INTO tally SELECT {ALL}, {COARSEST}, {undated}, kind, 0, count(*) {own} GROUP BY 3, kind"
    )
    for side, column, bounded in (
        (AT, "at", f"run % {SALIENCE} <> {UNBOUNDED}"),
        (SINCE, "since", f"since <> {-EVER}"),
        (UNTIL, "until", f"until <> {EVER}"),
    ):
        day = FLOOR.format(side=column, width=GRAINS[0])
        connection.execute(
            f"INSERT INTO tally SELECT {side}, 0, {undated}, kind, {day} AS bin, count(*) {own} "
            f"AND {bounded} GROUP BY 3, kind, bin"
        )
        for grain in range(1, len(GRAINS)):
            coarser = FLOOR.format(side="bin", width=GRAINS[grain] // GRAINS[grain - 1])
            connection.execute(
                f"INSERT INTO tally SELECT side, {grain}, undated, kind, {coarser} AS coarse, sum(n) "  # noqa: S608
                f"FROM tally WHERE side = {side} AND grain = {grain - 1} GROUP BY undated, kind, coarse"
            )
