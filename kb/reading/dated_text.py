"""When a text says of itself that it appeared, where its source says nothing.

A dateline with a whole date says so ("GENEVA, 5 May 2020 (Reuters) - "), and so does a line that is nothing
but the date, as pages carry it and readers paste it: "Published: 24 June 2016", "By Ana Reed, 24 June 2016",
"24 June 2016 10:15 BST". Only what stands above the story or below it is asked, and only a day with its year
is an answer. What calls itself the day of publication stands before a date alone, that before a dateline, and
that before the day of an update. Where several lines are each another date alone, the text is a chronicle,
and none of them tells when it appeared. The words stand in `[layout]` of the language's file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile
from typing import NamedTuple

from kb.languages import known_languages
from kb.reading.datelines import dateline_end
from kb.reading.layout import Layout, load_layout
from kb.reading.passages import CLOSED, HEADING_WORDS
from kb.reading.stated import ParseDate, understood_date
from kb.when import Grain, When

ABOVE, BELOW = 6, 4  # lines
LONGEST = 120  # characters of a line that is nothing but a date and who wrote the article
FEW = 3  # words beside the date: "World | 24 June 2016 | 3 min read"
OPENING_PARAGRAPHS = 2  # a summary may stand above the line with the date
APART = re.compile(r"\s*[|·•]\s*")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
WORD = re.compile(r"\S+")
AGENCY_AND_DASH = re.compile(r"\s*(?:\([^)]*\)|/[^/]*/)?\s*[-–—]+\s*$")


class _Kind(IntEnum):
    """What is said of a date; the first that there is counts."""

    PUBLISHED = 1
    ALONE = 2
    DATELINE = 3
    UPDATED = 4


class _Dated(NamedTuple):
    kind: _Kind
    day: When


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads lines of a language."""

    layout: Layout | None
    language: str
    parse_date: ParseDate | None

    def days(self, lines: Sequence[str]) -> Iterator[_Dated]:
        """The days that these lines tell."""
        for line in lines:
            dateline = self._in_dateline(line)
            yield from [dateline] if dateline else self.alone(line)

    def alone(self, line: str) -> list[_Dated]:
        """The days of a line that is nothing but dates, names and clocks; else none."""
        if len(line) > LONGEST or not YEAR.search(line):
            return []
        parts = [part for piece in APART.split(line) for part in self._apart(piece)]
        found = [self._part(part) for part in parts]
        beside = [part for part, day in zip(parts, found, strict=True) if day is None]
        return [day for day in found if day] if all(map(self._is_beside, beside)) else []

    def is_story(self, line: str) -> bool:
        """Whether a line is a paragraph of the story, and no heading and no date."""
        long = len(line.split()) > HEADING_WORDS or CLOSED.search(line)
        return bool(long) and not self.alone(line)

    def _in_dateline(self, line: str) -> _Dated | None:
        end = dateline_end(line, 0, len(line))
        _, day = self._ending(AGENCY_AND_DASH.sub("", line[:end]))
        return _Dated(_Kind.DATELINE, day) if day else None

    def _apart(self, piece: str) -> list[str]:
        """The day of an update, or who wrote it, may stand behind the day of publication."""
        layout = self.layout
        again = layout and (layout.updated_on.search(piece, 1) or layout.byline.search(piece, 1))
        return [piece[: again.start()].strip(), piece[again.start() :]] if again else [piece]

    def _part(self, words: str) -> _Dated | None:
        label, day = self._ending(words)
        kind = self._kind(label) if day else None
        return _Dated(kind, day) if kind and day else None

    def _ending(self, words: str) -> tuple[str, When | None]:
        """The day that ends these words, with its weekday and clock, and what stands before it."""
        starts = [word.start() for word in WORD.finditer(words)] if YEAR.search(words) else []
        ends = [start for start in reversed(starts) if self._day(words[start:])]
        reach = takewhile(lambda start: words[start].isupper() or words[start].isdigit(), ends)
        start = min([*reach, *ends[:1]], default=None)
        return (words, None) if start is None else (words[:start].strip(" ,:(-–—"), self._day(words[start:]))

    def _day(self, words: str) -> When | None:
        day = understood_date(words.strip(" .()"), self.language, self.parse_date)
        return day if day is not None and day.grain is Grain.DAY else None

    def _kind(self, label: str) -> _Kind | None:
        if not label or self._is_byline(label):
            return _Kind.ALONE
        if self.layout and self.layout.published_on.fullmatch(label):
            return _Kind.PUBLISHED
        return _Kind.UPDATED if self.layout and self.layout.updated_on.fullmatch(label) else None

    def _is_byline(self, words: str) -> bool:
        """Whether this names who wrote the article, and perhaps for whom: "By Ana Reed, Tidewater Post"."""
        name, *others = words.split(",")
        return bool(self.layout and self.layout.byline.fullmatch(name)) and all(map(_is_name, others))

    def _is_beside(self, words: str) -> bool:
        return len(words.split()) <= FEW or self._is_byline(words)


def day_told(text: str, language: str, parse_date: ParseDate | None) -> tuple[When | None, str]:
    """The day on which the text itself says that it appeared, and what says so: "dateline" or "text".

    None and "" when it says nothing, or no whole date.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    reader = _reader(language, parse_date)
    found = list(reader.days(_around(lines, reader)))
    if any(dated.kind is _Kind.ALONE for dated in found) and _is_chronicle(lines, reader):
        found = [dated for dated in found if dated.kind is not _Kind.ALONE]
    if not found:
        return None, ""
    first = min(found, key=lambda dated: dated.kind)
    return first.day, "dateline" if first.kind is _Kind.DATELINE else "text"


def below_date_line(text: str, language: str, parse_date: ParseDate | None) -> str:
    """The text without its first line, where that is nothing but a date and who wrote the article."""
    first, _, below = text.strip().partition("\n")
    return below if _reader(language, parse_date).alone(first.strip()) else text


def _reader(language: str, parse_date: ParseDate | None) -> _Reader:
    known = language.partition("-")[0].lower() in known_languages()
    return _Reader(load_layout(language) if known else None, language, parse_date)


def _around(lines: Sequence[str], reader: _Reader) -> Sequence[str]:
    """The lines down to the second paragraph of the story, and those below its last."""
    stories = [number for number, line in enumerate(lines) if reader.is_story(line)]
    above = min([ABOVE, *(number + 1 for number in stories[OPENING_PARAGRAPHS - 1 :][:1])])
    below = max([above, len(lines) - BELOW, *(number + 1 for number in stories[-1:])])
    return [*lines[:above], *lines[below:]]


def _is_chronicle(lines: Sequence[str], reader: _Reader) -> bool:
    alone = {dated.day for line in lines for dated in reader.alone(line) if dated.kind is _Kind.ALONE}
    return len(alone) > 1


def _is_name(words: str) -> bool:
    return bool(words.strip()) and all(word[0].isupper() for word in words.split())
