"""What an update is to change, worked out: sent as text, done as one update."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kb.storing.changes import Change, blocks
from kb.storing.outbox import State
from kb.storing.payloads import quads_in, quads_text
from kb.storing.planning.blanks import has_blank
from kb.storing.sparql.operations import operations
from kb.storing.sparql.touching import touched_by

TERM = NamedNode("urn:event-knowledge:term")

Functions: TypeAlias = dict[NamedNode, Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What each operation of an update changes, None where it is to be done as it is; from which state on."""

    steps: tuple[Change | None, ...]
    seen: State

    def as_update(self, update: str) -> tuple[str, Functions]:
        """The update that does it, of which `update` are the words, and the function it calls."""
        found = operations(update)
        done = zip(found, self.steps, strict=True)
        texts = [operation.text if step is None else statement(step) for operation, step in done]
        return " ".join((found[0].declared, " ;\n".join(texts))), functions(self.steps)

    def touched(self, update: str, base: str) -> frozenset[str] | None:
        """The graphs it may change, of which `update` are the words; None where they cannot be known."""
        done = zip(operations(update), self.steps, strict=True)
        known = touched_by([operation for operation, step in done if step is None], base)
        return None if known is None else known.union(*(step.graphs for step in self.steps if step))

    def as_text(self) -> str:
        """The plan, to be sent."""
        steps = [None if step is None else _sent(step) for step in self.steps]
        return json.dumps({"steps": steps, "sequence": self.seen.sequence, "stamp": self.seen.stamp})


def plan_in(text: bytes) -> Plan:
    """The plan that was sent."""
    sent = json.loads(text)
    return Plan(tuple(map(_step, sent["steps"])), State(sent["sequence"], sent["stamp"]))


def _sent(step: Change) -> Mapping[str, str | None]:
    return {"gone": quads_text(step.gone), "new": quads_text(step.new)}


def _step(sent: Mapping[str, str] | None) -> Change | None:
    if sent is None:
        return None
    return Change(*(frozenset(quads_in(sent[part]) or ()) for part in ("gone", "new")))


def statement(change: Change) -> str:
    """What does a change, its blank nodes being those of the store.

    SPARQL has no words for these, so that they are had of the function `TERM`.
    """
    parts = [*_statements("DELETE", change.gone), *_statements("INSERT", change.new)]
    return " ;\n".join(parts) or "INSERT DATA {}"


def functions(steps: Iterable[Change | None]) -> Functions:
    """The function that these changes call: the term that is written so."""
    terms = {str(term): term for step in steps if step for term in _blank_terms(step.gone | step.new)}
    return {TERM: lambda written: terms.get(written.value)}


def _statements(word: str, quads: frozenset[Quad]) -> Iterator[str]:
    blank = frozenset(quad for quad in quads if has_blank(quad))
    if quads - blank:
        yield f"{word} DATA {{ {blocks(quads - blank)} }}"
    unnamed = frozenset(quad for quad in blank if quad.graph_name == DefaultGraph())
    if unnamed:
        yield _of_rows(word, "?s ?p ?o", unnamed)
    if blank - unnamed:
        yield _of_rows(word, "GRAPH ?g { ?s ?p ?o }", blank - unnamed)


def _of_rows(word: str, template: str, quads: frozenset[Quad]) -> str:
    rows = sorted(" ".join(str(Literal(str(term))) for term in quad) for quad in quads)
    values = " ".join(f"({row})" for row in rows)
    bound = " ".join(f"BIND({TERM}(?{place}_) AS ?{place})" for place in "spog")
    return f"{word} {{ {template} }} WHERE {{ VALUES (?s_ ?p_ ?o_ ?g_) {{ {values} }} {bound} }}"


def _blank_terms(quads: Iterable[Quad]) -> Iterator[Any]:
    for quad in quads:
        if has_blank(quad):
            yield from quad
