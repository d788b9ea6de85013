"""Wikidata's own JSON: a dump (packed or not), lines of entities, or what Special:EntityData answers.

What an item is follows from its classes as far as `wikidata.toml` lists them; else `--kind` tells it.
"""

import bz2
import gzip
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

from kb.errors import BadSource
from kb.linking.priors import item_prior
from kb.linking.record import Name, Record, Sort, geonames, wikidata

TABLE = Path(__file__).with_name("wikidata.toml")
OPENERS: Mapping[str, Callable[..., IO[Any]]] = {".gz": gzip.open, ".bz2": bz2.open}
BRACKETS = ("[", "]", "")  # the lines around the entities of a dump
EMPTY = "-00"  # the month or day of a date that has none


def read_items(path: Path) -> Iterator[Record]:
    """A record an item that has a name or was deleted; properties and the like are looked over; BadSource.

    An item that was asked for under an identifier redirected to it replaces that.
    """
    opened = OPENERS.get(path.suffix.lower(), open)
    with opened(path, "rt", encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            text = line.strip().rstrip(",")
            text += file.read() if text == "{" else ""  # one entity, or one answer, over several lines
            if text not in BRACKETS:
                yield from _records(text, f"{path}, line {number}")


def _records(text: str, where: str) -> Iterator[Record]:
    try:
        found = json.loads(text)
        items = found["entities"].values() if "entities" in found else [found]
        yield from (
            _deleted(item) if "missing" in item else _record(item) for item in items if _is_known(item)
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadSource(
            f"{where} holds no entity of Wikidata: {error!r}. A line must be one entity."
        ) from error


def _is_known(item: Mapping[str, Any]) -> bool:
    return item["id"].startswith("Q") and ("missing" in item or bool(item.get("labels")))


def _deleted(item: Mapping[str, Any]) -> Record:
    return Record(iri=wikidata(item["id"]), kind="", source="Wikidata", names=(), deleted=True)


def _record(item: Mapping[str, Any]) -> Record:
    described = item.get("descriptions") or {}
    latitude, longitude = _coordinates(item)
    return Record(
        iri=wikidata(item["id"]),
        kind=next((kind for value in _values(item, "instance of") for kind in _kinds(value["id"])), ""),
        source="Wikidata",
        names=tuple(_names(item)),
        description=described.get("en", {}).get("value", ""),
        prior=item_prior(len(item.get("sitelinks") or ())),
        latitude=latitude,
        longitude=longitude,
        begun=_day(item, "date of birth"),
        ended=_day(item, "date of death"),
        same=tuple(geonames(value) for value in _values(item, "GeoNames ID")),
        replaces=tuple(wikidata(item["redirects"]["from"]) for _ in range("redirects" in item)),
    )


def _names(item: Mapping[str, Any]) -> Iterator[Name]:
    for label in item["labels"].values():
        yield Name(label["value"], label["language"], Sort.LABEL)
    for aliases in (item.get("aliases") or {}).values():
        yield from (Name(alias["value"], alias["language"]) for alias in aliases)


def _values(item: Mapping[str, Any], label: str) -> Iterator[Any]:
    claims = (item.get("claims") or {}).get(_table()["properties"][label]["id"], ())
    yield from (value for claim in claims if (value := _value(claim)) is not None)


def _value(claim: Mapping[str, Any]) -> Any:
    """The value of a claim; None where it is unknown, none at all, or deprecated."""
    usable = claim.get("rank") != "deprecated"
    return claim["mainsnak"].get("datavalue", {}).get("value") if usable else None


def _coordinates(item: Mapping[str, Any]) -> tuple[float | None, float | None]:
    claims = (claim for found in (item.get("claims") or {}).values() for claim in found)
    places = (_value(c) for c in claims if c["mainsnak"].get("datatype") == "globe-coordinate")
    place: Mapping[str, float] = next((place for place in places if place), {})
    return place.get("latitude"), place.get("longitude")


def _day(item: Mapping[str, Any], label: str) -> str:
    """The first date of a property as EDTF, as exact as it is told."""
    times = [str(value["time"]) for value in _values(item, label)]
    if not times:
        return ""
    sign, rest = times[0][0], times[0][1:]
    return ("-" if sign == "-" else "") + rest.partition("T")[0].replace(EMPTY, "")


def _kinds(identifier: str) -> Iterator[str]:
    yield from (kind for kind, row in _table()["classes"].items() if identifier in row["ids"])


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
