"""What changed in the store, changed in the index: a document's graph at a time, or all decisions on merges.

Each function may be done twice without harm: it makes the index show what the store holds now.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import count

from kb.storing.database import Database
from kb.storing.index.deriving import Derived, derive
from kb.storing.index.keeping import Kept, Untold, add, drop, put_in, rename
from kb.storing.index.lines import triples_in
from kb.storing.index.merged import Decisions, load_decisions, members_of, settle, weigh
from kb.storing.index.naming import Hearing, graph_text, label_of, named_in, shown_in
from kb.storing.index.placing import lift, put
from kb.storing.index.shelves import last_shelved
from kb.storing.index.tellers import apart, elsewhere, sharing, untold
from kb.storing.index.terms import Terms
from kb.storing.minting import entities_graph, merged_graph
from kb.storing.outbox import OUTBOX
from kb.storing.vocabulary import VOCABULARY


def catch_up(connection: sqlite3.Connection, store: Database, base: str, touched: Iterable[str]) -> None:
    """Show these graphs as they are now."""
    graphs = {*touched}
    _show_documents(connection, store, base, sorted(graphs - apart(base)))
    for graph, show in ((merged_graph(base), _show_merges), (VOCABULARY, _show_kinds)):
        if graph.value in graphs:
            show(connection, store, base)


def unfollowed(base: str) -> frozenset[str]:
    """The graphs of which only a new index shows whatever may have been done to them.

    All entries rest on the names, merges and kinds in them. What is done there by documents and decisions is
    followed: these change no name without a document that has it.
    """
    return frozenset({entities_graph(base).value, merged_graph(base).value, VOCABULARY.value, OUTBOX.value})


def _show_documents(
    connection: sqlite3.Connection, store: Database, base: str, graphs: Sequence[str]
) -> None:
    """Show what these graphs tell; what one of several leaves, another may get (`tellers`).

    That is taken out before it is put in elsewhere, so that nothing ever stands in the index twice.
    """
    several = sharing(
        connection, store, base, graphs, lambda graph: derive(triples_in(graph_text(store, graph)))
    )
    left, before = untold(several), [shown_in(connection, graph) for graph in several]
    if len(several) > 1:
        for graph, derived in several.items():
            without = left[graph] | elsewhere(connection, graph, derived)
            _show_document(connection, store, base, graph, derived, without)
    for graph, derived in several.items():
        _show_document(connection, store, base, graph, derived, left[graph])
    ids = set[int]().union(*before, *(shown_in(connection, graph) for graph in several))
    _call(connection, store, base, ids, Hearing(connection, store, base, several))


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
    named = _name(store, base, terms, derived)
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


def _name(store: Database, base: str, terms: Terms, derived: Derived) -> set[int]:
    """Give all who are new in a graph a name, so that entries are put in with it; returns the ids of all."""
    iris = {who for row in derived.entries for _, who in row.parts}
    iris |= {row.publisher for row in derived.documents if row.publisher}
    iris |= {row.type for row in derived.entries if row.type}
    here, new = named_in(derived), [iri for iri in iris if terms.known(iri) is None]
    terms.name(
        {iri: here.get(iri) if (label := label_of(store, base, iri)) is None else label for iri in new}
    )
    return {terms.id_of(iri) for iri in iris}


def _call(connection: sqlite3.Connection, store: Database, base: str, ids: set[int], heard: Hearing) -> None:
    """Give all who were or are in some graphs their names of now."""
    terms, names = Terms(connection), dict[str, str | None]()
    for id_, (iri, _) in _standing(connection, "term", ids).items():
        label = label_of(store, base, iri)
        names[iri] = heard.name_of(iri, id_) if label is None else label
    rename_all(connection, terms.name(names), terms)


def _join_names(
    connection: sqlite3.Connection, store: Database, base: str, ids: set[int], terms: Terms
) -> None:
    """Have these names stand as decided, and those that were or are one with them."""
    members = members_of(connection, "term", ids)
    decided = load_decisions(store, base, [iri for iri, _ in _standing(connection, "term", members).values()])
    members = members_of(connection, "term", members | _joined(store, base, terms, decided))
    before = _standing(connection, "term", members)
    if decided.stands or any(stands != id_ for id_, (_, stands) in before.items()):
        settle(connection, "term", members, decided)
        terms.forget_names()
        after = _standing(connection, "term", members)
        rename_all(connection, {id_ for id_ in members if before[id_] != after[id_]}, terms)


def _joined(store: Database, base: str, terms: Terms, decided: Decisions) -> set[int]:
    """Those that are one as decided; who is called somehow for all articles is there, if in none of them."""
    joined = decided.stands.keys() | {*decided.stands.values()}
    new = {iri: label_of(store, base, iri) for iri in joined if terms.known(iri) is None}
    terms.name({iri: label for iri, label in new.items() if label is not None})
    return {id_ for iri in joined if (id_ := terms.known(iri)) is not None}


def _stand(connection: sqlite3.Connection, store: Database, base: str, ids: Collection[int]) -> None:
    """Have entries that are in no place stand where they shall, and others that are now one with them."""
    iris = [iri for iri, _ in _standing(connection, "entry", ids).values()]
    decided = load_decisions(store, base, iris)
    others = members_of(connection, "entry", _changed(connection, "entry", decided, decided.stands)) - {*ids}
    lift(connection, others)
    moved = settle(connection, "entry", {*ids, *others}, decided)
    lift(connection, moved - others - {*ids})
    weigh(connection, moved, decided)
    put(connection, moved)


def _show_merges(connection: sqlite3.Connection, store: Database, base: str) -> None:
    decided, terms = load_decisions(store, base), Terms(connection)
    _joined(store, base, terms, decided)
    rename_all(connection, settle_names(connection, decided), terms)
    iris = decided.stands.keys() | _merged(connection, "entry")
    entries = _changed(connection, "entry", decided, iris) | _differing(connection, decided)
    affected = members_of(connection, "entry", entries)
    lift(connection, affected)
    now = settle(connection, "entry", affected, decided)
    lift(connection, now - affected)
    weigh(connection, now, decided)
    put(connection, now)


def settle_names(connection: sqlite3.Connection, decided: Decisions) -> set[int]:
    """Have all names stand as decided; returns those that stood otherwise."""
    changed = _changed(connection, "term", decided, decided.stands.keys() | _merged(connection, "term"))
    settle(connection, "term", changed, decided)
    return changed


def _changed(connection: sqlite3.Connection, table: str, decided: Decisions, iris: Iterable[str]) -> set[int]:
    """The rows of these IRIs that stand otherwise than decided."""
    sql = f"SELECT r.id, c.iri FROM {table} r JOIN {table} c ON c.id = r.stands WHERE r.iri = ?"  # noqa: S608
    rows = ((iri, row) for iri in iris for row in connection.execute(sql, [iri]))
    return {id_ for iri, (id_, stands) in rows if decided.stands.get(iri, iri) != stands}


def _merged(connection: sqlite3.Connection, table: str) -> set[str]:
    """The IRIs of rows that stand for others than themselves."""
    return {iri for (iri,) in connection.execute(f"SELECT iri FROM {table} WHERE stands <> id")}  # noqa: S608


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


def _show_kinds(connection: sqlite3.Connection, store: Database, base: str) -> None:
    rows = connection.execute("SELECT DISTINCT t.iri FROM term t JOIN entry e ON e.type = t.id").fetchall()
    labels = {iri: label for (iri,) in rows if (label := label_of(store, base, iri)) is not None}
    Terms(connection).name(labels)


def _standing(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
    sql = f"SELECT iri, stands FROM {table} WHERE id = ?"  # noqa: S608
    return {id_: connection.execute(sql, [id_]).fetchone() for id_ in ids}


def rename_all(connection: sqlite3.Connection, people: Iterable[int], terms: Terms) -> None:
    """Give the entries of these people, and of all who are one with them, their names of now."""
    for id_ in members_of(connection, "term", set(people)):
        rows = connection.execute("SELECT DISTINCT entry FROM span WHERE key = ?", [id_])
        rename(connection, [entry for (entry,) in rows], terms)
