"""A few processes that answer, and whose turn it is."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import BoundedSemaphore, Lock
from types import TracebackType
from typing import Self

from kb.errors import Busy
from kb.storing.freshness import marks
from kb.storing.layout import DATABASE
from kb.storing.planning.plan import Plan, plan_in
from kb.storing.workers.kept import Kept
from kb.storing.workers.process import Process
from kb.storing.workers.questions import Forms, Limits, Question, Reply, Undertaking

HELD = 1_000_000  # bytes of an answer gathered before any is handed on: what fails until then is told


class Workers:
    """Answers questions over the store in a folder, each within its limits; safe to share by threads.

    There is always one more process ready than is at work, up to the number allowed.
    """

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._limits = limits
        self._kept = Kept()
        self._turns = BoundedSemaphore(limits.workers)
        self._lock = Lock()
        self._idle: list[Process] = []
        self._working: set[Process] = set()
        self._closed = False
        self._make_ready()

    def ask(self, question: Question, forms: Forms) -> Reply:
        """The answer to a question in the form for its kind; a short one may be kept from the time before.

        Of a long answer only the beginning; the rest is read as it is made, and its errors come then. Raises
        BadQuery, QueryStopped past the limits, Busy when no process is free in time.
        """
        state = marks(self._folder / DATABASE)
        reply = self._kept.get(state, question, forms)
        if reply is None:
            reply = self._asked(question, forms)
            self._kept.put(state, question, forms, reply)
        return reply

    def plan(self, update: str, copy: Path | None = None) -> Plan:
        """What an update that is `prepared` would change in the store as it is, or in a copy of it.

        Raises BadQuery, QueryStopped past the limits, Busy when no process is free in time.
        """
        reply = self._asked(Undertaking(update, copy), {})
        return plan_in(b"".join((reply.text, *(reply.rest or ()))))

    def _asked(self, question: Question | Undertaking, forms: Forms) -> Reply:
        if not self._turns.acquire(timeout=self._limits.patience):
            raise Busy("Too many queries are being answered. Ask again in a few seconds.")
        turn = Turn(self, self._take())
        with ExitStack() as unless_answered:
            unless_answered.callback(turn.close)
            reply = turn.answer(question, forms)
            unless_answered.pop_all()
        return reply

    def close(self) -> None:
        """End all processes, also those at work."""
        with self._lock:
            self._closed = True
            ending = [*self._idle, *self._working]
            self._idle.clear()
        for process in ending:
            process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def give_back(self, process: Process) -> None:
        """Let the next have this process, or end it when it is in the middle of something."""
        with self._lock:
            self._working.discard(process)
            if process.is_free() and not self._closed:
                self._idle.append(process)
            else:
                process.kill()
        self._make_ready()
        self._turns.release()

    def _take(self) -> Process:
        with self._lock:
            free = [process for process in self._idle if process.is_free()]
            process = free[-1] if free else Process(self._folder, self._limits)
            self._idle = free[:-1]
            self._working.add(process)
        self._make_ready()
        return process

    def _make_ready(self) -> None:
        """Start a process for the next question, which then need not wait for it."""
        with self._lock:
            if not self._closed and not self._idle and len(self._working) < self._limits.workers:
                self._idle.append(Process(self._folder, self._limits))


class Turn:
    """One process answering one question; an iterator over what of the answer is not gathered yet."""

    def __init__(self, pool: Workers, process: Process) -> None:
        self._pool = pool
        self._process: Process | None = process

    def answer(self, question: Question | Undertaking, forms: Forms) -> Reply:
        """Ask; returns the answer, or its beginning with this turn as what follows."""
        kind, text = self._working.ask(question, forms)
        if text is None:
            text = self._gathered()
        else:
            self.close()
        return Reply(kind, forms.get(kind, ""), text, self if self._process else None)

    def _gathered(self) -> bytes:
        """The answer up to so many bytes and the end of a piece."""
        text = bytearray()
        for piece in self:
            text += piece
            if len(text) >= HELD:
                break
        return bytes(text)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = None
        try:
            piece = self._process.receive() if self._process else None
        finally:
            if piece is None:  # the end, or an error
                self.close()
        if piece is None:
            raise StopIteration
        return piece

    def close(self) -> None:
        """Let the next one ask; a process in the middle of an answer is ended."""
        process, self._process = self._process, None
        if process:
            self._pool.give_back(process)

    @property
    def _working(self) -> Process:
        if self._process is None:
            raise ValueError("this question was answered")
        return self._process
