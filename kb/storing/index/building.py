"""The whole index from quads as they stream: names first, then a graph at a time, sorted at the end."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count, repeat
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kb.storing.answer import term_text
from kb.storing.database import Database
from kb.storing.index.deriving import Derived, derive
from kb.storing.index.keeping import Kept, add, put_in
from kb.storing.index.lines import triples_in
from kb.storing.index.merged import Decisions, load_decisions, settle, weigh
from kb.storing.index.placing import put
from kb.storing.index.sampling import create_counted
from kb.storing.index.schema import create_full_texts, create_lookups, create_tables
from kb.storing.index.sorting import arrange, place_all, prepare
from kb.storing.index.tellers import tell_once
from kb.storing.index.terms import Terms
from kb.storing.index.updating import graph_text, is_english
from kb.storing.minting import entities_graph, links_graph, merged_graph, review_graph
from kb.storing.outbox import OUTBOX
from kb.storing.terms import LABEL, SKOS
from kb.storing.vocabulary import VOCABULARY

AT_ONCE = 2000  # rows put in

Graphs = Iterable[tuple[str, Derived]]


class Known(NamedTuple):
    """What must be known before the first entry: names by IRI, and what was found to be one."""

    names: dict[str, str]
    decided: Decisions


def build(connection: sqlite3.Connection, known: Known, graphs: Graphs) -> None:
    """Fill an empty database with the graphs of documents."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    create_tables(connection)
    prepare(connection)
    with _uncollected():
        _fill(connection, known, graphs)
    arrange(connection)
    create_lookups(connection)
    create_counted(connection)
    tell_once(connection)
    create_full_texts(connection)
    joined = _joined(connection, known.decided)
    place_all(connection, joined)
    settle(connection, "entry", joined, known.decided)
    weigh(connection, joined, known.decided)
    put(connection, joined)
    connection.execute("COMMIT")


def known_in(store: Database, base: str) -> Known:
    """What a store knows before the first entry."""
    names = kinds_in(store.quads_for_pattern(None, SKOS.prefLabel, None, VOCABULARY))
    people = store.quads_for_pattern(None, LABEL, None, entities_graph(base))
    names.update((term_text(q.subject), term_text(q.object)) for q in people)
    return Known(names, load_decisions(store, base))


def kinds_in(vocabulary: Iterable[ox.Quad]) -> dict[str, str]:
    """The kinds of event and all else that a vocabulary names in English, by IRI."""
    labels = (quad for quad in vocabulary if quad.predicate == SKOS.prefLabel)
    return {term_text(q.subject): term_text(q.object) for q in labels if is_english(q.object)}


def document_graphs(store: Database, base: str) -> list[str]:
    """The names of the graphs of documents."""
    shared = {of(base) for of in (entities_graph, merged_graph, review_graph, links_graph)}
    others = {*shared, OUTBOX, VOCABULARY}
    names = (graph for graph in store.named_graphs() if graph not in others)
    return [graph.value for graph in names if isinstance(graph, NamedNode)]


def graphs_of(store: Database, names: Iterable[str]) -> Graphs:
    """These graphs, read from the store one by one."""
    for name in names:
        yield name, derive(triples_in(graph_text(store, name)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage in cycles: rows have none, and millions of them are looked through."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _fill(connection: sqlite3.Connection, known: Known, graphs: Graphs) -> None:
    """Put everything in as it comes."""
    terms, kept = Terms(connection), Kept([], [])
    documents, drafts = count(1), repeat(0)
    terms.fill(known.names, known.decided.stands)
    for graph, derived in graphs:
        terms.name_here(_in_roles(derived))
        add(kept, graph, derived, terms, documents, drafts)
        if len(kept.entries) >= AT_ONCE:
            put_in(connection, kept, "draft")
            kept = Kept([], [])
    put_in(connection, kept, "draft")


def _joined(connection: sqlite3.Connection, decided: Decisions) -> list[int]:
    """The entries that are one with others."""
    sql = "SELECT id FROM entry WHERE iri = ?"
    return [id_ for iri in decided.stands for (id_,) in connection.execute(sql, [iri])]


def _in_roles(derived: Derived) -> dict[str, str]:
    """Those in a role whom the graph itself names: the unnamed of the language, such as "an official"."""
    iris = (iri for row in derived.entries for _, iri in row.parts)
    return {iri: derived.names[iri] for iri in iris if iri in derived.names}
