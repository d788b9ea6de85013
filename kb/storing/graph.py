"""Findings as triples: the one place that decides what a document looks like in RDF.

`build` is deterministic and mints no blank nodes, so reading an article twice gives the same
graph. Every triple has its subject in one graph only, so the union of graphs repeats nothing.
To store something new, define its term in `ontologies/kb.ttl`, constrain it in `shapes.ttl` and
yield its triples here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kb.errors import BadSource
from kb.model import Document, Findings
from kb.ontology import VERSION
from kb.storing import people
from kb.storing.dates import time_triples
from kb.storing.entries import event_triples, statement_triples
from kb.storing.minting import Minter
from kb.storing.people import Known
from kb.storing.terms import (
    DCT,
    EK,
    PROV,
    SCHEMA,
    TYPE,
    XSD,
    plain_date,
    triple,
    truth,
    whole_number,
)

VERSION_IRI = NamedNode(f"{EK.namespace.rstrip('#')}/{VERSION}")


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """What one document adds: its named graph, and who and where it names, for the entities graph."""

    document: NamedNode
    name: NamedNode
    triples: frozenset[Triple]
    entities: Mapping[NamedNode, frozenset[Triple]]


def build(findings: Findings, base: str) -> DocumentGraph:
    """The graph of a document and its findings.

    Raises ValueError when a finding contradicts the text or its neighbours (a span outside the
    text, a proposition about nothing): that is a bug in a finder, and is never stored. Raises
    BadSource when the text is none that a file could hold.
    """
    _refuse_half_characters(findings.document)
    minter = Minter(base, findings.document.iri)
    known = people.entities_of(findings, minter)
    own = [iri for iri, entity in known.items() if entity.unnamed]
    described = {iri: frozenset(people.describe(iri, known[iri], known, minter)) for iri in known}
    triples = {*_document(findings.document, known, minter), *_entries(findings, minter)}
    triples.update(triple(minter.document, SCHEMA.mentions, iri) for iri in known)
    triples.update(*(described.pop(iri) for iri in own))
    return DocumentGraph(minter.document, minter.graph, frozenset(triples), described)


def _entries(findings: Findings, minter: Minter) -> Iterator[Triple]:
    keys = {occurrence.key for occurrence in (*findings.statements, *findings.events)}
    for statement in findings.statements:
        _refuse_unknown(keys, (key for said in statement.about for key in said.describes))
        yield from statement_triples(statement, minter, findings.document)
    for event in findings.events:
        yield from event_triples(event, minter, findings.document)
    yield from time_triples(findings, minter)


def _refuse_unknown(keys: set[str], described: Iterator[str]) -> None:
    if unknown := sorted(set(described) - keys):
        raise ValueError(f"a statement speaks of what was not found: {', '.join(unknown)}")


def _refuse_half_characters(document: Document) -> None:
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadSource(
            f"{document.iri}: character {error.start} is half of a character (a lone surrogate). "
            "Decode the source as UTF-8 or UTF-16 and read it again."
        ) from error


def _document(document: Document, known: Known, minter: Minter) -> Iterator[Triple]:
    node = minter.document
    yield triple(node, TYPE, EK.SourceDocument)
    yield triple(node, DCT.title, Literal(document.title))
    yield triple(node, DCT.language, Literal(document.language))
    yield triple(node, EK.text, Literal(document.text))
    yield triple(node, EK.textDigest, Literal(document.digest))
    yield triple(node, EK.textLength, whole_number(len(document.text)))
    yield from _source(document, minter)
    if document.publisher:
        publisher = people.body(document.publisher, known.values())
        yield triple(node, SCHEMA.publisher, minter.entity(publisher))
    yield triple(minter.graph, TYPE, PROV.Bundle)
    yield triple(minter.graph, PROV.wasDerivedFrom, node)
    yield triple(minter.graph, DCT.conformsTo, VERSION_IRI)


def _source(document: Document, minter: Minter) -> Iterator[Triple]:
    """What is known of where a document comes from."""
    node = minter.document
    if document.url:
        yield triple(node, SCHEMA.url, Literal(document.url, datatype=XSD.anyURI))
    if document.author:
        yield triple(node, SCHEMA.author, Literal(document.author))
    if document.given_events is not None:
        yield triple(node, EK.triggersGiven, truth(True))
    if document.doc_id:
        yield triple(node, DCT.identifier, Literal(document.doc_id))
    if document.published:
        yield triple(node, SCHEMA.datePublished, plain_date(document.published))
        yield triple(node, EK.dateFoundIn, Literal(document.published_by))
