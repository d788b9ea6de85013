"""Whose wish, plan or promise a happening tells of: the subject of its verb, whatever the words.

Happenings serve the measuring interface alone (see `happenings`), and so do the holders found here.
"""

from collections.abc import Iterable
from dataclasses import replace

from kb.extracting.nearby import Nearby
from kb.extracting.ordered import Ordered
from kb.extracting.parsed_speakers import parsed_subject
from kb.extracting.phrases import span_of
from kb.extracting.statement_parts import speaker_of
from kb.extracting.subjects import Phrase, subject
from kb.extracting.thoughts import unnamed
from kb.model import Event, Findings, Mention, Participant, Role, Sentence

HELD = frozenset({"attitude"})


def with_holders(happenings: Iterable[Event], findings: Findings) -> tuple[Event, ...]:
    """The happenings; those that tell of an attitude have its holder as the one who initiates it."""
    nearby = Nearby(findings)
    mentions = Ordered(findings.mentions, lambda mention: mention.span)
    return tuple(_held(event, nearby, mentions) if event.type in HELD else event for event in happenings)


def _held(event: Event, nearby: Nearby, mentions: Ordered[Mention]) -> Event:
    if any(participant.role is Role.INITIATOR for participant in event.participants):
        return event
    for sentence in nearby.sentences.touching(event.trigger):
        phrase = _subject(event, sentence)
        if phrase is not None:
            holder = _mention(sentence, phrase, mentions)
            return replace(event, participants=(Participant(Role.INITIATOR, holder), *event.participants))
    return event


def _subject(event: Event, sentence: Sentence) -> Phrase | None:
    verb = next((n for n, t in enumerate(sentence.tokens) if event.trigger.covers(t.span)), None)
    if verb is None:
        return None
    return parsed_subject(sentence.tokens, verb) or subject(sentence.tokens, verb)


def _mention(sentence: Sentence, phrase: Phrase, mentions: Ordered[Mention]) -> Mention:
    tokens = sentence.tokens
    words = " ".join(token.text for token in tokens[phrase.start : phrase.end])
    return speaker_of(tokens, phrase, mentions) or unnamed(span_of(tokens, phrase.start, phrase.end), words)
