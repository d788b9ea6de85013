"""Whole graphs: replaced, added to, dropped (SPARQL 1.1 Graph Store HTTP Protocol, 5).

A graph is named by its IRI, "" is the one without a name, which is always there. Reading one is a query.
"""

from collections.abc import Sequence

from pyoxigraph import Triple

from kb.errors import NotFound
from kb.storing.payloads import insertion
from kb.storing.sparql import graph_node
from kb.storing.store import Store


def has(store: Store, graph: str) -> bool:
    """Whether there is such a graph."""
    return not graph or store.has_graph(graph)


def replace(store: Store, graph: str, triples: Sequence[Triple]) -> bool:
    """Have the graph hold these triples and no others; returns whether it is a new one."""
    is_new = not has(store, graph)
    store.run(f"CLEAR SILENT {_target(graph)} ; {_creation(graph)}{insertion(triples, _name(graph))}")
    return is_new


def add(store: Store, graph: str, triples: Sequence[Triple]) -> bool:
    """Have the graph hold these triples too; returns whether it is a new one."""
    is_new = not has(store, graph)
    store.run(f"{_creation(graph)}{insertion(triples, _name(graph))}")
    return is_new


def drop(store: Store, graph: str) -> None:
    """Have the graph no more; NotFound when there is none."""
    if not has(store, graph):
        raise NotFound(f"There is no graph {graph} here.")
    store.run(f"DROP SILENT {_target(graph)}")


def _name(graph: str) -> str:
    return str(graph_node(graph)) if graph else ""


def _target(graph: str) -> str:
    return f"GRAPH {_name(graph)}" if graph else "DEFAULT"


def _creation(graph: str) -> str:
    return f"CREATE SILENT GRAPH {_name(graph)} ; " if graph else ""
