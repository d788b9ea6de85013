"""The store whose quads lie on a server: each change and the state behind it in one conditional update.

Several processes, on several machines, may write: an update is done only if the state on the server is the
one it was made from (compare and set), so none overwrites what another has just written. A change that the
server refuses in one piece (Virtuoso takes some 1,000 quads) is written in several, its state last.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self, TypeVar

from pyoxigraph import Quad

from kb.errors import BadQuery, BadRequest, NotFound, StoreLocked
from kb.model import Corrections, Findings
from kb.ontology import DEFAULT_BASE
from kb.storing.changes import Change
from kb.storing.outbox import conditional, parted, state_in, state_of
from kb.storing.remote.database import RemoteDatabase
from kb.storing.remote.protocol import Client
from kb.storing.remote.server import load_server
from kb.storing.settings import Settings, check_base
from kb.storing.store import Store
from kb.storing.terms import EK

PIECE = 1000  # quads that every server we know takes at once
TRIES = 5
Done = TypeVar("Done")


class Moved(StoreLocked):
    """Another process has written since what was to be written was made."""


class RemoteStore(Store):
    """The triples of a knowledge base on a server. Make one with `create` or `open`."""

    def __init__(self, quads: RemoteDatabase, settings: Settings, folder: Path | None = None) -> None:
        super().__init__(quads, settings, folder)
        self._server = quads
        self._seen = state_of(quads)

    @classmethod
    def create(cls, folder: Path, base_iri: str = DEFAULT_BASE) -> Self:
        """The store on the server that a folder names, the vocabulary put there when it is missing.

        Raises ServerFailed when it cannot be used, BadRequest when its default graph is not the union.
        """
        store = cls._connected(folder, check_base(base_iri))
        store._keep_vocabulary()
        store._ask_for_union()
        return store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The same for reading; NotFound when the server holds no knowledge base."""
        store = cls._connected(folder, DEFAULT_BASE)
        if not store._seen.sequence:
            raise NotFound(
                f"There is no knowledge base on {load_server(folder).query}. "
                "Make one with: kb read SOURCE --kb ADDRESS"
            )
        store._ask_for_union()
        return store

    @staticmethod
    def base_of(folder: Path, otherwise: str = DEFAULT_BASE) -> str:
        """The base IRI of what is on the server, `otherwise` where nothing is; ServerFailed."""
        return _base_on(RemoteDatabase(Client(load_server(folder)))) or otherwise

    @classmethod
    def _connected(cls, folder: Path, base_iri: str) -> Self:
        client = Client(load_server(folder))
        base = _base_on(RemoteDatabase(client)) or base_iri
        return cls(RemoteDatabase(client, base), Settings(base), folder)

    def refreshed(self) -> Self:
        """This store, or one that shows what was written meanwhile."""
        if self._seen == state_of(self._quads):
            return self
        return type(self)(self._server, self._settings, self._folder)

    def replace_document(self, findings: Findings, corrections: Corrections | None = None) -> bool:
        """As `Store.replace_document`; made anew when another process has written meanwhile."""
        replace = super().replace_document
        return _tried(lambda: replace(findings, corrections))

    def remove(self, iri: str) -> None:
        """As `Store.remove`; made anew when another process has written meanwhile."""
        remove = super().remove
        _tried(lambda: remove(iri))

    def run(self, update: str) -> None:
        """As `Store.run`; what stands in an update of one's own is done whatever the state.

        As others may have written since that was looked up, the index is built anew.
        """
        self._do(update, None)
        self._seen = state_of(self._quads)

    def _commit(self, change: Change) -> None:
        before, after = state_in(change.gone), state_in(change.new)
        if before == self._seen:
            self._write(change)
        self._seen = state_of(self._quads)
        if self._seen != after:
            raise Moved("Another process is writing the same knowledge base. Try again.")
        self._server.sweep(change.gone)

    def _write(self, change: Change) -> None:
        try:
            self._quads.update(conditional(change))
        except BadQuery:
            if len(change.gone) + len(change.new) <= PIECE:
                raise
            self._write_in_pieces(change)

    def _write_in_pieces(self, change: Change) -> None:
        quads, state = parted(change)
        for piece in _pieces(quads):
            self._quads.update(piece.as_update())
        self._quads.update(conditional(state))

    def _ask_for_union(self) -> None:
        if [*self.query(f"ASK {{ {EK.Event} ?p ?o }}").rows()] != [("true",)]:
            raise BadRequest(
                "The default graph of this server is not the union of its graphs, as it has to be. "
                "Set it so: Fuseki tdb2:unionDefaultGraph, Stardog query.all.graphs."
            )


def _base_on(quads: RemoteDatabase) -> str:
    """What the IRIs on a server begin with, as the name of the graph of a document tells it; "" for none."""
    document = quads.first(f"SELECT ?g {{ GRAPH ?g {{ ?d a {EK.SourceDocument} }} }} LIMIT 1")
    return document.rpartition("graph/")[0]


def _pieces(change: Change) -> Iterator[Change]:
    for gone in _batches(change.gone):
        yield Change(gone, frozenset())
    for new in _batches(change.new):
        yield Change(frozenset(), new)


def _batches(quads: frozenset[Quad]) -> Iterator[frozenset[Quad]]:
    ordered = sorted(quads, key=str)
    for start in range(0, len(ordered), PIECE):
        yield frozenset(ordered[start : start + PIECE])


def _tried(act: Callable[[], Done]) -> Done:
    for _ in range(TRIES - 1):
        with suppress(Moved):
            return act()
    return act()
