"""A server that stands in for Oxigraph's own store: the same questions, put in SPARQL."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat

from kb.errors import BadQuery, ServerFailed
from kb.storing.answer import serialize
from kb.storing.database import Found, Node
from kb.storing.outbox import OUTBOX
from kb.storing.remote.answers import Body
from kb.storing.remote.protocol import ROWS, TRIPLES, Client
from kb.storing.remote.virtuoso import as_decimal, is_left
from kb.storing.sparql.prologue import first_word
from kb.storing.sparql.tokens import tokens
from kb.storing.vocabulary import VOCABULARY

PLACES = ("s", "p", "o", "g")
GRAPH_QUERIES = ("CONSTRUCT", "DESCRIBE")


class RemoteDatabase:
    """The quads in the named graphs of a server; the graph without a name is not looked at."""

    def __init__(self, client: Client, base: str = "") -> None:
        self._client = client
        self._ours = f"FILTER(STRSTARTS(STR(?g), {Literal(base)}) || ?g IN ({OUTBOX}, {VOCABULARY}))"

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: Mapping[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: list[Node] | None = None,
        named_graphs: list[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> Found:
        """What the server answers, its rows read as they come.

        That the default graph is the union of all is the server's setting; Oxigraph's can be asked for it.
        """
        fields: dict[str, Any] = {"query": f"{_prologue(base_iri, prefixes)}{query}"}
        if use_default_graph_as_union:
            fields["union-default-graph"] = "true"
        fields["default-graph-uri"] = [_named(graph) for graph in default_graph or ()]
        fields["named-graph-uri"] = [graph.value for graph in named_graphs or ()]
        is_graph = first_word(tokens(query)) in GRAPH_QUERIES
        return self._triples(fields) if is_graph else self._rows(fields)

    def update(
        self, update: str, *, base_iri: str | None = None, prefixes: Mapping[str, str] | None = None
    ) -> None:
        """Have the server do an update; whole or not at all, if the server holds to the standard in that."""
        self._client.update(f"{_prologue(base_iri, prefixes)}{update}")

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002
        graph_name: Any = None,
    ) -> Iterator[Quad]:
        """The quads with these terms, None for any, in the graphs of this knowledge base."""
        if isinstance(graph_name, ox.DefaultGraph):
            return
        given = dict(zip(PLACES, (subject, predicate, object, graph_name), strict=True))
        s, p, o, g = (str(term) if term is not None else f"?{place}" for place, term in given.items())
        asked = [place for place, term in given.items() if term is None]
        pattern = f"{{ GRAPH {g} {{ {s} {p} {o} }} {self._ours if graph_name is None else ''} }}"
        if not asked:
            yield from [Quad(subject, predicate, object, graph_name)] if self.query(f"ASK {pattern}") else []
            return
        for row in self._solutions(f"SELECT {' '.join(f'?{place}' for place in asked)} {pattern}"):
            terms = given | {place: row[place] for place in asked}
            yield Quad(terms["s"], terms["p"], as_decimal(terms["p"], terms["o"]), terms["g"])

    def contains_named_graph(self, graph_name: Node) -> bool:
        """Whether there is anything in such a graph."""
        return bool(self.query(f"ASK {{ GRAPH {graph_name} {{ ?s ?p ?o }} }}"))

    def named_graphs(self) -> Iterator[ox.NamedNode | ox.BlankNode]:
        """The names of the graphs of this knowledge base; other graphs of the server are left alone."""
        for row in self._solutions(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} {self._ours} }}"):
            yield row["g"]

    def dump(self, *, format: RdfFormat, from_graph: Node) -> bytes:  # noqa: A002
        """The triples of a graph as text."""
        quads = self.quads_for_pattern(None, None, None, from_graph)
        return serialize([quad.triple for quad in quads], format)

    def flush(self) -> None:
        """Nothing: what a server says it has done is its to keep."""

    def __len__(self) -> int:
        """How many quads there are in the graphs of this knowledge base."""
        return int(self.first(f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} {self._ours} }}"))

    def sweep(self, gone: Iterable[Quad]) -> None:
        """Take out one by one what Virtuoso leaves of quads that were to go together."""
        left = [quad for quad in gone if is_left(quad.object)] if self._client.is_virtuoso else []
        if left:
            each = (f"DELETE DATA {{ GRAPH {quad.graph_name} {{ {quad.triple} }} }}" for quad in left)
            self.update(" ;\n".join(each))

    def first(self, query: str) -> str:
        """What the first column of the first row of an answer says; "" when there is none."""
        return next((str(row[0].value) for row in self._solutions(query)), "")

    def _solutions(self, query: str) -> Iterator[Any]:
        found = self.query(query)
        if not isinstance(found, ox.QuerySolutions):
            raise ServerFailed(f"{self._client.server.query} answers SELECT with something else than rows.")
        yield from found

    def _rows(self, fields: Mapping[str, Any]) -> Found:
        body = Body(self._client.query(fields, ROWS))
        try:
            return ox.parse_query_results(input=body, format=QueryResultsFormat.JSON)  # type: ignore[arg-type]
        except (SyntaxError, ValueError) as error:
            raise body.unreadable(error) from error

    def _triples(self, fields: Mapping[str, Any]) -> Found:
        """The triples by way of a store in memory: Oxigraph makes no answer of triples otherwise."""
        body, held = Body(self._client.query(fields, TRIPLES)), ox.Store()
        try:
            held.bulk_load(body, body.format)  # type: ignore[arg-type]
        except (SyntaxError, ValueError) as error:
            raise body.unreadable(error) from error
        return held.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")


def _prologue(base_iri: str | None, prefixes: Mapping[str, str] | None) -> str:
    base = f"BASE <{base_iri}> " if base_iri else ""
    return base + "".join(f"PREFIX {name}: <{iri}> " for name, iri in (prefixes or {}).items())


def _named(graph: Node) -> str:
    if isinstance(graph, NamedNode):
        return graph.value
    raise BadQuery("The graph without a name of another server cannot be asked for alone. Name a graph.")
