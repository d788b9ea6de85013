"""Entries -> a file for people and programs that speak no RDF.

To add a format, write a module with a function `Sequence[Entry] -> bytes` and name it in `WRITERS`.
"""

from collections.abc import Callable, Mapping, Sequence

from kb.model import Entry
from kb.writing.calendar import write_ics
from kb.writing.rows import write_csv, write_json
from kb.writing.whole import write_whole

__all__ = ["WRITERS", "write_whole"]

__all__ = ["WRITERS", "write_whole"]

WRITERS: Mapping[str, Callable[[Sequence[Entry]], bytes]] = {
    ".csv": write_csv,
    ".json": write_json,
    ".ics": write_ics,
}
