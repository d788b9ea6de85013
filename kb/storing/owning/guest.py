"""The store of a process that may not write it: read from a snapshot, written through who owns it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from pyoxigraph import Quad

from kb.errors import Outdated
from kb.storing.changes import Change
from kb.storing.freshness import snapshot
from kb.storing.graph import DocumentGraph
from kb.storing.index import Watch
from kb.storing.layout import DATABASE
from kb.storing.outbox import state_of
from kb.storing.owning.graphs import change_message, document_message
from kb.storing.owning.wire import PROTOCOL, Wire, connected, gone_told
from kb.storing.payloads import quads_text
from kb.storing.store import Store
from kb.storing.workers.frames import END

T = TypeVar("T")

ATTEMPTS = 5


class Guest(Store):
    """A store like any other to who uses it; make one with `of`.

    What is handed over is done when the call returns: whole, in the index, and on the site's next page.
    """

    _wire: Wire
    _is_asking = False
    _is_behind = False

    @classmethod
    def of(cls, folder: Path) -> Self | None:
        """The store in this folder through the process that owns it; None when none takes anything."""
        wire = connected(folder)
        if wire is None:
            return None
        guest = cls.open(folder)
        guest._wire = wire
        return guest

    def refreshed(self) -> Self:
        """This store: it is used by one command, which wants what it read to stay as it is."""
        return self

    def keep(
        self, document: DocumentGraph, corrections: set[Quad] | None, seen: set[Quad] | None = None
    ) -> bool:
        """Have a document kept; Outdated when it was corrected since the snapshot was taken."""
        seen = self.corrected(document.document) if seen is None else seen
        return self._written(
            "keep",
            **document_message(document),
            corrections=quads_text(corrections),
            seen=quads_text(seen),
        )

    def remove(self, iri: str) -> None:
        """Have a document taken out; NotFound when it is not there."""
        self._written("remove", iri=iri)

    def run(self, update: str) -> None:
        """Have an update done."""
        self._written("run", update=update)

    def reindex(self, watch: Watch = iter) -> None:
        """Have the index built anew; `watch` sees each graph as the owner reads it."""
        self._ask("reindex")
        with gone_told():
            answer = self._wire.answer()
            graphs = next(answer)
            for _ in watch([""] * graphs):
                next(answer)
            next(answer)  # the end
        self._is_asking, self._is_behind = False, True

    def flush(self) -> None:
        """Have everything written so far put safely on disk."""
        self._written("flush")
        self._flushed = True

    def transact(self, work: Callable[[], T]) -> T:
        """Do work that reads and then writes; again, from a new snapshot, when others wrote in between."""
        for _ in range(ATTEMPTS):
            try:
                return work()
            except Outdated:
                self._is_behind = True
                self.catch_up()
        return work()

    def catch_up(self) -> None:
        """Take a new snapshot, where something was written through this store since the last one."""
        if not self._is_behind or self._folder is None:
            return
        self._open = snapshot(self._folder / DATABASE)
        self._asked.close()
        self._is_behind = False

    def close(self) -> None:
        """Have what was written put safely on disk, and leave the owner; closing twice does no harm."""
        if not (self._flushed or self._is_asking):
            self.flush()
        self._flushed = True
        self._wire.close()
        super().close()

    def _apply(self, change: Change) -> bool:
        if change:
            self._written("apply", **change_message(change, state_of(self._quads)))
        return bool(change)

    def _written(self, verb: str, **more: Any) -> bool:
        """What the owner answers to a request that writes: whether anything changed."""
        self._ask(verb, **more)
        with gone_told():
            *_, changed = self._wire.answer()
        self._is_asking = False
        self._flushed, self._is_behind = False, True
        return bool(changed)

    def _ask(self, verb: str, **more: Any) -> None:
        with gone_told():
            self._is_asking = True
            self._wire.tell(END, {"do": verb, "protocol": PROTOCOL, **more})
