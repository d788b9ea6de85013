"""Where quotation marks open and close, over sentences and paragraphs.

A quotation that runs over paragraphs opens anew in each and closes once, in the last; straight marks
open or close by the blanks around them. Single marks count only where they cannot be apostrophes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.model import Passage, Sentence, Span

MARK = re.compile(r"[“”«»„\"]|``|''|(?<!\w)[‘'](?=\w)|[’'](?!\w)")
OPENING = "“«„``"
CLOSING = "”»''"
PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "``": "''", "‘": "’", "'": "'"}
MAX_PARAGRAPHS = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks (`span`), and the words between them, paragraph by paragraph."""

    span: Span
    parts: tuple[Span, ...]

    @property
    def inner(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def words(self, text: str) -> int:
        """How many words are quoted."""
        return sum(len(part.of(text).split()) for part in self.parts)


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int
    parts: list[Span] = field(default_factory=list)


def find_quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """The quotations of an article in order, without those within others."""
    found: list[Quotation] = []
    open_: _Open | None = None
    paragraphs = list(find_body_paragraphs(sentences))
    for index, paragraph in enumerate(paragraphs):
        position = paragraph.start
        if open_ is not None:
            position = _reopen(text, paragraph, open_)
        for match in MARK.finditer(text, position, paragraph.end):
            open_ = _step(text, match, paragraph, open_, found)
        if open_ is not None:
            open_ = _carry_over(text, paragraph, paragraphs[index + 1 :], open_, found)
    return tuple(found)


def find_body_paragraphs(sentences: tuple[Sentence, ...]) -> Iterator[Span]:
    """The paragraphs that may hold quotations."""
    spans: dict[int, Span] = {}
    for sentence in sentences:
        if sentence.passage is not Passage.BOILERPLATE:
            start = spans.get(sentence.paragraph, sentence.span).start
            spans[sentence.paragraph] = Span(start, sentence.span.end)
    yield from spans.values()


def _step(
    text: str, match: re.Match[str], paragraph: Span, open_: _Open | None, found: list[Quotation]
) -> _Open | None:
    mark = match.group()
    if open_ is None:
        opens = _opens(text, match, paragraph)
        return _Open(mark, match.start(), match.end()) if opens else None
    if mark == PAIRS[open_.mark] and not (mark in "\"'" and _opens(text, match, paragraph)):
        _close(open_, match.start(), match.end(), found)
        return None
    return open_


def _close(open_: _Open, inner_end: int, end: int, found: list[Quotation]) -> None:
    parts = [*open_.parts, Span(open_.inner, inner_end)]
    kept = tuple(part for part in parts if part.start < part.end)
    if kept:
        found.append(Quotation(Span(open_.start, end), kept))


def _opens(text: str, match: re.Match[str], paragraph: Span) -> bool:
    mark = match.group()
    if mark not in PAIRS or mark in ("”", "»", "''"):
        return False
    if mark in OPENING:
        return True
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    opens = (before.isspace() or before in "([—–-,:“‘\"'") and not after.isspace()
    return opens and (mark == '"' or _single_closes(text, match, paragraph))


def _single_closes(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """A single mark opens only if a single mark closes before the paragraph ends."""
    closing = re.compile(r"(?<=[\w.,!?…])[’'](?=[\s.,;:!?)\]”\"—]|$)")
    return closing.search(text, match.end(), paragraph.end) is not None


def _reopen(text: str, paragraph: Span, open_: _Open) -> int:
    """Where the words of a continued quotation go on: after the mark that opens it anew, if there is one."""
    again = text.startswith(open_.mark, paragraph.start)
    open_.inner = paragraph.start + (len(open_.mark) if again else 0)
    return open_.inner


def _carry_over(
    text: str, paragraph: Span, following: list[Span], open_: _Open, found: list[Quotation]
) -> _Open | None:
    if len(open_.parts) < MAX_PARAGRAPHS and _goes_on(text, following, open_.mark):
        open_.parts.append(Span(open_.inner, paragraph.end))
        return open_
    _close(open_, paragraph.end, paragraph.end, found)
    return None


def _goes_on(text: str, following: list[Span], mark: str) -> bool:
    if not following or mark in "‘'":
        return False
    if text.startswith(mark, following[0].start):
        return True
    for paragraph in following[:3]:
        for match in MARK.finditer(text, paragraph.start, paragraph.end):
            if match.group() in (mark, PAIRS[mark]):
                return not _opens(text, match, paragraph)
    return False
