"""An event that an article tells twice is one entry: "Bowie died on Sunday. He died in New York, they said."

Two tellings are one when the kind is the same and nothing sets them apart: the day, the place, those who take
part, whether it happened, or a word such as "again". What happens once to somebody (`ONCE`: a death) needs
that somebody in both; what happens often needs the same day told in both as well.
As with statements, this is for timelines alone: who measures event words wants each of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kb.extracting.event_sameness import REAL
from kb.extracting.event_words import EventWords, compile_words
from kb.extracting.nearby import Nearby
from kb.extracting.retellings import dated_by, rehung
from kb.model import Event, Findings, Language, Mention, Participant, Retelling, Role, Status, Token

ONCE = frozenset(
    {"death", "killing", "assassination", "execution", "birth", "marriage", "resignation", "appointment"}
    | {"dismissal", "suspension", "verdict", "sentencing", "arrest", "release", "extradition", "election"}
    | {"takeover", "transfer", "listing", "bankruptcy", "shootdown", "crash", "referendum", "signing"}
    | {"award", "spaceflight", "coup", "funeral", "inauguration", "indictment"}
)
"""Kinds that happen to somebody once, as far as one article goes."""

WRECKS = frozenset({"crash", "shootdown"})
CRAFTS = (("aircraft", "airliners"), ("ships",))
"""The lists of words for what crashes, and for what sinks."""

FACTS = frozenset({Status.HAPPENED, Status.ONGOING})


def with_event_retellings(findings: Findings, language: Language) -> Findings:
    """The findings with settled dates, each event once; what hung on a later telling hangs on the first.

    Events whose places somebody else gave are left as they were given.
    """
    if findings.document.given_events is not None:
        return findings
    words, nearby = compile_words(language, ()), Nearby(findings)
    kept: list[Event] = []
    again: dict[str, str] = {}
    for event in findings.events:
        first = _first_of(event, kept, nearby, words)
        if first is None:
            kept.append(event)
        else:
            again[event.key] = kept[first].key
            kept[first] = _joined(kept[first], event)
    return rehung(replace(findings, events=tuple(kept)), again)


def _first_of(event: Event, kept: Sequence[Event], nearby: Nearby, words: EventWords) -> int | None:
    alike = (n for n, one in enumerate(kept) if one.type == event.type and _is_same(one, event, words))
    first = next(alike, None)
    if first is None or words.any("anew", _around(event, nearby)):
        return None
    together = nearby.sentences.touching(event.trigger) == nearby.sentences.touching(kept[first].trigger)
    return None if together else first


def _around(event: Event, nearby: Nearby) -> Sequence[Token]:
    """The words of its clause that are no names and tell no time: "next" is new, "next month" is not."""
    tokens = [token for s in nearby.sentences.touching(event.trigger) for token in s.tokens]
    time = event.time.span if event.time is not None and event.time.when is not None else None
    told = (token for token in tokens if event.span.covers(token.span) and token.pos != "PROPN")
    return [token for token in told if time is None or not time.covers(token.span)]


def _is_same(one: Event, other: Event, words: EventWords) -> bool:
    """Whether somebody is in both in the same part, and nothing sets them apart."""
    if one.status is not other.status and not {one.status, other.status} <= REAL:
        return False
    dated = [e.date.when for e in (one, other) if e.date is not None and e.date.dated]
    if len(set(map(str, dated))) > 1 or (len(dated) < 2 and one.type not in ONCE):
        return False
    places = {e.place.entity.key for e in (one, other) if e.place is not None}
    return len(places) < 2 and (_share(one, other) or _is_same_craft(one, other, words))


def _is_same_craft(one: Event, other: Event, words: EventWords) -> bool:
    """Whether "the plane" came to grief that was told of before as "an EgyptAir jet"."""
    if one.type not in WRECKS:
        return False
    crafts = [[m.entity.name.casefold() for m in _in_part(e, Role.TARGET).values()] for e in (one, other)]
    again = any(name.startswith("the ") for name in crafts[1])
    said = [{word for name in names for word in name.split()} for names in crafts]
    known = [{word for name in lists for word in words.of(name)} for lists in CRAFTS]
    return again and any(said[0] & craft and said[1] & craft for craft in known)


def _share(one: Event, other: Event) -> bool:
    """Whether each part that both tell is that of the same, and whom it was done to, if to anybody, has a
    name in both; what is done to nobody is told by one that does it. A court without a name may be what
    another sentence calls the judges."""
    doing, suffering = ((_in_part(one, r), _in_part(other, r)) for r in (Role.INITIATOR, Role.TARGET))
    apart = not _is_within(*suffering) or not _is_within(*map(_named, doing))
    mine, theirs = suffering if any(suffering) else doing
    return not apart and bool(_named(mine).keys() & theirs.keys())


def _named(part: Mapping[str, Mention]) -> Mapping[str, Mention]:
    return {key: mention for key, mention in part.items() if not mention.entity.unnamed}


def _is_within(mine: Mapping[str, Mention], theirs: Mapping[str, Mention]) -> bool:
    """Whether one is among the other, or is not told."""
    return mine.keys() <= theirs.keys() or theirs.keys() <= mine.keys()


def _in_part(event: Event, role: Role) -> Mapping[str, Mention]:
    return {part.mention.entity.key: part.mention for part in event.participants if part.role is role}


def _joined(first: Event, later: Event) -> Event:
    """The first telling with what the later one adds: its evidence, date and place, who took part."""
    known = {part.mention.entity.key for part in first.participants}
    added: tuple[Participant, ...] = tuple(p for p in later.participants if p.mention.entity.key not in known)
    return replace(
        dated_by(first, later, "The article tells it again, and dates it there"),
        status=next((e.status for e in (first, later) if e.status in FACTS), first.status),
        place=first.place or later.place,
        participants=(*first.participants, *added),
        again=(*first.again, Retelling(later.span, later.trigger), *later.again),
    )
