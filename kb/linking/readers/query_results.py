"""Results of SPARQL as JSON (SPARQL 1.1 Query Results), as Wikidata's query service saves them."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from kb.errors import BadSource
from kb.linking.readers.fields import PARTED_BY, record_of
from kb.linking.record import Record

VARIABLES = {"item": "id", "itemLabel": "label", "itemDescription": "description", "itemAltLabel": "aliases"}


def read_query_results(path: Path) -> Iterator[Record]:
    """A record an item; its rows must follow each other.

    Variables are the columns of a sheet, or what the label service makes of ?item: itemLabel,
    itemDescription, itemAltLabel. Where rows of one item differ in aliases or same, all are kept.
    """
    rows = enumerate(_rows(path), 1)
    for _, group in groupby(rows, key=lambda row: row[1].get("id")):
        numbered = list(group)
        (number, first), fields = numbered[0], [row for _, row in numbered]
        merged = first | {name: _all(fields, name) for name in ("aliases", "same")}
        yield record_of(merged, path.name, f"{path}, result {number}")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        bindings = json.loads(path.read_text(encoding="utf-8-sig"))["results"]["bindings"]
        for row in bindings:
            yield dict(_fields(row))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadSource(f"{path} holds no SPARQL results in JSON: {error!r}.") from error


def _fields(row: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for variable, bound in row.items():
        name = VARIABLES.get(variable, variable)
        value = str(bound["value"])
        yield name, value.replace(", ", PARTED_BY) if variable == "itemAltLabel" else value
        if variable == "itemLabel" and "xml:lang" in bound:
            yield "language", str(bound["xml:lang"])


def _all(rows: list[dict[str, str]], name: str) -> str:
    return PARTED_BY.join({row[name]: None for row in rows if row.get(name)})
