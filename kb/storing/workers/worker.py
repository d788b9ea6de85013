"""The process that answers: `python -m kb.storing.workers.worker FOLDER MEGABYTES ROWS`.

It is sent a question, says of what kind the answer is, is sent the format, and sends the answer piece by
piece. Its standard input is a socket that goes both ways, and ends with the one who asks. If that one is
killed in the middle of a question, an alarm ends this process soon after the question's time is up.
"""

import os
import resource
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from kb.errors import KnowledgeBaseError
from kb.storing.opening import open_store
from kb.storing.store import Store
from kb.storing.workers.frames import END, KIND, PIECE, READY, error_frame
from kb.storing.workers.questions import Question

LARGEST = 65_536  # bytes of a piece
GRACE = 1.0  # seconds between the end of a question's time and the alarm
STATM = Path("/proc/self/statm")  # Linux: the first number is the size of this process, in pages


class Sender:
    """Sends the text of an answer in pieces of some size."""

    def __init__(self, asked: Connection) -> None:
        self._asked = asked
        self._waiting = bytearray()

    def put(self, text: bytes) -> None:
        """Send a text, or keep it until there is more."""
        self._waiting += text
        if len(self._waiting) >= LARGEST:
            self._send()

    def end(self) -> None:
        """Send what was kept, and that this was all."""
        self._send()
        self._asked.send_bytes(END)

    def _send(self) -> None:
        self._asked.send_bytes(PIECE + self._waiting)
        self._waiting.clear()


def serve(folder: Path, megabytes: int, rows: int) -> None:
    """Answer questions until nobody asks any more."""
    asked = Connection(os.dup(sys.stdin.fileno()))
    asked.send_bytes(READY)
    store: Store | None = None
    while received := _received(asked):
        question, seconds = received
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)  # nobody handles it: it ends the process
        try:
            store = _opened(folder, megabytes) if store is None else store.refreshed()
            _answer(asked, store, question, rows)
        except KnowledgeBaseError as error:
            asked.send_bytes(error_frame(error))
        signal.setitimer(signal.ITIMER_REAL, 0)


def _received(asked: Connection) -> tuple[Question, float] | None:
    try:
        question, seconds = asked.recv()
    except (EOFError, OSError):
        return None
    return question, seconds


def _opened(folder: Path, megabytes: int) -> Store:
    """The store, and from then on so much memory and no more."""
    store = open_store(folder)
    size = int(STATM.read_text().split()[0]) * resource.getpagesize() if STATM.exists() else 0
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size + megabytes * 1_000_000, most))
    return store


def _answer(asked: Connection, store: Store, question: Question, rows: int) -> None:
    answer = store.query(question.sparql, question.graphs, question.hosts)
    asked.send_bytes(KIND + answer.kind.encode())
    sender = Sender(asked)
    answer.write(sender.put, asked.recv(), rows)
    sender.end()


def main() -> None:
    """Run as the command line says."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(BrokenPipeError, ConnectionResetError):  # the one who asks is gone
        serve(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))


if __name__ == "__main__":
    main()
