"""A knowledge base as the contents of a file, in the format of its suffix."""

from kb.errors import BadRequest
from kb.model import Filter
from kb.storing import Store, exports
from kb.timeline import timeline
from kb.writing import WRITERS


def as_bytes(store: Store, suffix: str, wanted: Filter) -> bytes:
    """The entries a filter lets through, or, as RDF, everything; BadRequest lists the suffixes known."""
    if suffix in WRITERS:
        return WRITERS[suffix](timeline(store, wanted))
    if suffix not in exports.SUFFIXES:
        raise BadRequest(
            f"The name of the file tells its format, and {suffix or 'no suffix'} is none. "
            f"Known: {', '.join([*exports.SUFFIXES, *WRITERS])}."
        )
    if wanted != Filter():
        raise BadRequest(
            f"{suffix} files hold the whole knowledge base; filters go with {', '.join(WRITERS)}."
        )
    return exports.write(store, suffix)
