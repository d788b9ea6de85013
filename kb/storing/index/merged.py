"""What stands for what, in the index as the store has it in `graph/merged`."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kb.storing.answer import term_text
from kb.storing.database import Database
from kb.storing.index.lines import Triples, value_of
from kb.storing.minting import merged_graph
from kb.storing.terms import EK, node_of


@dataclass(frozen=True, slots=True)
class Decisions:
    """By IRI, what stands for each of several that are one; and where they differ, by what stands for all."""

    stands: dict[str, str] = field(default_factory=dict)
    differ: dict[str, str] = field(default_factory=dict)


def load_decisions(store: Database, base: str, iris: Iterable[str] | None = None) -> Decisions:
    """The decisions on these IRIs, on all when None."""
    graph, found = merged_graph(base), Decisions()
    members = None if iris is None else [one for iri in iris if (one := node_of(iri)) is not None]
    for node in _nodes(store, graph, members):
        facts = list(store.quads_for_pattern(node, None, None, graph))
        canonical = min((term_text(q.object) for q in facts if q.predicate == EK.canonical), default=None)
        if canonical is None:
            continue
        found.stands.update((term_text(q.object), canonical) for q in facts if q.predicate == EK.version)
        found.differ.update(
            (canonical, term_text(q.object)) for q in facts if q.predicate == EK.disagreements
        )
    return found


def decisions_in(triples: Triples) -> Decisions:
    """The decisions that the triples of `graph/merged` tell."""
    found = Decisions()
    split = (triple.split(" ", 2) for triple in triples)
    facts = [(node, predicate[1:-1], value_of(term)) for node, predicate, term in split]
    canonical = {node: value for node, predicate, value in facts if predicate == EK.canonical.value}
    for node, predicate, value in facts:
        if predicate == EK.version.value:
            found.stands[value] = canonical[node]
        if predicate == EK.disagreements.value:
            found.differ[canonical[node]] = value
    return found


def _nodes(
    store: Database, graph: NamedNode, members: list[NamedNode] | None
) -> Iterator[NamedNode | ox.BlankNode | ox.Triple]:
    for member in [None] if members is None else members:
        for quad in store.quads_for_pattern(None, EK.version, member, graph):
            yield quad.subject


def members_of(connection: sqlite3.Connection, table: str, ids: Collection[int]) -> set[int]:
    """These rows of `entry` or `term`, and all that are one with them."""
    found = set(ids)
    for id_ in ids:
        rows = connection.execute(
            f"SELECT id, stands FROM {table} WHERE stands <> id "  # noqa: S608
            f"AND stands = (SELECT stands FROM {table} WHERE id = ?)",
            [id_],
        )
        found.update(number for row in rows for number in row)
    return found


def settle(connection: sqlite3.Connection, table: str, ids: Collection[int], decided: Decisions) -> set[int]:
    """Have these rows stand as decided; returns all that are now one with them, they included."""
    for id_ in ids:
        connection.execute(f"UPDATE {table} SET stands = id WHERE id = ?", [id_])  # noqa: S608
    for id_ in ids:
        connection.execute(
            f"UPDATE {table} SET stands = coalesce((SELECT id FROM {table} WHERE iri = ?), id) WHERE id = ?",  # noqa: S608
            [decided.stands.get(_iri(connection, table, id_)), id_],
        )
    return members_of(connection, table, ids)


def weigh(connection: sqlite3.Connection, ids: Collection[int], decided: Decisions) -> None:
    """Tell of these entries how often each is told and spoken of, and where its versions differ.

    The salience is that number in powers of two: 1, 2 to 3, 4 to 7 ...
    """
    for id_ in ids:
        (told,) = connection.execute(
            "SELECT weight + (SELECT coalesce(sum(weight), 0) FROM entry v WHERE v.stands = e.id "
            "AND v.stands <> v.id) FROM entry e WHERE id = ?",
            [id_],
        ).fetchone()
        differs = decided.differ.get(_iri(connection, "entry", id_), "")
        values = [told.bit_length(), differs, id_]
        connection.execute("UPDATE entry SET salience = ?, differs = ? WHERE id = ?", values)


def _iri(connection: sqlite3.Connection, table: str, id_: int) -> str:
    (iri,) = connection.execute(f"SELECT iri FROM {table} WHERE id = ?", [id_]).fetchone()  # noqa: S608
    return str(iri)
