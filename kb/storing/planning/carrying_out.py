"""Has an update worked out and done, by who owns the store."""

from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

import pyoxigraph as ox

from kb.errors import Outdated
from kb.storing.planning.plan import Plan
from kb.storing.planning.scratch import scratch
from kb.storing.sparql.operations import operations

T = TypeVar("T")

Planner: TypeAlias = Callable[[str, Path | None], Plan]  # of an update, from the store or a copy of it

FREELY = 3  # times it is worked out while others may write


class Written(Protocol):
    """A store, as far as it is needed here."""

    def carry_out(self, update: str, plan: Plan) -> None:
        """Do an update as planned; Outdated when others have written since."""

    def transact(self, work: Callable[[], T]) -> T:
        """Do work with nobody else writing."""


def asks(update: str) -> bool:
    """Whether a `prepared` update has to be worked out before it is done.

    One pattern reads the store once, but one behind another may find what that has multiplied.
    """
    if "WHERE" not in update.upper():
        return False
    found = operations(update)
    multiplying = (operation.pattern and not operation.is_repeatable for operation in found[1:])
    return any(operation.asks for operation in found) or any(multiplying)


def carried_out(store: Written, quads: ox.Store, folder: Path, update: str, plan: Planner) -> None:
    """Have an update worked out, and do it; anew when others write meanwhile, in the end without them.

    Raises what `plan` raises; then nothing is changed.
    """

    def attempt() -> None:
        copied = scratch(quads, folder) if _needs_copy(update) else nullcontext()
        with copied as copy:
            worked_out = plan(update, copy)
        store.carry_out(update, worked_out)

    for _ in range(FREELY):
        with suppress(Outdated):
            return attempt()
    return store.transact(attempt)


def _needs_copy(update: str) -> bool:
    """Whether one operation has to be worked out from what others have done."""
    return any(operation.has_to_be_worked_out for operation in operations(update)[1:])
