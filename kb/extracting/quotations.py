"""Where quotation marks open and close, over sentences and paragraphs.

A quotation that runs over paragraphs opens anew in each and closes once, in the last; straight marks
open or close by the blanks around them. Single marks count only where they cannot be apostrophes. A mark
may be closed by one of another kind ("``so\"", "'so\""), where the paragraph holds none of its own.
Lines of a dialogue that dashes open are quotations without marks (`dashes`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kb.extracting.dashes import find_spoken
from kb.extracting.ordered import Ordered, Same
from kb.model import Passage, Sentence, Span

MARK = re.compile(r"[“”«»„\"]|``|''|(?<!\w)[‘'](?=\w)|[’'](?!\w)")
CLOSERS = {"“": "”", "«": "»", "„": "“", '"': '"', "``": "''", "‘": "’", "'": "'"}
STRAIGHT = frozenset({'"', "'"})
SINGLE = frozenset({"'", "‘"})
DOUBLE = frozenset({"”", '"', "''"})
ENDING = frozenset(".,!?…")
CLOSING_SINGLE = re.compile(r"(?<=[\w.,!?…])[’'](?=[\s.,;:!?)\]”\"—]|$)")
WITHIN = re.compile(r"(?<![\w’'])[‘']((?:[^‘’'\n]|(?<=\w)[’'](?=\w))+)[’'](?!\w)")
WITHIN_MARKS = "’'”\"» \u00a0\u2009\u202f"
BEFORE_OPENING = "([—–-,:“‘\"'"
MAX_PARAGRAPHS = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks (`span`), the words between them paragraph by paragraph, its last mark.

    `last_mark` is the punctuation right before the closing mark, if there is any.
    """

    span: Span
    parts: tuple[Span, ...]
    last_mark: str = ""
    is_turn: bool = False  # a line that a dash opens: one who goes on needs no new one

    @property
    def inner(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


Quotations = Ordered[Quotation]


def find_quotations(text: str, sentences: Sequence[Sentence]) -> Quotations:
    """The quotations of an article in order, without those within others."""
    return _quotations(text, Same(sentences))


@lru_cache(maxsize=1)
def _quotations(text: str, sentences: Same[Sequence[Sentence]]) -> Quotations:
    """Those of one article are kept, as mentions and statements look for the same ones."""
    scanner = _Scanner(text)
    spoken = [quotation for line in find_spoken(sentences.thing).values() for quotation in _turns(line, text)]
    lines = Ordered(spoken, lambda quotation: quotation.span)
    paragraphs = [p for p in _paragraphs(sentences.thing) if not lines.touching(p)]
    for index, paragraph in enumerate(paragraphs):
        scanner.scan(paragraph, paragraphs[index + 1 :])
    return Ordered([*scanner.found, *spoken], lambda quotation: quotation.span)


def _turns(line: Sequence[tuple[Span, Span]], text: str) -> Iterator[Quotation]:
    """What is spoken in a line, as quotations; a dash behind the words closes as a mark would."""
    for whole, words in line:
        mark = _last_mark(words.of(text)) or ("—" if whole.end > words.end else "")
        yield Quotation(whole, (words,), mark, is_turn=True)


def quoted_within(text: str, span: Span) -> Iterator[Quotation]:
    """The quotations in single marks within a stretch of one in double marks."""
    for match in WITHIN.finditer(text, span.start, span.end):
        inner = Span(*match.span(1))
        yield Quotation(Span(*match.span()), (inner,), _last_mark(inner.of(text)))


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The paragraphs that may hold quotations."""
    spans: dict[int, Span] = {}
    for sentence in sentences:
        if sentence.passage is not Passage.BOILERPLATE:
            start = spans.get(sentence.paragraph, sentence.span).start
            spans[sentence.paragraph] = Span(start, sentence.span.end)
    yield from spans.values()


@dataclass(slots=True)
class _Scanner:
    """Goes through an article mark by mark; `mark` is the one that is open, the empty string when none is."""

    text: str
    found: list[Quotation] = field(default_factory=list)
    mark: str = ""
    start: int = 0
    inner: int = 0
    parts: list[Span] = field(default_factory=list)
    following: list[Span] = field(default_factory=list)

    def scan(self, paragraph: Span, following: list[Span]) -> None:
        """Take in one paragraph; an open quotation is carried over to the next, or ends here."""
        self.following = following
        position = self._reopened(paragraph) if self.mark else paragraph.start
        for match in MARK.finditer(self.text, position, paragraph.end):
            self._step(match, paragraph)
        if self.mark and len(self.parts) < MAX_PARAGRAPHS and self._goes_on():
            self.parts.append(Span(self.inner, paragraph.end))
        elif self.mark:
            self._close(paragraph.end, paragraph.end)

    def _step(self, match: re.Match[str], paragraph: Span) -> None:
        mark = match.group()
        if self.mark and self._closes(match, paragraph) and not self._opens_anew(match, paragraph):
            self._close(match.start(), match.end())
        elif (not self.mark or mark == self.mark) and _opens(self.text, match, paragraph):
            self.mark, self.start, self.inner, self.parts = mark, match.start(), match.end(), []

    def _closes(self, match: re.Match[str], paragraph: Span) -> bool:
        mark = match.group()
        if mark == CLOSERS[self.mark]:
            return True
        if self.mark in SINGLE:
            return mark in DOUBLE and not _is_closed_alike(self.text, match, paragraph)
        if mark in DOUBLE:
            return CLOSERS[self.mark] in DOUBLE
        return mark in CLOSERS.values() and self._is_last_chance(match, paragraph)

    def _is_last_chance(self, match: re.Match[str], paragraph: Span) -> bool:
        """ "“It is over,’ X said": a single mark behind a point, no double one to come could close."""
        if self.text[match.start() - 1] not in ENDING or self._goes_on():
            return False
        double = next(_double_marks(self.text, match.end(), paragraph), None)
        return double is None or _opens(self.text, double, paragraph)

    def _opens_anew(self, match: re.Match[str], paragraph: Span) -> bool:
        """Whether a straight mark can only open; then the one before was never closed."""
        after_blank = self.text[match.start() - 1].isspace()
        return match.group() in STRAIGHT and after_blank and _opens(self.text, match, paragraph)

    def _close(self, inner_end: int, end: int) -> None:
        pieces = (_without_blanks(self.text, p) for p in (*self.parts, Span(self.inner, inner_end)))
        parts = tuple(piece for piece in pieces if piece.start < piece.end)
        if parts:
            self.found.append(Quotation(Span(self.start, end), parts, _last_mark(parts[-1].of(self.text))))
        self.mark, self.parts = "", []

    def _reopened(self, paragraph: Span) -> int:
        """Where the words of a carried-over quotation go on: after the mark that opens it anew, if any."""
        again = self.text.startswith(self.mark, paragraph.start)
        self.inner = paragraph.start + (len(self.mark) if again else 0)
        return self.inner

    def _goes_on(self) -> bool:
        """Whether the next paragraph opens with the mark again, or the next mark to come is a closing one."""
        following = self.following
        if not following or self.mark in SINGLE:
            return False
        if self.text.startswith(self.mark, following[0].start):
            return True
        for paragraph in following[:3]:
            for match in MARK.finditer(self.text, paragraph.start, paragraph.end):
                if match.group() in (self.mark, CLOSERS[self.mark]):
                    return not _opens(self.text, match, paragraph)
        return False


def _without_blanks(text: str, span: Span) -> Span:
    """The span without white space at its ends: « so », as French sets it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _last_mark(words: str) -> str:
    """The punctuation that quoted words end with, be it within marks of their own: “it is ‘over,’”."""
    last = words.rstrip(WITHIN_MARKS)[-1:]
    return "" if last.isalnum() else last


def _opens(text: str, match: re.Match[str], paragraph: Span) -> bool:
    mark = match.group()
    if mark not in STRAIGHT:
        return mark in CLOSERS and (mark not in SINGLE or _is_closed(text, match, paragraph))
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    opens = (before.isspace() or before in BEFORE_OPENING) and (not after.isspace() or before in ",:")
    return opens and (mark not in SINGLE or _is_closed(text, match, paragraph))


def _is_closed(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Whether a single mark closes before the paragraph ends; else the one at hand is an apostrophe."""
    return _is_closed_alike(text, match, paragraph) or _is_closed_by_double(text, match, paragraph)


def _is_closed_alike(text: str, match: re.Match[str], paragraph: Span) -> bool:
    return CLOSING_SINGLE.search(text, match.end(), paragraph.end) is not None


def _is_closed_by_double(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """ "says, 'Thank you.\"": led to by a comma or colon, and the next double mark can only close."""
    led = text[max(match.start() - 2, 0) : match.start()].rstrip().endswith((",", ":"))
    if not led or not text[match.end() : match.end() + 1].isupper():
        return False
    double = next(_double_marks(text, match.end(), paragraph), None)
    return double is not None and double.group() in DOUBLE and not _opens(text, double, paragraph)


def _double_marks(text: str, start: int, paragraph: Span) -> Iterator[re.Match[str]]:
    """The marks from `start` to the end of the paragraph that are no single ones."""
    singles = SINGLE | {"’"}
    return (mark for mark in MARK.finditer(text, start, paragraph.end) if mark.group() not in singles)
