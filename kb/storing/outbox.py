"""Which state a store is in, and what changed lately: kept in the store itself, with every change.

Every update counts one up, in the same atomic step, and says which graphs it touched; what is derived
from the store (the index) keeps the number and the stamp of the state it shows, and so knows whether it is
behind. The stamp is a digest over all updates so far: two stores with the same number and other contents
(one restored from a backup) have other stamps. Beside it stands the version of the layout.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kb.ontology import digest
from kb.storing.answer import term_text
from kb.storing.changes import Change, blocks, is_founded
from kb.storing.database import Database
from kb.storing.settings import SCHEMA_VERSION
from kb.storing.terms import Terms

REMEMBERED = 200  # updates; what is further behind is built anew
MOST = 500  # graphs that an update may be said to touch: of more, all is built anew
OUTBOX = NamedNode("urn:event-knowledge:outbox")
_TERM = Terms("urn:event-knowledge:outbox#")


@dataclass(frozen=True, slots=True)
class State:
    """How many updates a store has seen, and the digest of them all."""

    sequence: int = 0
    stamp: str = ""


def state_of(store: Database) -> State:
    """The state of a store; that of one that was never counted is 0."""
    return state_in(store.quads_for_pattern(OUTBOX, None, None, OUTBOX))


def state_in(quads: Iterable[Quad]) -> State:
    """The state that some quads tell of; 0 when they tell of none."""
    facts = {q.predicate: term_text(q.object) for q in quads if q.subject == OUTBOX}
    return State(int(facts.get(_TERM.sequence, 0)), facts.get(_TERM.stamp, ""))


def logged(store: Database, change: Change, touched: Iterable[str]) -> Change:
    """A change together with what the store then says of its state; `touched` are the graphs it touches."""
    return change | _step(store, change.as_update(), touched)


def told(store: Database, update: str, touched: Collection[str] | None) -> str:
    """A SPARQL update, and behind it, in the same atomic step, what the store then says of its state.

    `touched` are the only graphs it may change, None where they are not known. That of the state itself must
    not be among them.
    """
    if touched is None or len(touched) > MOST:
        return _unlogged(store, update)
    return f"{update} ;\n{_step(store, update, touched).as_update()}"


def conditional(change: Change) -> str:
    """The update that does a change as `logged` gives it, if the store is in the state it was made from.

    It is one operation of SPARQL (DELETE/INSERT), which a server does whole or not at all.
    """
    before = [quad for quad in change.gone if quad.subject == OUTBOX]
    state = " . ".join(sorted(str(quad.triple) for quad in before))
    known = f"GRAPH {OUTBOX} {{ {state} }}"
    unknown = f"FILTER NOT EXISTS {{ GRAPH {OUTBOX} {{ {OUTBOX} {_TERM.sequence} ?n }} }}"
    gone = f"DELETE {{ {blocks(change.gone)} }}\n" if change.gone else ""
    return f"{gone}INSERT {{ {blocks(change.new)} }}\nWHERE {{ {known if before else unknown} }}"


def parted(change: Change) -> tuple[Change, Change]:
    """What a change does to the quads, and what it says of the state."""
    gone, new = (frozenset(q for q in part if q.graph_name == OUTBOX) for part in (change.gone, change.new))
    return Change(change.gone - gone, change.new - new), Change(gone, new)


def touched_since(store: Database, known: State) -> list[str] | None:
    """The graphs touched since a state, oldest first; None when that is not a state this store was in."""
    now = state_of(store)
    if known == now:
        return []
    if known.sequence and _stamp(store, known.sequence) != known.stamp:
        return None
    missing = range(known.sequence + 1, now.sequence + 1)
    if not missing or any(_stamp(store, number) is None for number in missing):
        return None
    return list(dict.fromkeys(graph for number in missing for graph in _touched(store, number)))


def still_holds(store: Database, change: Change, seen: State) -> bool:
    """Whether a change that was decided in a state may be done now.

    Nobody may have touched since then a graph that it changes, or taken away what it brings together.
    """
    touched = touched_since(store, seen)
    return touched is not None and not {*touched} & {*change.graphs} and is_founded(store, change)


def schema_of(store: Database) -> int:
    """The version of the layout that a store says it has; 1 where it says none."""
    facts = store.quads_for_pattern(OUTBOX, _TERM.schema, None, OUTBOX)
    return int(next((term_text(quad.object) for quad in facts), 1))


def _step(store: Database, done: str, touched: Iterable[str]) -> Change:
    """The new state, and the entry of what was done, in place of the state and the oldest entry."""
    after = _after(store, done)
    gone = {*store.quads_for_pattern(OUTBOX, None, None, OUTBOX), *_forgotten(store, after.sequence)}
    return Change(frozenset(gone), frozenset((*_own_facts(after), *_entry(after, touched))))


def _unlogged(store: Database, update: str) -> str:
    """An update that may touch any graph, and a new state behind it.

    The log is emptied, so what is derived finds no way from the state it shows and is built anew.
    """
    facts = "".join(f"{q.subject} {q.predicate} {q.object} . " for q in _own_facts(_after(store, update)))
    return f"{update} ; CLEAR SILENT GRAPH {OUTBOX} ; INSERT DATA {{ GRAPH {OUTBOX} {{ {facts}}} }}"


def _after(store: Database, done: str) -> State:
    """The state behind what is done now."""
    now = state_of(store)
    return State(now.sequence + 1, digest(now.stamp + done))


def _own_facts(state: State) -> Iterator[Quad]:
    yield from _facts(OUTBOX, state)
    yield Quad(OUTBOX, _TERM.schema, Literal(str(SCHEMA_VERSION)), OUTBOX)


def _facts(node: NamedNode, state: State) -> Iterator[Quad]:
    yield Quad(node, _TERM.sequence, Literal(str(state.sequence)), OUTBOX)
    yield Quad(node, _TERM.stamp, Literal(state.stamp), OUTBOX)


def _entry(state: State, touched: Iterable[str]) -> Iterator[Quad]:
    node = _node(state.sequence)
    yield from _facts(node, state)
    for graph in touched:
        yield Quad(node, _TERM.touched, Literal(graph), OUTBOX)


def _forgotten(store: Database, sequence: int) -> Iterator[Quad]:
    return store.quads_for_pattern(_node(sequence - REMEMBERED), None, None, OUTBOX)


def _stamp(store: Database, sequence: int) -> str | None:
    quads = store.quads_for_pattern(_node(sequence), _TERM.stamp, None, OUTBOX)
    return next((term_text(quad.object) for quad in quads), None)


def _touched(store: Database, sequence: int) -> Iterator[str]:
    for quad in store.quads_for_pattern(_node(sequence), _TERM.touched, None, OUTBOX):
        yield term_text(quad.object)


def _node(sequence: int) -> NamedNode:
    return NamedNode(f"{OUTBOX.value}/{sequence}")
