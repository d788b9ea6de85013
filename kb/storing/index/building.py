"""The whole index from quads as they stream: names first, then a graph at a time, sorted at the end."""

import sqlite3
from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kb.storing.answer import term_text
from kb.storing.database import Database
from kb.storing.index.deriving import Derived, derive
from kb.storing.index.intervals import EVER, UNBOUNDED
from kb.storing.index.keeping import keep
from kb.storing.index.lines import triples_in
from kb.storing.index.merged import Decisions, load_decisions, settle, weigh
from kb.storing.index.placing import ALL, AT, COARSEST, GRAINS, SINCE, UNTIL, put, spans_between
from kb.storing.index.schema import EVERYTHING, create_lookups, create_tables
from kb.storing.index.terms import Terms
from kb.storing.index.updating import graph_text, is_english
from kb.storing.minting import entities_graph, merged_graph, review_graph
from kb.storing.outbox import OUTBOX
from kb.storing.terms import LABEL, SKOS
from kb.storing.vocabulary import VOCABULARY

Graphs = Iterable[tuple[str, Derived]]

FLOOR = "({side} - ((({side} % {width}) + {width}) % {width})) / {width}"  # SQLite's division cuts


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
    connection.execute("CREATE TEMP TABLE staged AS SELECT * FROM span WHERE FALSE")
    joined = _fill(connection, known, graphs)
    connection.execute(
        "INSERT INTO span SELECT * FROM staged ORDER BY key, undated, salience, level, at, entry"
    )
    connection.execute("DROP TABLE staged")
    _tally(connection)
    create_lookups(connection)
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
    others = {entities_graph(base), merged_graph(base), review_graph(base), OUTBOX, VOCABULARY}
    names = (graph for graph in store.named_graphs() if graph not in others)
    return [graph.value for graph in names if isinstance(graph, NamedNode)]


def graphs_of(store: Database, names: Iterable[str]) -> Graphs:
    """These graphs, read from the store one by one."""
    for name in names:
        yield name, derive(triples_in(graph_text(store, name)))


def _fill(connection: sqlite3.Connection, known: Known, graphs: Graphs) -> list[int]:
    """Put everything in and stage where it stands; returns the entries that are one with others."""
    terms, numbers = Terms(connection), count(1)
    joined: list[int] = []
    terms.fill(known.names, known.decided.stands)
    for graph, derived in graphs:
        terms.name_here(_in_roles(derived))
        kept = keep(connection, graph, derived, terms, lambda _: next(numbers))
        one = [id_ for id_, iri in kept.items() if iri in known.decided.stands]
        joined += one
        rows = spans_between(connection, min(kept), max(kept), one) if kept else ()
        connection.executemany("INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return joined


def _in_roles(derived: Derived) -> dict[str, str]:
    """Those in a role whom the graph itself names: the unnamed of the language, such as "an official"."""
    iris = (iri for row in derived.entries for _, iri in row.parts)
    return {iri: derived.names[iri] for iri in iris if iri in derived.names}


def _tally(connection: sqlite3.Connection) -> None:
    """Count what stands under `EVERYTHING`, finest grain first, each coarser one from the one before."""
    own = f"FROM span WHERE key = {EVERYTHING}"
    connection.execute(
        f"INSERT INTO tally SELECT {ALL}, {COARSEST}, undated, kind, 0, count(*) {own} GROUP BY undated, kind"
    )
    for side, column, bounded in (
        (AT, "at", f"level <> {UNBOUNDED}"),
        (SINCE, "since", f"since <> {-EVER}"),
        (UNTIL, "until", f"until <> {EVER}"),
    ):
        day = FLOOR.format(side=column, width=GRAINS[0])
        connection.execute(
            f"INSERT INTO tally SELECT {side}, 0, undated, kind, {day} AS bin, count(*) {own} AND {bounded} "
            "GROUP BY undated, kind, bin"
        )
        for grain in range(1, len(GRAINS)):
            coarser = FLOOR.format(side="bin", width=GRAINS[grain] // GRAINS[grain - 1])
            connection.execute(
                f"INSERT INTO tally SELECT side, {grain}, undated, kind, {coarser} AS coarse, sum(n) "  # noqa: S608
                f"FROM tally WHERE side = {side} AND grain = {grain - 1} GROUP BY undated, kind, coarse"
            )
