"""Deeds that a parser takes for the first half of a compound: "Norland is bombing Oslo", "accused them of
bombing towns".

Behind a form of "be" with somebody before it, or behind "of" that follows somebody, a form in -ing before a
name or a plural is a verb and what follows it is its object. "The problem is housing prices" and "the use of
bombing raids" stay as they are: neither a problem nor a use does anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.model import Token
from kb.tagging.lexicon import Lexicon

ACTING = frozenset({"PROPN", "PRON"})
OF_OBJECTS = frozenset(
    {"nmod", "amod", "compound", "flat", "det", "nummod", "acl:relcl", "appos", "conj", "cc"}
)


def with_deeds(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens of a sentence, each form in -ing that must be a verb with its subject and object."""
    for deed in [index for index, token in enumerate(tokens) if _is_compound(tokens, index, token)]:
        if _is_progressive(tokens, deed):
            tokens = tuple(_as_verb(_progressive(tokens, deed), deed, lexicon))
        elif (blamed := _blamed(tokens, deed)) is not None:
            tokens = tuple(_as_verb(_of_blame(tokens, deed, blamed), deed, lexicon))
    return tokens


def _is_compound(tokens: Sequence[Token], index: int, token: Token) -> bool:
    """Whether a form in -ing opens a compound that may be an object by itself: a name or a plural."""
    if (
        token.relation != "compound"
        or not token.text.endswith("ing")
        or token.text[0].isupper()
        or index == 0
    ):
        return False
    noun = tokens[token.head or 0]
    bare = token.head == index + 1
    return bare and (noun.pos == "PROPN" or (noun.pos == "NOUN" and noun.text.casefold() != noun.lemma))


def _is_progressive(tokens: Sequence[Token], deed: int) -> bool:
    """Whether a form of "be" stands right before it and somebody is its subject."""
    noun = tokens[deed].head
    subject = next((t for t in tokens[:deed] if t.head == noun and t.relation == "nsubj"), None)
    return subject is not None and _acts(subject) and tokens[deed - 1].relation == "cop"


def _acts(token: Token) -> bool:
    """Whether somebody named, a pronoun for people, or several are meant: no "it", no "the problem"."""
    plural = token.pos == "NOUN" and token.text.casefold() != token.lemma
    return plural or (token.pos in ACTING and token.text.casefold() not in {"it", "this", "that", "what"})


def _progressive(tokens: Sequence[Token], deed: int) -> Iterator[Token]:
    noun = tokens[deed].head
    top = noun is not None and tokens[noun].head == noun
    for index, token in enumerate(tokens):
        if index == deed and noun is not None:
            yield replace(token, head=deed if top else tokens[noun].head, relation=tokens[noun].relation)
        elif index == noun:
            yield replace(token, head=deed, relation="obj")
        elif token.head == noun and (index < deed or token.relation not in OF_OBJECTS):
            yield replace(token, head=deed, relation="aux" if token.relation == "cop" else token.relation)
        else:
            yield token


def _blamed(tokens: Sequence[Token], deed: int) -> int | None:
    """The verb that has somebody for its object right before "of" and the deed; None of any other."""
    noun, who = tokens[deed].head, deed - 2
    if who < 1 or tokens[deed - 1].text != "of" or noun is None or tokens[who].pos not in ACTING:
        return None
    while tokens[who].relation in {"flat", "compound"} and tokens[who].head is not None:
        who = tokens[who].head or 0
    verb = tokens[who].head if tokens[who].relation in {"obj", "iobj"} else None
    return verb if verb is not None and tokens[verb].pos == "VERB" and verb < who else None


def _of_blame(tokens: Sequence[Token], deed: int, verb: int) -> Iterator[Token]:
    noun = tokens[deed].head
    for index, token in enumerate(tokens):
        if index == deed:
            yield replace(token, head=verb, relation="advcl")
        elif index == deed - 1:
            yield replace(token, head=deed, relation="mark")
        elif index == noun:
            yield replace(token, head=deed, relation="obj")
        elif index > deed and token.head == verb and token.relation == "obl":
            yield replace(token, head=deed)
        else:
            yield token


def _as_verb(tokens: Iterator[Token], deed: int, lexicon: Lexicon) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        verb = index == deed
        yield replace(token, pos="VERB", lemma=lexicon.lemma(token.text, "VERB")) if verb else token
