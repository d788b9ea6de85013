"""Samples of everything, each half of the one before: millions are counted from one or two thousand.

Whether an entry is in a sample is decided by its id, for all versions of one and the same alike; one that is
in a sample is in all that are larger. `SAMPLES` is the key in `span` of the largest, one entry in two.
"""

import sqlite3
from collections.abc import Iterator

from kb.storing.index.schema import SAMPLES

HALF, SMALLEST = 2, 18  # the smallest sample is one in 2 ** 18
SPREAD, LOW = 2_654_435_761, 11  # ids follow each other: multiplied, their middle bits do not
ALL_SAMPLES = HALF**SMALLEST
DRAWN = f"(((({{0}} * {SPREAD}) >> {LOW}) & {ALL_SAMPLES - 1}) | {ALL_SAMPLES})"
BY_CHANCE = f"-({DRAWN} & -{DRAWN}), {DRAWN}"  # `chance`, in SQL

COUNTED = 4  # what samples of one in so many or less are counted by lies close together
COLUMNS = "id, stands, kind, undated, level, at, status, certainty, differs, type, source, parts"
BY_COUNTED = " INDEXED BY entry_counted"


def create_counted(connection: sqlite3.Connection) -> None:
    """Make the lookup by which samples are counted without reading whole rows, each on a page of its own."""
    connection.execute(f"CREATE INDEX entry_counted ON entry ({COLUMNS}) WHERE {_drawn('stands', COUNTED)}")


def counted(row: str, id_: str, part: int) -> str:
    """The join of the entry of an id that is in the sample of one in so many."""
    by, where = (BY_COUNTED, f" AND {_drawn(f'{row}.stands', COUNTED)}") if part >= COUNTED else ("", "")
    return f" CROSS JOIN entry {row}{by} ON {row}.id = {id_}{where}"


def samples(id_: int) -> Iterator[int]:
    """The keys of the samples an entry is in."""
    spread = (id_ * SPREAD) >> LOW
    for number in range(SMALLEST):
        if spread % HALF:
            return
        yield SAMPLES + number
        spread //= HALF


def sample_parts() -> Iterator[tuple[int, int]]:
    """The key of each sample, and how many entries it has one of."""
    return ((SAMPLES + number, HALF ** (number + 1)) for number in range(SMALLEST))


def one_in(size: int, most: int) -> int:
    """How large a part of so many entries has at most `most`: 1 for all of them, 2, 4 ..."""
    part, number = 1, 0
    while size > most * part and number < SMALLEST:
        part, number = part * HALF, number + 1
    return part


def sample_of(part: int) -> int:
    """The key in `span` of the sample that has one entry in so many."""
    return SAMPLES + part.bit_length() - 2


def within(id_: str, part: int) -> str:
    """The condition of SQL that an id is in the sample of one in so many."""
    return "" if part == 1 else f" AND {_drawn(id_, part)}"


def _drawn(id_: str, part: int) -> str:
    return f"(({id_} * {SPREAD}) >> {LOW}) & {part - 1} = 0"


def chance(id_: int) -> tuple[int, int]:
    """Orders ids by chance: those of a smaller sample come first."""
    drawn = (id_ * SPREAD) >> LOW & ALL_SAMPLES - 1 | ALL_SAMPLES
    return -(drawn & -drawn), drawn
