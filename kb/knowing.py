"""What is known besides the articles: the authority of a knowledge base, filled and asked.

It lies beside the store, needs no store to be there, and stays when articles are read or forgotten.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kb.linking import (
    LIBRARIES,
    Authority,
    Decision,
    Record,
    asking,
    decide,
    link_mentions,
    look_up,
    mark_of,
    records_in,
)
from kb.linking.articles import LIKELY
from kb.linking.authority import FILE
from kb.model import Findings, Named, Position, Settled
from kb.writing import write_whole

Watch = Callable[[Iterable[Record]], Iterable[Record]]

SAMPLE_LIST = Path(__file__).parent / "linking" / "sample.csv"  # whom the sample articles name; for `kb demo`


def build(folder: Path, watch: Watch = iter) -> dict[str, int]:
    """Take in what installed libraries carry; returns how many records each gave.

    BadRequest when a library is not installed, before anything is made.
    """
    sources = {name: list(library()) for name, library in LIBRARIES.items()}
    with Authority.create(folder) as authority:
        return {name: authority.add(watch(records)) for name, records in sources.items()}


def add(folder: Path, file: Path, kind: str = "", watch: Watch = iter) -> int:
    """Take in a user's file; returns how many records were taken now: none when all were taken before.

    `kind` is that of the records of which the file tells none.
    """
    mark, records = mark_of(file, kind), (_of_kind(record, kind) for record in records_in(file))
    with Authority.create(folder) as authority:
        return authority.add(watch(records), mark)


def _of_kind(record: Record, kind: str) -> Record:
    return record if record.kind or not kind else replace(record, kind=kind)


def link_sheet(folder: Path, file: Path) -> Iterator[Decision]:
    """What each row of a sheet of labels means; NotFound when there is no authority."""
    with Authority.open(folder) as authority:
        yield from look_up(authority, file)


def linked(folder: Path, findings: Findings) -> Findings:
    """The findings with mentions linked to what the authority holds; as they are where there is none."""
    if not Authority.is_in(folder):
        return findings
    return replace(findings, mentions=link_mentions(_opened(folder), findings))


@cache
def _opened(folder: Path) -> Authority:
    """The authority of a folder, opened once a process."""
    return Authority.open(folder)


def positions(
    folder: Path | None, places: Iterable[Named], settled: Mapping[str, Settled] = MappingProxyType({})
) -> dict[str, Position]:
    """Where these places are, by IRI, as far as the authority knows; none without one.

    What a place is linked to goes before its name. A name that may mean several is located where it is
    likelier than not; a region that nothing locates stands where the place does that is named like it.
    """
    if folder is None or not Authority.is_in(folder):
        return {}
    made = (folder / FILE).stat().st_mtime_ns
    found = {
        place.iri: _position(folder, made, place.label, settled.get(place.iri, Settled())) for place in places
    }
    return {iri: position for iri, position in found.items() if position}


@lru_cache(maxsize=16_384)
def _position(
    folder: Path,
    made: int,  # noqa: ARG001 - of an older file
    name: str,
    settled: Settled,
) -> Position | None:
    with Authority.open(folder) as authority:
        found = map(authority.position, (*settled.accepted, *_guessed(authority, name, settled)))
        return next(
            (Position(*(round(degree, 5) for degree in degrees)) for degrees in found if degrees), None
        )


def _guessed(authority: Authority, name: str, settled: Settled) -> list[str]:
    """What a place may be by its name, where one is likelier than not; nothing that people said it is not."""
    if settled.nothing:
        return []
    found = (one for one in decide(authority, name, "place").candidates if one.iri not in settled.rejected)
    first = next(found, None)
    return [first.iri, *(one.iri for one in found)] if first and first.score >= LIKELY else []


def search(folder: Path | None, text: str, limit: int = 10) -> list[Record]:
    """The records of the authority in this folder that bear such a name; none where there is no authority."""
    if folder is None or not Authority.is_in(folder):
        return []
    with Authority.open(folder) as authority:
        return asking.search(authority, text, limit)


def records_of(folder: Path | None, iris: Iterable[str]) -> dict[str, Record]:
    """What the authority in this folder holds of these IRIs; nothing where there is no authority."""
    if folder is None or not Authority.is_in(folder):
        return {}
    with Authority.open(folder) as authority:
        found = ((iri, asking.record_of(authority, iri)) for iri in iris)
        return {iri: record for iri, record in found if record}


def export_ids(folder: Path, file: Path) -> int:
    """Write the Wikidata ids held as a CSV with the column `wikidata`; returns how many."""
    with Authority.open(folder) as authority:
        ids = list(authority.wikidata_ids())
    text = StringIO()
    rows: list[list[Any]] = [["wikidata"], *([identifier] for identifier in ids)]
    csv.writer(text, lineterminator="\n").writerows(rows)
    write_whole(file, text.getvalue().encode())
    return len(ids)
