"""What everyone, every place and every kind of event in the index is called.

The name in the graph of entities holds for all articles, else the English one of the vocabulary. Who has
neither is called as the first graph does, by its name, of those that show it and name it: so the unnamed of
the language are called, such as "an official". What is followed must come out as what is built.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat

from kb.storing.answer import Term, term_text
from kb.storing.database import Database
from kb.storing.index.deriving import Derived, derive
from kb.storing.index.keeping import parts_in
from kb.storing.index.lines import triples_in
from kb.storing.index.tellers import apart
from kb.storing.index.terms import Terms
from kb.storing.minting import entities_graph
from kb.storing.terms import LABEL, SKOS, node_of
from kb.storing.vocabulary import VOCABULARY

SHOWN = """SELECT e.parts, e.type, e.source FROM entry e JOIN document d ON d.id = e.document
WHERE d.graph = :graph UNION ALL SELECT '', NULL, publisher FROM document WHERE graph = :graph"""


def graph_text(store: Database, graph: str) -> str:
    """A graph as N-Triples."""
    return (store.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph)) or b"").decode()


def least(labels: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By IRI the label, of several the first in the order of letters."""
    found: dict[str, str] = {}
    for iri, label in labels:
        found[iri] = min(found.get(iri, label), label)
    return found


def is_english(term: Term) -> bool:
    """Whether it is a text in English."""
    return isinstance(term, ox.Literal) and term.language == "en"


def label_of(store: Database, base: str, iri: str) -> str | None:
    """The name of someone, somewhere or some kind of event that holds for all articles; None for none."""
    node = node_of(iri)
    if node is None:
        return None
    labels = [*store.quads_for_pattern(node, LABEL, None, entities_graph(base))]
    if not labels:
        kinds = store.quads_for_pattern(node, SKOS.prefLabel, None, VOCABULARY)
        labels = [quad for quad in kinds if is_english(quad.object)]
    return min((term_text(quad.object) for quad in labels), default=None)


def named_in(derived: Derived) -> dict[str, str]:
    """Those in a role, kinds and publishers whom the graph itself names."""
    iris = {iri for row in derived.entries for _, iri in row.parts}
    iris |= {row.type for row in derived.entries if row.type}
    iris |= {row.publisher for row in derived.documents if row.publisher}
    return {iri: derived.names[iri] for iri in iris & derived.names.keys()}


def shown_in(connection: sqlite3.Connection, graph: str) -> set[int]:
    """Who is in a role of what the index shows of a graph; kinds and publishers too."""
    found = set[int]()
    for parts, *others in connection.execute(SHOWN, {"graph": graph}):
        found.update(who for _, who in parts_in(parts))
        found.update(other for other in others if other is not None)
    return found


@dataclass
class Heard:
    """The names that graphs give, as they come while an index is filled."""

    told: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    late: set[str] = field(default_factory=set)  # who had got a row before

    def add(self, graph: str, derived: Derived, terms: Terms, known: Collection[str]) -> None:
        """Have those whom only graphs of articles name called so, as the first to come does."""
        names = {iri: name for iri, name in named_in(derived).items() if iri not in known}
        self.late |= terms.name_here(names)
        for iri, name in names.items():
            self.told[iri].append((graph, name))

    def names(self, connection: sqlite3.Connection, is_all: bool) -> Iterator[tuple[str, str | None]]:
        """By IRI, what those are called who came late, or all where not all that came is shown."""
        shown: dict[str, set[int]] = {}
        terms = Terms(connection)
        for iri in self.told if is_all else self.late:
            graphs = sorted(self.told[iri])
            for graph, _ in graphs:
                shown.setdefault(graph, shown_in(connection, graph))
            id_ = terms.known(iri)
            yield iri, next((name for graph, name in graphs if id_ in shown[graph]), None)


class Hearing:
    """The names that graphs give, looked up in the store; `several` are graphs that were read already."""

    def __init__(
        self, connection: sqlite3.Connection, store: Database, base: str, several: Mapping[str, Derived]
    ) -> None:
        self._connection = connection
        self._store = store
        self._apart = apart(base)
        self._names = {graph: derived.names for graph, derived in several.items()}
        self._shown: dict[str, set[int]] = {}

    def name_of(self, iri: str, id_: int) -> str | None:
        """What someone is called whom only graphs of articles name."""
        names = (self._named(graph).get(iri) for graph in self._naming(iri) if id_ in self._showing(graph))
        return next((name for name in names if name is not None), None)

    def _naming(self, iri: str) -> list[str]:
        node = node_of(iri)
        quads = self._store.quads_for_pattern(node, LABEL, None) if node else ()
        graphs = {quad.graph_name for quad in quads}
        return sorted({g.value for g in graphs if isinstance(g, NamedNode)} - self._apart)

    def _named(self, graph: str) -> Mapping[str, str]:
        if graph not in self._names:
            self._names[graph] = derive(triples_in(graph_text(self._store, graph))).names
        return self._names[graph]

    def _showing(self, graph: str) -> set[int]:
        if graph not in self._shown:
            self._shown[graph] = shown_in(self._connection, graph)
        return self._shown[graph]
