"""The parts that those who take part in an event have, and what makes a cast of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.extracting.event_phrases import PHRASE
from kb.extracting.event_words import EventWords
from kb.model import EntityKind, Mention, Participant, Role, Span

ROLES = {"initiator": Role.INITIATOR, "target": Role.TARGET, "other": Role.OTHER, "place": Role.OTHER}
PLACING = frozenset({"in", "near", "inside", "across", "outside", "around", "throughout", "within", "over"})
OF_NOUNS = frozenset({"of", "on", "against", "by"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The participants of an event, each once, and its place."""

    participants: tuple[Participant, ...]
    place: Mention | None

    @property
    def anchors(self) -> bool:
        """Whether somebody known or somewhere is in it; things and the merely described do not count."""
        known = any(participant.mention.rule != PHRASE for participant in self.participants)
        return known or self.place is not None


def role_of(words: EventWords, preposition: str, bare: str) -> Role | None:
    """The part of whoever a preposition leads to; `bare` tells what none, and what "of", means."""
    if preposition == "of":
        return Role.INITIATOR if bare == "doer" else Role.TARGET
    if not preposition:
        return Role.TARGET if bare == "object" else None
    return next((role for name, role in ROLES.items() if preposition in words.roles.get(name, ())), None)


def is_circumstance(mention: Mention, preposition: str, of_noun: bool) -> bool:
    """Whether a thing only tells how, where or how much: "with shells", "on a bus", "for a sum"."""
    if mention.rule != PHRASE or (of_noun and preposition in OF_NOUNS):
        return False
    return mention.entity.kind is EntityKind.THING or preposition in PLACING


def is_placing(words: EventWords, mention: Mention, preposition: str) -> bool:
    """Whether the preposition tells that the mention is where it happened: a place, or any name but a
    person's that something is in."""
    if mention.entity.kind is EntityKind.PLACE:
        return preposition in words.roles.get("place", ())
    named = mention.rule.startswith("name") and mention.entity.kind is not EntityKind.PERSON
    return named and preposition in PLACING


def once_each(found: Iterable[tuple[Role, Mention]], word: Span) -> tuple[Participant, ...]:
    """Everyone once, in the first role found; who holds the event's own word takes no part."""
    unique: dict[str, Participant] = {}
    for role, mention in found:
        if not mention.span.overlaps(word):
            unique.setdefault(mention.entity.key, Participant(role, mention))
    return tuple(unique.values())
