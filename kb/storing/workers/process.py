"""One process that answers, seen from the one who asks."""

import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from kb.errors import BadQuery, KnowledgeBaseError
from kb.storing.workers.frames import END, ERROR, READY, WHOLE, sent_error, sent_whole
from kb.storing.workers.questions import Forms, Kind, Limits, Question, Undertaking

STARTING = 60.0  # seconds until a process must be ready
MODULE = "kb.storing.workers.worker"


class Process:
    """A process that answers one question after the other, until it is killed."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._limits = limits
        self._deadline = time.monotonic() + STARTING
        self._is_ready = self._is_asked = False
        self._question: Question | Undertaking = Question("")
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", MODULE, str(folder), str(limits.megabytes), str(limits.rows)]
        with theirs:
            environment = {
                **os.environ,
                "RUST_BACKTRACE": "0",  # out of memory, it would take its time
                "MALLOC_ARENA_MAX": "2",  # glibc sets 64 MB of addresses aside for each thread, which count
            }
            self._process = subprocess.Popen(command, stdin=theirs.fileno(), env=environment)  # noqa: S603
        self._asked = Connection(ours.detach())
        self._answers = select.poll()  # Connection.poll makes a new one each time, which small queries notice
        self._answers.register(self._asked.fileno(), select.POLLIN)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return int(self._process.pid)

    def ask(self, question: Question | Undertaking, forms: Forms) -> tuple[Kind, bytes | None]:
        """Put a question, its time running from now; returns of which kind the answer is, and all of it.

        None where it is long, and comes piece by piece.
        """
        if not self._is_ready:
            self._is_ready = self._frame() == READY
        self._deadline = time.monotonic() + self._limits.seconds
        self._is_asked, self._question = True, question
        self._send((question, dict(forms), self._limits.seconds))
        frame = self._frame()
        if frame[:1] != WHOLE:
            return cast(Kind, frame[1:].decode()), None
        self._is_asked = False
        kind, text = sent_whole(frame)
        return cast(Kind, kind), text

    def receive(self) -> bytes | None:
        """The next piece of the answer, None after the last.

        An error of the query is raised; past its limits it is QueryStopped, and the process is gone.
        """
        frame = self._frame()
        self._is_asked = frame[:1] != END
        return frame[1:] if self._is_asked else None

    def is_free(self) -> bool:
        """Whether it can be asked: it lives and is not in the middle of a question."""
        return not self._is_asked and self._process.poll() is None

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._asked.close()

    def _frame(self) -> bytes:
        try:
            if not self._answers.poll(max(0.0, self._deadline - time.monotonic()) * 1000):
                self.kill()
                raise self._question.late(self._limits)
            frame = self._asked.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._ended() from error
        if frame[:1] == ERROR:
            self._is_asked = False
            raise sent_error(frame)
        return frame

    def _send(self, message: object) -> None:
        try:
            self._asked.send_bytes(pickle.dumps(message))
        except OSError as error:
            raise self._ended() from error

    def _ended(self) -> KnowledgeBaseError:
        """Why the process ended: by its alarm, for want of memory, or by an error of its own."""
        self._asked.close()
        number = -self._process.wait()
        if number == signal.SIGALRM:
            return self._question.late(self._limits)
        if number == signal.SIGSEGV:
            return BadQuery("The query is too large: it took more stack than there is. Ask in several.")
        return self._question.large(self._limits)
