"""What an index answers, each question put again to what takes its place where it is damaged."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import finalize

from kb.model import Article, Bin, Bins, Entry, Filter, Named, Overview, Placed, Sizes
from kb.storing.index import contents, counting, files, windows
from kb.storing.index.conditions import asked
from kb.storing.index.counting import Total
from kb.storing.index.entries import Rows, entries, gathered, leads
from kb.storing.index.overview import overview
from kb.storing.index.remembered import Answers, Names
from kb.storing.index.words import names, search
from kb.storing.outbox import State

P = ParamSpec("P")
T = TypeVar("T")


def question(ask: Callable[Concatenate["Answering", P], T]) -> Callable[Concatenate["Answering", P], T]:
    """A question to an index; where the file is found to be damaged, it is put to what takes its place."""

    @wraps(ask)
    def asked_of(index: "Answering", /, *given: P.args, **more: P.kwargs) -> T:
        try:
            with index.told():
                return ask(index, *given, **more)
        except files.IndexDamaged as error:
            return asked_of(_instead(index, error), *given, **more)

    return asked_of


def _instead(index: "Answering", error: files.IndexDamaged) -> "Answering":
    """What takes the place of a damaged index; the error where nobody keeps its store open any more."""
    if index.mend is None:
        raise error
    try:
        return index.mend(index, error)
    except ReferenceError:
        raise error from None


class Answering:
    """An index as who asks it sees it."""

    mend: "Callable[[Any, files.IndexDamaged], Answering] | None" = None
    """Gives what takes the place of this one when it is damaged."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None, path: Path | None = None) -> None:
        self._connection = connection
        self.folder = folder
        self._path = path
        finalize(self, connection.close)  # when the last who asks it has its answer
        self._sizes: Answers[Sizes] = Answers()
        self._densities: Answers[list[Bin]] = Answers()
        self._names = Names(connection)

    def told(self) -> AbstractContextManager[None]:
        """What SQLite says of this index as an error that says what to do."""
        return files.told(self.folder, self._connection)

    @property
    def state(self) -> State:
        """The state of the store that is shown."""
        return self._shown_state()

    @question
    def _shown_state(self) -> State:
        return self._state()

    def _state(self) -> State:
        rows = self._connection.execute("SELECT name, value FROM meta WHERE name IN ('sequence', 'stamp')")
        found = dict(rows.fetchall())
        return State(found["sequence"], found["stamp"])

    @question
    def window(self, wanted: Filter, offset: int = 0) -> list[Entry]:
        """What a filter lets through after the first `offset`; of one document as it tells it."""
        return self._window(wanted, offset)

    def _window(self, wanted: Filter, offset: int = 0) -> list[Entry]:
        question, rows = asked(self._connection, wanted), Rows(self._connection)
        ids = windows.window(rows, question, wanted.limit, offset) if question else []
        return self._shown(wanted, rows, ids)

    def _shown(self, wanted: Filter, rows: Rows, ids: Sequence[int]) -> list[Entry]:
        if wanted.document:
            return entries(rows, self._names, ids)
        known = wanted.known.window[1] if wanted.known else None
        return gathered(rows, self._names, ids, known)

    @question
    def total(self, wanted: Filter) -> Total:
        """How many entries a filter lets through, whatever its limit."""
        return self._total(wanted)

    def _total(self, wanted: Filter) -> Total:
        question = asked(self._connection, wanted)
        return counting.total(self._connection, question) if question else Total(0, 0)

    @question
    def sizes(self) -> Sizes:
        """How much there is; counted once for each state."""
        return self._sizes.of("sizes", self._state(), lambda: contents.sizes(self._connection))

    @question
    def density(self, wanted: Filter, most: int) -> list[Bin]:
        """How densely they stand, in at most so many equal bins; finer where nearly all are in few."""
        return self._densities.of((wanted, most), self._state(), lambda: self._density(wanted, most))

    def _density(self, wanted: Filter, most: int) -> list[Bin]:
        question = asked(self._connection, wanted)
        return counting.closely(self._connection, question, most) if question else []

    @question
    def overview(self, wanted: Filter, by: str, bins: Bins) -> Overview:
        """What is in a window: lanes and what one can filter by, with counts."""
        return overview(self._connection, self._names, wanted, by, bins)

    @question
    def around(self, wanted: Filter, moment: int, number: int) -> list[Entry]:
        """The dated entries next to a second: so many from before it, so many from then on."""
        question = asked(self._connection, wanted)
        ids = windows.around(self._connection, question, moment, number) if question else []
        return self._shown(wanted, Rows(self._connection), ids)

    @question
    def search(self, text: str, limit: int) -> list[Entry]:
        """The entries that fit these words best, quotations included."""
        return entries(Rows(self._connection), self._names, search(self._connection, text, limit))

    @question
    def documents(self, limit: int, offset: int = 0) -> list[Article]:
        """At most so many documents after the first `offset`, the newest first."""
        return contents.documents(self._connection, limit, offset)

    @question
    def places(self, wanted: Filter, most: int) -> list[Placed]:
        """Where the entries are that a filter lets through: at most so many places, the fullest first."""
        question = asked(self._connection, wanted)
        return contents.places(self._connection, question, most) if question else []

    @question
    def leads(self, iris: Sequence[str]) -> dict[str, str]:
        """What stands for each of these entries, by IRI."""
        return leads(self._connection, iris)

    @question
    def names(self, text: str, begins: str, limit: int) -> list[Named]:
        """The actors and places with these words in their names, of IRIs that begin so; the best first."""
        return [Named(*row) for row in names(self._connection, text, begins, limit)]
