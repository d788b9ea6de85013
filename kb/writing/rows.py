"""Entries as rows: CSV (RFC 4180) for spreadsheets, JSON for programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kb.model import Entry, Span

COLUMNS = (
    "edtf", "earliest", "latest", "dated", "kind", "label", "actors", "place", "type", "status", "quote_kind",
    "quote", "document", "publisher", "published", "start", "end", "iri", "told_by", "sources",
    "disagreements",
)  # fmt: skip


def entry_record(entry: Entry) -> dict[str, Any]:
    """An entry as plain values, its keys in the order of `COLUMNS`; names stand for IRIs."""
    named = {
        "actors": [actor.label for actor in entry.actors],
        "place": entry.place.label if entry.place else "",
        "type": entry.type.label if entry.type else "",
        "document": entry.document.label or entry.document.iri,
        "sources": [version_line(version) for version in (entry, *entry.versions)],
        "disagreements": list(entry.disagreements),
    }
    return {column: named[column] if column in named else getattr(entry, column) for column in COLUMNS}


def version_line(entry: Entry) -> str:
    """One article's version of an entry: who tells it, the date it gives, how it is told, and its IRI."""
    source = entry.publisher or entry.document.label or entry.document.iri
    told = [entry.edtf if entry.dated else "no date", entry.status, entry.iri]
    return f"{source}: {', '.join(part for part in told if part)}"


def timeline_records(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """Entries in the order of a timeline as records, with their rank in it.

    `date` is null and `order` 0 where only publication bounds the date; `mentions` are the places of the
    words that tell of it, however often, in every article that does, each by its own name or, where it has
    none, its IRI.
    """
    order, last = 0, ""
    for entry in entries:
        order += entry.dated and entry.edtf != last
        last = entry.edtf if entry.dated else last
        rank = {"date": entry.edtf if entry.dated else None, "order": order if entry.dated else 0}
        told = {"mentions": [place for version in (entry, *entry.versions) for place in _told_at(version)]}
        yield entry_record(entry) | rank | told


def _told_at(entry: Entry) -> Iterator[dict[str, Any]]:
    """Where its own article tells an entry first, and again."""
    for span in (entry.trigger or Span(entry.start, entry.end), *entry.again):
        yield {"doc_id": entry.doc_id or entry.document.iri, "start": span.start, "end": span.end}


def write_json(entries: Sequence[Entry]) -> bytes:
    """A JSON array of records."""
    return json.dumps([entry_record(e) for e in entries], ensure_ascii=False, indent=1).encode() + b"\n"


def write_csv(entries: Sequence[Entry]) -> bytes:
    """A CSV table with a header and, for spreadsheets' sake, a byte order mark; lists joined by "; ".

    A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows([_cell(value) for value in entry_record(entry).values()] for entry in entries)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
