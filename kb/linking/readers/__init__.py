"""Files that a user adds to the authority, as records: one module a format.

To add a format, write a module with a function that takes the file and yields records one by one, and
name it in `READERS` under its suffix. Errors name the line.
"""

import csv
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from kb.errors import BadSource
from kb.linking.readers.concepts import read_concepts
from kb.linking.readers.geonames_dumps import read_geonames
from kb.linking.readers.mappings import read_mappings
from kb.linking.readers.query_results import read_query_results
from kb.linking.readers.sheets import read_sheet
from kb.linking.readers.wikidata_items import read_items
from kb.linking.record import Record

Reader: TypeAlias = Callable[[Path], Iterator[Record]]

SNIFFED = 200  # characters
PACKED = frozenset({".gz", ".bz2"})
DUMPS = frozenset({"", ".json", ".jsonl", ".gz", ".bz2"})


def read_json(path: Path) -> Iterator[Record]:
    """Results of SPARQL or entities of Wikidata, by how the file begins."""
    with path.open(encoding="utf-8-sig") as file:
        begins = file.read(SNIFFED)
    return (read_query_results if '"head"' in begins or '"results"' in begins else read_items)(path)


READERS: Mapping[str, Reader] = {
    ".csv": read_sheet,
    ".tsv": read_mappings,
    ".srj": read_query_results,
    ".json": read_json,
    **dict.fromkeys((".jsonl", ".gz", ".bz2"), read_items),
    ".txt": read_geonames,
    **dict.fromkeys((".ttl", ".rdf", ".nt", ".jsonld"), read_concepts),
}


def records_in(path: Path) -> Iterator[Record]:
    """The records of a file, one by one; BadSource at once for no known format, later names the line."""
    reader, inner = READERS.get(path.suffix.lower()), Path(path.stem).suffix.lower()
    if path.suffix.lower() in PACKED and inner in READERS.keys() - DUMPS:
        raise BadSource(f"{path} is packed. Unpack it first; only dumps of Wikidata are read as they are.")
    if reader is None:
        raise BadSource(f"{path} is of no known format. Known: {', '.join(READERS)}.")
    return _reported(reader, path)


def _reported(reader: Reader, path: Path) -> Iterator[Record]:
    try:
        yield from reader(path)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error, csv.Error) as error:
        raise BadSource(f"Cannot read {path}: {error}. Look whether it is whole, and UTF-8.") from error


def mark_of(path: Path, kind: str = "") -> str:
    """What names a file as it is now: where it lies, its size and when it was changed; BadSource.

    `kind` is what its records are said to be: said to be something else they are taken in anew.
    """
    if not path.is_file():
        raise BadSource(f"There is no file {path}.")
    state = path.stat()
    return f"{path.resolve()} {state.st_size} {state.st_mtime_ns} {kind}".strip()
