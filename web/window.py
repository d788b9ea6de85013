"""A window of the timeline as the explorer draws it: rows, lanes, the density of the whole.

Everything here is counting over entries; the form that comes out is told in `web.api`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from kb.model import Bin, Counted, Entry, Lane, Overview, Window
from kb.when import When
from kb.when.days import from_iso
from web.kinds import kind_words
from web.rows import Teller, Told

MOST_LANES = 12
BINS = 120
LANE_BINS = 256
OTHERS = {"key": "others", "label": "others"}
NOBODY = {"key": "nobody", "label": "nobody named"}
ALL = {"key": "all", "label": "all"}  # the one lane of entries that name nobody and no place

NAMED: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "actor": lambda one: [actor.iri for actor in one.actors],
    "place": lambda one: [one.place.iri] if one.place else (),
    "source": lambda one: [one.publisher] if one.publisher else (),
    "type": lambda one: [one.type.iri] if one.type else (),
    "none": lambda _: ["all"],
}
"""The keys of the lanes in which an entry stands, by what lanes go by."""


def as_json(found: Window, density: Sequence[Bin]) -> dict[str, Any]:
    """The entries of a window as rows in lanes, and the density of the whole they are part of."""
    lanes, teller = _lanes(found.entries), Teller.of_request()
    return {
        "entries": [teller.row(entry, _lane_in(entry, lanes)) for entry in found.entries],
        "lanes": list(lanes.values()),
        "density": [_bin(b) for b in density],
        "total": found.total,
        "undated": found.undated,
    }


def drawn(
    entries: Sequence[Entry], found: Overview, density: Sequence[Bin], by: str, axis: str
) -> dict[str, Any]:
    """A window for a drawing: lanes with their density, and the values one can filter by."""
    keys = {lane.key for lane in found.lanes}
    bins, teller = found.bins, Teller.of_request()
    return {
        "entries": [_drawn(teller, entry, _lanes_of(entry, by, keys), axis) for entry in entries],
        "lanes": [_lane(lane, by) for lane in found.lanes],
        "bins": {
            "from": bins.since,
            "to": bins.since + bins.width * bins.number,
            "width": bins.width,
            "number": bins.number,
        },
        "facets": {
            name: [_counted(value, name) for value in values] for name, values in found.facets.items()
        },
        "estimated": found.one_in,
        "density": [_bin(b) for b in density],
        "total": found.total,
        "undated": found.undated,
    }


def _other_dates(entry: Entry) -> list[str]:
    """The dates other articles give of it, each once, in EDTF."""
    given = (version.edtf for version in entry.versions if version.dated)
    return [edtf for edtf in dict.fromkeys(given) if edtf != entry.edtf]


def _drawn(teller: Teller, entry: Entry, lanes: Sequence[str], axis: str) -> Told:
    row = teller.shown(entry)
    row["lanes"] = lanes
    row["disputed"] = bool(entry.disagreements)
    row["otherwise"] = _other_dates(entry) if entry.versions else []
    if axis != "happened":
        row["at"] = _stands(entry, axis)
    return row


def _lanes_of(entry: Entry, by: str, shown: Collection[str]) -> list[str]:
    """The keys of the lanes in which an entry stands."""
    named = _named_by(entry, by)
    return [key for key in named if key in shown] or (["others"] if named else [NOBODY["key"]])


def _named_by(entry: Entry, by: str) -> list[str]:
    """Whom or what an entry and its versions name, by what lanes go by, each once."""
    told = (entry, *entry.versions) if entry.versions else (entry,)
    return list(dict.fromkeys([key for one in told for key in NAMED[by](one)]))


def _stands(entry: Entry, axis: str) -> list[int | None]:
    """The moment at which it was said or published, twice; None where that is not known."""
    if axis == "said":
        at = None if entry.said is None else from_iso(entry.said)
    else:
        at = When.parse(entry.published).window[0] if entry.published else None
    return [at, at]


def _counted(value: Counted, of: str) -> dict[str, Any]:
    label = kind_words(value.label) if of == "type" else value.label
    return {"key": value.key, "label": label, "count": value.count}


def _lane(lane: Lane, by: str) -> dict[str, Any]:
    return {**_counted(lane, by), "events": lane.events, "statements": lane.statements}


def _bin(counted: Bin) -> dict[str, int]:
    return {
        "from": counted.since,
        "to": counted.until,
        "events": counted.events,
        "statements": counted.statements,
    }


def lane(entry: Entry) -> dict[str, str]:
    """The row an entry is drawn in: that of its leading actor, or of its place when it has none."""
    leading = next(filter(None, (*entry.actors, entry.place)), None)
    return {"key": leading.iri, "label": leading.label} if leading else NOBODY


def _lanes(entries: Sequence[Entry]) -> dict[str, dict[str, Any]]:
    if entries and all(lane(entry) is NOBODY for entry in entries):
        return {ALL["key"]: {**ALL, "count": len(entries)}}
    labels = {lane(entry)["key"]: lane(entry)["label"] for entry in entries}
    counts = Counter(lane(entry)["key"] for entry in entries)
    nobody = counts.pop(NOBODY["key"], 0)
    shown = counts.most_common(MOST_LANES - bool(nobody))
    rest = counts.total() - sum(count for _, count in shown)
    last = [(NOBODY["key"], nobody), (OTHERS["key"], rest)]
    labels["others"] = OTHERS["label"]
    return {
        key: {"key": key, "label": labels[key], "count": count} for key, count in [*shown, *last] if count
    }


def _lane_in(entry: Entry, lanes: Mapping[str, Any]) -> dict[str, str]:
    own = lane(entry)
    return own if own["key"] in lanes else ALL if ALL["key"] in lanes else OTHERS
