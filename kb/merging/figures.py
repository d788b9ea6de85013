"""How many were killed, hurt, held, how many seats were won, how strong an earthquake was: the figures that
articles on one event differ in.

The words stand in `[grammar.merging.figures]`, the numbers written in words in `[time.words.number_word]`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kb.languages import load_language

NEAR = 4
"""How many words may stand between the number and what became of so many."""


def figures_in(text: str, language: str = "en") -> dict[str, str]:
    """By what became of them ("killed"), how many a text tells, in digits; the first of each, and none of the
    seats where several parties won some."""
    found = {what: _told(text, patterns, language) for what, patterns in _patterns(language).items()}
    of_several = load_language(language).grammar["merging"]["told_of_several"].split()
    return {
        what: numbers[0]
        for what, numbers in found.items()
        if numbers and (what not in of_several or len(set(numbers)) == 1)
    }


def _told(text: str, patterns: Iterable[re.Pattern[str]], language: str) -> list[str]:
    """The figures that the first of the patterns that has any finds."""
    found = ([_figure(match[1], language) for match in pattern.finditer(text)] for pattern in patterns)
    return next(filter(None, found), [])


def _figure(words: str, language: str) -> str:
    """A number in digits, so that "twelve" and "12" do not differ."""
    if words[0].isdigit():
        return words
    values = load_language(language).time["words"]["number_word"]
    total = 0
    for word in re.split(r"[ -]", words.lower()):
        total = max(total, 1) * values[word] if values[word] >= 100 else total + values[word]
    return f"{total:,}"


@cache
def _patterns(language: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """By what became of them: the number right behind the word, else the nearest one before it."""
    tables = load_language(language)
    numbers = "|".join(sorted(map(re.escape, tables.time["words"]["number_word"]), key=len, reverse=True))
    number = rf"(?<!\bno )\b(\d[\d,.]*\d|\d|(?:{numbers})(?:[ -](?:{numbers}))*)\b"
    between = rf"(?:\W+(?!(?:{numbers})\b)[^\W\d]+){{0,{NEAR}}}?"
    return {
        what: (
            re.compile(rf"\b(?:{words})\s+{number}", re.IGNORECASE),
            re.compile(rf"{number}{between}\W+(?:{words})\b", re.IGNORECASE),
        )
        for what, words in tables.grammar["merging"]["figures"].items()
    }
