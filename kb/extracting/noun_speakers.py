"""Whose claim, warning or denial it is: "the minister's claim that", "a claim by X that"."""

from collections.abc import Sequence

from kb.extracting.clause_words import OWNING, POSSESSIVE
from kb.extracting.phrases import full_end, phrase_start
from kb.extracting.subjects import Phrase, subject
from kb.model import Token

MAKERS = frozenset({"by", "from"})
REACH = 4


def of_noun(items: Sequence[Token], noun: int) -> Phrase | None:
    """The owner of a noun of saying, its maker, or the subject of the verb that makes or has it."""
    return _owner(items, noun) or _maker(items, noun + 1) or _subject(items, noun)


def _owner(items: Sequence[Token], noun: int) -> Phrase | None:
    start = phrase_start(items, noun)
    for index in range(noun - 1, start - 1, -1):
        if items[index].pos == "PART":
            first = phrase_start(items, index)
            return Phrase(first, index) if first < index else None
        if items[index].text.lower() in POSSESSIVE:
            return Phrase(index, index + 1)
    return None


def _maker(items: Sequence[Token], after: int) -> Phrase | None:
    if after >= len(items) or items[after].text.lower() not in MAKERS:
        return None
    end = full_end(items, after + 1, len(items))
    return Phrase(after + 1, end) if end > after + 1 else None


def _subject(items: Sequence[Token], noun: int) -> Phrase | None:
    start = phrase_start(items, noun)
    near = range(start - 1, max(start - REACH, 0) - 1, -1)
    verb = next((k for k in near if items[k].pos in ("VERB", "AUX")), None)
    return subject(items, verb) if verb is not None and items[verb].lemma in OWNING else None
