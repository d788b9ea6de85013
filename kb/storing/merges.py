"""Decisions on what is one and the same as RDF, in graphs of their own, and read back.

What the rules decided stands in graph/merged and can be dropped and decided anew: {canonical}/merge, one for
each cluster. What people parted or joined stands in graph/review: {one}/parting/{digest of the other},
{one}/joining/{digest of the other}.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.model import Joining, Merge, Parting
from kb.ontology import digest
from kb.storing.dates import rule_iri
from kb.storing.minting import below, merged_graph, review_graph
from kb.storing.questions import ask
from kb.storing.store import Store
from kb.storing.terms import EK, PROV, TYPE, decimal, instant, triple

TERMS: Mapping[type[Parting], tuple[NamedNode, NamedNode]] = {
    Parting: (EK.Parting, EK.parts),
    Joining: (EK.Joining, EK.joins),
}


def keep_merges(store: Store, merges: Iterable[Merge]) -> bool:
    """Store these decisions in place of all there were; returns whether anything changed."""
    graph = merged_graph(store.base_iri)
    wanted = {_quad(t, graph) for merge in merges for t in _merge_triples(merge)}
    return store.replace_quads({*store.quads(graph=graph.value)}, wanted)


def keep_judgement(store: Store, judgement: Parting) -> bool:
    """Store that two are not one or (`Joining`) that they are; returns whether that is new."""
    wanted = {_quad(t, review_graph(store.base_iri)) for t in _judgement_triples(judgement)}
    return store.replace_quads(set(), wanted)


def drop_judgement(store: Store, kind: type[Parting], one: str, other: str) -> bool:
    """Forget what a person said of two; returns whether anybody did."""
    node = _judgement(kind, *sorted((one, other)))
    return store.replace_quads({*store.quads(node.value, graph=review_graph(store.base_iri).value)}, set())


def load_judgements(store: Store, kind: type[Parting]) -> frozenset[frozenset[str]]:
    """The pairs that people parted, or joined."""
    rows = ask(store, "joinings") if issubclass(kind, Joining) else ask(store, "partings")
    return frozenset(frozenset((row["one"], row["other"])) for row in rows)


def _merge_triples(merge: Merge) -> Iterator[Triple]:
    canonical = NamedNode(merge.canonical)
    node = below(canonical, "merge")
    yield triple(node, TYPE, EK.Merge)
    yield triple(node, EK.canonical, canonical)
    yield triple(node, EK.rule, rule_iri(merge.rule))
    yield triple(node, EK.confidence, decimal(merge.score))
    yield triple(node, EK.reasons, Literal("\n".join(merge.reasons)))
    if merge.disagreements:
        yield triple(node, EK.disagreements, Literal("\n".join(merge.disagreements)))
    for member in merge.members:
        yield triple(node, EK.version, NamedNode(member))
    for member in merge.members[1:]:
        yield triple(canonical, EK.hasVersion, NamedNode(member))
    yield triple(canonical, EK.mergedBy, node)


def _judgement_triples(judgement: Parting) -> Iterator[Triple]:
    one, other = sorted((judgement.one, judgement.other))
    kind, of = TERMS[type(judgement)]
    node = _judgement(type(judgement), one, other)
    yield triple(node, TYPE, kind)
    yield triple(node, of, NamedNode(one))
    yield triple(node, of, NamedNode(other))
    yield triple(node, PROV.generatedAtTime, instant(judgement.made))


def _judgement(kind: type[Parting], one: str, other: str) -> NamedNode:
    return below(NamedNode(one), kind.__name__.lower(), digest(other, 12))


def _quad(t: Triple, graph: NamedNode) -> Quad:
    return Quad(t.subject, t.predicate, t.object, graph)
