"""The IRIs of what is stored. All of them follow from the document and the base: nothing is blank.

document   {base}doc/{hash}             graph      {base}graph/{hash}
entry      {document}/{key}             its parts  {entry}/when, {entry}/evidence, ...
entity     {base}entity/{kind}/{slug}   unnamed    {document}/entity/{slug}
"""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kb.model import Entity, EntityKind, Span
from kb.ontology import digest, slug


def below(iri: NamedNode, *steps: str | int) -> NamedNode:
    """The IRI of a part: `below(entry, "evidence", "words")`."""
    return NamedNode("/".join((iri.value, *map(str, steps))))


def graph_of(base: str, document_iri: str) -> NamedNode:
    """The named graph that holds everything one document says."""
    hashed = document_iri.removeprefix(f"{base}doc/")
    if not hashed.isalnum():
        hashed = digest(document_iri)
    return NamedNode(f"{base}graph/{hashed}")


def entities_graph(base: str) -> NamedNode:
    """The named graph of the names of everyone and everywhere that documents share."""
    return NamedNode(f"{base}graph/entities")


def review_graph(base: str) -> NamedNode:
    """The named graph of what people decided."""
    return NamedNode(f"{base}graph/review")


def merged_graph(base: str) -> NamedNode:
    """The named graph of what was found to be one and the same over all articles."""
    return NamedNode(f"{base}graph/merged")


def links_graph(base: str) -> NamedNode:
    """The named graph of what everyone, everywhere and every entry is in lists elsewhere."""
    return NamedNode(f"{base}graph/links")


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints for one document in one knowledge base."""

    base: str
    document_iri: str

    @property
    def document(self) -> NamedNode:
        """The document itself."""
        return NamedNode(self.document_iri)

    @property
    def graph(self) -> NamedNode:
        """The named graph of the document."""
        return graph_of(self.base, self.document_iri)

    def entry(self, key: str) -> NamedNode:
        """A statement or an event, by its key."""
        return below(self.document, key)

    def time(self, span: Span) -> NamedNode:
        """A time expression, by where it stands."""
        return below(self.document, "time", f"{span.start}-{span.end}")

    def entity(self, entity: Entity) -> NamedNode:
        """Someone or somewhere; the unnamed stay within their article."""
        if entity.unnamed:
            return below(self.document, "entity", slug(entity.key))
        return self.named(entity.kind, entity.key)

    def named(self, kind: EntityKind, name: str) -> NamedNode:
        """Someone or somewhere that bears a name."""
        return NamedNode(f"{self.base}entity/{kind}/{slug(name)}")
