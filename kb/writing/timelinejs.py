"""Entries as the JSON that TimelineJS reads (https://timeline.knightlab.com/docs/json-format.html).

It knows no uncertain dates and no open ends: what has no begin and no end of its own is left out, an open
side is drawn as a point, and the words of the date stand on every slide as `display_date`.
"""

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from kb.model import Entry
from kb.when import When
from kb.when.days import DAY_SECONDS, civil

FINE = ("second", "minute", "hour")
COARSE = ("year", "decade", "century", "millennium")


def write_timelinejs(entries: Sequence[Entry]) -> bytes:
    """A slide an entry, in their order, grouped by kind."""
    slides = [
        _slide(entry) for entry in entries if entry.dated and When.parse(entry.edtf).window != (None, None)
    ]
    return json.dumps({"scale": "human", "events": slides}, ensure_ascii=False, indent=1).encode() + b"\n"


def _slide(entry: Entry) -> dict[str, Any]:
    when = When.parse(entry.edtf)
    begin, end = when.window
    first, last = (bound if bound is not None else other for bound, other in ((begin, end), (end, begin)))
    several = {"end_date": _date(last, when)} if begin is not None and end is not None else {}
    return {
        "unique_id": entry.iri,
        "group": entry.kind,
        "start_date": _date(first, when),
        **several,
        "display_date": when.words(),
        "text": {"headline": escape(entry.label), "text": _text(entry)},
    }


def _date(second: int | None, when: When) -> dict[str, int]:
    """As fine as the date itself: a year has no month."""
    number, rest = divmod(second or 0, DAY_SECONDS)
    year, month, day = civil(number)
    if when.grain in COARSE:
        return {"year": year}
    clock = {"hour": rest // 3600, "minute": rest // 60 % 60} if when.grain in FINE else {}
    return {"year": year, "month": month, "day": day, **clock}


def _text(entry: Entry) -> str:
    """The quotation and its source; TimelineJS takes HTML, so that all of it is escaped."""
    source = ", ".join(part for part in (entry.document.label, entry.publisher, entry.published) if part)
    return f"<blockquote>{escape(entry.quote)}</blockquote><p>{escape(source)}</p>"
