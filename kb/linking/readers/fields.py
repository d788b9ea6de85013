"""What the columns of a user's list say, as a record: shared by sheets and by results of SPARQL."""

import re
from collections.abc import Iterator, Mapping

from kb.errors import BadSource
from kb.linking.kinds import known_kinds
from kb.linking.record import Name, Record, Sort, geonames, wikidata

PRIOR = 0.6  # who is put on a list by hand is likely to be meant
PARTED_BY = "|"
BOUNDS = {"prior": (1.0, 0.0), "latitude": (90.0,), "longitude": (180.0,)}  # the most, and the least

ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/|wd:)?(Q[1-9]\d*)")
_NEVER = r"\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\[\]%\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000e0000-\U0010ffff"
_PART = rf"(?:[^{_NEVER}#]|%[0-9A-Fa-f]{{2}})*"
IRI = re.compile(rf"https?://[^{_NEVER}/?#:@]+(?::\d{{1,5}})?(?:[/?]{_PART})?(?:#{_PART})?")  # RFC 3987
FEATURE = re.compile(r"(?:https?://(?:sws|www)\.geonames\.org/|geonames:)(\d+)(?:/.*)?")


def identified(text: str) -> str:
    """An identifier as an IRI: "Q42", "wd:Q42", a page of Wikidata or GeoNames, any http(s) IRI, else ""."""
    if item := ITEM.fullmatch(text):
        return wikidata(item[1])
    if feature := FEATURE.fullmatch(text):
        return geonames(feature[1])
    return text if IRI.fullmatch(text) else ""


def record_of(fields: Mapping[str, str], source: str, where: str) -> Record:
    """The record of one row; BadSource tells what it lacks. `where` names the row."""
    iris = list(_iris(fields, where))
    if not iris or not fields.get("label"):
        raise BadSource(
            f"{where} names nothing: it needs a label and one of id, wikidata and geonames, such as Q42."
        )
    return Record(
        iri=iris[0],
        kind=_kind(fields, where),
        source=fields.get("source") or source,
        names=tuple(_names(fields)),
        description=fields.get("description", ""),
        prior=_number(fields, "prior", where, PRIOR) or 0.0,
        country=fields.get("country", "").lower(),
        latitude=_number(fields, "latitude", where),
        longitude=_number(fields, "longitude", where),
        begun=fields.get("begun", ""),
        ended=fields.get("ended", ""),
        same=tuple(iris[1:]),
        replaces=tuple(_identifiers(fields.get("replaces", ""), where)),
    )


def _iris(fields: Mapping[str, str], where: str) -> Iterator[str]:
    feature = fields.get("geonames", "")
    given = [
        fields.get("id", ""),
        fields.get("wikidata", ""),
        f"geonames:{feature}" if feature.isdigit() else feature,
    ]
    yield from _identifiers(PARTED_BY.join([*given, fields.get("same", "")]), where)


def _identifiers(parted: str, where: str) -> Iterator[str]:
    for text in filter(None, parted.split(PARTED_BY)):
        if not (iri := identified(text.strip())):
            raise BadSource(f"{where}: {text!r} is no identifier. Write Q42, a GeoNames number or an IRI.")
        yield iri


def _names(fields: Mapping[str, str]) -> Iterator[Name]:
    language = fields.get("language", "")
    yield Name(fields["label"], language, Sort.LABEL)
    aliases = (text.strip() for text in fields.get("aliases", "").split(PARTED_BY))
    yield from (Name(text, language) for text in aliases if text)


def _kind(fields: Mapping[str, str], where: str) -> str:
    kind = fields.get("kind", "").strip().lower()
    if kind and kind not in known_kinds():
        raise BadSource(f"{where}: {kind!r} is no kind. Known: {', '.join(sorted(known_kinds()))}.")
    return kind


def _number(fields: Mapping[str, str], name: str, where: str, otherwise: float | None = None) -> float | None:
    text = fields.get(name)
    return number(text, f"{where}: {name}", *BOUNDS[name]) if text else otherwise


def number(text: str, where: str, most: float, least: float | None = None) -> float:
    """The number a text writes, from `least` (where none is told: minus `most`) to `most`; else BadSource."""
    least = -most if least is None else least
    try:
        found = float(text)
    except ValueError as error:
        raise BadSource(f"{where} is {text!r} and no number.") from error
    if not least <= found <= most:
        raise BadSource(f"{where} is {text!r} and not from {least:g} to {most:g}.")
    return found
