"""What must change in the store when a document is read or removed: decided here, done in `store.py`.

A change is the difference between what is stored and what shall be, so that an article read twice
writes nothing. It becomes one SPARQL update, and Oxigraph applies an update whole or not at all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, product
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, Triple

from kb.storing.database import Database
from kb.storing.graph import DocumentGraph
from kb.storing.minting import entities_graph, merged_graph, review_graph
from kb.storing.terms import EK, LABEL, OA, SCHEMA

UNNAMED = str(ox.DefaultGraph())

Subject: TypeAlias = NamedNode | ox.BlankNode | Triple


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to take out and quads to put in."""

    gone: frozenset[Quad]
    new: frozenset[Quad]

    def __bool__(self) -> bool:
        return bool(self.gone or self.new)

    def __or__(self, other: "Change") -> "Change":
        """Both at once."""
        return Change(self.gone | other.gone, self.new | other.new)

    @property
    def graphs(self) -> list[str]:
        """The names of the graphs it touches."""
        return sorted({str(getattr(quad.graph_name, "value", "")) for quad in self.gone | self.new})

    def as_update(self) -> str:
        """The change as one SPARQL 1.1 update."""
        return f"DELETE DATA {{ {blocks(self.gone)} }} ;\nINSERT DATA {{ {blocks(self.new)} }}"


def between(stored: set[Quad], wanted: set[Quad]) -> Change:
    """What turns the one into the other."""
    return Change(frozenset(stored - wanted), frozenset(wanted - stored))


def replacing(store: Database, base: str, graph: DocumentGraph) -> Change:
    """What storing this document changes; an earlier version of it goes."""
    named = entities_graph(base)
    stored = {*graph_quads(store, graph.name)}
    wanted = in_graph(graph.triples, graph.name)
    touched = _mentioned(stored) | set(graph.entities)
    stored |= _released(store, graph.document, touched, set(graph.entities), named)
    for iri, description in graph.entities.items():
        told = {*store.quads_for_pattern(iri, None, None, named)}  # by others too
        wanted |= in_graph(_description(description, told - stored), named)
        stored |= told & wanted
    return between(stored, wanted)


def unfounded(store: Database, base: str, change: Change) -> Change:
    """A change together with the end of every merge of something that is gone by it."""
    gone, graph = _labelled(change.gone) - _labelled(change.new), merged_graph(base)
    ended = {
        quad
        for iri in gone
        for found in store.quads_for_pattern(None, EK.version, iri, graph)
        for quad in _merge(store, found.subject, graph)
    }
    return change | between(ended, set())


def is_founded(store: Database, change: Change) -> bool:
    """Whether everything that a change brings together is stored."""
    members = (quad.object for quad in change.new if quad.predicate == EK.version)
    return all(_is_labelled(store, member) for member in members)


def _is_labelled(store: Database, thing: object) -> bool:
    return isinstance(thing, NamedNode) and any(store.quads_for_pattern(thing, LABEL, None))


def _labelled(quads: Iterable[Quad]) -> set[NamedNode]:
    return {q.subject for q in quads if q.predicate == LABEL and isinstance(q.subject, NamedNode)}


def _merge(store: Database, node: Subject, graph: NamedNode) -> Iterator[Quad]:
    """A merge, and what is said of the version that stands for all."""
    yield from store.quads_for_pattern(node, None, None, graph)
    for quad in store.quads_for_pattern(None, EK.mergedBy, node, graph):
        yield from store.quads_for_pattern(quad.subject, None, None, graph)


def correcting(store: Database, base: str, document: NamedNode, wanted: set[Quad]) -> Change:
    """What keeping these corrections of a document, and no others, changes."""
    graph = review_graph(base)
    nodes = {quad.subject for quad in store.quads_for_pattern(None, OA.hasSource, document, graph)}
    stored = {quad for node in nodes for quad in store.quads_for_pattern(node, None, None, graph)}
    return between(stored, wanted)


def removing(store: Database, base: str, document: NamedNode, name: NamedNode) -> Change:
    """What taking a document out changes; entities only it mentions, and its corrections, go with it."""
    stored = {*graph_quads(store, name)}
    stored |= _released(store, document, _mentioned(stored), set(), entities_graph(base))
    change = between(stored, set()) | correcting(store, base, document, set())
    return change | _unjudged(store, base, _labelled(change.gone))


def _unjudged(store: Database, base: str, gone: set[NamedNode]) -> Change:
    """The end of the partings and joinings of what is gone."""
    graph, judged = review_graph(base), product(gone, (EK.parts, EK.joins))
    nodes = {quad.subject for iri, of in judged for quad in store.quads_for_pattern(None, of, iri, graph)}
    return between({q for node in nodes for q in store.quads_for_pattern(node, None, None, graph)}, set())


def graph_quads(store: Database, name: NamedNode) -> Iterator[Quad]:
    """Everything in a named graph."""
    yield from store.quads_for_pattern(None, None, None, name)


def in_graph(triples: Iterable[Triple], name: NamedNode) -> set[Quad]:
    """These triples as quads of this graph."""
    return {Quad(t.subject, t.predicate, t.object, name) for t in triples}


def _mentioned(quads: set[Quad]) -> set[NamedNode]:
    return {q.object for q in quads if q.predicate == SCHEMA.mentions and isinstance(q.object, NamedNode)}


def _released(
    store: Database, document: NamedNode, touched: set[NamedNode], kept: set[NamedNode], named: NamedNode
) -> set[Quad]:
    """What the entities graph says of those whom only this document mentions.

    Its description is then this document's to give; if it no longer mentions them (not `kept`),
    what others are part of goes too.
    """
    quads: set[Quad] = set()
    for iri in touched:
        if _mentioned_elsewhere(store, document, iri):
            continue
        quads |= {*store.quads_for_pattern(iri, None, None, named)}
        if iri not in kept:
            quads |= {*store.quads_for_pattern(None, EK.partOf, iri, named)}
    return quads


def _mentioned_elsewhere(store: Database, document: NamedNode, iri: NamedNode) -> bool:
    return any(q.subject != document for q in store.quads_for_pattern(None, SCHEMA.mentions, iri))


def _description(wanted: frozenset[Triple], others: set[Quad]) -> Iterator[Triple]:
    """The triples about an entity, without a second label where `others` give it one that stays."""
    has_label = any(quad.predicate == LABEL for quad in others)
    return (t for t in wanted if t.predicate != LABEL or not has_label)


def blocks(quads: frozenset[Quad]) -> str:
    """Quads as the GRAPH blocks of an update, in a fixed order."""
    lines = sorted((str(q.graph_name), str(q.triple)) for q in quads)
    groups = groupby(lines, key=lambda line: line[0])
    return "\n".join(_block(name, " . ".join(text for _, text in group)) for name, group in groups)


def _block(graph: str, triples: str) -> str:
    """Triples in a graph, or, as those of the graph without a name stand, in none."""
    return f"{triples} ." if graph == UNNAMED else f"GRAPH {graph} {{ {triples} }}"
