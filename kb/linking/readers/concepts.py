"""SKOS: concepts with their labels and matches, in any RDF that rdflib reads."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax import SAXException

from rdflib import Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from kb.errors import BadSource
from kb.linking.readers.fields import PRIOR, identified
from kb.linking.record import Name, Record, Sort

LABELS = {SKOS.prefLabel: Sort.LABEL, SKOS.altLabel: Sort.ALIAS, SKOS.hiddenLabel: Sort.WEAK}


def read_concepts(path: Path) -> Iterator[Record]:
    """A record a skos:Concept with a label; its skos:exactMatch are the same elsewhere; BadSource."""
    graph = Graph()
    try:
        if path.suffix.lower() == ".jsonld":
            _require_own_context(json.loads(path.read_text(encoding="utf-8")), path)
        graph.parse(path)
    except (ValueError, SyntaxError, ParserError, SAXException, RecursionError) as error:
        raise BadSource(f"{path} is no RDF of its suffix: {str(error)[:200]}") from error
    for concept in sorted(set(graph.subjects(RDF.type, SKOS.Concept)), key=str):
        if isinstance(concept, URIRef) and (names := tuple(_names(graph, concept))):
            yield _record(graph, concept, names, path.name)


def _require_own_context(part: Any, path: Path) -> None:
    """BadSource where JSON-LD sends its reader elsewhere for what its words mean: nothing is fetched."""
    pairs = part.items() if isinstance(part, dict) else ()
    for name, value in pairs:
        if name in ("@context", "@import") and any(
            isinstance(one, str) for one in (value if isinstance(value, list) else [value])
        ):
            raise BadSource(
                f"{path} has its @context elsewhere, and nothing is fetched. Write it into the file."
            )
    for one in part if isinstance(part, list) else [value for _, value in pairs]:
        _require_own_context(one, path)


def _record(graph: Graph, concept: URIRef, names: tuple[Name, ...], source: str) -> Record:
    if not (iri := identified(str(concept))):
        raise BadSource(f"{source}: {concept} is no identifier. Concepts need IRIs with http(s).")
    matches = (identified(str(match)) for match in graph.objects(concept, SKOS.exactMatch))
    return Record(
        iri=iri,
        kind="",
        source=source,
        names=names,
        description=_description(graph, concept),
        prior=PRIOR,
        same=tuple(sorted(filter(None, matches))),
    )


def _names(graph: Graph, concept: Node) -> Iterator[Name]:
    for predicate, sort in LABELS.items():
        for label in sorted(graph.objects(concept, predicate), key=str):
            yield Name(str(label), getattr(label, "language", None) or "", sort)


def _description(graph: Graph, concept: Node) -> str:
    texts = sorted(str(text) for text in graph.objects(concept, SKOS.definition))
    return next(iter(texts), "")
