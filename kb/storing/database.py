"""What a store asks of the database beneath it: Oxigraph in this process, or a server elsewhere."""

from collections.abc import Iterator
from typing import Any, Protocol, TypeAlias

import pyoxigraph as ox

Found: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Database(Protocol):
    """Quads that can be asked and changed, by the names and arguments that Oxigraph gives these."""

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: list[Node] | None = None,
        named_graphs: list[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> Found:
        """What a query gives; SyntaxError for what cannot be read."""

    def update(
        self, update: str, *, base_iri: str | None = None, prefixes: dict[str, str] | None = None
    ) -> None:
        """Do an update, whole or not at all."""

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002
        graph_name: Any = None,
    ) -> Iterator[ox.Quad]:
        """The quads of these terms, None for any."""

    def contains_named_graph(self, graph_name: Node) -> bool:
        """Whether there is such a graph."""

    def named_graphs(self) -> Iterator[ox.NamedNode | ox.BlankNode]:
        """The names of the graphs there are."""

    def dump(self, *, format: ox.RdfFormat, from_graph: Node) -> bytes | None:  # noqa: A002
        """A graph as text."""

    def flush(self) -> None:
        """Have what was written survive a power cut."""

    def __len__(self) -> int: ...
