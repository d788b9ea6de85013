"""Short answers that were given, kept for who asks the same again while the store is as it was.

None is ever older than the store: an answer is found only by the very state of the files (`freshness`) that
was seen before its question was put, and every commit, whoever makes it, changes that. What a query asks of
the moment, of chance or of other servers is not kept.
"""

import re
from collections import OrderedDict
from threading import Lock

from kb.storing.freshness import Marks
from kb.storing.workers.questions import Forms, Question, Reply

MOST = 8_000_000  # bytes of texts that are kept
LARGEST = 65_536  # bytes of one of them

_PASSING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|SERVICE)", re.IGNORECASE)

Key = tuple[Question, tuple[tuple[str, str], ...]]


class Kept:
    """The answers to the latest questions, of one state of the store; threads may share it."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._state: Marks = frozenset()
        self._size = 0
        self._replies: OrderedDict[Key, Reply] = OrderedDict()

    def get(self, state: Marks, question: Question, forms: Forms) -> Reply | None:
        """The answer that was given to this question in this state, None where it has to be asked."""
        with self._lock:
            self._forget_other(state)
            reply = self._replies.get(_key(question, forms))
            if reply:
                self._replies.move_to_end(_key(question, forms))
            return reply

    def put(self, state: Marks, question: Question, forms: Forms, reply: Reply) -> None:
        """Keep an answer given after this state was seen, if it is whole, short and of the store alone."""
        if not state or reply.rest or len(reply.text) > LARGEST or _PASSING.search(question.sparql):
            return
        with self._lock:
            self._forget_other(state)
            self._drop(_key(question, forms))
            self._replies[_key(question, forms)] = reply
            self._size += len(reply.text) + len(question.sparql)
            while self._size > self._most:
                self._drop(next(iter(self._replies)))

    def _forget_other(self, state: Marks) -> None:
        if state != self._state:
            self._replies.clear()
            self._state, self._size = state, 0

    def _drop(self, key: Key) -> None:
        if reply := self._replies.pop(key, None):
            self._size -= len(reply.text) + len(key[0].sparql)


def _key(question: Question, forms: Forms) -> Key:
    return question, tuple(sorted(forms.items()))
