"""What the words around a label say of where one is: they tell Georgia from Georgia."""

import re
from collections.abc import Iterator, Mapping
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


def surroundings(authority: Authority, context: str, label: str) -> Surroundings:
    """The countries that the words around a label speak of; the label itself does not count."""
    countries: dict[str, float] = {}
    for name in _names(context, folded(label)):
        for held in [held for held in authority.named(name) if _tells(held)][:1]:
            weight = BY_NAME if held.kind in COUNTRIES else INSIDE
            countries[held.country] = max(weight, countries.get(held.country, 0.0))
    return Surroundings(countries)


def _tells(held: Held) -> bool:
    """Whether a name speaks for a country; of the weak ones only those of countries do ("Danish")."""
    named = held.sort != Sort.WEAK or held.kind in COUNTRIES
    return named and held.prior >= PROMINENT and bool(held.country) and kind_fit("place", held.kind) == 1


def _names(context: str, label: str) -> Iterator[str]:
    """All runs of capitalised words that are not the label, longest first."""
    words = WORD.findall(context)
    for width in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - width + 1):
            run = words[start : start + width]
            name = " ".join(run).rstrip(".'’-")
            if run[0][0].isupper() and run[-1][0].isupper() and folded(name) != label:
                yield name
