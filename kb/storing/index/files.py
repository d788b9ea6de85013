"""The files of an index: numbered, so that one is built beside those who still read the one before.

The newest that is whole is the index. One being built has another name until it is; linking it to its
own is one step, and of two who build at once the first has made the index.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kb.disk import sync
from kb.errors import StoreDamaged
from kb.storing.index.schema import VERSION, connect

DISK_FULL = (
    "The disk is full while the timeline index is written: make room and try again; no article is lost."
)
ADVICE = "Delete the files index-* in its folder: it is built anew from the store."


@contextmanager
def told(folder: Path | None) -> Iterator[None]:
    """Turn what SQLite says into StoreDamaged with what to do."""
    try:
        yield
    except sqlite3.Error as error:
        where = f" of {folder}" if folder else ""
        full = "full" in str(error) or "disk I/O" in str(error)
        raise StoreDamaged(
            DISK_FULL if full else f"Cannot use the timeline index{where}: {error}. {ADVICE}"
        ) from error


def newest(folder: Path) -> Path | None:
    """The index in this folder; None when there is none."""
    numbered = sorted(folder.glob("index-*.sqlite"), key=_number)
    return numbered[-1] if numbered else None


def opened(path: Path) -> sqlite3.Connection | str:
    """A connection to an index, or why it cannot be used."""
    try:
        connection = connect(path)
        found = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError as error:
        return f"is damaged ({error})"
    if found != (VERSION,):
        return "was made by another version"
    return connection


@contextmanager
def drafted(folder: Path | None) -> Iterator[Path | None]:
    """Where to build a new one, None in memory; nothing half built is left there."""
    path = folder / f"index-{os.getpid()}.building" if folder else None
    if path is None:
        yield None
        return
    path.unlink(missing_ok=True)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def publish(folder: Path, built: Path) -> Path:
    """Make what was built the index, and take the older ones away."""
    sync(built)
    last = newest(folder)
    path = folder / f"index-{_number(last) + 1 if last else 1}.sqlite"
    with suppress(FileExistsError):
        os.link(built, path)
    for old in folder.glob("index-*.sqlite"):
        if _number(old) < _number(path):
            _forget(old)
    return path


def _forget(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(
            OSError
        ):  # somebody reads it still, where such files cannot go: the next build tries again
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _number(path: Path) -> int:
    number = path.stem.removeprefix("index-")
    return int(number) if number.isdigit() else 0
