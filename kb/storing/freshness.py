"""Snapshots of a database, and whether its files have changed since one was opened.

Cheap enough to ask before every page: names, sizes and times of a handful of files, some 0.1 ms.
RocksDB appends every commit to a `.log`, moves it to `.sst` files, and names those in the MANIFEST;
what else lies in the folder (its own diary, options, locks) says nothing of the data.
"""

import os
from pathlib import Path
from time import sleep
from typing import TypeAlias

import pyoxigraph as ox

from kb.storing.failures import STORAGE_ERRORS, reported

PAUSES = (0.01, 0.05, 0.2)  # seconds

Marks: TypeAlias = frozenset[tuple[str, int, int]]


def marks(database: Path) -> Marks:
    """What tells one state of a database from another: (name, size, time of change) of its files of data.

    Empty when the folder is gone or cannot be listed.
    """
    try:
        with os.scandir(database) as entries:
            files = [entry for entry in entries if _holds_data(entry.name)]
            return frozenset((file.name, *_size_and_time(file)) for file in files)
    except OSError:  # a writer tidies files away while they are listed: the next page asks again
        return frozenset()


def snapshot(database: Path) -> ox.Store:
    """The database as it is now. A writer may tidy files away between listing and opening: try again."""
    for pause in PAUSES:
        try:
            return ox.Store.read_only(str(database))
        except STORAGE_ERRORS:
            sleep(pause)
    with reported(database.parent):
        return ox.Store.read_only(str(database))


def _holds_data(name: str) -> bool:
    return name.endswith((".log", ".sst")) or name.startswith(("MANIFEST", "CURRENT"))


def _size_and_time(file: os.DirEntry[str]) -> tuple[int, int]:
    found = file.stat()
    return found.st_size, found.st_mtime_ns
