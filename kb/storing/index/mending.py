"""The index that a store asks, and another in its place where its file turns out to be damaged.

Damage past the first pages of a file shows only when a question comes to it. The index is then built anew
from the store, that is told, and the question is asked again. One thread of a process builds; who comes to
the damage meanwhile waits a moment, which is enough for small ones, and is then told to ask again (Busy, a
503 of the site): a site answers in four threads, and were they to wait for a million entries, it would
answer nobody, also nobody who asks no index. What of the old file can be read is answered from it until then.

A disk that fails would have an index built for ever. One that is damaged again before it has served ten times
as long as it took to build is therefore left, and the error says so.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import ParamSpec, Protocol, TypeVar
from weakref import WeakMethod

from kb.errors import Busy, StoreDamaged
from kb.storing.database import Database
from kb.storing.index import files
from kb.storing.index.index import Index

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = 3.0  # seconds that a question waits for an index that is being built
FOREVER = -1.0
RESTS = 10  # times as long as it took to build it must an index have served to be built anew by itself

_TURN = RLock()  # to open or build, of all threads of this process; taken behind the lock of who writes
_RESTING: dict[Path | None, float] = {}  # until when (of a clock that never jumps) none is built anew


class Turn(Protocol):
    """A lock."""

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Whether it could be had in so many seconds, as many as it takes where they are -1."""

    def release(self) -> None:
        """Let others have it."""


class Asked:
    """The index of one store: opened when it is first asked for, and then kept.

    `opened` gives the one there is, and `built` a new one, which tells why; `writing` is the lock that who
    writes the store holds.
    """

    def __init__(
        self,
        folder: Path | None,
        opened: Callable[[], Index],
        built: Callable[[str], Index],
        writing: Turn,
    ) -> None:
        self._folder = folder
        self._opened = weakly(opened)
        self._built = weakly(built)
        self._writing = writing
        self._now: Index | None = None

    def get(self, patience: float = PATIENCE) -> Index:
        """The index; Busy when another thread opens it for longer than so many seconds."""
        now = self._now
        if now is None:
            with _turn(_TURN, patience):
                now = self._now or self.put(self._opened())
        return now

    def put(self, index: Index) -> Index:
        """Have this one asked from now on; the one before goes when the last question it has is answered."""
        index.mend = weakly(self._mended)
        self._now = index
        return index

    def follow(self, store: Database, base: str) -> bool:
        """Have the index show what changed in the store; False when only a new one can.

        Where its file is gone or damaged the one that takes its place shows it.
        """
        index = self.get(FOREVER)
        if not index.is_there:  # a reader found it damaged first, or somebody took it away
            with _turn(_TURN, FOREVER):
                index = self.put(self._opened())
        try:
            return index.follow(store, base)
        except files.IndexDamaged as error:
            return self._mended(index, error, FOREVER).follow(store, base)

    def anew(self, build: Callable[[], Index]) -> None:
        """Have an index built as somebody wants it; it may be damaged as soon as it likes."""
        with _turn(_TURN, FOREVER):
            self.put(build())
            _RESTING.pop(self._folder, None)

    def forget(self) -> None:
        """Open it again when it is next asked for."""
        self._now = None

    def close(self) -> None:
        """Let go of its file."""
        if self._now:
            self._now.close()
        self.forget()

    @property
    def is_open(self) -> bool:
        """Whether there is one that somebody may have asked."""
        return self._now is not None

    def _mended(self, damaged: Index, error: files.IndexDamaged, patience: float = PATIENCE) -> Index:
        """What takes the place of a damaged index: what others built meanwhile, or a new one.

        Busy while another thread builds it, StoreDamaged when it cannot be built.
        """
        with _turn(self._writing, patience), _turn(_TURN, patience):
            if self._now is None or self._now is damaged:
                self.put(self._anew(damaged, error))
            return self.get()

    def _anew(self, damaged: Index, error: files.IndexDamaged) -> Index:
        if damaged.is_replaced:
            return self._opened()
        if monotonic() < _RESTING.get(self._folder, 0):
            raise StoreDamaged(
                f"{error} It was built anew just now: look at the health of the disk."
            ) from error
        begun = monotonic()
        try:
            index = self._built(error.why)
        except StoreDamaged as failed:
            raise StoreDamaged(f"{failed} Then build the timeline index anew: kb reindex") from failed
        _RESTING[self._folder] = monotonic() + RESTS * (monotonic() - begun)
        return index


def weakly(method: Callable[P, T]) -> Callable[P, T]:
    """A method of one who is not kept by it: a snapshot lets go of its files with the last who asks it."""
    found = WeakMethod(method)

    def call(*given: P.args, **more: P.kwargs) -> T:
        called = found()
        if called is None:
            raise ReferenceError("The store was let go of while its index was asked.")
        return called(*given, **more)

    return call


@contextmanager
def _turn(lock: Turn, patience: float) -> Iterator[None]:
    """Inside, nobody else holds the lock; Busy when somebody does for longer than so many seconds."""
    if not lock.acquire(timeout=patience):
        raise Busy("The timeline index is being built anew from the store. Ask again in a minute.")
    try:
        yield
    finally:
        lock.release()
