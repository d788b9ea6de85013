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
from kb.storing.index.naming import Heard, graph_text, is_english, least
from kb.storing.index.placing import put
from kb.storing.index.sampling import create_counted
from kb.storing.index.schema import create_full_texts, create_lookups, create_tables
from kb.storing.index.sorting import arrange, place_all, prepare
from kb.storing.index.tellers import apart, tell_once
from kb.storing.index.terms import Terms
from kb.storing.index.updating import rename_all, settle_names
from kb.storing.minting import entities_graph
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
        heard = _fill(connection, known, graphs)
    arrange(connection)
    create_lookups(connection)
    create_counted(connection)
    twice = tell_once(connection)
    create_full_texts(connection)
    joined = _joined(connection, known.decided)
    place_all(connection, joined)
    settle(connection, "entry", joined, known.decided)
    weigh(connection, joined, known.decided)
    put(connection, joined)
    _name(connection, known.decided, dict(heard.names(connection, is_all=twice)))
    connection.execute("COMMIT")


def _name(connection: sqlite3.Connection, decided: Decisions, labels: dict[str, str | None]) -> None:
    """Have those called so, and stand as decided, whom not all documents share."""
    terms = Terms(connection)
    changed = terms.name(labels) | settle_names(connection, decided)
    rename_all(connection, changed, Terms(connection))


def known_in(store: Database, base: str) -> Known:
    """What a store knows before the first entry."""
    names = kinds_in(store.quads_for_pattern(None, SKOS.prefLabel, None, VOCABULARY))
    people = store.quads_for_pattern(None, LABEL, None, entities_graph(base))
    names.update(least((term_text(q.subject), term_text(q.object)) for q in people))
    return Known(names, load_decisions(store, base))


def kinds_in(vocabulary: Iterable[ox.Quad]) -> dict[str, str]:
    """The kinds of event and all else that a vocabulary names in English, by IRI."""
    labels = (quad for quad in vocabulary if quad.predicate == SKOS.prefLabel)
    return least((term_text(q.subject), term_text(q.object)) for q in labels if is_english(q.object))


def document_graphs(store: Database, base: str) -> list[str]:
    """The names of the graphs of documents."""
    names = {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    return sorted(names - apart(base))


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


def _fill(connection: sqlite3.Connection, known: Known, graphs: Graphs) -> Heard:
    """Put everything in as it comes; the names that only graphs of documents give."""
    terms, kept, heard = Terms(connection), Kept([], []), Heard()
    documents, drafts = count(1), repeat(0)
    terms.fill(known.names, known.decided.stands)
    for graph, derived in graphs:
        heard.add(graph, derived, terms, known.names)
        add(kept, graph, derived, terms, documents, drafts)
        if len(kept.entries) >= AT_ONCE:
            put_in(connection, kept, "draft")
            kept = Kept([], [])
    put_in(connection, kept, "draft")
    return heard


def _joined(connection: sqlite3.Connection, decided: Decisions) -> list[int]:
    """The entries that are one with others."""
    sql = "SELECT id FROM entry WHERE iri = ?"
    return [id_ for iri in decided.stands for (id_,) in connection.execute(sql, [iri])]
