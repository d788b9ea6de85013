"""What a bare noun with "the" takes up: "the company", "the country".

Such words fit every firm or land, so they take up one that is named only where the nearest sentence with any
of the sort names no other; of lands only one that did something there, for a story has many places. What
"the city" is, the nearest name told wrongly as often as rightly. The words stand in `[grammar.people]`.
"""

from collections.abc import Callable, Sequence

from kb.extracting.anaphora import Seen, nearest
from kb.extracting.descriptions import Description
from kb.extracting.gazetteer import Gazetteer
from kb.model import Entity, EntityKind, Token

NARROWING = frozenset({"of", "that", "which", "where", "whose", "behind"})
Sort = Callable[[Entity, Gazetteer], bool]


def resolve_sort(
    found: Description, tokens: Sequence[Token], sentence: int, seen: Sequence[Seen], gazetteer: Gazetteer
) -> Entity | None:
    """The only named one of the sort nearby; None where there are several, or words tell which is meant."""
    after = tokens[found.end].text.lower() if found.end < len(tokens) else ""
    sort = sort_of(tokens[found.head].text.lower(), gazetteer)
    if sort is None or after in NARROWING or found.end - found.start != len(("the", "noun")):
        return None
    named = nearest(seen, sentence, lambda entity: not entity.unnamed and sort(entity, gazetteer))
    met = {one.mention.entity for one in named}
    acting = sort is is_firm or any(one.acts for one in named)
    return met.pop() if len(met) == 1 and acting else None


def sort_of(noun: str, gazetteer: Gazetteer) -> Sort | None:
    """What tells that a noun fits an entity; None where the noun is not one of these."""
    people = gazetteer.people
    listed = ((people.firms, is_firm), (people.lands, is_land))
    return next((fits for words, fits in listed if noun in words), None)


def is_firm(entity: Entity, gazetteer: Gazetteer) -> bool:
    """Whether it is a body whose name does not tell that it is one of another sort ("Ministry of Health")."""
    people = gazetteer.people
    words = set(entity.name.lower().split())
    others = people.bodies | people.portfolios | {"union", "states"}
    sells = bool(words & people.firms) or not words & others or entity.name.split()[-1] in people.firm_words
    public = entity.name.isupper() or entity.name in people.named_bodies
    return entity.kind is EntityKind.ORGANIZATION and sells and not public


def is_land(entity: Entity, gazetteer: Gazetteer) -> bool:
    """Whether it is a country."""
    return entity.kind is EntityKind.PLACE and entity.name in gazetteer.territories
