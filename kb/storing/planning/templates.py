"""The templates of an update: which quads they make of a row (SPARQL 1.1 Update, 3.1.3).

Oxigraph itself reads them: as data, with an IRI in place of each variable.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from kb.storing.planning.blanks import has_blank
from kb.storing.sparql.edits import Edit, edited
from kb.storing.sparql.operations import Operation
from kb.storing.sparql.tokens import Token
from kb.storing.sparql.touching import graphs_named
from kb.storing.terms import PREFIXES

VARIABLE = "urn:event-knowledge:variable:"

Row: TypeAlias = Mapping[str, Any]  # the terms of variables, None where one has none


@dataclass(frozen=True, slots=True)
class Template:
    """Quads with IRIs for variables; their blank nodes are made anew for each row."""

    quads: Sequence[Quad]
    variables: frozenset[str]

    @property
    def makes_blanks(self) -> bool:
        """Whether each row makes blank nodes of its own."""
        return any(map(has_blank, self.quads))

    def filled(self, row: Row) -> Iterator[Quad]:
        """What it makes of a row; nothing of a triple that has an unbound variable or is none of RDF."""
        fresh: dict[BlankNode, BlankNode] = {}
        for quad in self.quads:
            terms = [_filled(term, row, fresh) for term in quad]
            if None not in terms:
                with suppress(TypeError, ValueError):  # a literal as subject, and the like
                    yield Quad(*terms)


def deleted(operation: Operation, base: str) -> Template:
    """What an operation takes out."""
    return _template(operation, operation.deleted, base)


def inserted(operation: Operation, base: str) -> Template:
    """What an operation puts in."""
    return _template(operation, operation.inserted, base)


def graph_behind_with(operation: Operation, base: str) -> NamedNode | None:
    """The graph behind WITH, None where there is none."""
    if not operation.named:
        return None
    return NamedNode(*graphs_named(operation.declared, [operation.named], base))


def _template(operation: Operation, braces: Sequence[Token], base: str) -> Template:
    if not braces:
        return Template((), frozenset())
    variables = [token for token in braces if token.kind == "variable"]
    named = [Edit(token.start, token.end, f"<{VARIABLE}{token.text[1:]}>") for token in variables]
    text = edited(operation.sparql[: braces[-1].end], named)[braces[0].start :]
    quads = _data(f"{operation.declared} INSERT DATA {text}", base)
    if graph := graph_behind_with(operation, base):
        quads = [_in_graph(quad, graph) for quad in quads]
    return Template(quads, frozenset(token.text[1:] for token in variables))


def _in_graph(quad: Quad, graph: NamedNode) -> Quad:
    """A quad of the graph without a name as one of this graph; another as it is."""
    is_unnamed = quad.graph_name == DefaultGraph()
    return Quad(quad.subject, quad.predicate, quad.object, graph) if is_unnamed else quad


def _data(update: str, base: str) -> list[Quad]:
    store = ox.Store()
    store.update(update, base_iri=base, prefixes=PREFIXES)
    return list(store)


def _filled(term: Any, row: Row, fresh: dict[BlankNode, BlankNode]) -> Any:
    if isinstance(term, NamedNode) and term.value.startswith(VARIABLE):
        return row.get(term.value.removeprefix(VARIABLE))
    if isinstance(term, BlankNode):
        return fresh.setdefault(term, BlankNode())
    if isinstance(term, Triple):
        return _triple([_filled(part, row, fresh) for part in term])
    return term


def _triple(parts: Sequence[Any]) -> Triple | None:
    with suppress(TypeError, ValueError):
        return Triple(*parts)
    return None
