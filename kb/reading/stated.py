"""Dates and addresses as sources state them, understood.

A date in metadata counts as the calendar day its publisher wrote, in the publisher's own time zone:
"on Friday" in an article is the publisher's Friday.
"""

import re
from collections.abc import Callable
from urllib.parse import urldefrag, urljoin, urlsplit

from kb.errors import BadDate
from kb.when import When

ParseDate = Callable[[str, str], When | None]
"""Understands an explicit date in other forms: (text, language code) -> When, or None."""

ISO = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:?\d\d.*)?$")
# RFC 822 as RFC 2822 corrects it; feeds use it with and without the time of day.
RFC_822 = re.compile(r"(?:[A-Z][a-z]{2}, *)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}|\d\d)(?: \d\d:\d\d.*)?$")
RFC_822_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CENTURY_TURN = 50  # RFC 2822, 4.3: years 00 to 49 are 2000 to 2049


def understood_date(text: str, language: str, parse_date: ParseDate | None) -> When | None:
    """The day, month or year meant by a date in ISO 8601, EDTF or RFC 822, or by one `parse_date` knows."""
    words = " ".join(text.split())
    return _iso(words) or _rfc_822(words) or (parse_date(words, language) if parse_date else None)


def absolute_address(address: str | None, page: str | None = None) -> str | None:
    """An http(s) address without fragment, resolved against that of its page; None when it is none.

    The bare front page of a site is refused: it is no address of an article.
    """
    whole, _ = urldefrag(urljoin(page or "", (address or "").strip()))
    try:
        parts = urlsplit(whole)
    except ValueError:  # such as an unclosed [ of an IPv6 host
        return None
    names_article = parts.path.strip("/") or parts.query
    return whole if parts.scheme in ("http", "https") and parts.netloc and names_article else None


def _iso(text: str) -> When | None:
    match = ISO.match(text)
    try:
        return When.parse(match.group(1) if match else text)
    except BadDate:
        return None


def _rfc_822(text: str) -> When | None:
    match = RFC_822.match(text)
    if not match or match.group(2) not in RFC_822_MONTHS:
        return None
    day, month, year = match.group(1), RFC_822_MONTHS.index(match.group(2)) + 1, match.group(3)
    try:
        return When.of_day(_whole_year(year), month, int(day))
    except BadDate:
        return None


def _whole_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < CENTURY_TURN else 1900)
