"""Dates written out in texts of other languages: "17 juin 2016", "١٧ يونيو ٢٠١٦", "2016年6月17日".

Where there are no words of a language, dating still sees its explicit dates: `calendar` asks dateparser
about the few words around each number that may be a year, and takes the shortest stretch that is a whole
date. What leaves the year, or the month, to the reader stays unseen; nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence

from kb.dating.calendar import knows, month_words, parse_month, parse_written, puts_year_first
from kb.model import Span, TimeExpression, TimexType
from kb.when import When

RULE = "written-out"
_EAST = r"\d{4}[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일])?"
_FIGURES = r"\d{1,2}/\d{1,2}/\d{4}|(?<![\d.])\d{1,2}\. ?\d{1,2}\. ?\d{4}(?!\d)|\d{4}[/.]\d{1,2}[/.]\d{1,2}"
_WHOLE = re.compile(f"{_EAST}|{_FIGURES}")
_TOKEN = re.compile(rf"{_EAST}|{_FIGURES}|\d+(?:\.?[ºª°])?|[^\W\d_]+|[^\w\s]")
_YEAR = re.compile(r"\d{4}")
_MONTH_NEXT = re.compile(r"\d{4}\W*[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d\D+\d")
_DAY_BEFORE = re.compile(r"\d(?:\.?[ºª°])?\W*$")
_JOINT = frozenset({".", ",", "،", "/", "-", "’", "'"})
BEFORE, BEHIND = 6, 3
"""How many words and marks a date may have before the year that ends it, and behind one that opens it."""


def find_written_dates(text: str, language: str) -> tuple[TimeExpression, ...]:
    """The explicit calendar dates of a text in a language that dateparser knows, in order; else none."""
    if not knows(language):
        return ()
    found: list[TimeExpression] = []
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    for stretches in _candidates(tokens, text, language):
        date = _date_in(stretches, text, language)
        if date is not None and (not found or date.span.start >= found[-1].span.end):
            found.append(date)
    return tuple(found)


def _candidates(tokens: list[Span], text: str, language: str) -> Iterator[list[Span]]:
    """For each number that may be a year of a date the stretches around it, the shortest first."""
    months = month_words(language)
    for i, token in enumerate(tokens):
        if _WHOLE.fullmatch(token.of(text)):
            yield [token]
        elif _YEAR.fullmatch(token.of(text)):
            behind = BEHIND if puts_year_first(language) else 0
            yield [span for span in _stretches(i, behind, tokens, text) if _names(span, months, text)]


def _names(span: Span, months: frozenset[str], text: str) -> bool:
    """Whether a month is named in it."""
    return not months.isdisjoint(word.casefold() for word in _WORD.findall(span.of(text)))


def _date_in(stretches: Sequence[Span], text: str, language: str) -> TimeExpression | None:
    """The shortest stretch that names a day, else the shortest that names a month with no number before."""
    for span in stretches:
        when = parse_written(span.of(text), language) if _NUMBERS.search(span.of(text)) else None
        if when is not None:
            return _expression(span, text, language, when)
    for span in stretches:
        when = parse_month(span.of(text), language)
        if when is not None and not _DAY_BEFORE.search(text, max(0, span.start - 6), span.start):
            return _expression(span, text, language, when)
    return None


def _stretches(year: int, behind: int, tokens: list[Span], text: str) -> Iterator[Span]:
    """The words up to a year, or from one that comes first, the fewest first, as far as a date may reach."""
    first = last = year
    while first > max(0, year - BEFORE) and not _parts(tokens[first - 1], tokens[first], text):
        first -= 1
    while last < min(len(tokens) - 1, year + behind) and not _parts(tokens[last], tokens[last + 1], text):
        last += 1
    ends = [*((a, year) for a in range(first, year)), *((year, b) for b in range(year + 1, last + 1))]
    for a, b in sorted(ends, key=lambda pair: (pair[1] - pair[0], -pair[0])):
        fits = _MONTH_NEXT.match(text, tokens[year].start) if b > year else not _cut(tokens[a], text)
        if fits and _JOINT.isdisjoint((tokens[a].of(text), tokens[b].of(text))):
            yield Span(tokens[a].start, tokens[b].end)


def _cut(token: Span, text: str) -> bool:
    """Whether a stroke before it says that it is the second of two names of a month."""
    return text[token.start - 1 : token.start] == "/"


def _parts(one: Span, other: Span, text: str) -> bool:
    """Whether no date goes from one token to the next: a line ends, or a mark stands that dates have not."""
    marks = {word for word in (one.of(text), other.of(text)) if not word[0].isalnum()}
    return "\n" in text[one.end : other.start] or not marks <= _JOINT


def _expression(span: Span, text: str, language: str, when: When) -> TimeExpression:
    steps = (
        f"The words “{span.of(text)}”.",
        f"They name a date of the calendar in the language {language}.",
        f"So: {when.words()}.",
    )
    return TimeExpression(span=span, rule=RULE, type=TimexType.DATE, value=str(when), when=when, steps=steps)
