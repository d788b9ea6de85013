"""Cutting a sentence into words and marks.

Follows the habits of the Universal Dependencies treebanks for English: clitics ("'s", "n't") are
words of their own, abbreviations keep their stop; hyphenated words stay whole. Offsets are those of
the raw text; only `Token.text` is normalised (no-break spaces, curly apostrophes).
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from kb.model import Span

Words: TypeAlias = list[tuple[Span, str]]  # where each stands, and how it is written normally

WORD = re.compile(
    r"""
    (?P<plain> [^\W\d_]++(?=[\s,]) )  # most words, before all that takes a longer look
  | (?P<address> https?://[^\s<>"”]+ | [\w.+-]++@[\w-]+\.[\w.]+ | [@\#]\w+ )
  | (?P<initials> (?:[^\W\d_]\.){2,}(?![^\W\d_]) | (?<![\w.])[A-Z]\.(?=\s*[A-Z]) )
  | (?P<number> \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k)?\b%? | \d+ )
  | (?P<word> [^\W\d_][\w]*(?:[-‐‑'’][\w]+)*(?:[-‐‑](?=\s))? )
  | (?P<mark> \.{2,} | …  | --+ | \S )
    """,
    re.VERBOSE,
)
CLITIC = re.compile(r"^(?P<stem>.+?)(?P<clitic>n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
SPACES = re.compile(r"\s+")


def find_words(text: str, span: Span, abbreviations: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """The words and marks within a span of the text, in order, with their normalised form."""
    end = span.start
    while match := WORD.search(text, end, span.end):
        if match.lastgroup == "plain":
            end = match.end()
            yield Span(match.start(), end), match.group()
            continue
        start, end = match.start(), _end(text, match, span.end, abbreviations)
        cut = _clitic(text, start, end, match.lastgroup or "")
        if cut > start:
            yield Span(start, cut), normal(text[start:cut])
        yield Span(cut, end), normal(text[cut:end])


def normal(text: str) -> str:
    """The text with plain apostrophes, hyphens and single spaces."""
    plain = text.replace("’", "'").replace("‐", "-").replace("‑", "-")
    return SPACES.sub(" ", plain)


def _end(text: str, match: re.Match[str], limit: int, abbreviations: frozenset[str]) -> int:
    end = match.end()
    stopped = match.lastgroup == "word" and end < limit and text[end] == "."
    return end + 1 if stopped and match.group() in abbreviations and end + 1 < limit else end


def _clitic(text: str, start: int, end: int, group: str) -> int:
    """Where the clitic of a word begins; its start where it has none."""
    if group not in ("word", "initials"):
        return start
    clitic = CLITIC.match(text[start:end])
    return start + clitic.start("clitic") if clitic else start
