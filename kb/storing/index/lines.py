"""Quads as the index reads them: subject and predicate as plain IRIs, the object as N-Triples has it.

Text is read instead of Oxigraph's objects, because millions of quads are; one expression takes a whole
graph apart.
"""

import re
from collections.abc import Iterable

Quad = tuple[str, str, str, str]
Triples = Iterable[tuple[str, str, str] | Quad]  # of quads the graph is not looked at

_QUAD = re.compile(r"^<([^>]*)> <([^>]*)> (.*) <([^>]*)> \.$", re.MULTILINE)
_TRIPLE = re.compile(r"^<([^>]*)> <([^>]*)> (.*) \.$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:([tbnrf\"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def triples_in(text: str) -> Triples:
    """The triples of N-Triples as Oxigraph writes them; those of blank subjects are left out."""
    return _TRIPLE.findall(text)


def quads_in(text: str) -> list[Quad]:
    """The quads of N-Quads, the name of the graph last; those of blank subjects or graphs are left out."""
    return _QUAD.findall(text)


def value_of(term: str) -> str:
    """The IRI, or the characters of the literal."""
    if term.startswith("<"):
        return term[1:-1]
    text = term[1 : term.rindex('"')] if term.startswith('"') else term
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    short, four, eight = match.groups()
    return _ESCAPED.get(short, short) if short else chr(int(four or eight, 16))
