"""The dateline that opens a report: "BRUSSELS (Reuters) - ", "SEOUL, South Korea, Feb. 7 (AP) — ",
"Geneva, 5 May 2020 — ".

It tells where the report was written, is no part of what follows, and stands as a sentence of its own.
"""

import re

CITY = r"[^\W\d_][\w.'’/-]*(?: [^\W\d_][\w.'’/-]*){0,3}"
CAPITALS = r"[A-Z][A-Z.'’/-]{2,}(?: [A-Z][A-Z.'’/-]+){0,3}"
PLACE_AND_DAY = r"(?:, ?[\w. ]{2,24}){0,3}"
AGENCY = r" ?(?:\([A-Z][\w.’' /&-]{1,30}\)|/[A-Z][\w ]{1,30}/)"
TOWN = r"[A-Z][\w.'’/-]*(?: [A-Z][\w.'’/-]*){0,3}"
WHOLE_DATE = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2},) \d{4}"
DASH = r" ?(?:--|[-–—])\s+"
OPENING = r"(?=[\"“‘']?[A-Z\d])"
WITH_AGENCY = re.compile(rf"{CITY}{PLACE_AND_DAY}{AGENCY}{DASH}{OPENING}")
WITH_DATE = re.compile(rf"{TOWN}(?:, ?{TOWN}){{0,2}},? {WHOLE_DATE}{DASH}{OPENING}")
IN_CAPITALS = re.compile(rf"{CAPITALS}{PLACE_AND_DAY}{DASH}{OPENING}")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline of a paragraph that begins at `start` ends; `start` when it has none."""
    forms = (WITH_AGENCY, IN_CAPITALS, WITH_DATE)
    return next((found.end() for form in forms if (found := form.match(text, start, end))), start)
