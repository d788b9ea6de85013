"""Clauses that a parser hangs on the noun before them though a verb of saying governs them.

"Told parliament that Ukraine would not yield" is at times read as if "that Ukraine would not yield" said
which parliament is meant, "said last week that troops would leave" as if it said which week. A clause with a
subject of its own, right behind the one who is told or a time, is the object of the verb (`ccomp` in
Universal Dependencies).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.model import Token
from kb.tagging.lexicon import Lexicon

TELLING_WHICH = frozenset({"acl", "acl:relcl"})
LISTENING = frozenset({"obj", "iobj"})
SUBJECTS = frozenset({"PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM"})


def with_told_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens of a sentence, each clause with "that" behind a listener or a time hung on the verb."""
    for that, clause, verb in tuple(_told_clauses(tokens, lexicon)):
        tokens = tuple(_rehung(tokens, that, clause, verb))
    return tokens


def _told_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """The "that", the head of its clause, and the verb of telling."""
    for clause, token in enumerate(tokens):
        if token.relation not in TELLING_WHICH or token.head is None:
            continue
        verb, that = tokens[token.head].head, token.head + 1
        own = that + 1 < clause and _opens(tokens, that, clause)
        if own and verb is not None and _governs(tokens, verb, that, lexicon):
            yield that, clause, verb


def _governs(tokens: Sequence[Token], verb: int, that: int, lexicon: Lexicon) -> bool:
    """Whether the noun before "that" is whom the verb tells, or when it says so."""
    noun, lemma = tokens[that - 1], tokens[verb].lemma
    if noun.relation in LISTENING:
        return lemma in lexicon.telling and tokens[that].relation != "obj"
    timed = noun.lemma in lexicon.times or noun.text.endswith("day")
    return timed and lemma in lexicon.telling | lexicon.saying


def _opens(tokens: Sequence[Token], that: int, clause: int) -> bool:
    """Whether "that" with another subject behind it opens the clause."""
    own = tokens[that].head == clause and tokens[that].text.lower() == "that"
    return own and tokens[that + 1].pos in SUBJECTS


def _rehung(tokens: Sequence[Token], that: int, clause: int, verb: int) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        if index == clause:
            yield replace(token, head=verb, relation="ccomp")
        elif index == that:
            yield replace(token, pos="SCONJ", relation="mark")
        else:
            yield token
