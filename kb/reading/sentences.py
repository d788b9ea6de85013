"""A document's paragraphs and sentences.

Paragraphs end at blank lines; in text that is not hard-wrapped they end at every line break. Which of
them are news is told by `kb.reading.passages`; the words that decide stand in `[layout]` of the
language's file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.model import Document, Language, Sentence, Span
from kb.reading.datelines import dateline_end
from kb.reading.layout import Layout, load_layout
from kb.reading.passages import CLOSED, find_passages

BLANK = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"\n\s*")
STOP = re.compile(r"[.!?…]+(?:[\"'”’»)\]]|[ \u00a0\u202f]»)*(?=\s+(?:[\"'“‘«`(\[]|«\s)*[\w$€£#@])")
DASH = re.compile(r"[—–―]")
SPOKEN_STOP = re.compile(rf"{STOP.pattern}|[.!?…]+(?=\s+[—–―]\s*\w)")  # "— she said. — I waited."
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")


def find_sentences(document: Document, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a document in order; paragraphs are numbered from 0.

    Every non-blank character lies in exactly one sentence.
    """
    layout = load_layout(language.code)
    paragraphs = list(find_paragraphs(document.text))
    passages = find_passages(document, paragraphs, layout)
    found = (
        Sentence(span, number, passage)
        for number, (paragraph, passage) in enumerate(zip(paragraphs, passages, strict=True))
        for span in split_sentences(document.text, paragraph, layout)
    )
    return tuple(_counted(found, document.text))


def _counted(sentences: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences, each with how many of the same words stand before it."""
    seen: Counter[str] = Counter()
    for sentence in sentences:
        words = sentence.words(text)
        yield replace(sentence, repeats=seen[words]) if seen[words] else sentence
        seen[words] += 1


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
    start = dateline_end(text, paragraph.start, paragraph.end)
    yield from _trimmed(text, paragraph.start, start)
    stop = SPOKEN_STOP if DASH.match(text, start) else STOP
    for match in stop.finditer(text, start, paragraph.end):
        if _ends_sentence(text, start, match, layout):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, paragraph.end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], layout: Layout) -> bool:
    before = re.split(r"[\s(\[\"'“‘«–-]", text[start : stop.start()])[-1]
    after = _next_word(text, stop.end())
    single_stop = stop.group() == "."
    if single_stop and before in layout.acronyms:
        return after in layout.starters or (
            before in layout.clocks and _is_past_clock(text, stop.end(), layout)
        )
    if single_stop and (before in layout.abbreviations or INITIALS.fullmatch(before)):
        return False
    return not after[:1].islower()


def _is_past_clock(text: str, position: int, layout: Layout) -> bool:
    """ "at 8 a.m. Police came", not "at 8 a.m. Monday" nor "at 8 a.m. Moscow time"."""
    after = text[position:].lstrip()
    return after[:1].isupper() and layout.behind_clocks.match(after) is None


def _next_word(text: str, position: int) -> str:
    match = re.compile(r"[\s\"'“‘«`(\[—–―]*(\w*)").match(text, position)
    return match.group(1) if match else ""


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
