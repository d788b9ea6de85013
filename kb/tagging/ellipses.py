"""Verbs left without the auxiliary they share: "five were killed and ten | wounded in clashes".

A parser takes such a participle for an adjective of what follows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.model import Token
from kb.tagging.lexicon import Lexicon

REACH = 9  # tokens from the verb to the number
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def with_shared_auxiliary(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens, a participle behind "and" with a number read as joined to the passive before it."""
    for index in range(1, len(tokens) - 2):
        if tokens[index].pos == "CCONJ" and tokens[index + 1].pos == "NUM":
            verb = _passive_before(tokens, index)
            if verb is not None and _is_participle(tokens, index + 2, lexicon):
                tokens = tuple(_joined(tokens, verb, index, lexicon))
    return tokens


def _passive_before(tokens: Sequence[Token], index: int) -> int | None:
    helped = {token.head for token in tokens if token.relation == "aux:pass"}
    near = range(index - 1, max(0, index - REACH), -1)
    return next((i for i in near if i in helped), None)


def _is_participle(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    low = tokens[index].text.casefold()
    after = tokens[index + 1].pos if index + 1 < len(tokens) else ""
    return low.endswith("ed") and low in lexicon.forms and after not in NOMINAL


def _joined(tokens: Sequence[Token], verb: int, conjunction: int, lexicon: Lexicon) -> Iterator[Token]:
    participle, noun = conjunction + 2, _noun_behind(tokens, conjunction + 3)
    for index, token in enumerate(tokens):
        if index == participle:
            lemma = lexicon.forms[token.text.casefold()]
            yield replace(token, pos="VERB", lemma=lemma, head=verb, relation="conj")
        elif index == conjunction:
            yield replace(token, head=participle, relation="cc")
        elif index == conjunction + 1:
            yield replace(token, head=participle, relation="nsubj:pass")
        elif index == noun:
            yield replace(
                token, pos="NOUN", lemma=lexicon.lemma(token.text, "NOUN"), head=participle, relation="obl"
            )
        elif noun is not None and participle < index < noun and token.pos == "ADP":
            yield replace(token, head=noun, relation="case")
        else:
            yield token


def _noun_behind(tokens: Sequence[Token], first: int) -> int | None:
    """The noun, taken for a verb or not, that a preposition right behind the participle leads to."""
    if first + 1 >= len(tokens) or tokens[first].pos != "ADP":
        return None
    return first + 1 if tokens[first + 1].pos in {"NOUN", "VERB"} else None
