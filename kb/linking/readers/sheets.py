"""A user's own list: CSV with a row an entity."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from kb.errors import BadDate, BadSource
from kb.linking.readers.fields import record_of
from kb.linking.record import Record
from kb.when import When


def read_sheet(path: Path) -> Iterator[Record]:
    """A record a row; BadSource names the row that is none.

    Columns: `label`, `kind`, and one of `id` (an IRI), `wikidata` (Q42) and `geonames` (a number); may
    have `aliases` and `same` and `replaces` (parted by |), `language`, `description`, `country` (ISO
    3166-1), `latitude`, `longitude`, `begun`, `ended` (EDTF), `prior` (0 to 1), `source`. Others are
    looked over.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        try:
            for row in rows:
                given = {
                    name: value.strip() for name, value in row.items() if isinstance(value, str) and name
                }
                where = f"{path}, line {rows.line_num}"
                _require_dates(given, where)
                yield record_of(given, path.name, where)
        except csv.Error as error:
            raise BadSource(f"{path}, line {rows.line_num}: {error}. Save it as CSV in UTF-8.") from error


def _require_dates(given: Mapping[str, str], where: str) -> None:
    for name in ("begun", "ended"):
        try:
            When.parse(given.get(name) or "../..")
        except BadDate as error:
            raise BadSource(
                f"{where}: {name} is {given[name]!r}, no date of EDTF such as 2016-06."
            ) from error
