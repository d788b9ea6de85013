"""Which graphs a query or an update sees, when the request and not its text says so."""

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from kb.errors import BadRequest


@dataclass(frozen=True, slots=True)
class Graphs:
    """The graphs that make up the default graph, and those GRAPH may name, by IRI; none: all of them.

    They come from `default-graph-uri`, `using-graph-uri` and their kin (SPARQL 1.1 Protocol, 2.1.4 and
    2.2.3) and stand above FROM. "" is the graph without a name.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)

    @property
    def default_nodes(self) -> tuple[NamedNode | DefaultGraph, ...]:
        """The first as Oxigraph's terms; BadRequest for what is no IRI."""
        return tuple(graph_node(iri) if iri else DefaultGraph() for iri in self.default)

    @property
    def named_nodes(self) -> tuple[NamedNode, ...]:
        """The second as Oxigraph's terms; BadRequest for what is no IRI."""
        return tuple(map(graph_node, self.named))


EVERYTHING = Graphs()
UNNAMED = Graphs(("",))


def graph_node(iri: str) -> NamedNode:
    """The name of a graph as Oxigraph's term; BadRequest for what is no IRI."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise BadRequest(f"{iri!r} names no graph: it is no absolute IRI.") from error
