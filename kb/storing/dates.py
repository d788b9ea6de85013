"""Dates as RDF: the EDTF literal and its bounds, and how the date came about.

Bounds are xsd:dateTime in UTC; an open or unknown end has no bound and is never filled with a guess.
Stored are those of `When.window`: a season, for which EDTF sets none, then still has its place.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kb.model import Anchor, AnchorKind, Document, Findings, Resolution, TimeExpression
from kb.ontology import slug
from kb.storing.evidence import evidence
from kb.storing.minting import Minter, below
from kb.storing.terms import EK, EKV, TYPE, decimal, edtf, instant, triple, truth
from kb.when import When
from kb.when.days import to_iso


def rule_iri(rule: str) -> NamedNode:
    """The concept of a dating or extracting rule, from its identifier."""
    return EKV[f"rule/{slug(rule)}"]


def date_triples(
    entry: NamedNode, resolution: Resolution, minter: Minter, document: Document
) -> Iterator[Triple]:
    """The time span of an entry and the resolution behind it."""
    yield from _span(entry, resolution)
    yield from _resolution(below(entry, "resolution"), resolution, minter)
    yield from _anchor(entry, resolution.anchor, minter, document)


def time_triples(findings: Findings, minter: Minter) -> Iterator[Triple]:
    """Every time expression of a document, once: those found, and any other that gave a date."""
    entries = (*findings.statements, *findings.events)
    used = (entry.date.expression for entry in entries if entry.date and entry.date.expression)
    by_span = {time.span: time for time in (*used, *findings.times)}
    for time in by_span.values():
        yield from _expression(minter.time(time.span), time, findings.document)


def bounds(node: NamedNode, when: When) -> Iterator[Triple]:
    """The EDTF form of a date and those bounds of its window that are known."""
    yield triple(node, EK.edtf, edtf(when))
    for predicate, second in zip((EK.earliest, EK.latest), when.window, strict=True):
        if moment := to_iso(second):
            yield triple(node, predicate, instant(moment))


def _span(entry: NamedNode, resolution: Resolution) -> Iterator[Triple]:
    node = below(entry, "when")
    yield triple(entry, EK.when, node)
    yield triple(node, TYPE, EK.TimeSpan)
    yield from bounds(node, resolution.when)
    yield triple(node, EK.dated, truth(resolution.dated))
    yield triple(node, EK.resolvedBy, below(entry, "resolution"))


def _resolution(node: NamedNode, resolution: Resolution, minter: Minter) -> Iterator[Triple]:
    yield triple(node, TYPE, EK.DateResolution)
    yield triple(node, EK.rule, rule_iri(resolution.rule))
    yield triple(node, EK.confidence, decimal(resolution.confidence))
    yield triple(node, EK.explanation, Literal("\n".join(resolution.steps)))
    if resolution.expression:
        yield triple(node, EK.expression, minter.time(resolution.expression.span))
    if resolution.depends_on:
        yield triple(node, EK.dependsOn, below(minter.entry(resolution.depends_on), "resolution"))


def _anchor(entry: NamedNode, anchor: Anchor | None, minter: Minter, document: Document) -> Iterator[Triple]:
    if anchor is None:
        return
    node = below(entry, "resolution")
    yield triple(node, EK.anchorKind, EKV[f"{anchor.kind}-anchor"])
    yield triple(node, EK.anchorValue, edtf(anchor.when))
    if anchor.kind is AnchorKind.PUBLICATION:
        yield triple(node, EK.anchor, minter.document)
    elif anchor.key:
        yield triple(node, EK.anchor, minter.entry(anchor.key))
    elif anchor.span:
        yield triple(node, EK.anchor, below(entry, "anchor"))
        yield from evidence(below(entry, "anchor"), anchor.span, document)


def _expression(node: NamedNode, expression: TimeExpression, document: Document) -> Iterator[Triple]:
    yield from evidence(node, expression.span, document, EK.TimeExpression)
    yield triple(node, EK.timexType, Literal(expression.type))
    yield triple(node, EK.timexValue, Literal(expression.value))
    yield triple(node, EK.rule, rule_iri(expression.rule))
    if expression.mod:
        yield triple(node, EK.timexMod, Literal(expression.mod))
    if expression.when:
        yield triple(node, EK.edtf, edtf(expression.when))
    for other in expression.alternatives:
        yield triple(node, EK.alternative, edtf(other))
