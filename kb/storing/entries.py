"""Statements and events as RDF.

Everything below an entry's IRI belongs to it: its evidence, its date, what it says.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kb.model import Document, Event, Mention, Occurrence, Proposition, Retelling, Role, Span, Statement
from kb.ontology import slug
from kb.storing.dates import date_triples, rule_iri
from kb.storing.evidence import evidence
from kb.storing.minting import Minter, below
from kb.storing.terms import EK, EKV, LABEL, RDF, TYPE, decimal, triple

ROLES: dict[Role, NamedNode] = {
    Role.INITIATOR: EK.initiator,
    Role.TARGET: EK.target,
    Role.OTHER: EK.participant,
}


def statement_triples(statement: Statement, minter: Minter, document: Document) -> Iterator[Triple]:
    """A speech act: who said it to whom, how, in which words, and what it says."""
    node = minter.entry(statement.key)
    yield triple(node, TYPE, EK.Statement)
    yield from _occurrence(node, statement, minter, document)
    yield triple(node, EK.quoteKind, EKV[statement.kind])
    yield triple(node, EK.cue, Literal(statement.cue))
    yield triple(node, EK.act, EKV[f"act/{slug(statement.act)}"])
    yield from _speakers(node, statement, minter)
    yield from _spans(node, EK.content, statement.content, document)
    yield from _spans(node, EK.verbatim, statement.verbatim, document)
    for number, proposition in enumerate(statement.about, start=1):
        yield from _proposition(node, below(node, "says", number), proposition, minter, document)


def event_triples(event: Event, minter: Minter, document: Document) -> Iterator[Triple]:
    """Something spoken of as happening: its kind, who takes part, how the article tells it."""
    node = minter.entry(event.key)
    yield triple(node, TYPE, EK.Event)
    yield from _occurrence(node, event, minter, document)
    yield triple(node, EK.eventType, EKV[event.type])
    yield triple(node, EK.status, EKV[event.status])
    for participant in event.participants:
        yield triple(node, ROLES[participant.role], minter.entity(participant.mention.entity))


def _occurrence(
    node: NamedNode, occurrence: Occurrence, minter: Minter, document: Document
) -> Iterator[Triple]:
    if occurrence.date is None:
        raise ValueError(f"{occurrence.key} has no date: what is found is settled before it is stored")
    yield triple(node, LABEL, Literal(occurrence.label))
    yield triple(node, EK.statedIn, minter.document)
    yield triple(node, EK.rule, rule_iri(occurrence.rule))
    yield triple(node, EK.confidence, decimal(occurrence.confidence))
    yield from _span(node, EK.evidence, "evidence", occurrence.span, document)
    yield from _retellings(node, occurrence.again, document)
    yield from _span(node, EK.trigger, "trigger", occurrence.trigger, document)
    yield from date_triples(node, occurrence.date, minter, document)
    if occurrence.place:
        yield triple(node, EK.place, minter.entity(occurrence.place.entity))


def _retellings(node: NamedNode, again: Iterable[Retelling], document: Document) -> Iterator[Triple]:
    """The sentences that tell an entry again, each with the word that does."""
    for number, told in enumerate(again, start=1):
        yield from _span(node, EK.toldAgain, f"toldAgain/{number}", told.span, document)
        yield from _span(below(node, "toldAgain", number), EK.trigger, "trigger", told.trigger, document)


def _speakers(node: NamedNode, statement: Statement, minter: Minter) -> Iterator[Triple]:
    if statement.speaker:
        yield triple(node, EK.speaker, minter.entity(statement.speaker.entity))
    if statement.speaking_for:
        yield triple(node, EK.speakingFor, minter.entity(statement.speaking_for.entity))
    for mention in statement.audience:
        yield triple(node, EK.audience, minter.entity(mention.entity))
    yield from _carriers(node, statement.carriers, minter)


def _carriers(node: NamedNode, carriers: tuple[Mention, ...], minter: Minter) -> Iterator[Triple]:
    """An RDF list, first carrier first; its cells bear IRIs, so that graphs can be compared."""
    cells = [below(node, "carriers", number) for number in range(1, len(carriers) + 1)]
    if not cells:
        return
    yield triple(node, EK.carriers, cells[0])
    for cell, following, mention in zip(cells, [*cells[1:], RDF.nil], carriers, strict=True):
        yield triple(cell, RDF.first, minter.entity(mention.entity))
        yield triple(cell, RDF.rest, following)


def _proposition(
    statement: NamedNode, node: NamedNode, proposition: Proposition, minter: Minter, document: Document
) -> Iterator[Triple]:
    yield triple(statement, EK.says, node)
    yield triple(node, TYPE, EK.Proposition)
    yield triple(node, EK.attitude, EKV[proposition.attitude])
    yield from _span(node, EK.evidence, "evidence", proposition.span, document)
    for key in proposition.describes:
        yield triple(node, EK.describes, minter.entry(key))


def _spans(
    node: NamedNode, predicate: NamedNode, spans: Iterable[Span], document: Document
) -> Iterator[Triple]:
    name = predicate.value.rpartition("#")[2]
    for number, span in enumerate(spans, start=1):
        yield from _span(node, predicate, f"{name}/{number}", span, document)


def _span(
    node: NamedNode, predicate: NamedNode, name: str, span: Span, document: Document
) -> Iterator[Triple]:
    part = below(node, name)
    yield triple(node, predicate, part)
    yield from evidence(part, span, document)
