"""Past forms that look like the noun, or the bare verb: "the bank cut rates", "Norway cut ties".

"cut", "hit", "put", "shut" and their kin have one form for the present, the past and the participle, and
many of them are nouns as well. A parser takes "the central bank cut rates" for a heap of nouns; but a
sentence that ends in a stop tells something, and a noun has no object.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from kb.model import Token
from kb.tagging.lexicon import Lexicon

WORD = attrgetter("text")
NOMINAL = frozenset({"NOUN", "PROPN"})
BEFORE_NOUNS = frozenset({"compound", "amod", "nummod"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
LEADING = frozenset({"after", "before", "when", "while", "since"})
RELATIVES = frozenset({"which", "who", "that"})


def with_unchanging(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens, a noun with an object, or with a subject and an auxiliary, read as the verb it looks."""
    if lexicon.unchanging.isdisjoint(map(WORD, tokens)):
        return tokens
    governed = {(token.head, token.relation) for token in tokens}
    return tuple(_verbal(token, i, governed, lexicon) for i, token in enumerate(tokens))


def _verbal(
    token: Token, index: int, governed: set[tuple[int | None, str | None]], lexicon: Lexicon
) -> Token:
    low = token.text.casefold()
    if token.pos != "NOUN" or low not in lexicon.unchanging:
        return token
    subject = any((index, relation) in governed for relation in SUBJECTS)
    acts = subject and ((index, "obj") in governed or (index, "aux") in governed)
    return replace(token, pos="VERB", lemma=low) if acts else token


def with_verbs_of_heaps(tokens: Sequence[Token], lexicon: Lexicon, untold: bool) -> Sequence[Token]:
    """The tokens, each heap of nouns where a clause must stand with its verb: at the top of a sentence that
    is `untold`, behind "said", behind "which"."""
    if not lexicon.unchanging.isdisjoint(map(WORD, tokens)):
        for top in range(2, len(tokens)):
            verb = _verb_in_heap(tokens, top, lexicon) if _is_clause(tokens, top, lexicon, untold) else None
            tokens = tokens if verb is None else tuple(raised(tokens, top, verb))
    return tokens


def _is_clause(tokens: Sequence[Token], top: int, lexicon: Lexicon, untold: bool) -> bool:
    token = tokens[top]
    said = token.relation == "obj" and tokens[token.head or 0].lemma in lexicon.saying
    placed = said or token.relation == "acl:relcl" or (untold and token.relation == "root")
    return (placed or _is_parted(tokens, top)) and token.pos in NOMINAL


def _is_parted(tokens: Sequence[Token], top: int) -> bool:
    """Whether it is read as the subject of a verb that "after" or its kin leads to: "rates in May, after"."""
    head = tokens[top].head or 0
    between = [token.text.casefold() for token in tokens[top:head]]
    main = tokens[top].relation == "nsubj" and tokens[head].relation == "root"
    return main and "," in between and not LEADING.isdisjoint(between[between.index(",") :])


def _verb_in_heap(tokens: Sequence[Token], top: int, lexicon: Lexicon) -> int | None:
    """The last word before the noun that may be its verb, with a subject before it; else None."""
    heap = [i for i in range(1, top) if tokens[i].head == top and tokens[i].relation in BEFORE_NOUNS]
    verbs = [i for i in heap if tokens[i].text.casefold() in lexicon.unchanging]
    found = next((i for i in reversed(verbs) if _may_act(tokens[i - 1])), None)
    return found if found is not None and set(range(found, top)) <= set(heap) else None


def _may_act(token: Token) -> bool:
    return token.pos in NOMINAL or (token.pos == "PRON" and token.text.casefold() in RELATIVES)


def raised(tokens: Sequence[Token], top: int, verb: int) -> Iterator[Token]:
    """The tokens with the verb in the place of the noun, which is its object, and its subject before it."""
    subject, above = verb - 1, tokens[top]
    relation = {"obj": "ccomp", "nsubj": "root"}.get(above.relation or "", above.relation)
    head = verb if above.head in (None, top) or relation == "root" else above.head
    for index, token in enumerate(tokens):
        if index == verb:
            lemma = token.lemma if token.pos == "VERB" else token.text.casefold()
            yield replace(token, pos="VERB", lemma=lemma, head=head, relation=relation)
        elif index == subject:
            yield replace(token, head=verb, relation="nsubj")
        elif index == top:
            yield replace(token, head=verb, relation="obj")
        elif index < verb and token.head in (top, verb):
            yield replace(token, head=subject)
        elif relation == "root" and index == above.head != top:
            yield replace(token, head=verb, relation="advcl")
        elif index > top and token.head == top:
            yield replace(token, head=verb, relation="obl" if token.relation == "nmod" else token.relation)
        else:
            yield token
