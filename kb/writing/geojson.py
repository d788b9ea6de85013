"""Entries as GeoJSON (RFC 7946): a feature an entry, its geometry null where its place is not located."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kb.model import Entry, Position
from kb.writing.rows import entry_record


def write_geojson(entries: Sequence[Entry], positions: Mapping[str, Position]) -> bytes:
    """A feature collection; `positions` are those of places, by IRI."""
    features = [_feature(entry, positions.get(entry.place.iri if entry.place else "")) for entry in entries]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1).encode() + b"\n"


def _feature(entry: Entry, position: Position | None) -> dict[str, Any]:
    point = position and {"type": "Point", "coordinates": [position.longitude, position.latitude]}
    return {"type": "Feature", "id": entry.iri, "geometry": point, "properties": entry_record(entry)}
