"""Whether an event that is spoken of again may be one told before: its kind, its place, whom it was done to.

Who has no name ("the palace") is known by these words; what something "a day after" counts from is
presupposed, and only a name, or somebody new ("a guard", "five men"), tells it from what was told.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from kb.extracting.event_words import EventWords
from kb.model import Event, EventType, Mention, Role, Status
from kb.ontology import load_event_types

REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.CLAIMED})


def may_be_same(earlier: Event, event: Event, text: str, words: EventWords, presupposed: bool) -> bool:
    """Whether the later event may be the earlier one told again."""
    told_alike = earlier.status is event.status or {earlier.status, event.status} <= REAL
    if not told_alike or not _named_alike(earlier, event, text, words):
        return False
    return not (_is_new(earlier, event, text, words) if presupposed else _differ(earlier, event))


def _named_alike(earlier: Event, event: Event, text: str, words: EventWords) -> bool:
    """Whether its kind is the same or a broader one, or its noun that of the other or one for any harm."""
    kinds, noun = kinds_of(earlier.type, words.code), event.trigger.of(text).casefold()
    broader = kinds_of(event.type, words.code)[1:2]
    general = noun in words.of("general") and bool(set(broader) & set(kinds))
    return event.type in kinds[:2] or general or noun in earlier.trigger.of(text).casefold().split()


def _differ(earlier: Event, event: Event) -> bool:
    """Whether the later one names a place or a target that the earlier one does not."""
    place, before = event.place, earlier.place
    elsewhere = place is not None and (before is None or _known_as(before) != _known_as(place))
    return elsewhere or not set(map(_known_as, _targets(event))) <= set(map(_known_as, _targets(earlier)))


def _is_new(earlier: Event, event: Event, text: str, words: EventWords) -> bool:
    """Whether a presupposed event tells of somebody who has another name, or who is brought in as new."""
    before, now = list(_targets(earlier)), list(_targets(event))
    if {_known_as(one) for one in now} <= {_known_as(one) for one in before}:
        return False
    names = {_known_as(one) for one in _named(before)}
    renamed = any(names and _known_as(one) not in names for one in _named(now))
    return renamed or any(_opens_with(one.span.of(text), words) for one in now)


def _opens_with(phrase: str, words: EventWords) -> bool:
    first = phrase.split()[0].casefold() if phrase.split() else ""
    return first.isdigit() or first in words.of("introducing")


def _named(mentions: Iterable[Mention]) -> Iterator[Mention]:
    return (m for m in mentions if not m.entity.unnamed and m.entity.name[:1].isupper())


def _targets(event: Event) -> Iterator[Mention]:
    return (p.mention for p in event.participants if p.role is Role.TARGET)


def _known_as(mention: Mention) -> str:
    """The key of who has a name; the words, without their article, of who has none."""
    entity = mention.entity
    name = entity.name.casefold()
    return name.removeprefix("the ") if entity.unnamed else entity.key


def kinds_of(kind: str, language: str) -> tuple[str, ...]:
    """A kind of event and all broader ones, from narrow to broad."""
    types, found = kinds_by_name(language), [kind]
    while (above := types[found[-1]].broader if found[-1] in types else None) and above not in found:
        found.append(above)
    return tuple(found)


@cache
def kinds_by_name(language: str) -> dict[str, EventType]:
    """The kinds of event with their words of a language."""
    return {type_.name: type_ for type_ in load_event_types(language)}
