"""Strangers' queries answered, and their updates worked out, by processes of their own that can be killed.

Oxigraph has no limit of time, and a query that asks too much cannot be stopped from within. So `pool`
keeps a few processes, each (`process`) running `worker` over a snapshot of the store of its own: it looks
before every query whether the store has changed, so that what was written before is seen. Time and memory
are limited from outside, rows from within.
"""

from kb.storing.workers.pool import Workers
from kb.storing.workers.questions import Limits, Question, Reply

__all__ = ["Limits", "Question", "Reply", "Workers"]
