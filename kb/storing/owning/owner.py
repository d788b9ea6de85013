"""Who owns a store, and does what its guests ask: on a socket that only its own user can open."""

import logging
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingMixIn, UnixStreamServer
from threading import Thread
from types import TracebackType
from typing import Any, Self, cast

from kb.errors import BadRequest, KnowledgeBaseError
from kb.storing.owning.graphs import change_in, document_in
from kb.storing.owning.wire import (
    PROTOCOL,
    Message,
    Wire,
    address,
    forget_owner,
    request_in,
)  # fmt: skip
from kb.storing.payloads import quads_in
from kb.storing.store import Store
from kb.storing.workers.frames import END, PIECE, error_frame

LOG = logging.getLogger("kb")
OF_ANOTHER = "The site that writes this knowledge base runs another version of event-knowledge: restart it."

Say = Callable[[object], None]


class Owner:
    """Takes what other processes want written into a store, as long as one is inside (`with`).

    Where the folder can hold no socket that is told, and nothing is taken.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        try:
            self._server = _listening(self._store, self._folder)
        except OSError as error:
            LOG.warning("No other command can write meanwhile: no socket in %s (%s).", self._folder, error)
            return self
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server:
            self._server.shutdown()
            self._server.leave_all()
            self._server.server_close()  # which waits for what is being done
            forget_owner(self._folder)


def _listening(store: Store, folder: Path) -> "_Server":
    """A server on the socket; before it listens, nobody but its user can open that."""
    forget_owner(folder)  # of one who was killed: who writes the store knows that there is no other
    with address(folder) as name:
        return _Server(name, store)


class _Server(ThreadingMixIn, UnixStreamServer):
    def __init__(self, name: str, store: Store) -> None:
        self.store = store
        self._guests: set[socket.socket] = set()
        super().__init__(name, _Guest)

    def server_activate(self) -> None:
        Path(str(self.server_address)).chmod(0o600)
        super().server_activate()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._guests.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:
        self._guests.discard(request)
        super().close_request(request)

    def leave_all(self) -> None:
        """Hear nothing more from any guest; what they asked before is done and answered."""
        for guest in [*self._guests]:
            with suppress(OSError):  # it left by itself
                guest.shutdown(socket.SHUT_RD)


class _Guest(BaseRequestHandler):
    def handle(self) -> None:
        """Do what this guest asks until it leaves; what it wrote is then put safely on disk."""
        store = cast(_Server, self.server).store
        with suppress(EOFError, OSError):  # it left, perhaps in the middle of an answer
            _take(store, Wire(self.request))
        store.flush()


def _take(store: Store, wire: Wire) -> None:
    while True:
        frame = wire.receive()
        try:
            wire.tell(END, _done(store, frame, lambda message: wire.tell(PIECE, message)))
        except KnowledgeBaseError as error:
            wire.send(error_frame(error))


def _done(store: Store, frame: bytes, say: Say) -> object:
    """What comes of a request; BadRequest when it is none that is known here."""
    asked = request_in(frame)
    verb = VERBS.get(asked["do"])
    if verb is None or asked["protocol"] != PROTOCOL:
        raise BadRequest(OF_ANOTHER)
    return verb(store, asked, say)


def _keep(store: Store, asked: Message, _say: Say) -> bool:
    return store.keep(document_in(asked), quads_in(asked["corrections"]), quads_in(asked["seen"]))


def _remove(store: Store, asked: Message, _say: Say) -> bool:
    store.remove(asked["iri"])
    return True


def _apply(store: Store, asked: Message, _say: Say) -> bool:
    return store.apply(*change_in(asked))


def _run(store: Store, asked: Message, _say: Say) -> bool:
    store.run(asked["update"])
    return True


def _flush(store: Store, _asked: Message, _say: Say) -> bool:
    store.flush()
    return False


def _reindex(store: Store, _asked: Message, say: Say) -> bool:
    def watch(graphs: Sequence[str]) -> Iterator[str]:
        say(len(graphs))
        yield from _told(graphs, say)

    store.reindex(watch)
    return False


def _told(graphs: Iterable[str], say: Say) -> Iterator[str]:
    for graph in graphs:
        say(graph)  # when the guest has left, this ends the building, and the old index stays
        yield graph


VERBS: Mapping[str, Callable[[Store, Message, Say], Any]] = {
    "keep": _keep,
    "remove": _remove,
    "apply": _apply,
    "run": _run,
    "flush": _flush,
    "reindex": _reindex,
}
