"""Actors and places as RDF, apart from what is said of them.

The unnamed ("a senior official") belong to their article's graph. Named ones are described once
for the whole knowledge base, in the entities graph; each document says which of them it mentions.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from kb.model import Entity, EntityKind, Findings, Mention, Occurrence, Statement
from kb.ontology import slug
from kb.storing.minting import Minter
from kb.storing.terms import EK, LABEL, TYPE, triple, truth

Known: TypeAlias = Mapping[NamedNode, Entity]

KINDS: dict[EntityKind, NamedNode] = {
    EntityKind.PERSON: EK.Person,
    EntityKind.ORGANIZATION: EK.Organization,
    EntityKind.GROUP: EK.Group,
    EntityKind.PLACE: EK.Place,
    EntityKind.THING: EK.Thing,
}


def entities_of(findings: Findings, minter: Minter) -> dict[NamedNode, Entity]:
    """Everyone and everywhere the findings speak of, by IRI; bodies and the publisher included."""
    found = [mention.entity for mention in _mentions(findings)]
    names = [entity.part_of for entity in found if entity.part_of]
    if findings.document.publisher:
        names.append(findings.document.publisher)
    known: dict[NamedNode, Entity] = {}
    for entity in (*found, *(body(name, found) for name in names)):
        known.setdefault(minter.entity(entity), entity)
    return known


def body(name: str, found: Iterable[Entity]) -> Entity:
    """The named entity of this name among those found, else an organization."""
    key = slug(name)
    for entity in found:
        if not entity.unnamed and slug(entity.name) == key:
            return entity
    return Entity(key=key, name=name, kind=EntityKind.ORGANIZATION)


def describe(iri: NamedNode, entity: Entity, known: Known, minter: Minter) -> Iterator[Triple]:
    """Kind, name and membership of an entity."""
    yield triple(iri, TYPE, KINDS[entity.kind])
    yield triple(iri, LABEL, Literal(entity.name))
    if entity.unnamed:
        yield triple(iri, EK.unnamed, truth(True))
    if entity.part_of:
        whole = minter.entity(body(entity.part_of, known.values()))
        if whole != iri:
            yield triple(iri, EK.partOf, whole)


def _mentions(findings: Findings) -> Iterator[Mention]:
    yield from findings.mentions
    for statement in findings.statements:
        yield from mentions_of_statement(statement)
    for event in findings.events:
        yield from (participant.mention for participant in event.participants)
    for occurrence in (*findings.statements, *findings.events):
        yield from _place(occurrence)


def mentions_of_statement(statement: Statement) -> Iterator[Mention]:
    """The mentions of everyone who has a part in a statement."""
    yield from (m for m in (statement.speaker, statement.speaking_for) if m)
    yield from statement.audience
    yield from statement.carriers


def _place(occurrence: Occurrence) -> Iterator[Mention]:
    if occurrence.place:
        yield occurrence.place
