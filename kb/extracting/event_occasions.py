"""An event and the occasion that its verb names are one entry: "Rousseff beat Neves in the election".

The noun is of the same kind as the verb, and is its object or stands in it: no second thing happened. They
stay two where the text sets them apart, by another date or another status. As with what is told twice, this
is for timelines alone: who measures event words wants both.
"""

from dataclasses import replace

from kb.extracting.event_tree import NAMING, Tree, tree_of
from kb.extracting.nearby import Nearby
from kb.extracting.retellings import dated_by, rehung
from kb.model import Event, Findings, Retelling

WITHIN = frozenset({"in", "at", "during"})


def with_occasions(findings: Findings) -> Findings:
    """The findings with settled dates, an occasion told with what happened in it.

    Events whose places somebody else gave are left as they were given.
    """
    if findings.document.given_events is not None:
        return findings
    events, nearby = {event.key: event for event in findings.events}, Nearby(findings)
    joined: dict[str, str] = {}
    for occasion in findings.events:
        verb = _verb_of(occasion, nearby)
        told = events.get(verb.key) if verb is not None else None
        if told is not None and _is_one(told, occasion):
            events[told.key] = _joined(told, events.pop(occasion.key))
            joined[occasion.key] = told.key
    return rehung(replace(findings, events=tuple(events.values())), joined)


def _verb_of(occasion: Event, nearby: Nearby) -> Event | None:
    """The event of the same kind whose verb has the noun for its object, or for what it happened in."""
    tokens = next((s.tokens for s in nearby.sentences.touching(occasion.trigger)), ())
    tree = tree_of(tokens)
    within = [i for i, token in enumerate(tokens) if token.span.overlaps(occasion.trigger)]
    if tree is None or not within or tokens[within[-1]].pos not in NAMING:
        return None
    verb = _verb_over(tree, within[-1])
    if verb is None or tokens[verb].pos != "VERB":
        return None
    others = nearby.triggered.touching(tokens[verb].span)
    alike = (e for e in others if isinstance(e, Event) and e.type == occasion.type and e.key != occasion.key)
    return next(alike, None)


def _verb_over(tree: Tree, noun: int) -> int | None:
    """The verb that has the noun for its object, or behind a preposition, be it tied to the object."""
    head, inside = tree.head(noun), tree.case(noun) in WITHIN
    if tree.bases[noun] == "obj" or (inside and tree.bases[noun] == "obl"):
        return head
    behind = inside and tree.bases[noun] == "nmod" and head is not None and tree.bases[head] == "obj"
    return tree.head(head) if behind and head is not None else None


def _is_one(told: Event, occasion: Event) -> bool:
    """Whether no date and no status sets them apart."""
    dates = {str(e.date.when) for e in (told, occasion) if e.date is not None and e.date.dated}
    hangs = told.date is not None and told.date.depends_on == occasion.key
    return told.status is occasion.status and len(dates) <= 1 and not hangs


def _joined(told: Event, occasion: Event) -> Event:
    """What happened, with the date, the place and those that only its occasion tells."""
    known = {part.mention.entity.key for part in told.participants}
    added = (part for part in occasion.participants if part.mention.entity.key not in known)
    again = (Retelling(occasion.span, occasion.trigger), *occasion.again)
    return replace(
        dated_by(told, occasion, "The article tells it again, and dates it there"),
        place=told.place or occasion.place,
        participants=(*told.participants, *added),
        again=(*told.again, *(one for one in again if one.span != told.span)),
    )
