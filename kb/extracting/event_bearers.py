"""Whose name a craft bears takes part in its end: "the EgyptAir jet crashed" is an event of EgyptAir too.

The phrase stays what it is, the jet; the body or person whose name stands in it is added, in the part of one
beside. So the event is found under that name, and two articles that both give it can be told to speak of one
and the same. As with what is told twice, this is for timelines alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.extracting.event_phrases import PHRASE
from kb.extracting.nearby import Nearby
from kb.model import EntityKind, Event, Findings, Mention, Participant, Role, Span

CRAFTED = frozenset({"crash", "shootdown", "abduction"})
"""Kinds that befall what carries people: wrecks, and hijackings."""
BEARERS = frozenset({EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.THING})

ONE_WORD = re.compile(r" [^\W\d_]+ ")
REACH = 20  # characters


def with_bearers(findings: Findings) -> Findings:
    """The findings, each wreck and hijacking with those whose names the craft bears.

    Events whose places somebody else gave are left as they were given.
    """
    if findings.document.given_events is not None:
        return findings
    nearby = Nearby(findings)
    borne = (_with_bearers(e, nearby) if e.type in CRAFTED else e for e in findings.events)
    return replace(findings, events=tuple(borne))


def _with_bearers(event: Event, nearby: Nearby) -> Event:
    known = {part.mention.entity.key for part in event.participants}
    found = {m.entity.key: m for m in _bearers(event, nearby) if m.entity.key not in known}
    added = tuple(Participant(Role.OTHER, mention) for mention in found.values())
    return replace(event, participants=(*event.participants, *added)) if added else event


def _bearers(event: Event, nearby: Nearby) -> Iterator[Mention]:
    yield from _in_phrases(event, nearby)
    yield from _before_codes(event, nearby)


def _before_codes(event: Event, nearby: Nearby) -> Iterator[Mention]:
    """Whose the craft is that is called by a code: "EgyptAir | flight | MS804"."""
    for code in (part.mention for part in event.participants if part.mention.rule != PHRASE):
        start = code.span.start + max(0, code.span.of(nearby.findings.text).find(code.entity.name))
        for mention in nearby.mentions.touching(Span(max(0, start - REACH), start)) if _is_code(code) else ():
            between = nearby.findings.text[mention.span.end : start]
            if ONE_WORD.fullmatch(between) and mention.entity.kind in BEARERS:
                yield mention


def _is_code(mention: Mention) -> bool:
    return any(letter.isdigit() for letter in mention.entity.name)


def _in_phrases(event: Event, nearby: Nearby) -> Iterator[Mention]:
    things = (p.mention for p in event.participants if p.mention.rule == PHRASE)
    for thing in (t for t in things if t.entity.kind is EntityKind.THING):
        for mention in nearby.mentions.touching(thing.span):
            named = not mention.entity.unnamed and mention.entity.kind in BEARERS
            model = _is_code(mention)  # "a Su-24 bomber"
            if named and not model and thing.span.covers(mention.span) and mention.span.end < thing.span.end:
                yield mention
