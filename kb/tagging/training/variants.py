"""Sentences as articles write them and treebanks seldom do: headlines, capitals, no final stop."""

import random

from kb.tagging.training.treebank import Rows, respelled

# Shares of the sentences of an epoch; the rest stay as they are.
UPPER, TITLE, LOWER, NO_STOP = 0.04, 0.05, 0.03, 0.1
SMALL = frozenset({"ADP", "DET", "CCONJ", "PART", "PUNCT", "SCONJ"})


def vary(rows: Rows, chance: random.Random) -> Rows:
    """The sentence, or one of its variants; its tree stays the same but for a final stop."""
    draw = chance.random()
    if draw < UPPER:
        return _without_stop(respelled(rows, (row.word.upper() for row in rows)))
    if draw < UPPER + TITLE:
        return _without_stop(_title(rows))
    if draw < UPPER + TITLE + LOWER:
        return respelled(rows, (row.word.lower() for row in rows))
    return _without_stop(rows) if draw > 1 - NO_STOP else rows


def _title(rows: Rows) -> Rows:
    return respelled(
        rows, (row.word if row.pos in SMALL else row.word[:1].upper() + row.word[1:] for row in rows)
    )


def _without_stop(rows: Rows) -> Rows:
    last = len(rows) - 1
    bare = last > 0 and rows[last].word == "." and all(row.head != last for row in rows)
    return rows[:last] if bare else rows
