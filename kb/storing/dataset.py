"""The store as an rdflib Dataset, for whoever works with rdflib.

Pass queries as plain strings: those go to Oxigraph. Prepared queries fall to rdflib's own evaluator,
which gives the same answers far more slowly.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import XSD, Dataset, Graph, Literal
from rdflib.query import Result
from rdflib.term import Node

from kb.storing.terms import PREFIXES


def dataset_over(quads: ox.Store) -> Dataset:
    """A Dataset over these quads: a named graph for each document, the union of all as default graph."""
    dataset = Dataset(store=PlainStrings(store=quads), default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset


class PlainStrings(OxigraphStore):
    """Gives strings as rdflib's parsers do; Oxigraph's are xsd:string, which rdflib holds for unequal."""

    def triples(self, pattern: Any, context: Graph | None = None) -> Iterator[Any]:
        for triple, contexts in super().triples(pattern, context):
            yield tuple(map(_plain, triple)), contexts

    def query(self, query: Any, *arguments: Any, **keywords: Any) -> Result:
        result: Result = super().query(query, *arguments, **keywords)
        if result.type == "SELECT":
            result.bindings = [_plain_row(row) for row in result.bindings]
        if result.type == "CONSTRUCT" and result.graph is not None:
            plain = Graph()
            for subject, predicate, value in result.graph:
                plain.add((subject, predicate, _plain(value)))
            result.graph = plain
        return result


def _plain_row(row: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return {variable: _plain(term) for variable, term in row.items() if term is not None}


def _plain(term: Node) -> Node:
    return Literal(str(term)) if isinstance(term, Literal) and term.datatype == XSD.string else term
