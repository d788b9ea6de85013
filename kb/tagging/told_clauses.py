"""Clauses that a parser hangs on the listener though they are what he is told.

"Told parliament that Ukraine would not yield" is at times read as if "that Ukraine would not yield" said
which parliament is meant. A clause with a subject of its own, right behind the one who is told, is the object
of the telling (`ccomp` in Universal Dependencies).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.model import Token
from kb.tagging.lexicon import Lexicon

TELLING_WHICH = frozenset({"acl", "acl:relcl"})
LISTENING = frozenset({"obj", "iobj"})
SUBJECTS = frozenset({"PROPN", "PRON", "DET", "NOUN"})


def with_told_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens of a sentence, each clause with "that" behind a listener hung on the verb of telling."""
    for that, clause, verb in tuple(_told_clauses(tokens, lexicon)):
        tokens = tuple(_rehung(tokens, that, clause, verb))
    return tokens


def _told_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """The "that", the head of its clause, and the verb of telling."""
    for clause, token in enumerate(tokens):
        if token.relation not in TELLING_WHICH or token.head is None:
            continue
        listener, verb = tokens[token.head], tokens[token.head].head
        told = verb is not None and listener.relation in LISTENING and tokens[verb].lemma in lexicon.telling
        that = token.head + 1
        if told and verb is not None and that + 1 < clause and _opens(tokens, that, clause):
            yield that, clause, verb


def _opens(tokens: Sequence[Token], that: int, clause: int) -> bool:
    """Whether "that" with another subject behind it opens the clause."""
    own = tokens[that].head == clause and tokens[that].text.lower() == "that"
    return own and tokens[that].relation != "obj" and tokens[that + 1].pos in SUBJECTS


def _rehung(tokens: Sequence[Token], that: int, clause: int, verb: int) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        if index == clause:
            yield replace(token, head=verb, relation="ccomp")
        elif index == that:
            yield replace(token, pos="SCONJ", relation="mark")
        else:
            yield token
