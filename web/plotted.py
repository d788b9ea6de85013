"""The rows of an answer as entries of a timeline and as places on a map: what, when and where they tell.

A column tells when, if all it holds are dates (EDTF, or those of XML Schema). Where is told by two columns
named like latitude and longitude, by a point in WKT (https://www.ogc.org/standard/geosparql/), or by IRIs of
places that are stored here. What something is called stands in the first column of words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kb.base import given_date
from kb.errors import BadDate
from kb.model import Bin, Entry, Named, Position
from kb.when import When
from web.context import kb
from web.filters import fragment
from web.results import short

Term: TypeAlias = Mapping[str, str]
Row: TypeAlias = Mapping[str, Term]

MOST = 1000  # rows that are drawn
BINS = 120
DAY = 86_400  # seconds
DATED = ("string", "date", "dateTime", "gYear", "gYearMonth", "EDTF")  # datatypes
NUMBERS = ("integer", "decimal", "double", "float", "int", "long")
LATITUDE, LONGITUDE = ("lat", "latitude"), ("lon", "long", "lng", "longitude")
POINT = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
PLACES = "SELECT ?place ?name { VALUES ?place { %s } ?place a ek:Place ; rdfs:label ?name }"


@dataclass(frozen=True, slots=True)
class Answered:
    """The rows of an answer and the names of their columns, in order."""

    names: tuple[str, ...]
    rows: Sequence[Row]

    def first(self, is_such: Callable[[Term], bool]) -> str:
        """The first column that holds something, and nothing but such terms; "" when none does."""
        for name in self.names:
            held = [row[name] for row in self.rows if name in row]
            if held and all(map(is_such, held)):
                return name
        return ""


def entries_of(found: Answered) -> list[Entry]:
    """The rows as entries at their dates, none when no column tells when.

    An entry bears the first IRI of its row; where an earlier row has that too, or there is none, `#row-N`.
    """
    when, what = found.first(_is_date), found.first(_is_iri)
    called = found.first(_is_name)
    entries: dict[str, Entry] = {}
    for number, row in enumerate(found.rows[:MOST] if when else (), 1):
        if when in row:
            named = _named(row, what, called)
            iri = named.iri if named.iri and named.iri not in entries else f"#row-{number}"
            entries[iri] = _entry(iri, named, given_date(row[when]["value"]))
    return [*entries.values()]


def _entry(iri: str, named: Named, date: When) -> Entry:
    return Entry(
        iri=iri,
        kind="statement" if fragment(named.iri).startswith("statement-") else "event",
        label=named.label or str(date),
        edtf=str(date),
        earliest=None,
        latest=None,
        dated=date.window != (None, None),
        document=Named(named.iri, short(named.iri)),
        quote="",
        start=0,
        end=0,
    )


def density_of(entries: Iterable[Entry]) -> list[Bin]:
    """How densely entries begin (end, where they have no begin), in equal bins; none without dates."""
    begins = [(_begin(entry), entry.kind == "statement") for entry in entries]
    dated = [(at, is_said) for at, is_said in begins if at is not None]
    if not dated:
        return []
    first, last = min(dated)[0], max(dated)[0]
    width = max(DAY, -(-(last - first + 1) // BINS))
    counts = Counter(((at - first) // width, is_said) for at, is_said in dated)
    edges = ((number, first + number * width) for number in range((last - first) // width + 1))
    return [Bin(at, at + width, counts[number, False], counts[number, True]) for number, at in edges]


def _begin(entry: Entry) -> int | None:
    begin, end = When.parse(entry.edtf).window if entry.dated else (None, None)
    return end if begin is None else begin


def positions_of(found: Answered) -> list[tuple[Named, Position]]:
    """What each row names and where it is, the rows left out of which that is not known."""
    called = found.first(_is_name)
    given = [(row, _position(row, found.names)) for row in found.rows[:MOST]]
    if any(position for _, position in given):
        what = found.first(_is_iri)
        return [(_named(row, what, called), position) for row, position in given if position]
    return _known(found)


def _named(row: Row, what: str, called: str) -> Named:
    iri = row[what]["value"] if what in row else ""
    return Named(iri, row[called]["value"] if called in row else short(iri))


def _position(row: Row, names: Sequence[str]) -> Position | None:
    points = (POINT.search(term["value"]) for term in row.values() if term["type"] == "literal")
    if point := next(filter(None, points), None):
        return Position(float(point[2]), float(point[1]))
    latitude, longitude = (_degrees(row, names, known) for known in (LATITUDE, LONGITUDE))
    return Position(latitude, longitude) if latitude is not None and longitude is not None else None


def _degrees(row: Row, names: Sequence[str], known: Sequence[str]) -> float | None:
    name = next((name for name in names if name.lower() in known), "")
    try:
        return float(row[name]["value"])
    except (KeyError, ValueError):  # no such column, or no number in this row
        return None


def _known(found: Answered) -> list[tuple[Named, Position]]:
    """The places stored here that the rows name, as often as they do, where that can be known."""
    named = [term["value"] for row in found.rows[:MOST] for term in row.values() if _is_iri(term)]
    iris = " ".join(f"<{iri}>" for iri in dict.fromkeys(named) if iri.startswith(kb().base_iri))
    rows = kb().query(PLACES % iris).rows() if iris else ()
    places = {iri: Named(iri, name) for iri, name in rows if iri and name}
    positions = kb().positions(places.values())
    return [(places[iri], positions[iri]) for iri in named if iri in positions]


def _is_date(term: Term) -> bool:
    if term["type"] != "literal" or fragment(term.get("datatype", "string").replace("#", "/")) not in DATED:
        return False
    try:
        return given_date(term["value"]) is not None
    except BadDate:
        return False


def _is_iri(term: Term) -> bool:
    return term["type"] == "uri"


def _is_name(term: Term) -> bool:
    """Whether a literal is words, and no number, date or point."""
    if term["type"] != "literal" or fragment(term.get("datatype", "").replace("#", "/")) in NUMBERS:
        return False
    return not _is_date(term) and not POINT.search(term["value"])
