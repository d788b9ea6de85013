"""A knowledge base, or what a filter lets through, as the contents of a file in the format of its suffix."""

from collections.abc import Iterable

from kb.errors import BadRequest
from kb.knowing import positions
from kb.model import Filter, Named, Position
from kb.storing import Store, exports
from kb.storing.links import load_settled
from kb.timeline import timeline
from kb.writing import LOCATED, WRITERS, write_geojson


def as_bytes(store: Store, suffix: str, wanted: Filter) -> bytes:
    """The entries a filter lets through; RDF without a filter is all. BadRequest lists the suffixes."""
    if suffix in WRITERS:
        return WRITERS[suffix](timeline(store, wanted))
    if suffix == LOCATED:
        entries = timeline(store, wanted)
        places = [entry.place for entry in entries if entry.place]
        return write_geojson(entries, positions_of(store, places))
    if suffix not in exports.SUFFIXES:
        raise BadRequest(
            f"The name of the file tells its format, and {suffix or 'no suffix'} is none. "
            f"Known: {', '.join([*exports.SUFFIXES, *WRITERS, LOCATED])}."
        )
    if wanted == Filter():
        return exports.write(store, suffix)
    return exports.write_entries(store, suffix, [entry.iri for entry in timeline(store, wanted)])


def positions_of(store: Store, places: Iterable[Named]) -> dict[str, Position]:
    """Where these places of a store are, by IRI: by what they are linked to, else by their names."""
    named = list(places)
    return positions(store.folder, named, load_settled(store, (place.iri for place in named)))
