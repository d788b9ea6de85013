"""Who and where: entities, and the mentions that stand for them."""

from dataclasses import dataclass
from enum import StrEnum

from kb.model.text import Finding


class EntityKind(StrEnum):
    """What sort of actor, place or thing words stand for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone, somewhere or something, as one article knows it.

    `key` is a slug of the fullest name ("ann-roe"); for the unnamed ("a senior US defence
    official") it is unique in the article and `unnamed` is set: those are never joined to others.
    `part_of` is the name of the body it belongs to, when the article says so.
    """

    key: str
    name: str
    kind: EntityKind
    unnamed: bool = False
    part_of: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a mention is linked to outside the articles, and how sure that is, from 0 to 1."""

    iri: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Finding):
    """Words that stand for an entity: a name, a noun phrase, a pronoun."""

    entity: Entity
    target: Target | None = None
