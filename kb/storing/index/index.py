"""The index beside a store: opened, brought to the store's state, asked.

It carries the number and the stamp of the state it shows (`outbox`). What is missing is applied graph by
graph, the new state in the same transaction; what cannot be used (of another store or version, damaged) is
built anew into a file of its own, and told.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import Self

from kb.errors import StoreDamaged
from kb.model import Entry, Filter
from kb.storing.database import Database
from kb.storing.freshness import PAUSES
from kb.storing.index import building, checking, files
from kb.storing.index.answering import Answering
from kb.storing.index.schema import connect
from kb.storing.index.updating import catch_up
from kb.storing.outbox import State, state_of, touched_since

LOG = logging.getLogger("kb")

Watch = Callable[[Sequence[str]], Iterable[str]]


class Index(Answering):
    """Answers what timelines ask. Make one with `beside`, or `of_reader` for who may not write the store."""

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

    def check(self, told: Iterable[tuple[str, Sequence[Entry]]]) -> Iterator[str]:
        """What is wrong with the index, a sentence each; `told` are the store's entries by document.

        It is not built anew: who checks wants to know.
        """
        yield from self._checked(lambda: checking.spoilt(self._connection, self._path))
        documents = 0
        for iri, stored in told:
            documents += 1
            wanted = Filter(document=iri)
            yield from self._checked(lambda s=stored, w=wanted: checking.differences(s, self._window(w)))  # type: ignore[misc]
        yield from self._checked(lambda: checking.uncounted(self._connection, documents))
        yield from self._checked(lambda: checking.misplaced(self._connection))

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
