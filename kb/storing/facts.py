"""What is stored of anything that can be linked to, property by property, for who asks for facts.

To add a property, write its line in `PROPERTIES`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kb.model import Named
from kb.storing.answer import term_text
from kb.storing.store import Store
from kb.storing.terms import DCT, EK, LABEL, RDF, SCHEMA, SKOS, local_name

Value = Named | str


@dataclass(frozen=True, slots=True)
class Property:
    """A property: what it is called, what it says, and the predicates that lead to its values."""

    name: str
    description: str
    path: tuple[NamedNode, ...]
    is_thing: bool = False  # whether its values are entries of the knowledge base


PROPERTIES: Mapping[str, Property] = {
    "label": Property("label", "What it is called.", (LABEL,)),
    "kind": Property("kind", "Person, Organization, Group, Place, Event or Statement.", (RDF.type,)),
    "partOf": Property("part of", "The body or place it belongs to.", (EK.partOf,), is_thing=True),
    "alsoNamed": Property("also named", "Other names of the same.", (EK.hasVersion, LABEL)),
    "sameAs": Property("same as", "What it is in lists elsewhere.", (SCHEMA.sameAs,)),
    "date": Property("date", "When it happened or was said (EDTF).", (EK.when, EK.edtf)),
    "earliest": Property("earliest", "The first moment it may have been.", (EK.when, EK.earliest)),
    "latest": Property("latest", "The last moment it may have been.", (EK.when, EK.latest)),
    "place": Property("place", "Where it was.", (EK.place,), is_thing=True),
    "speaker": Property("speaker", "Who says it.", (EK.speaker,), is_thing=True),
    "initiator": Property("initiator", "Who does it.", (EK.initiator,), is_thing=True),
    "target": Property("target", "Whom it is done to.", (EK.target,), is_thing=True),
    "eventType": Property("kind of event", "What sort of thing happened.", (EK.eventType,), is_thing=True),
    "status": Property("status", "Whether it happened, is planned, denied ...", (EK.status,)),
    "document": Property("document", "The article that tells it.", (EK.statedIn,), is_thing=True),
}


def values(store: Store, iri: str, name: str) -> list[Value]:
    """The values of a property of this name; none where there is no such property or nothing is told."""
    wanted = PROPERTIES.get(name)
    if wanted is None or not any(store.quads(iri)):  # what is no IRI has no quads
        return []
    found = _reached(store, [NamedNode(iri)], wanted.path)
    return [_value(store, term, wanted.is_thing) for term in dict.fromkeys(found)]


def bearers(store: Store, name: str, wanted: Iterable[str]) -> list[str]:
    """The IRIs of which a property of this name has one of these values: IRIs, or texts in any case.

    Texts are looked for among all values of the property, which takes time that grows with their number.
    """
    if (known := PROPERTIES.get(name)) is None:
        return []
    *before, last = known.path
    texts = set(wanted)
    found = [*_telling(store, last, texts), *(() if known.is_thing else _spelling(store, last, texts))]
    for predicate in reversed(before):
        found = [one for iri in found for one in _subjects(store, predicate, iri)]
    return list(dict.fromkeys(found))


def is_named(store: Store, iri: str) -> bool:
    """Whether it is not somebody whom the article leaves without a name."""
    return not any(store.quads(iri, EK.unnamed.value))


def _telling(store: Store, predicate: NamedNode, iris: Iterable[str]) -> Iterator[str]:
    for iri in iris:
        for one in (iri, *(namespace + iri for namespace in (*_OURS, store.base_iri))):
            yield from _subjects(store, predicate, one)


def _spelling(store: Store, predicate: NamedNode, texts: Iterable[str]) -> Iterator[str]:
    spelt = {text.casefold() for text in texts}
    for quad in store.quads(None, predicate.value):
        if isinstance(quad.object, Literal) and quad.object.value.casefold() in spelt:
            yield str(quad.subject)[1:-1]


def _subjects(store: Store, predicate: NamedNode, iri: str) -> Iterator[str]:
    return (str(quad.subject)[1:-1] for quad in store.quads(None, predicate.value, iri))


def kind_of(store: Store, iri: str) -> str:
    """Person, Event ...; "" for nothing that can be linked to."""
    return next((one for one in map(str, values(store, iri, "kind"))), "")


def _reached(
    store: Store, nodes: Sequence[NamedNode | Literal], path: Sequence[NamedNode]
) -> list[NamedNode | Literal]:
    for predicate in path:
        nodes = [term for node in nodes for term in _objects(store, node, predicate)]
    return list(nodes)


def _objects(store: Store, node: NamedNode | Literal, predicate: NamedNode) -> Iterator[NamedNode | Literal]:
    if isinstance(node, NamedNode):
        for quad in store.quads(node.value, predicate.value):
            if isinstance(quad.object, (NamedNode, Literal)):
                yield quad.object


def _value(store: Store, term: NamedNode | Literal, is_thing: bool) -> Value:
    text = term_text(term)
    if is_thing:
        return Named(text, _label(store, text))
    return local_name(text) if isinstance(term, NamedNode) and text.startswith(_OURS) else text


_OURS = (EK.namespace, "https://w3id.org/event-knowledge/vocab/")


def _label(store: Store, iri: str) -> str:
    labels = (q.object for of in (LABEL, DCT.title, SKOS.prefLabel) for q in store.quads(iri, of.value))
    return next((term_text(label) for label in labels), local_name(iri))
