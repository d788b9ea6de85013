"""Numbers in words: "twenty-five", "two hundred and six", "3 million"."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

_JOINTS = frozenset({"-", "and"})


def parse_number(words: Sequence[str], values: Mapping[tuple[str, ...], int]) -> Fraction:
    """The number a row of words and digits says; words of scale (hundred and up) multiply."""
    total, group = Fraction(0), Fraction(0)
    for word in words:
        if word in _JOINTS:
            continue
        value = _single(word, values)
        if value < 100 or word[0].isdigit():
            group += value
        elif value == 100:
            group = max(group, Fraction(1)) * value
        else:
            total, group = total + max(group, Fraction(1)) * value, Fraction(0)
    return total + group


def _single(word: str, values: Mapping[tuple[str, ...], int]) -> Fraction:
    digits = word.replace(",", "")
    return Fraction(digits) if digits[0].isdigit() else Fraction(values[(word,)])
