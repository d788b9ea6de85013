"""Findings of a text up to its statements, for the tests of extracting."""

from dataclasses import replace

from kb.dating import find_times
from kb.extracting import find_mentions, find_statements
from kb.languages import load_language
from kb.model import Document, Findings
from kb.reading.sentences import find_sentences
from kb.tagging import tag
from kb.when import When


def findings_of(text: str, published: str = "2021-03-05") -> Findings:
    """Times, mentions and statements of a text published on a Friday, unless told otherwise."""
    language = load_language("en")
    document = Document(iri="urn:test", text=text, published=When.parse(published), published_by="given")
    begun = Findings(document, sentences=find_sentences(document, language))
    dated = replace(begun, times=find_times(begun, language))
    tagged = replace(dated, sentences=tag(dated, language))
    named = replace(tagged, mentions=find_mentions(tagged, language))
    return replace(named, statements=find_statements(named, language))


Row = tuple[str | None, str]
"""Who says something, by name, and the words, those of an interrupted quotation parted by " | "."""


def rows_of(text: str) -> list[Row]:
    return [
        (s.speaker.entity.name if s.speaker else None, " | ".join(span.of(text) for span in s.content))
        for s in findings_of(text).statements
    ]
