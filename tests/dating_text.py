"""How dating tests put a text before the tagger."""

from kb.dating import find_times
from kb.languages import load_language
from kb.model import Document, Findings, TimeExpression
from kb.reading.sentences import find_sentences
from kb.when import When

ENGLISH = load_language("en")


def times_of(text: str, published: str | None = None, language: str = "en") -> tuple[TimeExpression, ...]:
    """The time expressions of a text published on a day, or on nobody knows which."""
    when = When.parse(published) if published else None
    document = Document(iri="https://example.org/doc", text=text, published=when, language=language)
    return find_times(Findings(document, find_sentences(document, ENGLISH)), ENGLISH)


def time_of(text: str, words: str, published: str | None = None) -> TimeExpression:
    """The expression that consists of these words; fails when there is none."""
    found = {time.span.of(text): time for time in times_of(text, published)}
    assert words in found, f"{words!r} is not among {sorted(found)}"
    return found[words]
