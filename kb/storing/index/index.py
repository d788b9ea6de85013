"""The index beside a store: opened, brought to the store's state, asked.

It carries the number and the stamp of the state it shows (`outbox`). What is missing is applied graph by
graph, the new state in the same transaction; what cannot be used (of another store or version, damaged) is
built anew into a file of its own, and told.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from functools import wraps
from pathlib import Path
from time import sleep
from typing import Concatenate, ParamSpec, Self, TypeVar
from weakref import finalize

from kb.errors import StoreDamaged
from kb.model import Article, Bin, Bins, Entry, Filter, Named, Overview, Placed, Sizes
from kb.storing.database import Database
from kb.storing.freshness import PAUSES
from kb.storing.index import building, checking, contents, counting, files, windows
from kb.storing.index.conditions import asked
from kb.storing.index.counting import Total
from kb.storing.index.entries import Rows, entries, gathered, leads
from kb.storing.index.overview import overview
from kb.storing.index.remembered import Answers, Names
from kb.storing.index.schema import connect
from kb.storing.index.updating import catch_up
from kb.storing.index.words import names, search
from kb.storing.outbox import State, state_of, touched_since

LOG = logging.getLogger("kb")

Watch = Callable[[Sequence[str]], Iterable[str]]
P = ParamSpec("P")
T = TypeVar("T")


def question(ask: Callable[Concatenate["Index", P], T]) -> Callable[Concatenate["Index", P], T]:
    """A question to an index; where the file is found to be damaged, it is put to what takes its place."""

    @wraps(ask)
    def asked_of(index: "Index", /, *given: P.args, **more: P.kwargs) -> T:
        try:
            with index.told():
                return ask(index, *given, **more)
        except files.IndexDamaged as error:
            if index.mend is None:
                raise
            return asked_of(index.mend(index, error), *given, **more)

    return asked_of


class Index:
    """Answers what timelines ask. Make one with `beside`, or `of_reader` for who may not write the store."""

    mend: "Callable[[Index, files.IndexDamaged], Index] | None" = None
    """Gives what takes the place of this one when it is damaged."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None, path: Path | None = None) -> None:
        self._connection = connection
        self.folder = folder
        self._path = path
        finalize(self, connection.close)  # when the last who asks it has its answer
        self._sizes: Answers[Sizes] = Answers()
        self._densities: Answers[list[Bin]] = Answers()
        self._names = Names(connection)

    @classmethod
    def beside(cls, store: Database, base: str, folder: Path | None) -> Self:
        """The index of a store in this folder (None: in memory), showing the store's state.

        It is built when there is none that can be used. StoreDamaged when it cannot be written.
        """
        index = cls._opened(folder)
        if isinstance(index, str):
            return cls.built(store, base, folder, index)
        try:
            why = "" if index.follow(store, base) else "shows another state"
        except files.IndexDamaged as error:
            why = error.why
        return cls.built(store, base, folder, why) if why else index

    @classmethod
    def of_reader(cls, snapshot: Callable[[], Database], base: str, folder: Path) -> Self:
        """The index beside a store that another process may be writing, held at the state of a snapshot."""
        for pause in PAUSES:  # between a writer's two commits the index is behind for a moment
            index = cls._opened(folder)
            with suppress(files.IndexDamaged):  # which is mended below
                if not isinstance(index, str) and index.hold() == state_of(snapshot()):
                    return index
            sleep(pause)
        return cls.beside(snapshot(), base, folder).held()

    @classmethod
    def built(
        cls, store: Database, base: str, folder: Path | None, why: str = "", watch: Watch = iter
    ) -> Self:
        """A new index of the whole store, in place of any other; `watch` sees each graph as it is read."""
        graphs = building.document_graphs(store, base)
        if why and graphs and folder:
            LOG.warning("The timeline index %s: it is built anew from the store.", why)
        known = building.known_in(store, base)
        return cls.filled(known, building.graphs_of(store, watch(graphs)), state_of(store), folder)

    @classmethod
    def filled(
        cls, known: building.Known, graphs: building.Graphs, state: State, folder: Path | None
    ) -> Self:
        """A new index of these graphs, in place of any other; nothing is left of one that cannot be ended."""
        with files.drafted(folder) as path, files.told(folder):
            connection = connect(path)
            building.build(connection, known, graphs)
            _save(connection, state)
            if not (path and folder):
                return cls(connection, folder)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.close()
            files.publish(folder, path)
        index = cls._opened(folder)
        if isinstance(index, str):
            raise StoreDamaged(f"The timeline index of {folder} {index}. {files.ADVICE}")
        return index

    @classmethod
    def _opened(cls, folder: Path | None) -> Self | str:
        """The index in a folder, or why there is none to use."""
        path = files.newest(folder) if folder else None
        found = files.opened(path) if path else "is missing"
        return found if isinstance(found, str) else cls(found, folder, path)

    @property
    def is_there(self) -> bool:
        """Whether its file is still in the folder; always where it has none."""
        return self._path is None or self._path.exists()

    @property
    def is_replaced(self) -> bool:
        """Whether there is a newer one in the folder."""
        last = files.newest(self.folder) if self.folder and self._path else None
        return last not in (None, self._path)

    def told(self) -> AbstractContextManager[None]:
        """What SQLite says of this index as an error that says what to do."""
        return files.told(self.folder, self._connection)

    # --------------------------------------------------------------------------------- the store's state

    def follow(self, store: Database, base: str) -> bool:
        """Show what changed in the store since; False when only a new index can.

        It all happens in one transaction: a process that is killed leaves the old state or the new.
        """
        with self.told():
            if self._state() == state_of(store):
                return True
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                return self._followed(store, base)
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _followed(self, store: Database, base: str) -> bool:
        touched = touched_since(store, self._state())
        if touched is None:
            return False
        catch_up(self._connection, store, base, touched)
        _save(self._connection, state_of(store))
        self._connection.execute("COMMIT")
        self._names.forget()
        return True

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

    def hold(self) -> State:
        """Keep to the state of now, whatever is written from now on; returns it."""
        with self.told():
            self._connection.execute("BEGIN")
            return self._state()

    def held(self) -> Self:
        """This one, kept to the state of now."""
        self.hold()
        return self

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # ------------------------------------------------------------------------------------------- answers

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

    def check(self, told: Iterable[tuple[str, Sequence[Entry]]]) -> Iterator[str]:
        """What is wrong with the index, a sentence each; `told` are the store's entries by document.

        It is not built anew: who checks wants to know.
        """
        documents = 0
        for iri, stored in told:
            documents += 1
            wanted = Filter(document=iri)
            yield from self._checked(lambda s=stored, w=wanted: checking.differences(s, self._window(w)))  # type: ignore[misc]
        yield from self._checked(lambda: checking.uncounted(self._connection, documents))
        yield from self._checked(lambda: checking.misplaced(self._connection))
        yield from self._checked(lambda: checking.spoilt(self._connection, self._path))

    @property
    def rows_checked(self) -> int:
        """How many rows a timeline of all has; 0 where a damaged index does not tell."""
        with suppress(files.IndexDamaged, *files.SURPRISES), self.told():
            return self._total(Filter()).entries
        return 0

    def _checked(self, find: Callable[[], Iterable[str]]) -> list[str]:
        try:
            with self.told():
                return [*find()]
        except files.IndexDamaged as error:
            return [f"The timeline index {error.why}"]
        except files.SURPRISES as error:
            return [f"The timeline index has what was never written into it ({error!r})"]


def _save(connection: sqlite3.Connection, state: State) -> None:
    for name, value in (("sequence", state.sequence), ("stamp", state.stamp)):
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [name, value])
