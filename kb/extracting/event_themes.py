"""Kinds made sure by the article they stand in: a strike among workers is no attack, a purchase among
footballers is a transfer.

Each row of `THEMES` is one such rule: events of `kind` become `becomes` where the article tells of any of
`among` and of none of `but`. To add one, add a row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kb.extracting.event_words import EventWords
from kb.model import Entity, EntityKind, Event, Role

FORCE = frozenset(
    {
        "attack",
        "airstrike",
        "bombing",
        "shelling",
        "battle",
        "war",
        "shooting",
        "terroristAttack",
        "offensive",
    }
)
CALAMITIES = frozenset(
    {"earthquake", "flood", "storm", "tsunami", "eruption", "wildfire", "landslide", "crash", "collapse"}
    | {"accident", "epidemic", "famine", "explosion"}
)
CONTESTS = frozenset({"match", "tournament", "transfer", "record"})
HARM = frozenset({"killing", "wounding", "death"})
MARKS = ".,;:?!()'\"“”‘’"
BUSINESS = frozenset({"listing", "financialResult", "layoff", "bankruptcy", "priceMove", "rateChange"})


@dataclass(frozen=True, slots=True)
class Theme:
    """A rule: which kind becomes which, told with what, and by which of its words (none: by any)."""

    kind: str
    becomes: str
    among: frozenset[str]
    but: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


THEMES: Sequence[Theme] = (
    Theme("killing", "death", CALAMITIES, FORCE),
    Theme("wounding", "accident", frozenset({"crash", "collapse", "accident"}), FORCE),
    Theme("bombing", "airstrike", frozenset({"airstrike"}), words=frozenset({"bombed", "bombing", "bomb"})),
    Theme("attack", "airstrike", frozenset({"airstrike"}), words=frozenset({"raid", "raids", "strikes"})),
    Theme(
        "attack",
        "labourStrike",
        frozenset({"labourStrike"}),
        FORCE - {"attack"},
        frozenset({"strike", "strikes"}),
    ),
    Theme("takeover", "transfer", CONTESTS, BUSINESS),
    Theme("meeting", "match", CONTESTS, words=frozenset({"meet", "meets", "met"})),
    Theme("ballot", "referendum", frozenset({"referendum"}), words=frozenset({"voted", "vote", "votes"})),
    Theme("victory", "election", frozenset({"election"}), CONTESTS | FORCE),
)


def with_themes(events: Sequence[Event], words: EventWords, text: str) -> tuple[Event, ...]:
    """The events of an article with the kinds that it makes sure."""
    told = [_at_work(event, words.of("workers")) for event in events]
    if _is_of_work(told, words, text):
        told = [_stoppage(event) if _is_bare_strike(event, text) else event for event in told]
    kinds = {event.type for event in told}
    return tuple(_settled(event, kinds, words.of("players")) for event in told)


def _at_work(event: Event, at_work: frozenset[str]) -> Event:
    """ "a strike of dockers": done by people who work, or told with words for work."""
    told = {
        word.strip(".,;").casefold() for p in event.participants for word in p.mention.entity.name.split()
    }
    told |= {word.strip(".,;").casefold() for word in event.label.split()}
    harmless = event.type == "attack" and all(part.role is not Role.TARGET for part in event.participants)
    striking = harmless and any(word.startswith("str") for word in event.label.casefold().split())
    return _stoppage(event) if striking and told & at_work else event


def _is_of_work(events: Sequence[Event], words: EventWords, text: str) -> bool:
    """Whether an article speaks of unions and employers, and of no force besides a strike, nor of harm."""
    spoken = {word.strip(MARKS) for word in text.casefold().split()}
    forced = any(event.type in FORCE | HARM and not _is_bare_strike(event, text) for event in events)
    return not forced and not spoken.isdisjoint(words.of("employed"))


def _is_bare_strike(event: Event, text: str) -> bool:
    """Whether the noun alone names it, and no army carries it out: nobody is told to take part."""
    bare = event.type == "attack" and event.trigger.of(text).casefold() in {"strike", "strikes"}
    return bare and not event.participants


def _stoppage(event: Event) -> Event:
    return replace(event, type="labourStrike")


def _settled(event: Event, kinds: Iterable[str], players: frozenset[str]) -> Event:
    """The event with the kind of the first rule that fits; a person who is bought changes clubs, a body
    does not."""
    told = frozenset(kinds)
    in_sport = bool(CONTESTS & told) and not BUSINESS & told
    if event.type in {"takeover", "signing"} and _is_player_taken(event, in_sport, players):
        return replace(event, type="transfer")
    for theme in THEMES:
        fits = event.type == theme.kind and theme.among & told and not theme.but & told
        if fits and (not theme.words or theme.words & _words(event)) and not _is_body_bought(event):
            return replace(event, type=theme.becomes)
    return event


def _words(event: Event) -> frozenset[str]:
    return frozenset(event.label.casefold().split())


def _is_player_taken(event: Event, in_sport: bool, players: frozenset[str]) -> bool:
    """Whether a person with a name is bought among contests, or anybody called a player."""
    taken = [entity for entity in _targets(event) if entity.kind is EntityKind.PERSON]
    named = any(not entity.unnamed for entity in taken)
    return bool(taken) and ((in_sport and named) or bool(players & _words(event)))


def _is_body_bought(event: Event) -> bool:
    bodies = (entity.kind is EntityKind.ORGANIZATION for entity in _targets(event))
    return event.type == "takeover" and any(bodies)


def _targets(event: Event) -> Sequence[Entity]:
    return [part.mention.entity for part in event.participants if part.role is Role.TARGET]
