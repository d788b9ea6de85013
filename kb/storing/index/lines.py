"""Quads as the index reads them: lines of N-Triples and N-Quads, taken apart with no more work than it needs.

Text is read instead of Oxigraph's objects, because millions of quads are. A term stays as it is written
(`<iri>`, `"text"^^<type>`) until somebody wants its value.
"""

import re
from collections.abc import Iterable, Iterator

Triples = Iterable[str]  # `subject predicate object`, a line each

_ESCAPE = re.compile(r"\\(?:([tbnrf\"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_END = " .\n"


class Unordered(Exception):
    """The quads do not come graph by graph, in the form that Oxigraph writes."""


def triples_in(text: str) -> list[str]:
    """The triples of N-Triples as Oxigraph writes them."""
    return text.split(_END)[:-1]


def graphs_in(texts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The graphs of N-Quads by name, each with its triples; `texts` are parts of it in whole lines.

    Unordered when a graph is interrupted by another, or a line has another form.
    """
    name, triples = "", list[str]()
    for text in texts:
        while text:
            graph, found, text = _first_graph(text)
            if graph != name and triples:
                yield name, triples
                triples = []
            name = graph
            triples += found
    if triples:
        yield name, triples


def _first_graph(text: str) -> tuple[str, list[str], str]:
    """The name of the first graph, its triples as far as they follow each other, and the rest."""
    line = text[: text.find("\n") + 1]
    end = line[line.rfind(" ", 0, -len(_END)) :]
    if not (line.startswith(("<", "_")) and end.startswith(" <") and end.endswith(">" + _END)):
        raise Unordered
    *triples, rest = text.split(end)
    read = len(text) - len(rest)
    if text.count("\n", 0, read) != len(triples) or text.find("\t", 0, read) != -1:
        raise Unordered
    return end[2 : -len(_END) - 1], triples, rest


def value_of(term: str) -> str:
    """The IRI, or the characters of the literal."""
    if term[0] == "<":
        return term[1:-1]
    text = term[1 : term.rindex('"')] if term[0] == '"' else term
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    short, four, eight = match.groups()
    return _ESCAPED.get(short, short) if short else chr(int(four or eight, 16))
