"""Phrases over tokens: the longest of a table that begins at a token, by lemma or by form.

Hyphens count as blanks, so that "air-strike" is "air strike".
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from kb.model import Token

LONGEST = 4  # tokens
Phrase = tuple[str, ...]
Kind = TypeVar("Kind")


class Phrases(dict[Phrase, Kind]):
    """What each phrase names; `opening` are the words that phrases begin with, each with how many the longest
    of them has, so that most tokens need no look and most others one at themselves alone."""

    def __init__(self, named: Iterable[tuple[Phrase, Kind]]) -> None:
        super().__init__(named)
        self.opening: dict[str, int] = {}
        for phrase in self:
            self.opening[phrase[0]] = max(len(phrase), self.opening.get(phrase[0], 0))

    def reach(self, token: Token) -> int:
        """The most words a phrase that begins at the token can have; a lone hyphen is a blank before."""
        words = _openers(token.lemma, token.text)
        return max(self.opening.get(words[0], 0), self.opening.get(words[-1], 0)) if words else LONGEST


def longest(tokens: Sequence[Token], index: int, phrases: Phrases[Kind]) -> tuple[int, Kind] | None:
    """End and kind of the longest phrase that begins at the token."""
    found: tuple[int, Kind] | None = None
    reach = phrases.reach(tokens[index])
    if not reach:
        return found
    for readings, last in _growing(tokens, index, reach):
        kind = next((phrases[reading] for reading in readings if reading in phrases), None)
        found = (last, kind) if kind else found
    return found


def may_open(token: Token, opening: Container[str]) -> bool:
    """Whether a phrase that opens with one of these words may begin here; a lone hyphen is a blank before."""
    words = _openers(token.lemma, token.text)
    return not words or words[0] in opening or words[-1] in opening


@lru_cache(maxsize=1 << 16)
def _openers(lemma: str, form: str) -> Phrase:
    """The first word of each of the two; of none where one is a lone hyphen."""
    readings = _words(lemma), _words(form)
    return tuple(dict.fromkeys(words[0] for words in readings)) if all(readings) else ()


def _growing(tokens: Sequence[Token], index: int, reach: int) -> Iterator[tuple[list[Phrase], int]]:
    """The words of one, two, three ... tokens from `index`, as lemmas and as they stand, with their end,
    until all readings have as many words as `reach`; hyphens have none."""
    readings: list[Phrase] = [()]
    for last in range(index, min(index + LONGEST, len(tokens))):
        forms = dict.fromkeys((_words(tokens[last].lemma), _words(tokens[last].text)))
        if all(forms) and min(map(len, readings)) >= reach:
            return
        readings = [reading + form for reading in readings for form in forms]
        yield readings, last + 1


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> Phrase:
    return tuple(text.casefold().replace("-", " ").split())
