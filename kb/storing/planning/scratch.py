"""A copy of the store in which a worker does one operation of an update before it works out the next."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kb.storing.failures import reported

SCRATCH = ".scratch-"  # what the names of such folders begin with, in that of the store


@contextmanager
def scratch(quads: ox.Store, folder: Path) -> Iterator[Path]:
    """A copy of the database of a folder, gone when one is out; its files are linked and not copied."""
    with reported(folder), TemporaryDirectory(prefix=SCRATCH, dir=folder, ignore_cleanup_errors=True) as made:
        copy = Path(made) / "store"
        quads.backup(copy)
        yield copy


def forget_scratch(folder: Path) -> None:
    """Take away the copies of one who was killed; for who has the store for writing."""
    for left in folder.glob(f"{SCRATCH}*"):
        shutil.rmtree(left, ignore_errors=True)
