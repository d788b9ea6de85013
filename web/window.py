"""A window of the timeline as the explorer draws it: rows, lanes, the density of the whole.

Everything here is counting over entries; the form that comes out is told in `web.api`.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kb.model import Bin, Counted, Entry, Lane, Named, Overview, Window
from kb.when import When
from kb.when.days import from_iso
from web.context import address_of, kb
from web.dates import date_words
from web.kinds import kind_words
from web.told import in_words
from web.translating import language

MOST_LANES = 12
NAMES = 4096  # kept as they are told: a window names the same people again and again
DATES = 4096  # kept as they are told: those of a window are often the same
BINS = 120
LANE_BINS = 256
OTHERS = {"key": "others", "label": "others"}
LEFT_OUT = ("lane", "quote", "versions")  # of a drawing: the page of an entry has them
NOBODY = {"key": "nobody", "label": "nobody named"}
ALL = {"key": "all", "label": "all"}  # the one lane of entries that name nobody and no place


def as_json(found: Window, density: Sequence[Bin]) -> dict[str, Any]:
    """The entries of a window as rows in lanes, and the density of the whole they are part of."""
    lanes = _lanes(found.entries)
    return {
        "entries": [_row(entry, _lane_in(entry, lanes)) for entry in found.entries],
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
    bins = found.bins
    return {
        "entries": [_drawn(entry, _lanes_of(entry, by, keys), axis) for entry in entries],
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


def _drawn(entry: Entry, lanes: Sequence[str], axis: str) -> dict[str, Any]:
    row = _row(entry, {"key": lanes[0]}) | {
        "lanes": lanes,
        "disputed": bool(entry.disagreements),
        "otherwise": _other_dates(entry),
    }
    if axis != "happened":
        row["at"] = _stands(entry, axis)
    return {name: value for name, value in row.items() if name not in LEFT_OUT}


def _lanes_of(entry: Entry, by: str, shown: Collection[str]) -> list[str]:
    """The keys of the lanes in which an entry stands."""
    named = _named_by(entry, by)
    return [key for key in named if key in shown] or (["others"] if named else [NOBODY["key"]])


def _named_by(entry: Entry, by: str) -> list[str]:
    told = (entry, *entry.versions)
    keys = {
        "actor": (actor.iri for one in told for actor in one.actors),
        "place": (one.place.iri for one in told if one.place),
        "source": (one.publisher for one in told if one.publisher),
        "type": (one.type.iri for one in told if one.type),
        "none": iter(["all"]),
    }
    return list(dict.fromkeys(keys[by]))


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


def _row(entry: Entry, lane: Mapping[str, str]) -> dict[str, Any]:
    return {
        **_named(Named(entry.iri, entry.label)),
        **_date(entry),
        "kind": entry.kind,
        "status": entry.status,
        "type": kind_words(entry.type.label) if entry.type else "",
        "quoteKind": entry.quote_kind,
        "toldBy": entry.told_by,
        "quote": entry.quote,
        "lane": lane,
        "actors": [_named(actor) for actor in entry.actors],
        "place": _named(entry.place) if entry.place else None,
        "about": entry.about,
        "document": _document(entry),
        "versions": [_version(version) for version in entry.versions],
        "disagreements": [in_words(said) or said for said in entry.disagreements],
    }


def _version(entry: Entry) -> dict[str, Any]:
    """What another article tells of the same."""
    when = When.parse(entry.edtf) if entry.edtf else When.unknown()
    told = {"words": date_words(when), "dated": entry.dated, "status": entry.status}
    return {**_named(Named(entry.iri, entry.label)), **told, "document": _document(entry)}


def _document(entry: Entry) -> dict[str, str]:
    return {**_named(entry.document), "publisher": entry.publisher, "published": entry.published}


def _date(entry: Entry) -> dict[str, Any]:
    return {**_of_date(entry.edtf, language()), "dated": entry.dated}


@lru_cache(maxsize=DATES)
def _of_date(edtf: str, _language: str) -> dict[str, Any]:
    """What is told of a date, in the language of the request."""
    when = When.parse(edtf) if edtf else When.unknown()
    return {
        "edtf": edtf,
        "words": date_words(when),
        "begin": when.window[0],
        "end": when.window[1],
        "beginOpen": when.begins_open,
        "endOpen": when.ends_open,
        "uncertain": when.qualifier in ("?", "%"),
        "approximate": when.qualifier in ("~", "%"),
        "grain": when.grain.value,
    }


def _named(named: Named) -> dict[str, str]:
    return _told(named.iri, named.label, kb().base_iri)


@lru_cache(maxsize=NAMES)
def _told(iri: str, label: str, base: str) -> dict[str, str]:
    """A thing with its address; one and the same for all who ask, not to be changed."""
    return {"iri": iri, "href": address_of(iri, base), "label": label}
