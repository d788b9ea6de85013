"""What tests of events are made with: findings tagged by word lists in which a few names are mentions.

Nothing here is parsed: these tests prove the rules of word order, and hold with any weights or none.
`tests/test_events_parsed.py` proves those of the tree.
"""

from dataclasses import replace

from kb.extracting.events import find_events
from kb.languages import load_language
from kb.model import (
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    QuoteKind,
    Role,
    Sentence,
    Span,
    Statement,
    TimeExpression,
    TimexType,
    Token,
)
from kb.ontology import load_event_types
from kb.reading.sentences import find_sentences
from kb.tagging.lexicon import load_lexicon
from kb.tagging.parts import find_parts, known_names
from kb.tagging.tokens import find_words
from kb.when import When

ENGLISH = load_language("en")
TYPES = load_event_types()
ACTORS = (
    "Norland and its allies",
    "Norland",
    "Southia",
    "Ann Roe",
    "Bob Poe",
    "The rebels",
    "the rebels",
    "Police",
)
PLACES = ("Port Aldo", "Vell", "the harbour")


def findings_of(text: str, **found: tuple[object, ...]) -> Findings:
    """Tagged findings of a text in which the names above are mentions."""
    begun = Findings(Document(iri="urn:test", text=text, published=When.parse("2013-04-19")))
    begun = replace(begun, sentences=find_sentences(begun.document, ENGLISH))
    mentions = (*named(text, ACTORS, EntityKind.GROUP), *named(text, PLACES, EntityKind.PLACE))
    sentences = tuple(unparsed(sentence, text) for sentence in begun.sentences)
    return replace(begun, sentences=sentences, mentions=mentions, **found)  # type: ignore[arg-type]


def unparsed(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the tokens that the word lists make of it."""
    lexicon = load_lexicon("en")
    words = list(find_words(text, sentence.span, lexicon.abbreviations))
    parts = find_parts([word for _, word in words], lexicon, known_names([words]))
    pairs = zip(words, parts, strict=True)
    tokens = tuple(Token(span, word, lexicon.lemma(word, pos), pos) for (span, word), pos in pairs)
    return replace(sentence, tokens=tokens)


def named(text: str, names: tuple[str, ...], kind: EntityKind) -> list[Mention]:
    return [
        Mention(
            span=Span(at, at + len(name)),
            rule="test",
            entity=Entity(key=name.casefold(), name=name, kind=kind),
        )
        for name in names
        for at in range(len(text))
        if text.startswith(name, at)
    ]


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def time_at(text: str, words: str, edtf: str = "2012-05-06") -> TimeExpression:
    span = span_of(text, words)
    return TimeExpression(span=span, rule="test", type=TimexType.DATE, value=edtf, when=When.parse(edtf))


def said(
    text: str, cue: str, content: str, act: str = "say", time: TimeExpression | None = None
) -> Statement:
    return Statement(
        span=Span(0, len(text)),
        rule="test",
        key="statement-1",
        trigger=span_of(text, cue),
        label=cue,
        cue=cue,
        act=act,
        kind=QuoteKind.INDIRECT,
        content=(span_of(text, content),),
        time=time,
    )


def events_of(text: str, **found: tuple[object, ...]) -> tuple[Event, ...]:
    return find_events(findings_of(text, **found), ENGLISH, TYPES)


def only(text: str, **found: tuple[object, ...]) -> Event:
    (event,) = events_of(text, **found)
    return event


def in_role(event: Event, role: Role) -> list[str]:
    return [p.mention.entity.name for p in event.participants if p.role is role]
