"""Sheets of labels, and what each of them means."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kb.errors import BadSource
from kb.linking.authority import Authority
from kb.linking.ranking import Decision, decide


def look_up(authority: Authority, path: Path) -> Iterator[Decision]:
    """What each row of a CSV with the columns label, kind and optionally context means; BadSource."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if "label" not in (rows.fieldnames or ()):
                raise BadSource(f"{path} has no column “label”. Its first row must be: label,kind,context")
            for row in rows:
                yield decide(authority, *(row.get(name) or "" for name in ("label", "kind", "context")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadSource(f"Cannot read {path}: {error}. Save it as CSV in UTF-8.") from error


def as_record(decision: Decision) -> dict[str, Any]:
    """A decision as the fields of one JSON line; `id` is null where nobody is known."""
    candidates = [{"id": one.iri, "name": one.name, "score": one.score} for one in decision.candidates]
    return {
        "label": decision.label,
        "kind": decision.kind,
        "decision": str(decision.verdict),
        "id": decision.iri,
        "candidates": candidates,
    }
