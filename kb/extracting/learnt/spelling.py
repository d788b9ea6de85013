"""How a word is written: beginnings, endings and letters in a row, and the kinds they speak for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log

from kb.extracting.learnt.model import Model, likely

ENDS = (2, 3, 4)  # letters of beginnings and endings, the edge of the word counted
LONGEST = 10  # letters told apart
FLOOR, LEVEL = 0.01, 1.4  # so that a share of a quarter counts about nothing


def pieces(word: str) -> Iterator[str]:
    """The pieces of a word."""
    letters = f"^{word.lower()}$"
    yield f"length {min(len(word), LONGEST)}"
    yield f"shape {shape(word)}"
    for size in ENDS:
        yield f"end {letters[-size:]}"
        yield f"start {letters[:size]}"
    for index in range(len(letters) - 2):
        yield f"in {letters[index : index + 3]}"


def shape(word: str) -> str:
    """What a word looks like: all capitals, with digits, capitals inside, a hyphen, or plain."""
    if word.isupper() and len(word) > 1:
        return "capitals"
    if any(letter.isdigit() for letter in word):
        return "digits"
    if re.search(r"[a-z][A-Z]", word):
        return "mixed"
    return "hyphen" if "-" in word else "plain"


@lru_cache(maxsize=4096)
def told_by_spelling(word: str, model: Model) -> tuple[float, ...]:
    """How far the spelling speaks for each kind, in their order: about 0 where it tells nothing."""
    shares = likely(model.spelling, ((piece, 1.0) for piece in pieces(word)))
    return tuple(log(share + FLOOR) + LEVEL for share in shares)
