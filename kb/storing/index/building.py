"""The whole index from quads as they stream: names first, then a graph at a time, sorted at the end."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
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
from kb.storing.index.placing import ALL, AT, COARSEST, GRAINS, SINCE, UNTIL, put
from kb.storing.index.sampling import sample_parts, within
from kb.storing.index.schema import EVERYTHING, PUBLISHED, SAID, create_lookups, create_tables
from kb.storing.index.terms import Terms
from kb.storing.index.updating import graph_text, is_english
from kb.storing.minting import entities_graph, links_graph, merged_graph, review_graph
from kb.storing.outbox import OUTBOX
from kb.storing.terms import LABEL, SKOS
from kb.storing.vocabulary import VOCABULARY

Graphs = Iterable[tuple[str, Derived]]

# Where entries stand that are one with no other: `placing.spans`, in SQL for all of them at once.
DATED = "undated, salience, level, at, id, since, until, kind"
ALONE = "FROM entry e WHERE NOT EXISTS (SELECT 1 FROM joined j WHERE j.entry = e.id)"
UNDER_TERMS = f"""INSERT INTO span SELECT key, {DATED} FROM keyed JOIN entry e ON e.id = keyed.entry
WHERE NOT EXISTS (SELECT 1 FROM joined j WHERE j.entry = e.id)
ORDER BY key, undated, salience, level, at, id"""  # noqa: S608
ORDERED = "ORDER BY undated, salience, level, at, id"
UNDER_EVERYTHING = f"INSERT INTO span SELECT {EVERYTHING}, {DATED} {ALONE} {ORDERED}"
UNDER_SAMPLES = [
    f"INSERT INTO span SELECT {key}, {DATED} {ALONE}{within('id', part)} {ORDERED}"
    for key, part in sample_parts()
]
MOMENT = (
    "{at} IS NULL, salience, CASE WHEN {at} IS NULL THEN {unbounded} ELSE 0 END, coalesce({at}, 0), id, "
    "coalesce({at}, {never}), coalesce({at}, {ever}), kind"
)
UNDER_MOMENTS = [
    f"INSERT INTO span SELECT {key}, {MOMENT.format(at=at, unbounded=UNBOUNDED, never=-EVER, ever=EVER)} "
    f"{ALONE} ORDER BY 2, 3, 4, 5, 6"
    for key, at in ((SAID, "said"), (PUBLISHED, "published"))
]

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
    connection.execute("CREATE TEMP TABLE keyed (key INTEGER NOT NULL, entry INTEGER NOT NULL)")
    connection.execute("CREATE TEMP TABLE joined (entry INTEGER PRIMARY KEY)")
    joined = _fill(connection, known, graphs)
    connection.executemany("INSERT INTO joined VALUES (?)", ((id_,) for id_ in joined))
    for sql in (UNDER_TERMS, UNDER_EVERYTHING, *UNDER_MOMENTS, *UNDER_SAMPLES):
        connection.execute(sql)
    connection.execute("DROP TABLE keyed")
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
    shared = {of(base) for of in (entities_graph, merged_graph, review_graph, links_graph)}
    others = {*shared, OUTBOX, VOCABULARY}
    names = (graph for graph in store.named_graphs() if graph not in others)
    return [graph.value for graph in names if isinstance(graph, NamedNode)]


def graphs_of(store: Database, names: Iterable[str]) -> Graphs:
    """These graphs, read from the store one by one."""
    for name in names:
        yield name, derive(triples_in(graph_text(store, name)))


def _fill(connection: sqlite3.Connection, known: Known, graphs: Graphs) -> list[int]:
    """Put everything in and note what it stands under; returns the entries that are one with others."""
    terms, numbers = Terms(connection), count(1)
    joined: list[int] = []
    terms.fill(known.names, known.decided.stands)
    for graph, derived in graphs:
        terms.name_here(_in_roles(derived))
        kept = keep(connection, graph, derived, terms, lambda _: next(numbers))
        joined += [id_ for id_, iri in kept.items() if iri in known.decided.stands]
        connection.executemany("INSERT INTO keyed VALUES (?, ?)", _keys(derived, terms, kept))
    return joined


def _keys(derived: Derived, terms: Terms, kept: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """What each entry of a graph stands under, besides the keys of our own."""
    published_by = {row.iri: row.publisher for row in derived.documents}
    rows = {row.iri: row for row in derived.entries}
    for id_, iri in kept.items():
        row = rows[iri]
        keys = {row.type, published_by[row.document], *(who for _, who in row.parts)}
        yield from ((terms.id_of(key), id_) for key in keys if key)


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
