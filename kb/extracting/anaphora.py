"""Whom a pronoun, or a description with "the", takes up again.

Candidates are what was mentioned before, looked through sentence by sentence from the nearest; within
a sentence the earliest (most often the subject) comes first, and what stands outside quotations.
After the usual recency-and-subject heuristics (Lappin and Leass 1994), much reduced.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kb.extracting.descriptions import Description
from kb.model import Entity, EntityKind, Mention

REACH = 8  # sentences
ACTING = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention made earlier: in which sentence, whether within quotation marks, whether as a speaker."""

    sentence: int
    mention: Mention
    quoted: bool
    speaks: bool
    preposition: bool

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """Speakers first, then what no preposition governs, outside quotations, from left to right."""
        return (not self.speaks, self.quoted, self.preposition, self.mention.span.start)


def resolve(
    description: Description, head: str, sentence: int, seen: Sequence[Seen], gender: Callable[[Entity], str]
) -> Entity | None:
    """The entity a pronoun or definite description stands for, None when nothing fits."""
    fits = (
        _pronoun_fits(description.pronoun, gender) if description.pronoun else _role_fits(description, head)
    )
    return next((s.mention.entity for s in _candidates(sentence, seen) if fits(s.mention.entity)), None)


def _candidates(sentence: int, seen: Sequence[Seen]) -> Iterator[Seen]:
    for number in range(sentence, max(-1, sentence - REACH), -1):
        yield from sorted((s for s in seen if s.sentence == number), key=lambda s: s.rank)


def _pronoun_fits(pronoun: str, gender: Callable[[Entity], str]) -> Callable[[Entity], bool]:
    if pronoun in ("he", "she"):
        return lambda entity: entity.kind is EntityKind.PERSON and gender(entity) in ("", pronoun)
    if pronoun == "they":
        return lambda entity: entity.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION)
    return lambda entity: entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE)


def _role_fits(description: Description, head: str) -> Callable[[Entity], bool]:
    def fits(entity: Entity) -> bool:
        told = f"{entity.description} {entity.name}".lower().split()
        kinds = ACTING if description.kind is not EntityKind.PERSON else {EntityKind.PERSON}
        return entity.kind in kinds and head.lower() in told

    return fits
