"""SSSOM: mappings as TSV (https://mapping-commons.github.io/sssom), what is exactly the same in two lists."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from kb.errors import BadSource
from kb.linking.readers.fields import identified
from kb.linking.record import WIKIDATA, Name, Record

EXACT = frozenset({"skos:exactMatch", "http://www.w3.org/2004/02/skos/core#exactMatch", "owl:sameAs"})
NOT = "Not"  # the predicate modifier that turns a mapping round


def read_mappings(path: Path) -> Iterator[Record]:
    """A record an exact mapping, under its Wikidata IRI where one side has one; BadSource names the line.

    Prefixes are looked up in `curie_map` of the file's header; wd: and geonames: are known. Mappings that
    are no exact matches, or are denied, are looked over.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        prefixes = _prefixes(file)
        file.seek(0)
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        if not {"subject_id", "predicate_id", "object_id"} <= set(rows.fieldnames or ()):
            raise BadSource(f"{path} is no SSSOM: it needs subject_id, predicate_id and object_id.")
        for number, row in enumerate(rows, 1):
            require_whole(row, f"{path}, mapping {number}")
            if row["predicate_id"] in EXACT and row.get("predicate_modifier") != NOT:
                yield _record(row, prefixes, path.name, f"{path}, mapping {number}")


def require_whole(row: Mapping[str, str | None], where: str) -> None:
    """BadSource for a row that lacks columns: a file that was cut off must not pass for a shorter one."""
    if None in row.values():
        raise BadSource(f"{where} lacks columns. Look whether the file is whole.")


def _prefixes(lines: Iterator[str]) -> dict[str, str]:
    """The curie_map of the header: indented lines of "prefix: IRI" behind the marks of a comment."""
    pairs = (line.strip("# \n").partition(": ") for line in lines if line.startswith("#"))
    return {prefix: iri.strip("\"' ") for prefix, _, iri in pairs if "://" in iri}


def _record(row: Mapping[str, str], prefixes: Mapping[str, str], source: str, where: str) -> Record:
    sides = [
        (_iri(row[f"{side}_id"], prefixes, where), row.get(f"{side}_label")) for side in ("subject", "object")
    ]
    sides.sort(key=lambda side: not side[0].startswith(WIKIDATA))
    names = tuple(Name(label) for _, label in sides if label)
    return Record(
        iri=sides[0][0], kind="", source=f"{source} {sides[1][0]}", names=names, same=(sides[1][0],)
    )


def _iri(text: str, prefixes: Mapping[str, str], where: str) -> str:
    prefix, _, rest = text.partition(":")
    if iri := identified(text) or identified(prefixes.get(prefix, "") + rest):
        return iri
    raise BadSource(f"{where}: {text!r} is no identifier, or its prefix stands in no curie_map.")
