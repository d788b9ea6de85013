"""The RDF in what is handed over: as text, N-Triples and N-Quads."""

from collections.abc import Iterable
from typing import cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from kb.storing.answer import serialize
from kb.storing.changes import Change
from kb.storing.graph import DocumentGraph
from kb.storing.outbox import State
from kb.storing.owning.wire import Message
from kb.storing.payloads import quads_in, quads_text


def document_message(document: DocumentGraph) -> Message:
    """A document, to be sent."""
    return {
        "document": document.document.value,
        "graph": document.name.value,
        "triples": _triples_text(document.triples),
        "entities": {iri.value: _triples_text(said) for iri, said in document.entities.items()},
    }


def document_in(message: Message) -> DocumentGraph:
    """The document that was sent."""
    entities = {NamedNode(iri): _triples_in(text) for iri, text in message["entities"].items()}
    return DocumentGraph(
        NamedNode(message["document"]), NamedNode(message["graph"]), _triples_in(message["triples"]), entities
    )


def change_message(change: Change, seen: State) -> Message:
    """A change, and the state it was decided in, to be sent."""
    return {
        "gone": quads_text(change.gone),
        "new": quads_text(change.new),
        "sequence": seen.sequence,
        "stamp": seen.stamp,
    }


def change_in(message: Message) -> tuple[Change, State]:
    """The change that was sent, and the state it was decided in."""
    gone, new = (frozenset(quads_in(message[part]) or ()) for part in ("gone", "new"))
    return Change(gone, new), State(message["sequence"], message["stamp"])


def _triples_text(triples: Iterable[Triple]) -> str:
    return serialize(triples, RdfFormat.N_TRIPLES).decode()


def _triples_in(text: str) -> frozenset[Triple]:
    return frozenset(cast(Quad, quad).triple for quad in ox.parse(text, RdfFormat.N_TRIPLES))
