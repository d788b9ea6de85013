"""Text: spans of it, documents, sentences and tokens, languages; and what every finding has."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from kb.when import When


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`, in code points of the raw text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: its raw text and what its source says about it.

    `iri` names the article wherever it came from (its address, its identifier in a feed, its file);
    a corrected text under the same `iri` replaces the old one. `published` is None when nobody said;
    `published_by` then is empty, else it tells where the date was found ("given", "header", "page
    metadata", "feed", "sheet"), or that the text tells it itself ("dateline", or "text": a line of its own).
    `given_events` are the places of the event words where somebody else found them, None where they are to
    be found.
    """

    iri: str
    text: str
    language: str = "en"
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    doc_id: str | None = None
    published: When | None = None
    published_by: str = ""
    given_events: tuple[Span, ...] | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the UTF-8 text, in hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Passage(StrEnum):
    """What part of an article a sentence belongs to."""

    HEADLINE = "headline"
    LEAD_IN = "lead-in"  # "The Wire reports:", which says who carries what follows
    BODY = "body"
    BOILERPLATE = "boilerplate"  # biographies, bylines, share lines: yields no findings


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, with its place in the tree where a parser has read the sentence.

    `head` is an index in the sentence, its own for the root; `relation` is that of Universal
    Dependencies ("nsubj:pass", "root"); `entity` is PER, ORG or LOC in IOB2 ("B-PER"), None outside names.
    Without a parser all three are None.
    """

    span: Span
    text: str
    lemma: str
    pos: str  # Universal POS tag
    head: int | None = None
    relation: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the paragraph it stands in, and (once tagged) its tokens.

    `repeats` is how many sentences of the same words stand before it in the text.
    """

    span: Span
    paragraph: int
    passage: Passage = Passage.BODY
    tokens: tuple[Token, ...] = ()
    repeats: int = 0

    def words(self, text: str) -> str:
        """Its words in the text it stands in, one space between two, wherever lines are broken."""
        return " ".join(self.span.of(text).split())


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language, as its TOML file under `kb/languages` has them; equal only to itself.

    Each table is owned by the room that reads it: `time` by dating, `speech` and `grammar` by tagging
    and extracting, `layout` by reading.
    """

    code: str
    name: str
    time: Mapping[str, Any]
    speech: Mapping[str, Any]
    grammar: Mapping[str, Any]
    layout: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything found in a text: where, by which rule, how surely (0 to 1)."""

    span: Span
    rule: str
    confidence: float = 1.0
