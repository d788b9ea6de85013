"""What the words around a label say of where one is: they tell Georgia from Georgia."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.linking.authority import Authority, Held
from kb.linking.kinds import kind_fit
from kb.linking.record import Sort
from kb.linking.spelling import folded

WORD = re.compile(r"[^\W\d_][\w.'’-]*")
LONGEST = 4  # words of a name
PROMINENT = 0.5  # a prior; lesser places are looked over, as most words name some village
INSIDE = 100.0  # a place in the country is named
BY_NAME = 3.0  # only the country is named
COUNTRIES = ("country", "territory")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How much the words around speak for each country (ISO 3166-1, lower case)."""

    countries: Mapping[str, float]

    def __mul__(self, other: "Surroundings") -> "Surroundings":
        """Both together: what each of them says counts."""
        named = self.countries.keys() | other.countries.keys()
        both = {code: self.countries.get(code, 1.0) * other.countries.get(code, 1.0) for code in named}
        return Surroundings(both)

    def fit(self, held: Held) -> float:
        """How much more likely a record is meant; 1 where the words around say nothing of its country."""
        return self.countries.get(held.country, 1.0) if held.country else 1.0


@dataclass(frozen=True, slots=True)
class Clue:
    """A name, folded, that speaks for a country."""

    name: str
    country: str
    weight: float


def find_clues(authority: Authority, text: str) -> list[Clue]:
    """The names in a text that speak for countries."""
    return [clue for name in dict.fromkeys(_names(text)) for clue in _clues(authority, name)]


def surroundings(clues: Iterable[Clue], label: str) -> Surroundings:
    """What clues say to a label; the label itself is none."""
    countries: dict[str, float] = {}
    for clue in clues:
        if clue.name != folded(label):
            countries[clue.country] = max(clue.weight, countries.get(clue.country, 0.0))
    return Surroundings(countries)


def _clues(authority: Authority, name: str) -> Iterator[Clue]:
    """What its best known bearer tells; nothing where two of different countries are known as well."""
    telling = [held for held in authority.named(name) if _tells(held)]
    countries = {held.country for held in telling if held.prior == telling[0].prior}
    if len(countries) == 1:
        weight = BY_NAME if telling[0].kind in COUNTRIES else INSIDE
        yield Clue(folded(name), telling[0].country, weight)


def _tells(held: Held) -> bool:
    """Whether a name speaks for a country; of the weak ones only those of countries do ("Danish")."""
    named = held.sort != Sort.WEAK or held.kind in COUNTRIES
    return named and held.prior >= PROMINENT and bool(held.country) and kind_fit("place", held.kind) == 1


def _names(context: str) -> Iterator[str]:
    """All runs of words that begin and end with a capital, longest first."""
    words = WORD.findall(context)
    for width in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - width + 1):
            run = words[start : start + width]
            if run[0][0].isupper() and run[-1][0].isupper():
                yield " ".join(run).rstrip(".'’-")
