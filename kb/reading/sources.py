"""From a file, a folder, an address or standard input to bytes with a name."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_ISREG

from kb.errors import BadSource
from kb.fetch import FETCHER, Fetcher
from kb.reading.article import Raw

# What one source may hold; feeds, sheets and record files are read whole.
MAX_BYTES = 50_000_000
STANDARD_INPUT = "standard input"


def is_address(source: str) -> bool:
    """Whether a source is something to fetch."""
    return source.lower().startswith(("http://", "https://"))


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; where the system does not tell, reading it as a file says why."""
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long, or a folder above it that may not be entered
        return False


def fetch_raw(address: str, fetcher: Fetcher | None = None) -> Raw:
    """What an address answers; BadSource when it does not."""
    answer = (fetcher or FETCHER).fetch(address, limit=MAX_BYTES)
    return Raw(
        data=answer.data,
        name=address,
        place=address,
        address=answer.address,
        media_type=answer.media_type,
        charset=answer.charset,
    )


def load_standard_input() -> Raw:
    """All of standard input; BadSource when it is too much."""
    return checked(Raw(data=sys.stdin.buffer.read(MAX_BYTES + 1), name=STANDARD_INPUT))


def load_file(path: Path) -> Raw:
    """A file's bytes; BadSource when it is missing, unreadable or too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            lasts = S_ISREG(os.fstat(file.fileno()).st_mode)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise BadSource(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    # A pipe, as of a shell's <(...), has a name that means something else the next time.
    return checked(Raw(data=data, name=str(path), place=str(path.absolute()) if lasts else None))


def checked(raw: Raw) -> Raw:
    """The same, when it is not too large; else BadSource."""
    if len(raw.data) > MAX_BYTES:
        raise BadSource(
            f"{raw.name} has more than {MAX_BYTES / 1e6:.0f} MB, the most that is read at once. Split it."
        )
    return raw


def find_files(folder: Path, suffixes: frozenset[str], notice: Callable[[str], None]) -> Iterator[Path]:
    """The files below a folder that have one of the suffixes, sorted; the others get a notice each.

    Hidden files and folders are passed over. Folders that may not be entered get a notice, too.
    """
    for path in sorted(_files_below(folder, notice)):
        if path.suffix.lower() in suffixes:
            yield path
        else:
            notice(f"{path} was passed over: {path.suffix or 'no suffix'} is no known form of source.")


def _files_below(folder: Path, notice: Callable[[str], None]) -> Iterator[Path]:
    def tell(error: OSError) -> None:
        notice(f"{error.filename} was passed over: {error.strerror}.")

    for parent, folders, names in os.walk(folder, onerror=tell):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from filter(_is_file, paths)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # reading it says why
        return True
