"""An event and the harm it did to people are one entry: "the flood that killed 12", "the blast wounded six".

The verb tells what came of the event that is its subject, or its agent: no second thing happened. The entry
of the event takes whom it struck, and the words of the verb as further evidence. They stay two where the text
sets them apart: by another date, another status ("the quake may have killed ten"), or several events that did
it together. As with what is told twice, this is for timelines alone: who measures event words wants both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kb.extracting.event_tree import NAMING, Tree, is_passive, subjects_of, tree_of
from kb.extracting.nearby import Nearby
from kb.extracting.retellings import dated_by, rehung
from kb.model import Event, Findings, Retelling, Role, Token

HARMS = frozenset({"death", "killing", "wounding"})
"""The kinds of event that tell what came of another."""


def with_harms(findings: Findings) -> Findings:
    """The findings with settled dates, harm told of the event that did it; what hung on it hangs on that.

    Events whose places somebody else gave are left as they were given.
    """
    if findings.document.given_events is not None:
        return findings
    events, joined, nearby = (
        {event.key: event for event in findings.events},
        dict[str, str](),
        Nearby(findings),
    )
    for harm in (event for event in findings.events if event.type in HARMS):
        source = _source_of(harm, nearby)
        source = events[source.key] if source else None
        if source is not None and _is_one(source, harm, events):
            events[source.key] = _with_harm(source, events.pop(harm.key))
            joined[harm.key] = source.key
    return rehung(replace(findings, events=tuple(events.values())), joined)


def _source_of(harm: Event, nearby: Nearby) -> Event | None:
    """The one event that the verb says did it."""
    tokens = next((s.tokens for s in nearby.sentences.touching(harm.trigger)), ())
    tree = tree_of(tokens)
    verb = next((i for i, token in enumerate(tokens) if token.span.overlaps(harm.trigger)), None)
    if tree is None or verb is None or tokens[verb].pos != "VERB":
        return None
    doers = [tokens[doer] for doer in _doers(tree, verb)]
    named = [event for doer in doers if doer.pos in NAMING for event in _named_by(doer, nearby)]
    return named[0] if len(doers) == len(named) == 1 else None


def _doers(tree: Tree, verb: int) -> Iterator[int]:
    """The heads of the subject, or of what "by" leads to behind a passive."""
    if is_passive(tree, verb):
        return (kid for kid in tree.kids(verb, "obl") if tree.case(kid) == "by")
    return iter(subjects_of(tree, verb))


def _named_by(noun: Token, nearby: Nearby) -> list[Event]:
    told = nearby.triggered.touching(noun.span)
    return [event for event in told if isinstance(event, Event) and event.type not in HARMS]


def _is_one(source: Event, harm: Event, events: Mapping[str, Event]) -> bool:
    """Whether nothing sets them apart, and neither is dated by way of the other."""
    dates = [event.date.when for event in (source, harm) if event.date is not None and event.date.dated]
    hanging = _hangs_on(source, harm, events) or _hangs_on(harm, source, events)
    return source.status is harm.status and len(set(map(str, dates))) <= 1 and not hanging


def _hangs_on(event: Event, other: Event, events: Mapping[str, Event]) -> bool:
    """Whether its date counts from that of the other, at first or at second hand."""
    on = event.date.depends_on if event.date is not None else None
    if on is None or on not in events:
        return False
    return on == other.key or _hangs_on(events[on], other, events)


def _with_harm(source: Event, harm: Event) -> Event:
    """The event with those it struck, the place and the date of the harm where it has none of its own."""
    known = {part.mention.entity.key for part in source.participants}
    struck = (part for part in harm.participants if part.role is Role.TARGET)
    told = (Retelling(harm.span, harm.trigger), *harm.again)
    return replace(
        dated_by(source, harm, "The article dates what it did"),
        place=source.place or harm.place,
        participants=(*source.participants, *(p for p in struck if p.mention.entity.key not in known)),
        again=(*source.again, *(one for one in told if one.span != source.span)),
    )
