"""The index for who cannot write beside the store: read as it lies there, or built in memory for one command.

SQLite shares a file that others write by means of two more files beside it, for which such a folder has no
place. On a disk that can only be read nobody writes, and none is needed
(https://www.sqlite.org/uri.html#uriimmutable). A folder that only this user may not write could be changed at
any moment; for that an index is built in memory, which takes some 0.1 seconds for each megabyte of the store.
"""

import logging
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from kb.errors import StoreDamaged
from kb.storing.database import Database
from kb.storing.index import files
from kb.storing.index.files import IndexDamaged
from kb.storing.index.index import Index
from kb.storing.index.schema import VERSION, VOCABULARY
from kb.storing.outbox import state_of

LOG = logging.getLogger("kb")

LARGE, MOST = 20, 500  # megabytes of a store whose index is built with a warning, and is not built
SECONDS = 0.1  # of one core, for each megabyte
ADVICE = (
    "Copy the folder to a disk that can be written and name that with --kb; or have who may write it run "
    "kb reindex, if it lies on a disk that can only be read. kb query needs no index."
)


def of_unwritable(store: Database, base: str, folder: Path, size: int, why: str = "") -> Index:
    """The index of a store in a folder that cannot be written; `size` is that of the store, in bytes.

    `why` says of the one that lies there why it cannot be used, where that is known already.
    StoreDamaged where none can be used as it lies there and the store is too large to build one at each call.
    """
    found = _lying_there(folder) if _is_read_only(folder) and not why else None
    with suppress(IndexDamaged):  # then one is built in memory, as elsewhere
        if found and found.state == state_of(store):
            return found
    megabytes = size // 1_000_000
    what = f"The timeline index of {folder} cannot be used as it lies there, nor be written anew"
    if megabytes > MOST:
        raise StoreDamaged(
            f"{what}, and the store of {megabytes:,} MB is too large for one in memory. {ADVICE}"
        )
    if megabytes > LARGE:
        LOG.warning("%s: this command builds one, in about %.0f s. %s", what, megabytes * SECONDS, ADVICE)
    elif why:
        LOG.warning("The timeline index %s: one is built in memory. %s", why, ADVICE)
    return Index.beside(store, base, None)


def _is_read_only(folder: Path) -> bool:
    """Whether the disk is; not where the folder is gone, of which a reader may still hold a snapshot."""
    with suppress(OSError):
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    return False


def _lying_there(folder: Path) -> Index | None:
    """The newest index in the folder, None when there is none that can be used."""
    path = files.newest(folder)
    if path is None:
        return None
    address = f"file:{quote(str(path.absolute()))}?immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
        connection.execute(VOCABULARY)
        found = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    except sqlite3.DatabaseError:  # damaged: it is built anew, as elsewhere
        return None
    return Index(connection, folder, path) if found == (VERSION,) else None
