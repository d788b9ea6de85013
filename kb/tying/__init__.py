"""What ties entities and entries to lists elsewhere: found, judged by people, taken back, carried over.

`links` keeps the link records of a store, `finding` looks for them in the authority beside it. All that
people said outlives looking again, reading an article again, and the loss of what it was said of
(`Links.orphans`).
"""

from kb.tying.links import Links

__all__ = ["Links"]
