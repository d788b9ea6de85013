"""The quads of a store, open for questions."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from kb.errors import BadQuery, BadRequest
from kb.model import Filter
from kb.storing import changes
from kb.storing.answer import Answer
from kb.storing.database import Database
from kb.storing.failures import reported
from kb.storing.outbox import OUTBOX
from kb.storing.planning.plan import Plan
from kb.storing.planning.working_out import Workplace
from kb.storing.settings import Settings
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs, Hosts, ask, graph_node
from kb.storing.terms import EK, TYPE

if TYPE_CHECKING:
    from rdflib import Dataset


class Quads:
    """What a store holds, asked by SPARQL or by pattern; what it says of its own state is left out."""

    def __init__(self, quads: Database, settings: Settings, folder: Path | None = None) -> None:
        self._open: Database | None = quads
        self._settings = settings
        self._folder = folder

    @property
    def base_iri(self) -> str:
        """What the IRIs of this store's data begin with."""
        return self._settings.base_iri

    @property
    def folder(self) -> Path | None:
        """Where it lies, None in memory."""
        return self._folder

    def query(self, sparql: str, graphs: Graphs = EVERYTHING, hosts: Hosts = NOBODY) -> Answer:
        """The answer to a SPARQL 1.1 query over the union of all graphs, or these; BadQuery when it is none.

        Relative IRIs are below the base IRI. SERVICE is asked of these hosts only.
        """
        return ask(self._quads, sparql, graphs, hosts, self.base_iri, self._find)

    def plan(self, update: str, copy: Path | None = None, most: int | None = None) -> Plan:
        """What an update that is `prepared` would change here; in a copy of this, it may be done as it goes.

        Raises BadQuery for what cannot be read, and past so many quads in one operation.
        """
        quads = ox.Store(copy) if copy else self._quads
        if not isinstance(quads, ox.Store):
            raise BadRequest("Updates of another server's quads are worked out there.")
        return Workplace(quads, self.base_iri, most).plan(update)

    def _find(self, wanted: Filter) -> list[str]:
        """The IRIs of the entries a filter lets through, of which only a store with an index knows."""
        raise BadQuery(f"There is no index of timelines here that could be asked for {wanted}.")

    def has_graph(self, iri: str) -> bool:
        """Whether there is a named graph of this IRI; it may be empty."""
        return self._quads.contains_named_graph(graph_node(iri))

    def graphs(self) -> list[str]:
        """The names of all graphs, but for that of the store's own state."""
        names = (graph for graph in self._quads.named_graphs() if graph != OUTBOX)
        return [graph.value for graph in names if isinstance(graph, NamedNode)]

    def __contains__(self, iri: str) -> bool:
        """Whether a document of this IRI is stored."""
        return any(self.quads(iri, TYPE.value, EK.SourceDocument.value))

    def __len__(self) -> int:
        """How many triples are stored, the vocabulary included."""
        return len(self._quads) - sum(1 for _ in changes.graph_quads(self._quads, OUTBOX))

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object_iri: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The quads that match these IRIs, None matching all; none for what is no IRI."""
        try:
            pattern = [
                None if iri is None else NamedNode(iri) for iri in (subject, predicate, object_iri, graph)
            ]
        except ValueError:
            return
        with reported(self._folder):
            found = self._quads.quads_for_pattern(*pattern)
            yield from (quad for quad in found if quad.graph_name != OUTBOX)

    def unnamed(self) -> Iterator[Quad]:
        """The quads no IRI of a graph finds: those of the default graph, and of graphs with blank names."""
        with reported(self._folder):
            yield from self._quads.quads_for_pattern(None, None, None, DefaultGraph())
            for name in self._quads.named_graphs():
                if isinstance(name, BlankNode):
                    yield from self._quads.quads_for_pattern(None, None, None, name)

    def dataset(self) -> "Dataset":
        """The store as an rdflib Dataset, its default graph the union of all.

        As long as it is held, the folder stays open, and locked if it is open for writing.
        """
        from kb.storing.dataset import dataset_over

        if not isinstance(self._quads, ox.Store):
            raise BadRequest("Ask the server itself by rdflib's SPARQLStore: no quads lie here.")
        return dataset_over(self._quads)

    @property
    def _quads(self) -> Database:
        if self._open is None:
            raise ValueError("the store is closed")
        return self._open
