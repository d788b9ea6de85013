"""What is stored, as RDF in a file or an answer: whole, or what is known of one IRI.

To add a format, add its media type to `answer.GRAPHS` and its suffix here.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import NamedNode, Quad, RdfFormat

from kb.errors import BadRequest, NotFound
from kb.storing.answer import GRAPHS, serialize
from kb.storing.json_ld import compact, compact_graphs
from kb.storing.minting import graph_of
from kb.storing.store import Store
from kb.storing.terms import DCT, LABEL, TYPE
from kb.storing.vocabulary import VOCABULARY

SUFFIXES: dict[str, str] = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".jsonld": "application/ld+json",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
}


def write(store: Store, suffix: str) -> bytes:
    """All documents and entities (not the vocabulary) in the format of this suffix, in a fixed order."""
    quads = sorted((quad for quad in store.quads() if quad.graph_name != VOCABULARY), key=_place)
    if suffix == ".jsonld":
        groups = groupby(quads, key=_graph_name)
        return compact_graphs({name: [quad.triple for quad in group] for name, group in groups})
    return as_text(quads, SUFFIXES[suffix])


def write_entries(store: Store, suffix: str, iris: Iterable[str]) -> bytes:
    """These entries, their parts and the names of what they speak of, in the format of this suffix."""
    own = {quad for iri in iris for quad in _with_parts(store, iri)}
    return as_text(sorted(own | {*_names(store, own)}, key=_place), SUFFIXES[suffix])


def describe(store: Store, iri: str, media_type: str = "text/turtle") -> bytes:
    """What is known of an IRI in this format; NotFound when nothing is, BadRequest for an unknown format."""
    if media_type not in GRAPHS:
        raise BadRequest(f"There is no RDF of the kind {media_type}. Choose: {', '.join(GRAPHS)}.")
    found = description(store, iri)
    if not found:
        raise NotFound(f"Nothing is stored about {iri}.")
    return as_text(sorted(found, key=_place), media_type)


def description(store: Store, iri: str) -> set[Quad]:
    """The quads about an IRI, its parts and the names of what they speak of.

    Like a Concise Bounded Description (W3C submission, 2005), with parts known by their IRIs, which
    begin with that of the whole, instead of by being blank. Of a document: all that was found in it.
    Of someone or somewhere: also the entries that name them.
    """
    whole = {*store.quads(graph=graph_of(store.base_iri, iri).value)} if iri in store else set()
    own = whole or set(_with_parts(store, iri))
    incoming = {*store.quads(object_iri=iri)} if own else set()
    return own | incoming | {*_names(store, own)}


def as_text(quads: list[Quad], media_type: str) -> bytes:
    """Quads in a format; where it has no named graphs, and in JSON-LD, the triples alone."""
    form = GRAPHS[media_type]
    if form.supports_datasets and form != RdfFormat.JSON_LD:
        return serialize(quads, form)
    triples = list(dict.fromkeys(quad.triple for quad in quads))
    return compact(triples) if form == RdfFormat.JSON_LD else serialize(triples, form)


def _place(quad: Quad) -> tuple[str, ...]:
    """Where a quad stands in a file: a whole before its parts."""
    subject = str(getattr(quad.subject, "value", quad.subject))
    return _graph_name(quad), subject, quad.predicate.value, str(quad.object)


def _graph_name(quad: Quad) -> str:
    return str(getattr(quad.graph_name, "value", ""))


def _with_parts(store: Store, iri: str) -> Iterator[Quad]:
    """The quads whose subject is the IRI or lies below it, as far as they hang together."""
    waiting, seen = [iri], {iri}
    while waiting:
        for quad in store.quads(waiting.pop()):
            yield quad
            part = quad.object
            if isinstance(part, NamedNode) and part.value.startswith(f"{iri}/") and part.value not in seen:
                seen.add(part.value)
                waiting.append(part.value)


def _names(store: Store, quads: set[Quad]) -> Iterator[Quad]:
    """Kind and name of everything the quads point to."""
    for term in {quad.object for quad in quads if isinstance(quad.object, NamedNode)}:
        for predicate in (TYPE, LABEL, DCT.title):
            yield from store.quads(term.value, predicate.value)
