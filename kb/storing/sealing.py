"""Whether the database's own list of its files has been cut short.

RocksDB appends every change of its files to the MANIFEST, and takes one that ends too early for a write that
was interrupted: it opens an older state as if nothing had happened and, opened for writing, deletes the files
it no longer knows of. So whoever writes notes how long the MANIFEST is, when it opens the database and at
each flush. It only ever grows; one of another name is newer, as each opening for writing begins one, and is
not judged.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kb.errors import StoreDamaged

NOTE = "manifest.length"
CURRENT = "CURRENT"  # the file of RocksDB that names the MANIFEST in use


class Manifest(NamedTuple):
    """The MANIFEST in use: its name and how many bytes it has."""

    name: str
    length: int


def note_manifest(folder: Path, database: Path) -> None:
    """Note how long the MANIFEST of this database is now."""
    found, draft = _in_use(database), folder / f"{NOTE}.draft"
    if found is None or found == _noted(folder):
        return
    with suppress(OSError):  # what was flushed is safe all the same, and an older note is only less telling
        draft.write_text(f"{found.name} {found.length}\n", encoding="utf-8")
        draft.replace(folder / NOTE)


def refuse_cut(folder: Path, database: Path) -> None:
    """StoreDamaged when the MANIFEST is shorter than it was; nothing has been opened or changed then."""
    found, noted = _in_use(database), _noted(folder)
    if found and noted and found.name == noted.name and found.length < noted.length:
        raise StoreDamaged(
            f"The knowledge base in {folder} is damaged: the list of its files, "
            f"{database.name}/{found.name}, had {noted.length:,} bytes and now has {found.length:,}. "
            "It is left as it is, as opening it would lose articles. Put that file back, "
            "or restore the folder from a backup, kb restore FILE --force."
        )


def _in_use(database: Path) -> Manifest | None:
    try:
        name = (database / CURRENT).read_text(encoding="utf-8").strip()
        return Manifest(name, (database / name).stat().st_size)
    except (OSError, ValueError):  # gone, or just being replaced: RocksDB itself says what it lacks
        return None


def _noted(folder: Path) -> Manifest | None:
    try:
        name, length = (folder / NOTE).read_text(encoding="utf-8").split()
        return Manifest(name, int(length))
    except (OSError, ValueError):  # none was made, or a power cut left half of it
        return None
