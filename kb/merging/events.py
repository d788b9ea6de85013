"""Whether two events that two articles tell of are one: what contradicts it, and what speaks for it.

Nothing is joined across a contradiction of kind, day, place or those who take part; whether it happened at
all may be disputed within one. The weights are set so that a kind, a day and somebody in common are
needed, or a place smaller than a country; where a day is not told, or is the next one, something more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kb.merging.dates import Days, days_of, gap, is_next_day
from kb.merging.wording import load_wording, words_of
from kb.model import Link, Named, Told
from kb.ontology import load_event_types

ENOUGH = 0.65
UNTOLD = frozenset({"happening", "phase", "state", "attitude", "naming"})
"""Kinds that tell nothing: of these only the same words are the same kind."""
ATTACK = "attack"
TOLD_BY_OTHERS = frozenset({"chemicalAttack", "terroristAttack"})
"""Kinds of attack that tell with what or what for, and not how: shells may carry gas, a bombing be terror."""
OPPOSED = ("initiator", "target")


@dataclass(frozen=True, slots=True)
class Point:
    """Something that speaks for two being one: how much it weighs, and the sentence that says it."""

    weight: float
    reason: str


def same_event(one: Told, other: Told) -> Link | None:
    """The link between two events, None where something contradicts it or too little speaks for it."""
    points = [] if contradict(one, other) else list(_points(one, other))
    score = round(min(sum(point.weight for point in points), 0.99), 2)
    if score < ENOUGH or not (any(_shared(one, other)) or _is_telling(_same_place(one, other))):
        return None
    return Link(one.iri, other.iri, "same-event", score, tuple(point.reason for point in points))


def contradict(one: Told, other: Told) -> bool:
    """Whether two events cannot be one."""
    if not _is_of_kind(one, other) or _are_elsewhere(one, other):
        return True
    days = days_of(one), days_of(other)
    if days[0] is None or days[1] is None:
        return True
    return _days_contradict(days[0], days[1]) or any(_differ(one, other, role) for role in OPPOSED)


def kind_of(told: Told) -> str:
    """The kind of event under the topmost one, by which events are looked for; else the word itself."""
    return f"{told.type} {told.trigger}" if told.type in UNTOLD else _ancestors(told.type)[-1]


def _points(one: Told, other: Told) -> Iterator[Point]:
    yield _kind_point(one, other)
    yield from _date_point(one, other)
    shared = list(_shared(one, other))
    for number, who in enumerate(shared[:3]):
        yield Point(0.25 if number == 0 else 0.1, f"Both name {who.label}.")
    if place := _same_place(one, other):
        yield Point(0.2, f"Both in {place.label}.")
    if words_of(one.trigger) == words_of(other.trigger):
        yield Point(0.05, f"Both say “{one.trigger}”.")


def _kind_point(one: Told, other: Told) -> Point:
    if one.type == other.type:
        kind = one.trigger if one.type in UNTOLD else _labels().get(one.type, one.type)
        return Point(0.3, f"Same kind of event: {kind}.")
    return Point(0.2, f"Kinds of event that go together: {one.type}, {other.type}.")


def _date_point(one: Told, other: Told) -> Iterator[Point]:
    """The more exactly both tell the day the more it weighs."""
    days = days_of(one), days_of(other)
    if days[0] is None or days[1] is None:
        return
    if days[0] == days[1] and days[0].dated:
        yield Point(0.3 if days[0].length == 1 else 0.2, f"Both {_on(one, days[0])}.")
    elif days[0].dated and days[1].dated:
        yield _near_point(one, other, is_next_day(days[0], days[1]))
    else:
        yield Point(0.05, "Reported within the same days.")


def _near_point(one: Told, other: Told, apart: bool) -> Point:
    """What is said of dates that differ must not sound as if they were one."""
    days = one.when.words(), other.when.words()
    if apart:
        return Point(0.0, f"The dates {days[0]} and {days[1]} lie only a day apart.")
    return Point(0.2, f"The dates {days[0]} and {days[1]} can both be right.")


def _on(told: Told, days: Days) -> str:
    return f"{'on' if days.length == 1 else 'in'} {told.when.words()}"


def _same_place(one: Told, other: Told) -> Named | None:
    here = one.places[0] if one.places else None
    return here if here and other.places and here.iri == other.places[0].iri else None


def _is_telling(place: Named | None) -> bool:
    """Whether it is a place where not much of one kind happens on a day."""
    return place is not None and not _is_country(place)


def _shared(one: Told, other: Told) -> Iterator[Named]:
    """Whom both name, in the order of the first."""
    others = {involved.who.iri for involved in other.involved}
    seen: set[str] = set()
    for involved in one.involved:
        if involved.who.iri in others and involved.who.iri not in seen:
            seen.add(involved.who.iri)
            yield involved.who


def _is_of_kind(one: Told, other: Told) -> bool:
    if one.type in UNTOLD or other.type in UNTOLD:
        return one.type == other.type and words_of(one.trigger) == words_of(other.trigger)
    if one.type in _ancestors(other.type) or other.type in _ancestors(one.type):
        return True
    told_by = {one.type, other.type} & TOLD_BY_OTHERS
    return bool(told_by) and ATTACK in _ancestors(one.type) and ATTACK in _ancestors(other.type)


def _days_contradict(one: Days, other: Days) -> bool:
    return gap(one, other) > 0 and not is_next_day(one, other)


def _are_elsewhere(one: Told, other: Told) -> bool:
    """Whether two places are told, of one level, and are not the same: two countries, two cities."""
    if not one.places or not other.places:
        return False
    here, there = one.places[0], other.places[0]
    within = here.iri in {p.iri for p in other.places} or there.iri in {p.iri for p in one.places}
    return not within and _is_country(here) == _is_country(there)


def _is_country(place: Named) -> bool:
    return " ".join(words_of(place.label)) in load_wording().territories


def _differ(one: Told, other: Told, role: str) -> bool:
    """Whether both name who did it (or to whom it was done), and the one has no part in the other at all."""
    mine = {involved.who.iri for involved in one.involved if involved.role == role}
    theirs = {involved.who.iri for involved in other.involved if involved.role == role}
    strangers = mine - {i.who.iri for i in other.involved}, theirs - {i.who.iri for i in one.involved}
    return bool(strangers[0] and strangers[1]) and not mine & theirs


@cache
def _labels() -> Mapping[str, str]:
    return {type_.name: type_.label for type_ in load_event_types()}


@cache
def _ancestors(name: str) -> tuple[str, ...]:
    """A kind of event and what it is a kind of, up to the top; the top itself is too wide to tell a kind."""
    broader = {type_.name: type_.broader for type_ in load_event_types()}
    found = [name]
    while (above := broader.get(found[-1])) and above not in found:
        found.append(above)
    return tuple(found)
