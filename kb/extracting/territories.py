"""The territories of the world and the places a language lists, by their names in it, from its CSV files."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kb.languages import FOLDER


@dataclass(frozen=True, slots=True)
class Territory:
    """A country: its name, the words for its people, its capital, its other names."""

    name: str
    people: tuple[str, ...]
    capital: str
    also: tuple[str, ...]


@cache
def load_territories(code: str) -> Mapping[str, Territory]:
    """Every territory under each of its own names (not its capital, not its people)."""
    found: dict[str, Territory] = {}
    with (FOLDER / f"{code}.territories.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            territory = Territory(row["name"], _cells(row["people"]), row["capital"], _cells(row["also"]))
            found |= dict.fromkeys((territory.name, *territory.also), territory)
    return found


@cache
def load_capitals(code: str) -> Mapping[str, Territory]:
    """Every territory under the name of its capital."""
    return {t.capital: t for t in load_territories(code).values() if t.capital}


@cache
def load_places(code: str) -> Mapping[str, str | None]:
    """The country of every town, region, river and sea that a language lists; None where it is of several."""
    with (FOLDER / f"{code}.places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {place: row["country"] or None for row in rows for place in _cells(row["places"])}


@cache
def load_demonyms(code: str) -> Mapping[str, Territory]:
    """Every territory under the words for its people ("Danish", "Danes")."""
    return {word: t for t in load_territories(code).values() for word in t.people}


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
