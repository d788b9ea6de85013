"""Dumps of GeoNames (allCountries.txt, cities15000.txt, RU.txt ...), as unpacked from their zip files.

The columns are those of GeoNames's readme: id, name, ASCII name, other names, latitude, longitude, class,
code, country, further countries, four levels of division, population, elevation, model, time zone, date.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.errors import BadSource
from kb.linking.priors import city_prior
from kb.linking.readers.fields import number
from kb.linking.record import Name, Record, Sort, geonames

COLUMNS = 19
MOST_PEOPLE = 1e11  # whatever is beyond is no population
LONGEST_FIELD = 1_000_000  # characters; the other names of a large city are many

KINDS = {"PCLI": "country", "PCLD": "territory", "PCLS": "territory", "TERR": "territory", "PPLC": "capital"}
KINDS_OF_CLASSES = {"A": "region", "P": "city"}
PRIORS = {"country": 0.95, "territory": 0.85, "region": 0.5, "place": 0.4}


def read_geonames(path: Path) -> Iterator[Record]:
    """A record a feature; BadSource names the line that is none."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(LONGEST_FIELD)
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            where = f"{path}, line {rows.line_num}"
            if len(row) != COLUMNS or not row[0].isdigit():
                raise BadSource(f"{where} is no line of a GeoNames dump: it needs {COLUMNS} columns.")
            yield _record(row, where)


def _record(row: Sequence[str], where: str) -> Record:
    kind = KINDS.get(row[7]) or KINDS_OF_CLASSES.get(row[6], "place")
    spellings = {text: None for text in (row[2], *row[3].split(",")) if text and text != row[1]}
    return Record(
        iri=geonames(row[0]),
        kind=kind,
        source="GeoNames",
        names=(Name(row[1], sort=Sort.LABEL), *(Name(text, sort=Sort.WEAK) for text in spellings)),
        description=" ".join((row[7], row[8])).strip(),
        prior=PRIORS.get(kind)
        or city_prior(
            int(number(row[14] or "0", f"{where}: the population", MOST_PEOPLE)), kind == "capital"
        ),
        country=row[8].lower(),
        latitude=number(row[4], f"{where}: the latitude", 90),
        longitude=number(row[5], f"{where}: the longitude", 180),
    )
