"""Sentences into clauses, by marks and joining words, without a parser.

A clause begins at a subordinator, a conjunction or a comma when verbs stand on both sides of the cut,
so that lists of names stay whole. To teach another language, give it the lists `subordinators` and
`relatives`.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kb.extracting.event_words import EventWords
from kb.model import Token

HARD_MARKS = frozenset(';:—–“”"()[]') | {"--"}
DASHES = frozenset("-–—") | {"--"}
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` up to, not including, `last`; `opener` is the word that began it, "" for none."""

    first: int
    last: int
    opener: str = ""


def find_clauses(tokens: Sequence[Token], words: EventWords) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; together they cover every token."""
    starts, asides = [0], _asides(tokens)
    for index in range(1, len(tokens)):
        if index not in asides and _opens(tokens, starts[-1], index, words):
            starts.append(index)
    ends = [*starts[1:], len(tokens)]
    return tuple(
        Clause(first, last, _opener(tokens, first, words)) for first, last in zip(starts, ends, strict=True)
    )


def _asides(tokens: Sequence[Token]) -> set[int]:
    """The tokens of brackets that hold no verb: "the Council of Elders (CE)"; a dateline's stand apart."""
    asides: set[int] = set()
    opened: int | None = None
    for index, token in enumerate(tokens):
        if token.text in "([":
            opened = index
        elif token.text in ")]" and opened is not None:
            inside = range(opened, index + 1)
            dateline = any(after.text in DASHES for after in tokens[index + 1 : index + 2])
            asides.update(inside if not dateline and not _has_verb(tokens[opened:index]) else ())
            opened = None
    return asides


def is_subordinate(clause: Clause, words: EventWords) -> bool:
    """Whether a subordinator opens it."""
    return clause.opener in words.of("subordinators")


def _opener(tokens: Sequence[Token], first: int, words: EventWords) -> str:
    """The subordinator, conjunction or mark at the clause's head; behind a mark, the word that follows it."""
    token = tokens[first] if first < len(tokens) else None
    if token is None:
        return ""
    if token.pos == "PUNCT" and first + 1 < len(tokens) and _is_joining(tokens[first + 1], words):
        return tokens[first + 1].text.casefold()
    return token.text.casefold() if token.pos == "PUNCT" or _is_joining(token, words) else ""


def _is_joining(token: Token, words: EventWords) -> bool:
    return token.pos == "CCONJ" or token.text.casefold() in words.of("subordinators")


def _opens(tokens: Sequence[Token], start: int, index: int, words: EventWords) -> bool:
    token = tokens[index]
    if token.text in HARD_MARKS:
        return True
    subordinates = token.text.casefold() in words.of("subordinators")
    if not (subordinates or token.pos == "CCONJ" or token.text == ",") or _compares(tokens, index):
        return False
    if start == index - 1 and _is_mark(tokens[index - 1], words):
        return False  # the mark before has opened it
    if subordinates and not _is_determiner(token):
        return _verb_ahead(tokens, index + 1, words, through={"CCONJ"})
    if token.pos == "CCONJ" or (token.text == "," and not _conjunction_follows(tokens, index)):
        return _has_verb(tokens[start:index]) and _verb_ahead(tokens, index + 1, words)
    return False


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """Whether it is the other half of "as much as"."""
    return tokens[index].text == "as" and index > 1 and tokens[index - 2].text.casefold() == "as"


def _is_determiner(token: Token) -> bool:
    """ "that attack" opens nothing; "which" and "whose" are often tagged alike and do."""
    return token.pos in {"NOUN", "ADV"} or (token.pos == "DET" and token.text.casefold() == "that")


def _is_mark(token: Token, words: EventWords) -> bool:
    return token.text == "," or token.text in HARD_MARKS or _is_joining(token, words)


def _conjunction_follows(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].pos == "CCONJ"


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.pos in VERBAL for token in tokens)


def _verb_ahead(
    tokens: Sequence[Token], index: int, words: EventWords, through: Set[str] = frozenset()
) -> bool:
    """Whether a verb comes before the next mark or joining word, those of `through` not counted."""
    for token in tokens[index:]:
        if token.pos in VERBAL:
            return True
        joining = _is_joining(token, words) and token.pos not in through
        if token.text == "," or token.text in HARD_MARKS or joining:
            return False
    return False
