"""Parsed findings written by hand, so that tests of the tree hold whatever the weights say.

A sentence is written word by word as `word|POS|relation|head`, heads counted from 1, 0 for the root.
"""

from dataclasses import replace

from kb.extracting.events import find_events
from kb.languages import load_language
from kb.model import Document, EntityKind, Event, Findings, Sentence, Span, Token
from kb.ontology import load_event_types
from kb.tagging.lexicon import load_lexicon
from kb.when import When
from tests.event_findings import ACTORS, PLACES, named

ENGLISH = load_language("en")
CLINGING = {",", ".", ";", "'s"}


def parsed(written: str, **found: tuple[object, ...]) -> Findings:
    """The findings of one sentence with its tree; the actors and places of `event_findings` are mentions."""
    rows = [piece.rsplit("|", 3) for piece in written.split()]
    text, spans = "", []
    for word, *_ in rows:
        text += "" if not text or word in CLINGING else " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    tokens = tuple(
        _token(row, span, index) for index, (row, span) in enumerate(zip(rows, spans, strict=True))
    )
    begun = Findings(Document(iri="urn:test", text=text, published=When.parse("2013-04-19")))
    mentions = (*named(text, ACTORS, EntityKind.GROUP), *named(text, PLACES, EntityKind.PLACE))
    sentence = Sentence(Span(0, len(text)), 0, tokens=tokens)
    return replace(begun, sentences=(sentence,), mentions=mentions, **found)  # type: ignore[arg-type]


def _token(row: list[str], span: Span, index: int) -> Token:
    word, pos, relation, head = row
    lemma = load_lexicon("en").lemma(word, pos)
    return Token(span, word, lemma, pos, int(head) - 1 if int(head) else index, relation)


def events_in(written: str, **found: tuple[object, ...]) -> tuple[Event, ...]:
    """The events of a sentence written with its tree."""
    return find_events(parsed(written, **found), ENGLISH, load_event_types())


def parts_of(event: Event, text: str) -> list[tuple[str, str]]:
    """The role and the words of each participant."""
    return [(part.role.value, part.mention.span.of(text)) for part in event.participants]
