"""Which war, battle, election, resolution or disaster of the user's lists an entry tells of.

Entries have no names, so type, date and place count: of each record whose days the entry's date may touch
it is asked whether the entry names it, is of its kind, and was at its place. Without its name it is never
accepted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.errors import BadDate
from kb.linking.asking import records_of_kinds
from kb.linking.authority import Authority
from kb.linking.kinds import kinds_below, told_as
from kb.linking.record import Record
from kb.linking.spelling import folded
from kb.linking.subjects import COMPOSITE, MOST, Happening, Search
from kb.model import Judgement, LinkRecord
from kb.when import When

EVENT = "event"
NAMED = 0.55  # what it adds that the entry names the record
WHEN = 0.25  # ... that its date lies within the record's days
KIND = 0.1  # ... that it is of its kind
PLACE = 0.1  # ... that it was at its place
ACCEPTED = 0.9  # named, dated, and either of its kind or at its place
SHORTEST = 2  # words of a name that says anything by itself: "Operation" alone names no operation


@dataclass(frozen=True, slots=True)
class Known:
    """A record of an event, its names and its place folded, its days where it has any."""

    record: Record
    names: tuple[str, ...]
    when: When | None


@dataclass(frozen=True, slots=True)
class _Fit:
    known: Known
    score: float
    named: bool
    why: tuple[str, ...]


def known_events(authority: Authority) -> list[Known]:
    """The events that the authority holds."""
    return [
        Known(record, tuple(dict.fromkeys(folded(name.text) for name in record.names)), _days(record))
        for record in records_of_kinds(authority, kinds_below(EVENT))
    ]


def link_happening(search: Search, happening: Happening, events: Iterable[Known]) -> list[LinkRecord]:
    """The link records of an entry, the likeliest first; none where nothing in the lists may be it."""
    fits = [fit for known in events if (fit := _fit(happening, known))]
    best = sorted(fits, key=lambda fit: (-fit.score, fit.known.record.iri))[:MOST]
    clear = len(best) == 1 or (len(best) > 1 and best[1].score < best[0].score)
    return [_record(search, happening, fit, place == 0 and clear) for place, fit in enumerate(best)]


def _fit(happening: Happening, known: Known) -> _Fit | None:
    """How well a record fits; None where its days say no, or where nothing but its days speaks for it."""
    within = _within(happening.when, known.when)
    named = next((name for name in known.names if _tells(name) and _has(happening.words, name)), "")
    alike = bool(told_as(known.record.kind).intersection(happening.kinds))
    place = next((place for place in happening.places if _is_at(known, place)), "")
    if within is False or not (named or (alike and place and within and not happening.is_statement)):
        return None
    reasons = (
        (NAMED, bool(named), f"It is named: “{named}”."),
        (WHEN, bool(within), f"Its date lies within {known.record.begun}/{known.record.ended}."),
        (KIND, alike, f"It is told as what a {known.record.kind} is."),
        (PLACE, bool(place), f"It was at its place: {place}."),
    )
    score = sum(weight for weight, holds, _ in reasons if holds)
    return _Fit(known, round(score, 4), bool(named), tuple(why for _, holds, why in reasons if holds))


def _within(when: When | None, days: When | None) -> bool | None:
    """Whether an entry may lie within these days; None where nobody knows."""
    return None if when is None or days is None else when.overlaps(days)


def _tells(name: str) -> bool:
    return len(name.split()) >= SHORTEST


def _has(words: str, name: str) -> bool:
    return f" {name} " in f" {words} "


def _is_at(known: Known, place: str) -> bool:
    told = (*known.names, folded(known.record.description))
    return any(_has(text, folded(place)) for text in told)


def _days(record: Record) -> When | None:
    """From the first day of what begins to the last of what ends; a record with one date has that alone."""
    try:
        begun = When.parse(record.begun) if record.begun else None
        ended = When.parse(record.ended) if record.ended else None
    except BadDate:
        return None
    return When.between(begun, ended) if begun and ended else begun or ended


def _record(search: Search, happening: Happening, fit: _Fit, first: bool) -> LinkRecord:
    sure = first and fit.named and fit.score >= ACCEPTED and not happening.is_statement
    record = fit.known.record
    return search.record(
        happening.iri,
        happening.label,
        Judgement.ACCEPTED if sure else Judgement.PROPOSED,
        object=record.iri,
        object_label=record.name,
        object_kind=record.kind,
        object_description=record.description,
        confidence=fit.score,
        reasons=fit.why,
        justification=COMPOSITE,
    )


def kinds_above(kind: str, broader: Mapping[str, str | None]) -> Sequence[str]:
    """A kind of event and all above it, the nearest first."""
    above: list[str] = []
    at: str | None = kind
    while at and at not in above:
        above.append(at)
        at = broader.get(at)
    return above
