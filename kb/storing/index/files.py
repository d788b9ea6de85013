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
from kb.errors import BadRequest, KnowledgeBaseError, StoreDamaged, StoreLocked
from kb.storing.index.schema import VERSION, connect

ADVICE = "Delete the files index-* in its folder: it is built anew from the store."
DISK_FULL = "the disk is full while it is written: make room and try again; no article is lost."
OF_CODE = {  # the primary result codes of SQLite
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: "the disk fails: make room, or look at its health; no article is lost.",
    sqlite3.SQLITE_READONLY: "it may not be written. Change the permissions of its folder.",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened. Change the permissions of its folder.",
}
LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
OF_WORDS = ("fts5:", "unterminated string", "unknown special query")  # what FTS5 says of an expression
PRIMARY = 0xFF  # the bits of an extended result code that hold the primary one


@contextmanager
def told(folder: Path | None) -> Iterator[None]:
    """Turn what SQLite says into an error that says what to do.

    StoreLocked while another process writes, BadRequest for words that full text cannot look for,
    StoreDamaged for everything else.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _meant(error, f" of {folder}" if folder else "") from error


def _meant(error: sqlite3.Error, where: str) -> KnowledgeBaseError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY
    if code in LOCKED:
        return StoreLocked(f"Another process writes the timeline index{where}. Try again when it is done.")
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(OF_WORDS):
        return BadRequest(f"One cannot look for these words ({error}). Write plain words, parted by blanks.")
    advice = OF_CODE.get(code)
    return StoreDamaged(f"Cannot use the timeline index{where}: {advice or f'{error}. {ADVICE}'}")


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
