"""JSON Lines in the form of `kb annotate`: {"doc_id", "dct", "text"}, one document a line.

Every other key is ignored, but for the spans that `kb.reading.spans` is asked for. The text is taken as it
is, so that offsets of other tools still fit.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from kb.errors import BadSource
from kb.reading.article import Article, Raw
from kb.reading.encoding import decode

RECORD = re.compile(r'\{\s*"\w+"\s*:')
FORM = '{"doc_id": ..., "dct": ..., "text": ...}'


def read_records(raw: Raw) -> Iterator[Article]:
    """The documents of a JSON Lines file; BadSource names the line that is none."""
    text = decode(raw.data, raw.name, raw.charset)
    # Not splitlines: JSON strings may hold U+2028 and its kin unescaped.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _article(_record(line, number, raw.name), number)


def _record(line: str, number: int, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise BadSource(
            f"Line {number} of {name} is no JSON: {error}. Each line should be {FORM}."
        ) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise BadSource(f'Line {number} of {name} has no "text". Each line should be {FORM}.')
    return record


def _article(record: dict[str, Any], number: int) -> Article:
    doc_id, dct = record.get("doc_id"), record.get("dct")
    return Article(
        text=record["text"],
        doc_id=None if doc_id is None else str(doc_id),
        published="" if dct is None else str(dct),
        published_by="given",
        number=number,
        record=record,
    )
