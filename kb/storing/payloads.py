"""RDF that somebody sends or a server answers: from its text to triples, and into an update."""

from collections.abc import Iterable
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import Quad, RdfFormat, Triple

from kb.errors import BadRequest
from kb.storing.answer import GRAPHS, serialize

Triples: TypeAlias = list[Triple]


def is_rdf(media_type: str) -> bool:
    """Whether documents of this media type can be read."""
    return RdfFormat.from_media_type(media_type) is not None


def parsed(data: bytes, media_type: str, base: str) -> Triples:
    """The triples of a document, those of all its graphs if it has several; its blank nodes are new ones.

    BadRequest says where it cannot be read, and when its media type is none of RDF's.
    """
    try:
        found = ox.parse(data, format=format_of(media_type), base_iri=base, rename_blank_nodes=True)
        return [quad.triple for quad in found]
    except (SyntaxError, ValueError) as error:
        raise BadRequest(f"The RDF cannot be read as {media_type}: {error}") from error


def format_of(media_type: str) -> RdfFormat:
    """The format of a media type; BadRequest lists those that are known."""
    form = RdfFormat.from_media_type(media_type)
    if form is None:
        raise BadRequest(f"{media_type or 'No type'} is no format of RDF. Known: {', '.join(GRAPHS)}.")
    return form


def insertion(triples: Iterable[Triple], graph: str = "") -> str:
    """The update that adds triples to a graph, written as SPARQL writes its IRI; "": the default graph."""
    text = " .\n".join(map(str, triples))
    return f"INSERT DATA {{ GRAPH {graph} {{ {text} }} }}" if graph else f"INSERT DATA {{ {text} }}"


def quads_text(quads: Iterable[Quad] | None) -> str | None:
    """Quads as N-Quads; None stays None."""
    return None if quads is None else serialize(quads, RdfFormat.N_QUADS).decode()


def quads_in(text: str | None) -> set[Quad] | None:
    """The quads in a text."""
    return None if text is None else set(ox.parse(text, RdfFormat.N_QUADS))
