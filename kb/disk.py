"""What a power cut leaves: a file or folder gets its name when all of it is on the disk, not before."""

import os
from pathlib import Path


def put_in_place(made: Path, path: Path) -> None:
    """Give a file, or a folder whose files are synced, its name, in place of what had it; then sync that."""
    if made.is_file():
        sync(made)
    made.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have the content of a file, or the names in a folder, on the disk and not only on its way."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
