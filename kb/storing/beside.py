"""What a folder holds beside the store and its index, copied whole: other databases, and what people keep."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from kb.storing.layout import KEPT


def copy_beside(folder: Path, target: Path) -> None:
    """Copy it into another folder, each database as it is between two of its transactions."""
    for found in folder.glob("*.sqlite"):
        if not found.name.startswith("index-"):
            _copy_database(found, target / found.name)
    for kind in KEPT:
        for found in plain_files(folder / kind):
            (target / kind).mkdir(exist_ok=True)
            with suppress(FileNotFoundError):  # forgotten meanwhile
                shutil.copyfile(found, target / kind / found.name)


def plain_files(folder: Path) -> list[Path]:
    """The files in a folder by name, none when there is no folder; not those that are half written."""
    return sorted(path for path in folder.glob("[!.]*") if path.is_file())


def _copy_database(found: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{found.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
