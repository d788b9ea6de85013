"""Quads with the index of timelines beside them: found, built, followed, asked."""

import os
from pathlib import Path
from threading import RLock

from kb.errors import BadQuery, BadRequest
from kb.model import Filter
from kb.storing.database import Database
from kb.storing.failures import reported
from kb.storing.freshness import Marks, size_of, snapshot
from kb.storing.index import Index, Watch
from kb.storing.index.frozen import of_unwritable
from kb.storing.index.mending import Asked
from kb.storing.layout import DATABASE
from kb.storing.quads import Quads
from kb.storing.settings import Settings


class Indexed(Quads):
    """What a store holds, and its index, opened when it is first asked for."""

    def __init__(self, quads: Database, settings: Settings, folder: Path | None = None) -> None:
        super().__init__(quads, settings, folder)
        self._marks: Marks | None = None  # only a snapshot can fall behind
        self._writing = RLock()
        self._asked = Asked(folder, self._found_index, self._built_index, self._writing)

    @property
    def is_snapshot(self) -> bool:
        """Whether it is open for reading only."""
        return self._marks is not None

    @property
    def index(self) -> Index:
        """The index of timelines, opened when it is first asked for and then kept; built where it must be.

        Busy where another thread builds it, and that takes long.
        """
        return self._asked.get()

    def _find(self, wanted: Filter) -> list[str]:
        try:
            return [entry.iri for entry in self.index.window(wanted)]
        except BadRequest as error:
            raise BadQuery(f"idx:timeline: {error}") from error

    def _found_index(self) -> Index:
        """The index there is; built where it must be."""
        folder = self._folder
        with reported(folder):
            if folder is None or not self.is_snapshot:
                return Index.beside(self._quads, self.base_iri, folder)
            if not os.access(folder, os.W_OK):
                return self._index_in_memory(folder)
            return Index.of_reader(lambda: snapshot(folder / DATABASE), self.base_iri, folder)

    def _built_index(self, why: str) -> Index:
        """One that takes the place of another, and why."""
        folder = self._folder
        with reported(folder):
            if folder is None or not self.is_snapshot:
                return Index.built(self._quads, self.base_iri, folder, why)
            if not os.access(folder, os.W_OK):
                return self._index_in_memory(folder, why)
            return Index.built(snapshot(folder / DATABASE), self.base_iri, folder, why).held()

    def _index_in_memory(self, folder: Path, why: str = "") -> Index:
        return of_unwritable(self._quads, self.base_iri, folder, size_of(folder / DATABASE), why)

    def _follow(self) -> None:
        """Have the index show the change, where there is one that somebody may ask."""
        if (self._folder or self._asked.is_open) and not self._asked.follow(self._quads, self.base_iri):
            self.reindex()

    def reindex(self, watch: Watch = iter) -> None:
        """Build the index anew from the triples; `watch` sees each graph that is read."""
        with self._writing:
            self._asked.anew(lambda: Index.built(self._quads, self.base_iri, self._folder, watch=watch))
