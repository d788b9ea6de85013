"""The process that answers: `python -m kb.storing.workers.worker FOLDER MEGABYTES ROWS`.

It is sent a question with the format for each kind of answer, or an update to be worked out, and sends a
short answer at once, as every wait for the other side costs more than a small query; a long one piece by
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

from kb.errors import KnowledgeBaseError, StoreDamaged
from kb.storing.answer import Answer
from kb.storing.opening import open_store
from kb.storing.planning import Plan
from kb.storing.store import Store
from kb.storing.workers.frames import END, KIND, PIECE, READY, error_frame, whole_frame
from kb.storing.workers.questions import Forms, Question, Undertaking

LARGEST = 65_536  # bytes of a piece
GRACE = 1.0  # seconds between the end of a question's time and the alarm
STATM = Path("/proc/self/statm")  # Linux: the first number is the size of this process, in pages


class Sender:
    """Sends the text of an answer of a kind: at once, or in pieces of some size."""

    def __init__(self, asked: Connection, kind: str = "") -> None:
        self.kind = kind
        self.has_begun = False
        self._asked = asked
        self._waiting = bytearray()

    def put(self, text: bytes) -> None:
        """Send a text, or keep it until there is more."""
        self._waiting += text
        if len(self._waiting) >= LARGEST:
            self._send()

    def forget(self) -> None:
        """Drop what was not sent."""
        self._waiting.clear()

    def end(self) -> None:
        """Send what was kept, and that this was all."""
        if self.has_begun:
            self._send()
            self._asked.send_bytes(END)
        else:
            self._asked.send_bytes(whole_frame(self.kind, bytes(self._waiting)))

    def _send(self) -> None:
        if not self.has_begun:
            self._asked.send_bytes(KIND + self.kind.encode())
        self.has_begun = True
        self._asked.send_bytes(PIECE + self._waiting)
        self._waiting.clear()


def serve(folder: Path, megabytes: int, rows: int) -> None:
    """Answer questions until nobody asks any more."""
    asked = Connection(os.dup(sys.stdin.fileno()))
    asked.send_bytes(READY)
    store: Store | None = None
    with suppress(KnowledgeBaseError):  # told to who asks; else the first question need not wait for it
        store = _opened(folder, megabytes)
    while received := _received(asked):
        question, forms, seconds = received
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)  # nobody handles it: it ends the process
        try:
            store = _opened(folder, megabytes) if store is None else store.refreshed()
            if isinstance(question, Undertaking):
                _work_out(asked, planned(store, folder, question, rows))
            else:
                answered(Sender(asked), store, folder, question, forms, rows)
        except KnowledgeBaseError as error:
            asked.send_bytes(error_frame(error))
        signal.setitimer(signal.ITIMER_REAL, 0)


def _received(asked: Connection) -> tuple[Question | Undertaking, Forms, float] | None:
    try:
        question, forms, seconds = asked.recv()
    except (EOFError, OSError):
        return None
    return question, forms, seconds


def _opened(folder: Path, megabytes: int) -> Store:
    """The store, and from then on so much memory and no more."""
    store = open_store(folder)
    size = int(STATM.read_text().split()[0]) * resource.getpagesize() if STATM.exists() else 0
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size + megabytes * 1_000_000, most))
    return store


def answered(sender: Sender, store: Store, folder: Path, question: Question, forms: Forms, rows: int) -> None:
    """Send the answer to a query.

    Who writes may have tidied away files that this snapshot still needs: then a new one is asked, where
    nothing was sent yet.
    """
    try:
        _answer(sender, store.query(question.sparql, question.graphs, question.hosts), forms, rows)
    except StoreDamaged:
        if sender.has_begun:
            raise
        sender.forget()
        with open_store(folder) as now:
            _answer(sender, now.query(question.sparql, question.graphs, question.hosts), forms, rows)


def _answer(sender: Sender, answer: Answer, forms: Forms, rows: int) -> None:
    sender.kind = answer.kind
    if media_type := forms.get(answer.kind):
        answer.write(sender.put, media_type, rows)
    sender.end()


def planned(store: Store, folder: Path, undertaking: Undertaking, most: int) -> Plan:
    """What an update changes, of a new snapshot where files were tidied away, as for `answered`.

    A copy keeps its files, and may be changed already.
    """
    if undertaking.copy:
        return store.plan(undertaking.sparql, undertaking.copy, most)
    with suppress(StoreDamaged):
        return store.plan(undertaking.sparql, None, most)
    with open_store(folder) as now:
        return now.plan(undertaking.sparql, None, most)


def _work_out(asked: Connection, plan: Plan) -> None:
    sender = Sender(asked, "plan")
    sender.put(plan.as_text().encode())
    sender.end()


def main() -> None:
    """Run as the command line says."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(BrokenPipeError, ConnectionResetError, MemoryError):  # the one who asks is gone, or knows
        serve(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))


if __name__ == "__main__":
    main()
