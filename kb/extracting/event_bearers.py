"""Whose name a craft bears takes part in its end: "the EgyptAir jet crashed" is an event of EgyptAir too.

The phrase stays what it is, the jet; the body or person whose name stands in it is added, in the part of one
beside. So the event is found under that name, and two articles that both give it can be told to speak of one
and the same. As with what is told twice, this is for timelines alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from kb.extracting.event_phrases import PHRASE
from kb.extracting.nearby import Nearby
from kb.model import EntityKind, Event, Findings, Mention, Participant, Role

CRAFTED = frozenset({"crash", "shootdown", "abduction"})
"""Kinds that befall what carries people: wrecks, and hijackings."""
BEARERS = frozenset({EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.THING})


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
    things = (p.mention for p in event.participants if p.mention.rule == PHRASE)
    for thing in (t for t in things if t.entity.kind is EntityKind.THING):
        for mention in nearby.mentions.touching(thing.span):
            named = not mention.entity.unnamed and mention.entity.kind in BEARERS
            model = any(letter.isdigit() for letter in mention.entity.name)  # "a Su-24 bomber"
            if named and not model and thing.span.covers(mention.span) and mention.span.end < thing.span.end:
                yield mention
