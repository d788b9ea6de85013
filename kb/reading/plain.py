"""Plain text, with or without a header of `Title: ...`, `Date: ...` lines.

The text of the document is the file's text exactly, every character of it, from the first line after
the header (and after the blank lines below it); without a header it is the whole file. Offsets count
from there.
"""

import re
from collections.abc import Iterator

from kb.reading.article import Article, Raw
from kb.reading.encoding import decode, mended
from kb.reading.fields import field_named

FIELD = re.compile(r"([^\W\d_][\w -]{0,30}):[^\S\n]+(\S[^\n]*)\n?")
HEADING = re.compile(r"\s*(\S[^\n]{2,150}?)(?<![.!?:;,…])\s*\n\s*\S")
BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)+|[^\S\n]*\Z")


def read_plain(raw: Raw) -> Iterator[Article]:
    """The one article of a text file."""
    text = mended(decode(raw.data, raw.name, raw.charset))
    stated, body = split_header(text)
    yield Article(
        text=text[body:],
        title=stated.get("title", ""),
        address=stated.get("address"),
        publisher=stated.get("publisher"),
        author=stated.get("author"),
        language=stated.get("language"),
        published=stated.get("published", ""),
        published_by="header",
    )


def split_header(text: str) -> tuple[dict[str, str], int]:
    """What the header states, and the offset at which the body begins.

    A header is a run of lines at the very top, each a known label with a value, closed by a blank line.
    """
    stated: dict[str, str] = {}
    position = 0
    while (match := FIELD.match(text, position)) and (field := field_named(match.group(1))) not in (
        None,
        "text",
    ):
        stated.setdefault(field, match.group(2).strip())
        position = match.end()
    blank = BLANK_LINES.match(text, position)
    return (stated, blank.end()) if stated and blank else ({}, 0)


def heading_of(text: str) -> str:
    """The first line, if it reads like a headline: short, not closed like a sentence, text below it."""
    match = HEADING.match(text)
    return " ".join(match.group(1).split()) if match else ""
