"""What is remembered from one question to the next, as long as the index stays as it is.

The names that entries are shown with are few, and nearly every entry has some: to look them up anew costs as
much as the entries do. Who moves over a timeline asks for the same densities with every step.
"""

import sqlite3
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Generic, TypeVar

from kb.model import Named
from kb.storing.index.keeping import AUDIENCE, part_in
from kb.storing.index.questions import GIVEN, tuples
from kb.storing.outbox import State
from kb.storing.terms import local_name

TERMS = f"""SELECT t.id, t.label, c.iri, c.label FROM {GIVEN} term t ON t.id = given.value
JOIN term c ON c.id = t.stands"""  # noqa: S608
MOST_NAMES = 100_000  # some 40 MB
MOST_ANSWERS = 100

T = TypeVar("T")

Person = tuple[str | None, Named]  # the name an entry's article gives someone, and what stands for them
Role = tuple[str, str, Named]  # a rank, and a person who has a name


class Names:
    """Names by the ids of terms, as the index has them now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, Person] = {}
        self._roles: dict[str, Role | None] = {}
        self._version = -1

    def of(self, ids: Collection[int]) -> Mapping[int, Person]:
        """These and maybe others; what another process has written meanwhile is seen."""
        self._look_anew()
        return self._learned(ids)

    def roles(self, parts: Collection[str]) -> Mapping[str, Role | None]:
        """The roles that entries keep in `parts`, and maybe others; None for what is not shown."""
        self._look_anew()
        missing = [part for part in parts if part not in self._roles]
        people = self._learned({id_ for _, id_ in map(part_in, missing)})
        self._roles |= {part: _role(*part_in(part), people) for part in missing}
        return self._roles

    def _look_anew(self) -> None:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version or max(len(self._known), len(self._roles)) > MOST_NAMES:
            self.forget()
            self._version = version

    def _learned(self, ids: Collection[int]) -> Mapping[int, Person]:
        missing = [id_ for id_ in ids if id_ not in self._known]
        if missing:
            found = tuples(self._connection, TERMS, missing)
            self._known |= {
                id_: (own, Named(iri, label or local_name(iri))) for id_, own, iri, label in found
            }
        return self._known

    def forget(self) -> None:
        """Look all names up anew: this connection has changed them."""
        self._known, self._roles = {}, {}


def _role(rank: str, id_: int, people: Mapping[int, Person]) -> Role | None:
    own, named = people[id_]
    return (rank, own, named) if own and rank != AUDIENCE else None


class Answers(Generic[T]):
    """The answers to the last questions, all of one state of the index."""

    def __init__(self) -> None:
        self._state = State()
        self._found: dict[Hashable, T] = {}

    def of(self, question: Hashable, state: State, answer: Callable[[], T]) -> T:
        """The answer to a question in this state, worked out only when it was not asked before."""
        if state != self._state or len(self._found) >= MOST_ANSWERS:
            self._state, self._found = state, {}
        if question not in self._found:
            self._found[question] = answer()
        return self._found[question]
