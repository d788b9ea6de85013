"""The files of an index: numbered, so that one is built beside those who still read the one before.

The newest that is whole is the index. One being built has another name until it is; linking it to its
own is one step, and of two who build at once the first has made the index.
"""

import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kb.disk import sync
from kb.errors import BadRequest, KnowledgeBaseError, StoreDamaged, StoreLocked
from kb.storing.index.schema import VERSION, connect

WRITTEN_BY = "SELECT value FROM meta WHERE name = 'version'"
ADVICE = "Build it anew from the store with: kb reindex"
DISK_FULL = "the disk is full while it is written: make room and try again; no article is lost."
OF_CODE = {  # the primary result codes of SQLite
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: "the disk fails: make room, or look at its health; no article is lost.",
    sqlite3.SQLITE_READONLY: "it may not be written. Change the permissions of its folder.",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened. Change the permissions of its folder.",
}
HERE = platform.node().replace("/", "_")  # of several machines, or containers, that share a folder
LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
OF_WORDS = ("fts5:", "unterminated string", "unknown special query")  # what FTS5 says of an expression
UNDECODED = "Could not decode to UTF-8"  # what Python says of a text that was none when it was written
PRIMARY = 0xFF  # the bits of an extended result code that hold the primary one
SURPRISES = (TypeError, ValueError, LookupError)  # what other bytes than were written lead to
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class IndexDamaged(StoreDamaged):
    """The file of an index is no longer what SQLite wrote: it can be built anew. `why` says how it shows."""

    def __init__(self, message: str, why: str) -> None:
        super().__init__(message)
        self.why = why


@contextmanager
def told(folder: Path | None, connection: sqlite3.Connection | None = None) -> Iterator[None]:
    """Turn what SQLite says into an error that says what to do.

    StoreLocked while another process writes, BadRequest for words that full text cannot look for,
    IndexDamaged for a file that is damaged, StoreDamaged for everything else. What cannot be is damage if
    SQLite finds any when it looks through all that lies behind the connection.
    """
    where = f" of {folder}" if folder else ""
    try:
        yield
    except sqlite3.Error as error:
        raise _meant(error, where, connection) from error
    except SURPRISES as error:
        if connection and (how := flaw(connection)):
            raise damaged(how, where) from error
        raise


def _meant(error: sqlite3.Error, where: str, connection: sqlite3.Connection | None) -> KnowledgeBaseError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY
    if code in LOCKED:
        return StoreLocked(f"Another process writes the timeline index{where}. Try again when it is done.")
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(OF_WORDS):
        return BadRequest(f"One cannot look for these words ({error}). Write plain words, parted by blanks.")
    if is_damage(error):
        return damaged(str(error), where)
    advice = OF_CODE.get(code)
    if not advice and connection and (how := flaw(connection)):
        return damaged(how, where)
    return StoreDamaged(f"Cannot use the timeline index{where}: {advice or f'{error}. {ADVICE}'}")


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says it of a damaged file; not of a disk that is full, fails or cannot be written."""
    if not isinstance(error, sqlite3.Error):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    is_cut = code == sqlite3.SQLITE_IOERR_SHORT_READ
    return is_cut or code & PRIMARY in DAMAGE or str(error).startswith(UNDECODED)


def damaged(how: str, where: str) -> IndexDamaged:
    """The error that tells of damage."""
    return IndexDamaged(f"Cannot use the timeline index{where}: {how}. {ADVICE}", f"is damaged ({how})")


def flaw(connection: sqlite3.Connection) -> str:
    """What is wrong with an index as far as SQLite sees it, "" for nothing; it reads the whole file."""
    try:
        found = connection.execute(WRITTEN_BY).fetchone()
        (how,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return "it is no index" if found != (VERSION,) else "" if how == "ok" else str(how)


def newest(folder: Path) -> Path | None:
    """The index in this folder; None when there is none."""
    numbered = sorted(folder.glob("index-*.sqlite"), key=_number)
    return numbered[-1] if numbered else None


def opened(path: Path) -> sqlite3.Connection | str:
    """A connection to an index, or why it cannot be used."""
    try:
        connection = connect(path)
        found = connection.execute(WRITTEN_BY).fetchone()
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
    if folder is None:
        yield None
        return
    _clear_abandoned(folder)
    path = folder / f"index-{HERE}-{os.getpid()}.building"
    path.unlink(missing_ok=True)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _clear_abandoned(folder: Path) -> None:
    """Take away what processes of this machine that were killed had half built: it may fill the disk."""
    for path in folder.glob(f"index-{HERE}-*.building"):
        number = path.stem.rpartition("-")[2]
        if number.isdigit() and not _runs(int(number)):
            path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)  # asks, and does nothing
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True


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
