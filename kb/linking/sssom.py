"""Link records as SSSOM in TSV (https://mapping-commons.github.io/sssom), and back, lossless.

What SSSOM has no slot for stands in extension slots, named in the header: what is held in the end, what
the tool held, what people said and when. A rejected link has the predicate modifier Not, and where there
is nobody the object is sssom:NoTermFound, so that programs that know only SSSOM take neither for a match.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from io import StringIO
from typing import Any

from kb.errors import BadSource
from kb.linking.readers.fields import identified
from kb.linking.readers.mappings import EXACT, NOT, require_whole
from kb.linking.record import GEONAMES, WIKIDATA
from kb.model import Judgement, LinkRecord, Review
from kb.model.links import standing
from kb.ontology import EK, SEMAPV, SSSOM

NOBODY = "sssom:NoTermFound"
MANUAL = "ManualMappingCuration"
EXTENSIONS = {
    "ext_judgement": "ek:judgement",
    "ext_found": "ek:foundToBe",
    "ext_reviews": "ek:hasReview",
    "ext_object_description": "dct:description",
}
TEXTS = {  # SSSOM's slot: the field of ours
    "subject_label": "subject_label",
    "object_label": "object_label",
    "object_category": "object_kind",
    "mapping_date": "date",
    "mapping_tool": "tool",
    "mapping_tool_version": "tool_version",
    "object_source": "source",
    "object_source_version": "source_version",
    "ext_object_description": "object_description",
}
COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label",
    "object_category", "mapping_justification", "confidence", "mapping_date", "mapping_tool",
    "mapping_tool_version", "object_source", "object_source_version", "reviewer_label", "comment",
    *EXTENSIONS,
)  # fmt: skip


def as_sssom(records: Iterable[LinkRecord], base: str) -> str:
    """The records as a mapping set; `base` is what the IRIs of the knowledge base begin with."""
    prefixes = _prefixes(base)
    text = StringIO()
    text.writelines(f"#{line}\n" for line in _header(base, prefixes))
    writer = csv.DictWriter(text, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    for held in standing(records):
        writer.writerow(_row(held.record, held.judgement, prefixes))
    return text.getvalue()


def from_sssom(text: str, where: str) -> Iterator[LinkRecord]:
    """The records of a mapping set; BadSource names the mapping that is none. Only exact matches are read."""
    lines = text.removeprefix("﻿").splitlines(keepends=True)
    prefixes = dict(_declared(lines))
    body = "".join(lines[sum(1 for _ in _commented(lines)) :])
    rows = csv.DictReader(StringIO(body, newline=""), delimiter="\t")
    if not {"subject_id", "predicate_id", "object_id"} <= set(rows.fieldnames or ()):
        raise BadSource(f"{where} is no SSSOM: it needs the columns subject_id, predicate_id and object_id.")
    try:
        for number, row in enumerate(rows, 1):
            require_whole(row, f"{where}, mapping {number}")
            if row["predicate_id"] in EXACT:
                yield _record(row, prefixes, f"{where}, mapping {number}")
    except csv.Error as error:
        raise BadSource(f"{where}, line {rows.line_num}: {error}. Look whether the file is whole.") from error


def _prefixes(base: str) -> dict[str, str]:
    return {
        "kb": base,
        "wd": WIKIDATA,
        "geonames": GEONAMES,
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "semapv": str(SEMAPV),
        "sssom": str(SSSOM),
        "ek": str(EK),
        "dct": "http://purl.org/dc/terms/",
    }


def _header(base: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    yield "curie_map:"
    yield from (f"  {prefix}: {iri}" for prefix, iri in prefixes.items())
    yield f"mapping_set_id: {base}graph/links"
    yield "license: https://w3id.org/sssom/license/unspecified"
    yield "extension_definitions:"
    for slot, term in EXTENSIONS.items():
        yield f"  - slot_name: {slot}"
        yield f"    property: {term}"


def _row(record: LinkRecord, judgement: Judgement, prefixes: Mapping[str, str]) -> dict[str, str]:
    return {
        **{slot: getattr(record, field) for slot, field in TEXTS.items()},
        "subject_id": _short(record.subject, prefixes),
        "predicate_id": "skos:exactMatch",
        "predicate_modifier": NOT if judgement == Judgement.REJECTED else "",
        "object_id": _short(record.object, prefixes) if record.object else NOBODY,
        "mapping_justification": f"semapv:{record.justification}",
        "confidence": str(record.confidence),
        "reviewer_label": "|".join(dict.fromkeys(review.reviewer for review in record.reviews)),
        "comment": "\n".join(record.reasons),
        "ext_judgement": str(judgement),
        "ext_found": str(record.found),
        "ext_reviews": _reviews_text(record.reviews),
    }


def _reviews_text(reviews: Iterable[Review]) -> str:
    said = [[str(review.judgement), review.reviewer, review.made] for review in reviews]
    return json.dumps(said, ensure_ascii=False) if said else ""


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _commented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


def _declared(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in _commented(lines):
        prefix, _, iri = line.strip("# \n").partition(": ")
        if "://" in iri:
            yield prefix, iri.strip("\"' ")


def _record(row: Mapping[str, str], prefixes: Mapping[str, str], where: str) -> LinkRecord:
    texts: dict[str, Any] = {field: row.get(slot) or "" for slot, field in TEXTS.items()}
    try:
        if texts["date"]:
            date.fromisoformat(texts["date"])
        return LinkRecord(
            subject=_iri(row["subject_id"], prefixes, where),
            object="" if row["object_id"] == NOBODY else _iri(row["object_id"], prefixes, where),
            found=Judgement(row.get("ext_found") or Judgement.PROPOSED),
            confidence=_confidence(row),
            reasons=tuple(filter(None, (row.get("comment") or "").split("\n"))),
            justification=_justification(row),
            reviews=tuple(_reviews(row)),
            **texts,
        )
    except (ValueError, TypeError) as error:
        raise BadSource(f"{where}: {error}. See the columns that kb links export writes.") from error


def _confidence(row: Mapping[str, str]) -> float:
    """From 0 to 1; ValueError for anything else."""
    found = float(row.get("confidence") or 0.0)
    if not 0 <= found <= 1:
        raise ValueError(f"the confidence is {found:g} and not from 0 to 1")
    return found


def _justification(row: Mapping[str, str]) -> str:
    """The local name of a justification; ValueError when it is none."""
    name = (row.get("mapping_justification") or MANUAL).rpartition(":")[2].rpartition("/")[2]
    if not re.fullmatch(r"[\w-]+", name, re.ASCII):
        raise ValueError(f"{name!r} is no justification, such as semapv:ManualMappingCuration")
    return name


def _reviews(row: Mapping[str, str]) -> Iterator[Review]:
    """What people said; of another's curation by hand, the match or its denial counts as that."""
    if row.get("ext_reviews"):
        yield from (_review(*told) for told in json.loads(row["ext_reviews"]))
    elif "ext_found" not in row and _justification(row) == MANUAL:
        by = row.get("reviewer_label") or row.get("author_label") or row.get("author_id") or "unknown"
        denied = row.get("predicate_modifier") == NOT
        said = Judgement.REJECTED if denied else _said(row["object_id"])
        yield _review(said, by, f"{row.get('mapping_date') or '1970-01-01'}T00:00:00Z")


def _review(said: str, by: str, made: str) -> Review:
    """ValueError when it is no judgement, or was made at no moment."""
    datetime.fromisoformat(made)
    return Review(Judgement(said), by, made)


def _said(object_id: str) -> Judgement:
    return Judgement.NIL if object_id == NOBODY else Judgement.ACCEPTED


def _iri(text: str, prefixes: Mapping[str, str], where: str) -> str:
    prefix, _, rest = text.partition(":")
    iri = prefixes[prefix] + rest if prefix in prefixes else text
    if known := identified(iri):
        return known if iri.startswith((WIKIDATA, GEONAMES)) or known == text else iri
    raise BadSource(f"{where}: {text!r} is no identifier, or its prefix stands in no curie_map.")
