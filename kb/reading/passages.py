"""What part of an article each paragraph is: headline, lead-in, body, or boilerplate.

Boilerplate is known by its words, by its place near the end, and by whom it speaks of: the author
named in the byline, or the paper itself. The words stand in `[layout]` of the language's file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kb.model import Document, Passage, Span
from kb.reading.layout import Layout

CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]\s]*$")
HEADING_WORDS = 14
TAIL_SHARE = 0.3  # biographies stand in the last third of an article


def find_passages(document: Document, paragraphs: Sequence[Span], layout: Layout) -> list[Passage]:
    """The part that each of the document's paragraphs belongs to."""
    texts = [paragraph.of(document.text) for paragraph in paragraphs]
    found = [_passage(words, document.title, layout) for words in texts]
    for number in _imprint(document, texts, layout):
        found[number] = Passage.BOILERPLATE
    return found


def _passage(words: str, title: str, layout: Layout) -> Passage:
    if layout.boilerplate.match(words):
        return Passage.BOILERPLATE
    if layout.lead_in.fullmatch(words.strip()):
        return Passage.LEAD_IN
    if words == title or (not CLOSED.search(words) and len(words.split()) <= HEADING_WORDS):
        return Passage.HEADLINE
    return Passage.BODY


def _imprint(document: Document, texts: Sequence[str], layout: Layout) -> Iterator[int]:
    """The paragraphs near the end that tell who wrote the article and who published it."""
    authors = [*_authors(texts, layout), *([document.author] if document.author else [])]
    papers = _papers(document.publisher or "")
    tail = False
    for number in range(max(1, round(len(texts) * (1 - TAIL_SHARE))), len(texts)):
        words = texts[number]
        tail = tail or bool(layout.tail.match(words))
        about = _begins(words, authors, layout.about_author) or _begins(words, papers, layout.about_itself)
        if tail or about or layout.biography.match(words):
            yield number


def _authors(texts: Iterable[str], layout: Layout) -> Iterator[str]:
    """The names in the bylines, which are short and no sentences."""
    for words in texts:
        match = layout.byline.match(words)
        if match and len(words.split()) <= HEADING_WORDS:
            yield match["name"].strip()


def _papers(publisher: str) -> list[str]:
    """What a paper calls itself: by its whole name, or by the last word of it."""
    return [publisher, publisher.split()[-1]] if publisher.strip() else []


def _begins(words: str, names: Iterable[str], followed_by: re.Pattern[str]) -> bool:
    for name in names:
        match = re.match(rf"(?:The )?{re.escape(name)}", words)
        if match and followed_by.match(words, match.end()):
            return True
    return False
