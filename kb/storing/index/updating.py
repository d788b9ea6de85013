"""What changed in the store, changed in the index: a document's graph at a time, or all decisions on merges.

Each function may be done twice without harm: it makes the index show what the store holds now.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import count

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat

from kb.storing.answer import Term, term_text
from kb.storing.database import Database
from kb.storing.index.deriving import Derived, derive
from kb.storing.index.keeping import Kept, Untold, add, drop, parts_in, put_in, rename
from kb.storing.index.lines import triples_in
from kb.storing.index.merged import Decisions, load_decisions, members_of, settle, weigh
from kb.storing.index.placing import lift, put
from kb.storing.index.shelves import last_shelved
from kb.storing.index.tellers import elsewhere, sharing, untold
from kb.storing.index.terms import Terms
from kb.storing.minting import entities_graph, links_graph, merged_graph, review_graph
from kb.storing.terms import LABEL, SKOS
from kb.storing.vocabulary import VOCABULARY


def catch_up(connection: sqlite3.Connection, store: Database, base: str, touched: Iterable[str]) -> None:
    """Show these graphs as they are now."""
    shared = {of(base).value for of in (entities_graph, review_graph, links_graph)}
    apart = {merged_graph(base).value: _show_merges, VOCABULARY.value: _show_kinds}
    graphs = [*touched]
    _show_documents(
        connection, store, base, [graph for graph in graphs if graph not in shared | apart.keys()]
    )
    for graph, show in apart.items():
        if graph in graphs:
            show(connection, store, base)


def _show_documents(
    connection: sqlite3.Connection, store: Database, base: str, graphs: Sequence[str]
) -> None:
    """Show what these graphs tell; what one of several leaves, another may get (`tellers`).

    That is taken out before it is put in elsewhere, so that nothing ever stands in the index twice.
    """
    several = sharing(connection, store, graphs, lambda graph: derive(triples_in(graph_text(store, graph))))
    left = untold(several)
    if len(several) > 1:
        for graph, derived in several.items():
            without = left[graph] | elsewhere(connection, graph, derived)
            _show_document(connection, store, base, graph, derived, without)
    for graph, derived in several.items():
        _show_document(connection, store, base, graph, derived, left[graph])


def graph_text(store: Database, graph: str) -> str:
    """A graph as N-Triples."""
    return (store.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph)) or b"").decode()


def label_of(store: Database, iri: str) -> str | None:
    """The name of someone or somewhere; of a kind of event, that in English."""
    node = NamedNode(iri)
    for quad in store.quads_for_pattern(node, LABEL, None):
        return term_text(quad.object)
    labels = (quad.object for quad in store.quads_for_pattern(node, SKOS.prefLabel, None))
    return next((term_text(label) for label in labels if is_english(label)), None)


def is_english(term: Term) -> bool:
    """Whether it is a text in English."""
    return isinstance(term, ox.Literal) and term.language == "en"


def _show_document(
    connection: sqlite3.Connection,
    store: Database,
    base: str,
    graph: str,
    derived: Derived,
    without: Untold,
) -> None:
    terms = Terms(connection)
    rows = connection.execute(
        "SELECT id FROM entry WHERE document IN (SELECT id FROM document WHERE graph = ?)", [graph]
    )
    old = {id_ for (id_,) in rows}
    named = _name(connection, store, terms, derived, _people(connection, old))
    _join_names(connection, store, base, named, terms)
    kept = Kept([], [])
    documents, entries = (count(_last(connection, table) + 1) for table in ("document", "entry"))
    add(kept, graph, derived, terms, documents, entries, without)
    lifted = members_of(connection, "entry", old)
    lift(connection, lifted)
    drop(connection, old)
    connection.execute("DELETE FROM document WHERE graph = ?", [graph])
    put_in(connection, kept)
    _stand(connection, store, base, {*(lifted - old), *(id_ for id_, *_ in kept.entries)})


def _last(connection: sqlite3.Connection, table: str) -> int:
    """The number behind which new rows go: never among entries that are numbered in order."""
    (last,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()  # noqa: S608
    return max(int(last), last_shelved(connection))


def _name(
    connection: sqlite3.Connection, store: Database, terms: Terms, derived: Derived, people: set[int]
) -> set[int]:
    """Give all who were or are in a document their names of now; returns their ids."""
    iris = {who for row in derived.entries for _, who in row.parts}
    iris |= {row.publisher for row in derived.documents if row.publisher}
    iris |= {row.type for row in derived.entries if row.type}
    iris |= {connection.execute("SELECT iri FROM term WHERE id = ?", [id_]).fetchone()[0] for id_ in people}
    changed = terms.name({iri: label_of(store, iri) for iri in iris})
    _rename_all(connection, changed, terms)
    return {terms.id_of(iri) for iri in iris}


def _join_names(
    connection: sqlite3.Connection, store: Database, base: str, ids: set[int], terms: Terms
) -> None:
    """Have these names stand as decided, and those that were one with them."""
    members = members_of(connection, "term", ids)
    before = _standing(connection, "term", members)
    decided = load_decisions(store, base, [iri for iri, _ in before.values()])
    if decided.stands or any(stands != id_ for id_, (_, stands) in before.items()):
        settle(connection, "term", members, decided)
        terms.forget_names()
        after = _standing(connection, "term", members)
        _rename_all(connection, {id_ for id_ in members if before[id_] != after[id_]}, terms)


def _stand(connection: sqlite3.Connection, store: Database, base: str, ids: Collection[int]) -> None:
    """Have entries that are in no place stand where they shall."""
    iris = [iri for iri, _ in _standing(connection, "entry", ids).values()]
    decided = load_decisions(store, base, iris)
    moved = settle(connection, "entry", ids, decided)
    lift(connection, moved - {*ids})
    weigh(connection, moved, decided)
    put(connection, moved)


def _show_merges(connection: sqlite3.Connection, store: Database, base: str) -> None:
    decided, terms = load_decisions(store, base), Terms(connection)
    changed = _changed(connection, "term", decided)
    if changed:
        settle(connection, "term", changed, decided)
        _rename_all(connection, members_of(connection, "term", changed), terms)
    entries = _changed(connection, "entry", decided) | _differing(connection, decided)
    affected = members_of(connection, "entry", entries)
    lift(connection, affected)
    now = settle(connection, "entry", affected, decided)
    lift(connection, now - affected)
    weigh(connection, now, decided)
    put(connection, now)


def _changed(connection: sqlite3.Connection, table: str, decided: Decisions) -> set[int]:
    """The rows that stand otherwise than decided."""
    found: set[int] = set()
    merged = connection.execute(
        f"SELECT r.iri, c.iri FROM {table} r JOIN {table} c ON c.id = r.stands WHERE r.stands <> r.id"  # noqa: S608
    )
    before = dict(merged)
    for iri in before.keys() | decided.stands.keys():
        if before.get(iri, iri) != decided.stands.get(iri, iri):
            row = connection.execute(f"SELECT id FROM {table} WHERE iri = ?", [iri]).fetchone()  # noqa: S608
            found.update(row or ())
    return found


def _differing(connection: sqlite3.Connection, decided: Decisions) -> set[int]:
    """The entries that stand for others and are not yet said to differ as decided."""
    found = set()
    rows = connection.execute(
        "SELECT id, iri, differs FROM entry WHERE id IN (SELECT stands FROM entry WHERE stands <> id)"
    )
    for id_, iri, differs in rows.fetchall():
        if decided.differ.get(iri, "") != differs:
            found.add(id_)
    return found


def _show_kinds(connection: sqlite3.Connection, store: Database, _base: str) -> None:
    rows = connection.execute("SELECT DISTINCT t.iri FROM term t JOIN entry e ON e.type = t.id").fetchall()
    labels = {iri: label for (iri,) in rows if (label := label_of(store, iri)) is not None}
    Terms(connection).name(labels)


def _people(connection: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    rows = (connection.execute("SELECT parts FROM entry WHERE id = ?", [id_]).fetchone() for id_ in ids)
    return {who for (parts,) in rows for _, who in parts_in(parts)}


def _standing(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
    sql = f"SELECT iri, stands FROM {table} WHERE id = ?"  # noqa: S608
    return {id_: connection.execute(sql, [id_]).fetchone() for id_ in ids}


def _rename_all(connection: sqlite3.Connection, people: Iterable[int], terms: Terms) -> None:
    """Give the entries of these people, and of all who are one with them, their names of now."""
    for id_ in members_of(connection, "term", set(people)):
        rows = connection.execute("SELECT DISTINCT entry FROM span WHERE key = ?", [id_])
        rename(connection, [entry for (entry,) in rows], terms)
