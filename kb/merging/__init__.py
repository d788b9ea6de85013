"""Merging: which names name one and the same, which entries of several articles tell of one and the same.

Pure functions: descriptions come in, decisions go out, each with a score and its reasons in sentences.
Nothing here reads or stores, and nothing is changed by a decision: it can be taken back.

To add a rule for names, write it in `same_names` and name it in its `RULES`; what speaks for and against
two entries being one stands in `events` and `statements`.
"""

from kb.merging.entities import merge_entities
from kb.merging.entries import merge_entries

__all__ = ["merge_entities", "merge_entries"]
