"""A document's paragraphs and sentences, and which of them are news at all.

Paragraphs end at blank lines; in text that is not hard-wrapped they end at every line break. A
paragraph that is a heading, or boilerplate, is marked so and yields no findings. The words that
decide stand in `[layout]` of the language's file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.languages import load_language
from kb.model import Document, Language, Passage, Sentence, Span

BLANK = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"\n\s*")
STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[\w$€£#@])")
CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]\s]*$")
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
HEADING_WORDS = 14
TAIL_SHARE = 0.3  # biographies stand in the last third of an article


@dataclass(frozen=True, slots=True)
class Layout:
    """The compiled `[layout]` table."""

    abbreviations: frozenset[str]
    acronyms: frozenset[str]
    starters: frozenset[str]
    boilerplate: re.Pattern[str]
    tail: re.Pattern[str]
    biography: re.Pattern[str]
    lead_in: re.Pattern[str]


def find_sentences(document: Document, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a document in order; paragraphs are numbered from 0.

    Every non-blank character lies in exactly one sentence.
    """
    layout = load_layout(language.code)
    paragraphs = list(find_paragraphs(document.text))
    passages = find_passages(document, paragraphs, layout)
    return tuple(
        Sentence(span, number, passage)
        for number, (paragraph, passage) in enumerate(zip(paragraphs, passages, strict=True))
        for span in split_sentences(document.text, paragraph, layout)
    )


def find_paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text, without the white space around them."""
    separator = BLANK if is_wrapped(text) else LINE
    start = 0
    for match in separator.finditer(text):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def is_wrapped(text: str) -> bool:
    """Whether line breaks stand inside sentences: most lines are full and stop in the middle of one."""
    lines = [line for line in text.splitlines() if line.strip()]
    open_ended = [line for line in lines[:-1] if 45 <= len(line) <= 100 and not CLOSED.search(line)]
    return len(lines) > 2 and len(open_ended) > len(lines) / 2


def split_sentences(text: str, paragraph: Span, layout: Layout) -> Iterator[Span]:
    """The sentences of one paragraph."""
    start = paragraph.start
    for match in STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, start, match, layout):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, paragraph.end)


def find_passages(document: Document, paragraphs: list[Span], layout: Layout) -> list[Passage]:
    """What part of the article each paragraph belongs to."""
    found: list[Passage] = []
    tail = False
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.of(document.text)
        late = number >= len(paragraphs) * (1 - TAIL_SHARE) and number > 0
        tail = tail or (late and bool(layout.tail.match(words)))
        biography = late and bool(layout.biography.match(words))
        found.append(Passage.BOILERPLATE if tail or biography else _passage(words, document.title, layout))
    return found


@cache
def load_layout(code: str) -> Layout:
    """The layout table of a language, compiled once."""
    table = load_language(code).layout
    return Layout(
        abbreviations=frozenset(table.get("abbreviations", ())),
        acronyms=frozenset(table.get("acronyms", ())),
        starters=frozenset(table.get("starters", ())),
        boilerplate=_any_of(table.get("boilerplate", ()), re.IGNORECASE),
        lead_in=_any_of(table.get("lead_in", ()), re.IGNORECASE),
        tail=_any_of(table.get("tail", ())),
        biography=_any_of(table.get("biography", ())),
    )


def _passage(words: str, title: str, layout: Layout) -> Passage:
    if layout.boilerplate.match(words):
        return Passage.BOILERPLATE
    if layout.lead_in.fullmatch(words.strip()):
        return Passage.LEAD_IN
    if words == title or (not CLOSED.search(words) and len(words.split()) <= HEADING_WORDS):
        return Passage.HEADLINE
    return Passage.BODY


def _ends_sentence(text: str, start: int, stop: re.Match[str], layout: Layout) -> bool:
    before = re.split(r"[\s(\[\"'“‘«]", text[start : stop.start()])[-1]
    after = _next_word(text, stop.end())
    single_stop = stop.group() == "."
    if single_stop and before in layout.acronyms:
        return after in layout.starters
    if single_stop and (before in layout.abbreviations or INITIALS.fullmatch(before)):
        return False
    return not after[:1].islower()


def _next_word(text: str, position: int) -> str:
    match = re.compile(r"[\s\"'“‘«(\[]*(\w*)").match(text, position)
    return match.group(1) if match else ""


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _any_of(patterns: list[str] | tuple[str, ...], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or r"(?!)", flags)
