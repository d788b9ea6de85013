"""Where all entries of a new index stand: `placing`, in SQL for all of them at once, which is far faster.

Entries are noted as they come (`draft`) and get their numbers in the order of `span`: what is asked for
together lies together on the disk, what stands under a key is sorted by two numbers, and words are looked for
in a time (`shelves`). Entries that are one with others are left to `placing` itself.
"""

import sqlite3
from collections.abc import Collection

from kb.storing.index.intervals import EVER, FROM_EVER, MOST, SALIENCE, UNBOUNDED, UNDATED
from kb.storing.index.placing import ALL, AT, COARSEST, GRAINS, SINCE, UNTIL
from kb.storing.index.sampling import sample_parts, within
from kb.storing.index.schema import EVERYTHING, PUBLISHED, SAID, SAMPLES, SHELVED

FLOOR = "({side} - ((({side} % {width}) + {width}) % {width})) / {width}"  # SQLite's division cuts
RUN = f"undated * {UNDATED} + ({MOST} - salience) * {SALIENCE} + level"
IN_ORDER = f"INSERT INTO numbered SELECT NULL, rowid FROM draft ORDER BY {RUN}, at, name, rowid"  # noqa: S608
NUMBERED = """INSERT INTO entry SELECT {columns} FROM numbered n CROSS JOIN draft d ON d.rowid = n.draft
ORDER BY n.id"""
OF_ITS_OWN = {"id": "n.id", "stands": "n.id"}
SHELVES = f"""INSERT INTO shelf SELECT {RUN}, {FLOOR.format(side="at", width=GRAINS[0])}, min(id) FROM entry
GROUP BY 1, 2"""  # noqa: S608
PLACED = f"""INSERT INTO placed
SELECT id, {RUN}, at, name, CASE until WHEN {EVER} THEN {EVER} ELSE until - at END, kind, said, published
FROM entry WHERE id NOT IN (SELECT entry FROM joined)"""  # noqa: S608
UNDER_EVERYTHING = (
    f"INSERT INTO span SELECT {EVERYTHING}, run, at, name, id, length, kind FROM placed ORDER BY id"  # noqa: S608
)
UNDER_SAMPLES = [
    f"INSERT INTO span SELECT {key}, run, at, name, entry, length, kind FROM span "  # noqa: S608
    f"WHERE key = {EVERYTHING if key == SAMPLES else key - 1}{within('entry', part)}"
    for key, part in sample_parts()
]
KEYED = [
    f"INSERT INTO keyed SELECT {column}, id FROM entry WHERE {column} IS NOT NULL"  # noqa: S608
    for column in ("type", "source")
]
KEYED_BY_PARTS = """INSERT INTO keyed WITH RECURSIVE part (entry, rest) AS (
SELECT id, parts FROM entry WHERE parts <> ''
UNION ALL SELECT entry, substr(rest, instr(rest, ' ') + 1) FROM part WHERE instr(rest, ' ') > 0)
SELECT CAST(substr(rest, 3) AS INTEGER), entry FROM part"""
"""Roles as `keeping.parts_in` reads them: a rank, a colon, an id; a cast ends where the digits do."""
UNDER_TERMS = """INSERT INTO span SELECT key, run, at, name, id, length, kind
FROM (SELECT DISTINCT key, entry FROM keyed ORDER BY key, entry) k CROSS JOIN placed p ON p.id = k.entry"""
UNDER_MOMENTS = [
    f"""INSERT INTO span SELECT {key}, run % {UNDATED} / {SALIENCE} * {SALIENCE} + CASE WHEN {at} IS NULL
    THEN {UNDATED + UNBOUNDED} ELSE 0 END AS own, coalesce({at}, 0), name, id,
    CASE WHEN {at} IS NULL THEN {EVER} ELSE 0 END, kind FROM placed ORDER BY 2, 3, 4, 5"""  # noqa: S608
    for key, at in ((SAID, "said"), (PUBLISHED, "published"))
]
ASIDE = """
CREATE TEMP TABLE draft AS SELECT * FROM entry LIMIT 0;
CREATE TEMP TABLE numbered (id INTEGER PRIMARY KEY, draft INTEGER NOT NULL);
CREATE TEMP TABLE keyed (key INTEGER NOT NULL, entry INTEGER NOT NULL);
CREATE TEMP TABLE joined (entry INTEGER PRIMARY KEY);
CREATE TEMP TABLE placed (id INTEGER PRIMARY KEY, run, at, name, length, kind, said, published);
"""


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables that are needed while an index is filled."""
    connection.execute("PRAGMA temp.cache_size = -65536")  # KiB
    for table in ASIDE.split(";"):
        connection.execute(table)


def arrange(connection: sqlite3.Connection) -> None:
    """Make entries of all drafts, numbered in order from 1, and note where each day begins."""
    connection.execute(IN_ORDER)
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info (entry)")]
    own = ", ".join(OF_ITS_OWN.get(name, f"d.{name}") for name in columns)
    connection.execute(NUMBERED.format(columns=own))
    for table in ("draft", "numbered"):
        connection.execute(f"DROP TABLE temp.{table}")
    connection.execute(SHELVES)
    connection.execute("INSERT INTO meta SELECT ?, coalesce(max(id), 0) FROM entry", [SHELVED])


def place_all(connection: sqlite3.Connection, joined: Collection[int]) -> None:
    """Have all entries stand where they stand, but for these; and count them."""
    connection.executemany("INSERT INTO joined VALUES (?)", [(id_,) for id_ in joined])
    for sql in (
        PLACED,
        UNDER_EVERYTHING,
        *UNDER_MOMENTS,
        *UNDER_SAMPLES,
        *KEYED,
        KEYED_BY_PARTS,
        UNDER_TERMS,
    ):
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
    for side, second, bounded in (
        (AT, "at", f"run % {SALIENCE} <> {UNBOUNDED}"),
        (SINCE, "at", f"run % {SALIENCE} NOT IN ({FROM_EVER}, {UNBOUNDED})"),
        (UNTIL, "(at + length)", f"length <> {EVER}"),
    ):
        day = FLOOR.format(side=second, width=GRAINS[0])
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
