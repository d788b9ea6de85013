"""What someone named may be called without the name: "the Danish premier", "the aid group".

The words come from the office and country the article tells, and from `[grammar.known_as]` for bodies
that readers are expected to know. To teach another, add a line there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from kb.extracting.gazetteer import Gazetteer
from kb.model import Entity, EntityKind

HEADS_OF_STATE = frozenset({"president", "premier", "chancellor", "king", "emir", "prime", "sultan", "queen"})


class KnownAs:
    """The words by which the named entities of one article may be described."""

    def __init__(self, entities: Iterable[Entity], gazetteer: Gazetteer) -> None:
        self._entities = list(dict.fromkeys(entities))
        self._gazetteer = gazetteer
        self._lands, self._peoples = _lands(gazetteer), _peoples(gazetteer)
        self._words: dict[Entity, frozenset[str]] = {}

    def words(self, entity: Entity) -> frozenset[str]:
        """The words that may describe an entity, in lower case."""
        if entity not in self._words:
            self._words[entity] = self._told(entity)
        return self._words[entity]

    def only_one(self, words: Sequence[str]) -> Entity | None:
        """The one person of the article whom a country and an office describe; None when there are more."""
        country = next((self._lands[word] for word in words if word in self._lands), None)
        if country is None or len(words) < 2:
            return None
        fitting = [e for e in self._holders[country, words[-1]] if self.words(e).issuperset(words)]
        return fitting[0] if len(fitting) == 1 else None

    def _told(self, entity: Entity) -> frozenset[str]:
        listed = self._gazetteer.people.known_as.get(entity.name, "")
        told = f"{entity.description} {entity.name} {entity.part_of or ''} {listed}".lower().split()
        words = set(told)
        for country in {self._lands[word] for word in told if word in self._lands}:
            words |= self._peoples[country]
        return frozenset(words | {"leader"} if words & HEADS_OF_STATE else words)

    @cached_property
    def _holders(self) -> dict[tuple[str, str], list[Entity]]:
        """The named people by country and each word that may describe them."""
        found: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        for entity in self._entities:
            if entity.kind is EntityKind.PERSON:
                words = self.words(entity)
                for country in {self._lands[word] for word in words if word in self._lands}:
                    for word in words:
                        found[country, word].append(entity)
        return found


@cache
def _lands(gazetteer: Gazetteer) -> Mapping[str, str]:
    """The territory of each of the words for it and its people, in lower case."""
    known = {**gazetteer.territories, **gazetteer.demonyms}
    return {word.lower(): territory.name for word, territory in known.items()}


@cache
def _peoples(gazetteer: Gazetteer) -> Mapping[str, set[str]]:
    """The words for each territory and its people."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, country in _lands(gazetteer).items():
        found[country].add(word)
    return found
