"""A window of the timeline as the explorer draws it: rows, lanes, the density of the whole.

Everything here is counting over entries; the form that comes out is told in `web.api`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kb.model import Bin, Entry, Named, Window
from kb.when import When
from web.context import href

MOST_LANES = 12
BINS = 120
OTHERS = {"key": "others", "label": "others"}
NOBODY = {"key": "nobody", "label": "nobody named"}


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
    return own if own["key"] in lanes else OTHERS


def _row(entry: Entry, lane: Mapping[str, str]) -> dict[str, Any]:
    return {
        **_named(Named(entry.iri, entry.label)),
        **_date(entry),
        "kind": entry.kind,
        "status": entry.status,
        "type": entry.type.label if entry.type else "",
        "quoteKind": entry.quote_kind,
        "toldBy": entry.told_by,
        "quote": entry.quote,
        "lane": lane,
        "actors": [_named(actor) for actor in entry.actors],
        "place": _named(entry.place) if entry.place else None,
        "about": entry.about,
        "document": _document(entry),
        "versions": [_version(version) for version in entry.versions],
        "disagreements": entry.disagreements,
    }


def _version(entry: Entry) -> dict[str, Any]:
    """What another article tells of the same."""
    when = When.parse(entry.edtf) if entry.edtf else When.unknown()
    told = {"words": when.words(), "dated": entry.dated, "status": entry.status}
    return {**_named(Named(entry.iri, entry.label)), **told, "document": _document(entry)}


def _document(entry: Entry) -> dict[str, str]:
    return {**_named(entry.document), "publisher": entry.publisher, "published": entry.published}


def _date(entry: Entry) -> dict[str, Any]:
    when = When.parse(entry.edtf) if entry.edtf else When.unknown()
    return {
        "edtf": entry.edtf,
        "words": when.words(),
        "begin": when.window[0],
        "end": when.window[1],
        "beginOpen": when.begins_open,
        "endOpen": when.ends_open,
        "uncertain": when.qualifier in ("?", "%"),
        "approximate": when.qualifier in ("~", "%"),
        "grain": when.grain.value,
        "dated": entry.dated,
    }


def _named(named: Named) -> dict[str, str]:
    return {"iri": named.iri, "href": href(named.iri), "label": named.label}
