"""Entries -> a file for people and programs that speak no RDF.

To add a format, write a module with a function `Sequence[Entry] -> bytes` and name it in `WRITERS`.
"""

from collections.abc import Callable, Mapping, Sequence

from kb.model import Entry
from kb.writing.atom import write_atom
from kb.writing.calendar import write_ics
from kb.writing.geojson import write_geojson
from kb.writing.picture import write_svg
from kb.writing.rows import write_csv, write_json
from kb.writing.timelinejs import write_timelinejs
from kb.writing.whole import write_whole

__all__ = ["LOCATED", "WRITERS", "write_geojson", "write_whole"]

LOCATED = ".geojson"
"""The suffix of what needs to know besides where the places are."""

WRITERS: Mapping[str, Callable[[Sequence[Entry]], bytes]] = {
    ".csv": write_csv,
    ".json": write_json,
    ".ics": write_ics,
    ".timelinejs": write_timelinejs,
    ".atom": write_atom,
    ".svg": write_svg,
}
