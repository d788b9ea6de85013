"""Files that a user adds to the authority, as records: one module a format.

To add a format, write a module with a function that takes the file and yields records one by one, and
name it in `READERS` under its suffix. Errors name the line.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from kb.errors import BadSource
from kb.linking.readers.sheets import read_sheet
from kb.linking.record import Record

Reader: TypeAlias = Callable[[Path], Iterator[Record]]

READERS: Mapping[str, Reader] = {".csv": read_sheet}


def records_in(path: Path) -> Iterator[Record]:
    """The records of a file, one by one; BadSource at once for no known format, later names the line."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BadSource(f"{path} is of no known format. Known: {', '.join(READERS)}.")
    return _reported(reader, path)


def _reported(reader: Reader, path: Path) -> Iterator[Record]:
    try:
        yield from reader(path)
    except (OSError, UnicodeDecodeError) as error:
        raise BadSource(f"Cannot read {path}: {error}. Look whether it is whole, and UTF-8.") from error


def mark_of(path: Path) -> str:
    """What names a file as it is now: where it lies, its size and when it was changed; BadSource."""
    if not path.is_file():
        raise BadSource(f"There is no file {path}.")
    state = path.stat()
    return f"{path.resolve()} {state.st_size} {state.st_mtime_ns}"
