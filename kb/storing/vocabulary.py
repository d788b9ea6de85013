"""The vocabulary as quads of its own named graph: `ontologies/kb.ttl` and the kinds of event."""

from functools import cache

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from kb.ontology import EK, FOLDER

VOCABULARY = NamedNode(str(EK).rstrip("#"))


@cache
def vocabulary_quads() -> frozenset[Quad]:
    """Every triple of the vocabulary."""
    files = [FOLDER / "kb.ttl", *sorted((FOLDER / "events").glob("*.ttl"))]
    return frozenset(
        Quad(t.subject, t.predicate, t.object, VOCABULARY)
        for path in files
        for t in ox.parse(path=str(path), format=RdfFormat.TURTLE)
    )
