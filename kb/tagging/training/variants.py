"""Sentences as articles write them and treebanks seldom do: headlines, capitals, no final stop, names
and words that nobody has met before.
"""

import random

from kb.tagging.training.treebank import Row, Rows, respelled

# Shares of the sentences of an epoch; the rest stay as they are.
UPPER, TITLE, LOWER, NO_STOP = 0.04, 0.05, 0.03, 0.1
# Shares of the words of each kind that become unknown ones.
UNKNOWN = {"PROPN": 0.12, "NOUN": 0.04, "VERB": 0.04, "ADJ": 0.04, "ADV": 0.02}
ENDING = 3  # letters that an unknown word keeps; an unknown name keeps none
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvwz"
SMALL = frozenset({"ADP", "DET", "CCONJ", "PART", "PUNCT", "SCONJ"})


def vary(rows: Rows, chance: random.Random) -> Rows:
    """The sentence, or one of its variants; its tree stays the same but for a final stop."""
    rows = respelled(rows, [_perhaps_unknown(row, chance) for row in rows])
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


def _perhaps_unknown(row: Row, chance: random.Random) -> str:
    """The word, or now and then one that looks alike and is in no treebank."""
    if not row.word.isalpha() or chance.random() >= UNKNOWN.get(row.pos, 0):
        return row.word
    kept = 0 if row.pos == "PROPN" else min(ENDING, len(row.word) - 1)
    stem = row.word[: len(row.word) - kept]
    return "".join(_like(letter, chance) for letter in stem) + row.word[len(stem) :]


def _like(letter: str, chance: random.Random) -> str:
    """A vowel for a vowel, a consonant for a consonant, a capital for a capital."""
    other = chance.choice(VOWELS if letter.lower() in VOWELS else CONSONANTS)
    return other.upper() if letter.isupper() else other
