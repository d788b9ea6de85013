"""Documents and entries that several graphs tell: each is shown once, as the graph of the least name has it.

Our own articles have a graph each, but anybody may copy one by SPARQL (`COPY`, `MOVE`), or load a file in
which two graphs describe the same. A document is the least graph's that describes it; an entry the least
one's of those that describe its document and have it. What is followed must come out as what is built.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

import pyoxigraph as ox

from kb.storing.database import Database
from kb.storing.index.deriving import Derived, EntryRow
from kb.storing.index.keeping import Untold
from kb.storing.minting import entities_graph, links_graph, merged_graph, review_graph
from kb.storing.outbox import OUTBOX
from kb.storing.terms import EK, TYPE
from kb.storing.vocabulary import VOCABULARY

T = TypeVar("T")

ONCE = (
    ("document", "SELECT id, min(graph) FROM document GROUP BY iri"),
    ("entry", "SELECT e.id, min(d.graph) FROM entry e JOIN document d ON d.id = e.document GROUP BY e.iri"),
)
UNTOLD = "DELETE FROM entry WHERE document NOT IN (SELECT id FROM document)"
HELD = """SELECT iri FROM document WHERE graph = :graph UNION ALL
SELECT e.iri FROM entry e JOIN document d ON d.id = e.document WHERE d.graph = :graph"""
TELLERS = f"""SELECT DISTINCT ?graph {{ VALUES ?told {{ {{}} }} GRAPH ?graph {{
{{ ?told a {EK.SourceDocument} }} UNION {{ ?told {EK.statedIn} ?document }} }} }}""".replace("{}", "%s")
AT_ONCE = 500  # IRIs in a question


def apart(base: str) -> frozenset[str]:
    """The graphs that tell of no document, "" being the one without a name."""
    shared = (of(base).value for of in (entities_graph, merged_graph, review_graph, links_graph))
    return frozenset({*shared, OUTBOX.value, VOCABULARY.value, ""})


def tell_once(connection: sqlite3.Connection) -> bool:
    """Have each document and each entry once in an index that is being built; whether any stood twice."""
    twice = False
    for table, first in ONCE:
        if connection.execute(f"SELECT 1 FROM {table} GROUP BY iri HAVING count(*) > 1 LIMIT 1").fetchone():  # noqa: S608
            connection.execute(f"DELETE FROM {table} WHERE id NOT IN (SELECT id FROM ({first}))")  # noqa: S608
            connection.execute(UNTOLD)
            twice = True
    return twice


def sharing(
    connection: sqlite3.Connection,
    store: Database,
    base: str,
    graphs: Iterable[str],
    derived: Callable[[str], Derived],
) -> dict[str, Derived]:
    """What these graphs give, and all that tell of what these tell or told of, and so on, in their order."""
    found: dict[str, Derived] = {}
    waiting, others = {*graphs}, apart(base)
    while waiting:
        graph = waiting.pop()
        found[graph] = derived(graph)
        waiting |= {*_tellers(store, _told_in(connection, graph, found[graph]))} - found.keys() - others
    return {graph: found[graph] for graph in sorted(found)}


def untold(several: Mapping[str, Derived]) -> dict[str, Untold]:
    """What each of these graphs leaves to another; they are all that tell of the same."""
    document = _firsts({graph: [row.iri for row in one.documents] for graph, one in several.items()})
    own = {graph: [*_entries(one, graph, document)] for graph, one in several.items()}
    entry = _firsts({graph: [row.iri for row in rows] for graph, rows in own.items()})
    return {
        graph: Untold(
            frozenset(row.iri for row in one.documents if document[row.iri] != graph),
            frozenset(row.iri for row in own[graph] if entry[row.iri] != graph),
        )
        for graph, one in several.items()
    }


def elsewhere(connection: sqlite3.Connection, graph: str, derived: Derived) -> Untold:
    """What of a graph the index still has of another one."""
    is_held = partial(_is_elsewhere, connection)
    return Untold(
        frozenset(row.iri for row in derived.documents if is_held("document", row.iri, graph)),
        frozenset(row.iri for row in derived.entries if is_held("entry", row.iri, graph)),
    )


def _entries(one: Derived, graph: str, document: Mapping[str, str]) -> Iterator[EntryRow]:
    return (row for row in one.entries if document.get(row.document) == graph)


def _firsts(told: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The least of the graphs that tell each of these IRIs."""
    found: dict[str, str] = {}
    for graph in sorted(told):
        for iri in told[graph]:
            found.setdefault(iri, graph)
    return found


def _told_in(connection: sqlite3.Connection, graph: str, derived: Derived) -> set[str]:
    """The IRIs of what a graph tells, and of what the index has of it."""
    held = {iri for (iri,) in connection.execute(HELD, {"graph": graph})}
    return held | {row.iri for row in derived.documents} | {row.iri for row in derived.entries}


def _tellers(store: Database, told: Iterable[str]) -> Iterator[str]:
    """The graphs that tell of any of these documents and entries.

    A blank node has no name that a question could hold: documents alone may be one.
    """
    told = {*told}
    blank = {iri for iri in told if iri.startswith("_:")}
    for iri in blank:
        quads = store.quads_for_pattern(ox.BlankNode(iri.removeprefix("_:")), TYPE, EK.SourceDocument)
        yield from (q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode))
    terms = [str(ox.NamedNode(iri)) for iri in told - blank]
    for start in range(0, len(terms), AT_ONCE):
        rows = store.query(TELLERS % " ".join(terms[start : start + AT_ONCE]))
        if isinstance(rows, ox.QuerySolutions):
            names = (row["graph"] for row in rows)
            yield from (one.value for one in names if isinstance(one, ox.NamedNode))


def _is_elsewhere(connection: sqlite3.Connection, table: str, iri: str, graph: str) -> bool:
    of = "id" if table == "document" else "document"
    sql = f"SELECT graph FROM document WHERE id = (SELECT {of} FROM {table} WHERE iri = ?)"  # noqa: S608
    found = connection.execute(sql, [iri]).fetchone()
    return found is not None and found[0] != graph
