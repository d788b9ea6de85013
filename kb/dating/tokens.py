"""Cutting text into words, numbers and marks, each with its *letter*.

Every token of a text becomes one letter of a private alphabet: each word the language table knows has
a letter of its own, each shape of number has one, and everything else shares `OTHER`. A sentence is
then a short string, and the patterns of the table are plain regular expressions over such strings
(see `kb.dating.patterns`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_STROKES, _DOTS, _HYPHENS = (rf"\d{{1,2}}{mark}\d{{1,2}}{mark}\d{{4}}" for mark in ("/", r"\.", "-"))
_FISCAL_YEAR = r"FY ?(?:\d{4}|\d\d)(?:[/-](?:\d{4}|\d\d))?\b(?![/-]\d)"
SHAPES = (
    ("word", rf"(?!{_FISCAL_YEAR})[^\W\d_]++(?!\d)"),
    ("isotime", r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z\b|[+-]\d\d:?\d\d)?"),
    ("isoweek", r"\d{4}-W\d\d(?:-\d)?\b"),
    ("isodate", r"\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{4}/\d{1,2}/\d{1,2}(?![\d/])"),
    ("clock", r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])"),
    ("slashed", rf"{_STROKES}(?!\d)|{_DOTS}(?!\d|\.\d)|(?<!-){_HYPHENS}(?![\d-])"),
    ("slashed_short", r"(?<![\d/])\d{1,2}/\d{1,2}/\d\d(?![\d/])"),
    ("slashed_month", r"(?<![\d/])(?:(?<=/\d{4}-)|(?<!\d{4}-))\d{1,2}/[12]\d{3}(?![\d/])"),
    ("digits_th", r"\d{1,3}(?:st|nd|rd|th)\b"),
    ("quarter_year", r"[1-4]Q(?:20)?\d\d\b"),
    ("hours_minutes", r"\d{1,3}h ?[0-5]?\dm(?:in)?\b"),
    ("fiscal_year", _FISCAL_YEAR),
    ("decade", r"\d{3}0['’]?s\b"),
    ("early_decade", r"\d{2}0['’]?s\b"),
    ("short_decade", r"['’‘]?\d0['’]?s\b"),
    ("grouped", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"),
    ("decimal", r"\d+\.\d+(?!\d)"),
    ("short_year", r"['’‘]\d\d\b"),
    ("before_unit", r"\d{1,4}(?=(?:[ap]\.?m|hrs?|hours?|h|bc|ad|BC|AD)\b)"),
    ("mixed", r"[^\W_]*(?:[^\W\d_]\d|\d[^\W\d_])[^\W_]*"),
    ("integer", r"\d+"),
    ("gap", r"\n\s*\n"),
    ("mark", r"[^\s]"),
)
"""The shapes of tokens, tried in this order; words come first since they are the most."""

_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SHAPES))
_MARKS = {"–": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'"}
_FIRST_LETTER = 0xE000
LONGEST = 32
"""Characters of the longest number that may count anything."""
OTHER = chr(_FIRST_LETTER)
LONGEST_STRETCH = 400
"""Tokens looked at together: no sentence that a reader follows has more, but a table without full stops may
have any number, and what every date of it is asked about the others must not grow with it."""
_INTEGERS = ("clock_hour", "hour_24", "late_day", "two_digits", "padded", "three_digits", "year", "big")
_FIGURES = ("isotime", "isoweek", "isodate", "slashed", "slashed_short", "slashed_month")
_DATED = (*_FIGURES, "clock", "digits_th", "fiscal_year", "quarter_year", "hours_minutes")
_TENS = ("decade", "early_decade", "short_decade")
_NUMBERS = (*_DATED, *_TENS, "grouped", "decimal", "short_year", "gap", *_INTEGERS)
SHAPE_LETTERS: Mapping[str, str] = {name: chr(_FIRST_LETTER + 1 + i) for i, name in enumerate(_NUMBERS)}
FIRST_WORD_LETTER = _FIRST_LETTER + 1 + len(_NUMBERS)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text: where each begins and ends, what it is in lower case with typographic
    marks made plain, and their letters as one string."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    plain: tuple[str, ...]
    letters: str

    def word(self, i: int) -> str:
        """The token as written; "" outside the stretch."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def lower(self, i: int) -> str:
        """The token in lower case, with typographic marks made plain."""
        return self.plain[i] if 0 <= i < len(self.plain) else ""

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The tokens from `first` up to, not including, `last`, in lower case."""
        return self.plain[max(0, first) : max(0, last)]

    def touches(self, i: int) -> bool:
        """Whether no space lies between this token and the one before it."""
        return 0 < i < len(self.starts) and self.ends[i - 1] == self.starts[i]

    def stretches(self) -> Iterator["Tokens"]:
        """Itself, or its pieces where it is longer than LONGEST_STRETCH, cut behind unknown words."""
        first = 0
        while len(self.starts) - first > LONGEST_STRETCH:
            last = first + LONGEST_STRETCH
            cut = self.letters.rfind(OTHER, first + LONGEST_STRETCH // 2, last) + 1 or last
            yield self._piece(first, cut)
            first = cut
        yield self._piece(first, len(self.starts)) if first else self

    def _piece(self, first: int, last: int) -> "Tokens":
        of = slice(first, last)
        return Tokens(self.text, self.starts[of], self.ends[of], self.plain[of], self.letters[of])


def split_words(text: str) -> list[str]:
    """The words and marks of a phrase of the table, in lower case."""
    return [_plain(match.group()) for match in _TOKEN.finditer(text)]


def _plain(word: str) -> str:
    lower = word.lower()
    return _MARKS.get(lower, lower)


def tokenize(text: str, start: int, end: int, letters: Mapping[str, str], cased: frozenset[str]) -> Tokens:
    """The tokens of `text[start:end]`. A word of `cased` counts only when it is written with a capital."""
    starts, ends, plain, codes = [], [], [], []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        low = _plain(word)
        starts.append(first)
        ends.append(last)
        plain.append(low)
        codes.append(_letter(match.lastgroup or "", word, low, letters, cased))
    return Tokens(text, tuple(starts), tuple(ends), tuple(plain), "".join(codes))


def _letter(shape: str, word: str, plain: str, letters: Mapping[str, str], cased: frozenset[str]) -> str:
    if shape in ("word", "mixed"):
        return OTHER if plain in cased and word == plain else letters.get(plain, OTHER)
    if len(word) > LONGEST:
        return OTHER
    if shape == "mark":
        return letters.get(plain, OTHER)
    if shape in ("integer", "before_unit"):
        return SHAPE_LETTERS[_integer_shape(word)]
    return SHAPE_LETTERS.get(shape, OTHER)


def _integer_shape(digits: str) -> str:
    """What a run of digits may stand for, by its size alone."""
    if len(digits) <= 2:
        return _small_shape(int(digits), digits)
    if len(digits) == 3:
        return "three_digits"
    return "year" if len(digits) == 4 and 1000 <= int(digits) <= 2999 else "big"


def _small_shape(number: int, digits: str) -> str:
    if digits[0] == "0":
        return "padded"
    if number <= 12:
        return "clock_hour"
    if number <= 24:
        return "hour_24"
    return "late_day" if number <= 31 else "two_digits"
