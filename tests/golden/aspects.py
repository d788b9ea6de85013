"""When two facts are the same fact, and which things about it can be right or wrong.

To measure something new, add an `Aspect` to its kind.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kb.model import Span
from tests.golden.facts import Happening, Moment, Saying, same_date

Fact = TypeVar("Fact")

_OF_NO_WEIGHT = {"the", "a", "an", "its", "his", "her", "their", "of"}


@dataclass(frozen=True)
class Aspect(Generic[Fact]):
    """One thing to get right about a fact, and how to say what it is."""

    name: str
    same: Callable[[Fact, Fact], bool]
    told: Callable[[Fact, str], str]


@dataclass(frozen=True)
class Kind(Generic[Fact]):
    """One sort of fact: how alike two are (0: not at all), where it stands, what to get right about it."""

    name: str
    likeness: Callable[[Fact, Fact], float]
    place: Callable[[Fact], Span]
    aspects: tuple[Aspect[Fact], ...]


def shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Characters in both over characters in either (Jaccard)."""
    a, b = _characters(one), _characters(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def _characters(spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in range(span.start, span.end)}


def alike_sayings(one: Saying, other: Saying) -> float:
    """The share of common words, and one more where the cue is the same; 0 when next to none are common."""
    words = shared(one.words, other.words)
    same_cue = one.cue.overlaps(other.cue)
    return words + same_cue if words >= 0.5 or (words and same_cue) else 0.0


def same_speaker(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether any two of their names are the same, or neither has one."""
    ours, theirs = list(one), list(other)
    return ours == theirs == [] or any(same_name(a, b) for a in ours for b in theirs)


def same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it: "Kerry" and "John Kerry"."""
    a, b = _name_words(one), _name_words(other)
    return bool(a) == bool(b) and (a <= b or b <= a)


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"[\w'-]+", name.casefold().replace("’", "'"))) - _OF_NO_WEIGHT


def same_place(one: Span | None, other: Span | None) -> bool:
    """Whether both are missing or share a character."""
    return one is other is None or (one is not None and other is not None and one.overlaps(other))


def quoted(spans: Iterable[Span], text: str) -> str:
    """The words of some spans, shortened in the middle."""
    words = " … ".join(" ".join(span.of(text).split()) for span in spans)
    return words if len(words) <= 80 else f"{words[:50]} [...] {words[-25:]}"


SAYINGS: Kind[Saying] = Kind(
    "statement",
    alike_sayings,
    lambda saying: saying.cue,
    (
        Aspect(
            "words",
            lambda a, b: shared(a.words, b.words) >= 0.8,
            lambda saying, text: quoted(saying.words, text),
        ),
        Aspect("cue", lambda a, b: a.cue.overlaps(b.cue), lambda saying, text: saying.cue.of(text)),
        Aspect(
            "speaker",
            lambda a, b: same_speaker(a.speaker, b.speaker),
            lambda saying, _: "".join(saying.speaker[:1]),
        ),
        Aspect("kind", lambda a, b: a.kind == b.kind, lambda saying, _: saying.kind),
        Aspect("date", lambda a, b: same_date(a.date, b.date), lambda saying, _: saying.date),
    ),
)

HAPPENINGS: Kind[Happening] = Kind(
    "event",
    lambda a, b: shared([a.trigger], [b.trigger]),
    lambda happening: happening.trigger,
    (
        Aspect("type", lambda a, b: a.type.casefold() == b.type.casefold(), lambda event, _: event.type),
        Aspect("date", lambda a, b: same_date(a.date, b.date), lambda event, _: event.date),
        Aspect("status", lambda a, b: a.status == b.status, lambda event, _: event.status),
        Aspect(
            "place",
            lambda a, b: same_place(a.place, b.place),
            lambda event, text: event.place.of(text) if event.place else "",
        ),
    ),
)

MOMENTS: Kind[Moment] = Kind(
    "time",
    lambda a, b: shared([a.span], [b.span]),
    lambda moment: moment.span,
    (
        Aspect("extent", lambda a, b: a.span == b.span, lambda moment, text: moment.span.of(text)),
        Aspect("meaning", lambda a, b: same_date(a.date, b.date), lambda moment, _: moment.date),
    ),
)
