"""What an update changes, worked out from what is stored: Oxigraph itself answers its patterns."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import Quad

from kb.errors import BadQuery
from kb.storing.changes import Change
from kb.storing.failures import reported
from kb.storing.outbox import state_of
from kb.storing.planning.plan import Plan, functions, statement
from kb.storing.planning.templates import Row, deleted, graph_behind_with, inserted
from kb.storing.sparql.mistakes import told
from kb.storing.sparql.operations import Operation, operations
from kb.storing.terms import PREFIXES

FAILING = "DROP GRAPH <urn:event-knowledge:none> ; "


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where updates are worked out: quads, the base of relative IRIs, how many quads one may change."""

    quads: ox.Store
    base: str
    most: int | None = None

    def plan(self, update: str) -> Plan:
        """What a `prepared` update changes; what stands in front of an operation that asks is done here.

        BadQuery for what cannot be read, and past so many quads.
        """
        with told(update), reported():
            refuse_unreadable(update, self.base)
            seen, found = state_of(self.quads), operations(update)
            last = max(place for place, one in enumerate(found) if one.has_to_be_worked_out)
            steps = [self._step(one, do=place < last) for place, one in enumerate(found)]
        return Plan(tuple(steps), seen)

    def _step(self, operation: Operation, do: bool) -> Change | None:
        step = self._change(operation) if operation.has_to_be_worked_out else None
        if do:
            text = operation.text if step is None else statement(step)
            self.quads.update(
                f"{operation.declared} {text}",
                base_iri=self.base,
                prefixes=PREFIXES,
                custom_functions=functions([step]),
            )
        return step

    def _change(self, operation: Operation) -> Change:
        gone, new = deleted(operation, self.base), inserted(operation, self.base)
        taken: set[Quad] = set()
        put: set[Quad] = set()
        for row in self._rows(operation, gone.variables | new.variables, new.makes_blanks):
            taken.update(gone.filled(row))
            put.update(new.filled(row))
            self._refuse_too_many(len(taken) + len(put))
        return Change(frozenset(taken), frozenset(put))

    def _refuse_too_many(self, number: int) -> None:
        if self.most is not None and number > self.most:
            raise BadQuery(
                f"The update would change more than {self.most:,} triples, the most it may here where it has "
                "to search for them. Do it in several, or have the site started with more --rows."
            )

    def _rows(self, operation: Operation, names: frozenset[str], is_each: bool) -> Iterator[Row]:
        """What its pattern gives for these variables, once or, where `is_each`, as often as it does."""
        if not operation.pattern:
            return iter([{}])
        wanted = " ".join(f"?{name}" for name in sorted(names)) or "*"
        select = f"SELECT {wanted}" if is_each else f"SELECT DISTINCT {wanted}"
        found = self._asked(operation, f"{select} {operation.sources} WHERE {operation.pattern}")
        variables = [variable.value for variable in found.variables]
        return (dict(zip(variables, row, strict=True)) for row in found)

    def _asked(self, operation: Operation, query: str) -> ox.QuerySolutions:
        """The rows; where only WITH names a graph it is the default one, and GRAPH may name all."""
        graph = None if operation.sources else graph_behind_with(operation, self.base)
        found = self.quads.query(
            f"{operation.declared} {query}",
            base_iri=self.base,
            prefixes=PREFIXES,
            default_graph=[graph] if graph else None,
        )
        assert isinstance(found, ox.QuerySolutions)  # as SELECT is answered
        return found


def refuse_unreadable(update: str, base: str) -> None:
    """Raise SyntaxError where an update cannot be read, without doing any of it.

    It is all read before anything is done, and in front of it stands what fails when it is done.
    """
    start = operations(update)[0].found[0].start
    try:
        ox.Store().update(f"{update[:start]}{FAILING}{update[start:]}", base_iri=base, prefixes=PREFIXES)
    except SyntaxError:
        ox.Store().update(update, base_iri=base, prefixes=PREFIXES)  # fails too, and tells the true place
    except RuntimeError:
        return
