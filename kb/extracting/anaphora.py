"""Whom a pronoun, or a description with "the", takes up again.

Candidates are what was mentioned before, looked through sentence by sentence from the nearest; within
a sentence speakers come first, then what no preposition governs, from left to right (most often the
subject). A much reduced form of the salience weighting of Lappin and Leass (1994).
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from kb.extracting.clause_words import ARTICLES
from kb.extracting.descriptions import Description
from kb.model import Entity, EntityKind, Mention

REACH = 8  # sentences
BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention made earlier: in which sentence, whether within quotation marks, as a speaker, governed by a
    preposition, as the subject of a verb."""

    sentence: int
    mention: Mention
    quoted: bool
    speaks: bool
    governed: bool
    acts: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Speakers first, then what no preposition governs, from left to right."""
        return (not self.speaks, self.governed, self.mention.span.start)


def resolve_pronoun(
    pronoun: str,
    sentence: int,
    seen: Sequence[Seen],
    gender: Callable[[Entity], str],
    speaking: Set[Entity] = frozenset(),
) -> Entity | None:
    """The entity a third-person pronoun stands for, None when nothing fits.

    What stands within quotation marks comes last: speakers seldom take up their own words. Those who are
    `speaking` in the quotation that holds the pronoun are not meant: they would say "I".
    """
    near = [one for one in _near(seen, sentence) if one.mention.entity not in speaking]
    return _first_fitting(near, _pronoun_fits(pronoun, gender))


def resolve_acting_it(sentence: int, seen: Sequence[Seen], gender: Callable[[Entity], str]) -> Entity | None:
    """What "it" stands for that says something: a body, a memo or group that has said something before, or a
    place that has done something."""
    near = [s for s in _near(seen, sentence) if s.mention.entity.kind is not EntityKind.PLACE or s.acts]
    telling = {s.mention.entity for s in near if s.speaks and _is_single(s.mention.entity)}
    fits = _pronoun_fits("it", gender)
    return _first_fitting(near, lambda entity: entity in telling or fits(entity))


def _is_single(entity: Entity) -> bool:
    """ "The memo", "a group", not "Defence lawyers"."""
    words = entity.description.lower().split() if entity.unnamed else []
    single = len(words) > 1 and words[0] in ARTICLES and not words[-1].endswith("s")
    return single and entity.kind is EntityKind.GROUP


def resolve_speaker_behind(
    pronoun: str, sentence: int, seen: Sequence[Seen], gender: Callable[[Entity], str]
) -> Entity | None:
    """Whom a pronoun behind what is said stands for (", she said"): none of those told of in it."""
    near = [s for s in _near(seen, sentence) if s.sentence != sentence or s.speaks]
    return _first_fitting(near, _pronoun_fits(pronoun, gender))


def _first_fitting(near: Sequence[Seen], fits: Callable[[Entity], bool]) -> Entity | None:
    fitting = [s for s in near if fits(s.mention.entity)]
    return next((s.mention.entity for s in sorted(fitting, key=lambda s: s.quoted)), None)


def resolve_description(
    description: Description,
    words: Sequence[str],
    sentence: int,
    seen: Sequence[Seen],
    told: Callable[[Entity], frozenset[str]],
) -> Entity | None:
    """The entity of an earlier mention that all these words were `told` of, None when there is none."""
    fits = _description_fits(description, words, told)
    return next((s.mention.entity for s in _near(seen, sentence) if fits(s.mention.entity)), None)


def nearest(seen: Sequence[Seen], sentence: int, fits: Callable[[Entity], bool]) -> list[Seen]:
    """The mentions of what fits in the nearest sentence that has any."""
    near = [one for one in _near(seen, sentence) if fits(one.mention.entity)]
    return [one for one in near if one.sentence == near[0].sentence]


def _near(seen: Sequence[Seen], sentence: int) -> list[Seen]:
    """The mentions of the last sentences, the nearest sentence first and the likeliest in it first."""
    near = takewhile(lambda s: s.sentence > sentence - REACH, reversed(seen))
    return sorted(near, key=lambda s: (-s.sentence, s.rank))


def _pronoun_fits(pronoun: str, gender: Callable[[Entity], str]) -> Callable[[Entity], bool]:
    if pronoun in ("he", "she"):
        return lambda entity: entity.kind is EntityKind.PERSON and gender(entity) in ("", pronoun)
    if pronoun == "they":
        return lambda entity: entity.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION)
    return lambda entity: entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE)


def _description_fits(
    description: Description, words: Sequence[str], told: Callable[[Entity], frozenset[str]]
) -> Callable[[Entity], bool]:
    kinds = {EntityKind.PERSON} if description.kind is EntityKind.PERSON else BODIES
    return lambda entity: entity.kind in kinds and told(entity).issuperset(words)
