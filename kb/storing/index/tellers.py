"""Documents and entries that several graphs tell: each is shown once, as the graph of the least name has it.

Our own articles have a graph each, but anybody may copy one by SPARQL (`COPY`, `MOVE`), or load a file in
which two graphs describe the same.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kb.storing.database import Database
from kb.storing.index.deriving import Derived
from kb.storing.outbox import OUTBOX
from kb.storing.terms import EK, TYPE

ONCE = (
    ("document", "SELECT id, min(graph) FROM document GROUP BY iri"),
    ("entry", "SELECT e.id, min(d.graph) FROM entry e JOIN document d ON d.id = e.document GROUP BY e.iri"),
)
UNTOLD = "DELETE FROM entry WHERE document NOT IN (SELECT id FROM document)"


def tell_once(connection: sqlite3.Connection) -> None:
    """Have each document and each entry once in an index that is being built."""
    for table, first in ONCE:
        if connection.execute(f"SELECT 1 FROM {table} GROUP BY iri HAVING count(*) > 1 LIMIT 1").fetchone():  # noqa: S608
            connection.execute(f"DELETE FROM {table} WHERE id NOT IN (SELECT id FROM ({first}))")  # noqa: S608
            connection.execute(UNTOLD)


def sharing(connection: sqlite3.Connection, store: Database, graphs: Iterable[str]) -> set[str]:
    """These graphs, and all that tell of the documents which these tell of or told of."""
    found = set(graphs)
    for graph in [*found]:
        told = {iri for (iri,) in connection.execute("SELECT iri FROM document WHERE graph = ?", [graph])}
        told |= {
            quad.subject.value
            for quad in store.quads_for_pattern(None, TYPE, EK.SourceDocument, NamedNode(graph))
            if isinstance(quad.subject, NamedNode)
        }
        found.update(name for iri in told for name in _tellers(store, iri))
    return found


def own(connection: sqlite3.Connection, store: Database, graph: str, derived: Derived) -> Derived:
    """What of a graph is shown: not what one of a lesser name tells, nor what the index has of another."""
    documents = [
        row
        for row in derived.documents
        if min(_tellers(store, row.iri)) == graph
        and not _is_elsewhere(connection, "document", row.iri, graph)
    ]
    entries = [row for row in derived.entries if not _is_elsewhere(connection, "entry", row.iri, graph)]
    return derived._replace(documents=documents, entries=entries)


def _tellers(store: Database, document: str) -> Iterator[str]:
    quads = store.quads_for_pattern(NamedNode(document), TYPE, EK.SourceDocument)
    names = (quad.graph_name for quad in quads)
    return (name.value for name in names if isinstance(name, NamedNode) and name != OUTBOX)


def _is_elsewhere(connection: sqlite3.Connection, table: str, iri: str, graph: str) -> bool:
    of = "id" if table == "document" else "document"
    sql = f"SELECT graph FROM document WHERE id = (SELECT {of} FROM {table} WHERE iri = ?)"  # noqa: S608
    found = connection.execute(sql, [iri]).fetchone()
    return found is not None and found[0] != graph
