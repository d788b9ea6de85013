"""Snapshots of a database, and whether its files have changed since one was opened.

Cheap enough to ask before every page: names, sizes and times of a handful of files, some 0.1 ms.
RocksDB appends every commit to a `.log`, moves it to `.sst` files, and names those in the MANIFEST;
what else lies in the folder (its own diary, options, locks) says nothing of the data.
"""

import os
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TypeAlias

import pyoxigraph as ox

from kb.storing.failures import STORAGE_ERRORS, reported

GROWING = ("MANIFEST", "CURRENT")  # what the names of files that are written again begin with
PAUSES = (0.01, 0.05, 0.2)  # seconds

Marks: TypeAlias = frozenset[tuple[str, int, int]]


def snapshot(database: Path) -> ox.Store:
    """The database as it is now. A writer may tidy files away between listing and opening: try again."""
    for pause in PAUSES:
        try:
            return ox.Store.read_only(str(database))
        except STORAGE_ERRORS:
            sleep(pause)
    with reported(database.parent):
        return ox.Store.read_only(str(database))


def marks(database: Path) -> Marks:
    """What tells one state of a database from another: (name, size, time of change) of its files of data.

    Of `.sst` files the name says it all, as they are never written again once the MANIFEST names them.
    Empty when the folder is gone or cannot be listed.
    """
    try:
        with os.scandir(database) as entries:
            return frozenset([mark for entry in entries if (mark := _mark(entry))])
    except OSError:  # a writer tidies files away while they are listed: the next page asks again
        return frozenset()


def size_of(database: Path) -> int:
    """How many bytes its files have, 0 when it is gone."""
    with suppress(OSError), os.scandir(database) as entries:
        return sum(entry.stat().st_size for entry in entries)
    return 0


def _mark(file: os.DirEntry[str]) -> tuple[str, int, int] | None:
    """Name, size and time of a file of data, None for any other; of `.sst` files the name alone."""
    if file.name.endswith(".sst"):
        return file.name, 0, 0
    if file.name.endswith(".log") or file.name.startswith(GROWING):
        found = file.stat()
        return file.name, found.st_size, found.st_mtime_ns
    return None
