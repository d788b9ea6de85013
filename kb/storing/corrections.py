"""What people set right as RDF, in a graph of its own: it outlives reading an article again.

A correction is named after what it corrects: {document}/correction its day of publication,
{entry}/correction the date of that entry. `rereading` reads it back.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.model import PUBLICATION, Correction, Corrections
from kb.storing.minting import below, review_graph
from kb.storing.terms import EK, OA, PROV, TYPE, edtf, instant, triple


def correction_quads(document: str, corrections: Corrections, base: str) -> set[Quad]:
    """The corrections of a document as RDF."""
    graph = review_graph(base)
    return {
        Quad(t.subject, t.predicate, t.object, graph)
        for key, correction in corrections.items()
        for t in _triples(NamedNode(document), key, correction)
    }


def _triples(document: NamedNode, key: str, correction: Correction) -> Iterator[Triple]:
    target = document if key == PUBLICATION else below(document, key)
    node = below(target, "correction")
    yield triple(node, TYPE, EK.Correction)
    yield triple(node, EK.corrects, target)
    yield triple(node, OA.hasSource, document)
    yield triple(node, EK.edtf, edtf(correction.when))
    yield triple(node, PROV.generatedAtTime, instant(correction.made))
    if correction.label:
        yield triple(node, EK.correctedLabel, Literal(correction.label))
    if correction.instead_of:
        yield triple(node, EK.insteadOf, edtf(correction.instead_of))
    if correction.found_in:
        yield triple(node, EK.dateFoundIn, Literal(correction.found_in))
