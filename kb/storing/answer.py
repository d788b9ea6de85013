"""The answer to a SPARQL query, in any of the standard formats.

To add a format, add its media type to `TABLES` or `GRAPHS`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO, cast
from typing import Literal as OneOf

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from kb.errors import BadRequest
from kb.storing.failures import reported
from kb.storing.rows_written import Pieces, Rows, limited
from kb.storing.terms import PREFIXES

TABLES: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
}

ASKED = {"select": "SELECT", "ask": "ASK", "graph": "CONSTRUCT or DESCRIBE"}

Row = tuple[str | None, ...]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: `kind` tells of which sort. It is read once, by one of the methods."""

    kind: OneOf["select", "ask", "graph"]
    _found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

    @property
    def media_types(self) -> tuple[str, ...]:
        """The formats `serialize` can give, the usual one first."""
        return tuple(GRAPHS if self.kind == "graph" else TABLES)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of `rows`."""
        if isinstance(self._found, ox.QuerySolutions):
            return tuple(variable.value for variable in self._found.variables)
        return ("subject", "predicate", "object") if self.kind == "graph" else ("answer",)

    def rows(self) -> Iterator[Row]:
        """The answer as rows of text, None where a variable is unbound."""
        if isinstance(self._found, ox.QueryBoolean):
            yield (str(bool(self._found)).lower(),)
            return
        with reported():  # damage shows only when the damaged part is read
            for row in self._found:
                yield tuple(None if term is None else term_text(term) for term in row)

    def serialize(self, media_type: str) -> bytes:
        """The answer in this format; BadRequest lists the formats there are when it is none of them."""
        whole = BytesIO()
        self.write(whole.write, media_type)
        return whole.getvalue()

    def write(self, put: Callable[[bytes], object], media_type: str, most: int | None = None) -> None:
        """Put the answer in this format piece by piece; with `most`, BadQuery past so many rows or triples.

        BadRequest lists the formats there are when it is none of them.
        """
        if media_type not in self.media_types:
            choice = ", ".join(self.media_types)
            raise BadRequest(f"The answer to {ASKED[self.kind]} cannot be {media_type}. Choose: {choice}.")
        with reported():
            if isinstance(self._found, ox.QueryTriples):
                write(limited(self._found, most), GRAPHS[media_type], put)
            else:
                counted = Rows(put, media_type, most)
                self._found.serialize(cast(IO[bytes], counted), format=TABLES[media_type])


def serialize(triples: Iterable[ox.Triple] | Iterable[ox.Quad], form: RdfFormat) -> bytes:
    """Triples or quads as text, with the prefixes of the project where the format has any."""
    whole = BytesIO()
    write(triples, form, whole.write)
    return whole.getvalue()


def write(
    triples: Iterable[ox.Triple] | Iterable[ox.Quad], form: RdfFormat, put: Callable[[bytes], object]
) -> None:
    """Put the same text piece by piece."""
    pieces = _Prefixed(put) if form in (RdfFormat.TURTLE, RdfFormat.TRIG) else Pieces(put)
    ox.serialize(triples, cast(IO[bytes], pieces), form, prefixes=PREFIXES)


class _Prefixed(Pieces):
    """Sorts the prefixes, which all stand in the first piece."""

    first = True

    def write(self, piece: bytes) -> int:
        self._put(_with_sorted_prefixes(piece) if self.first else piece)
        self.first = False
        return len(piece)


def _with_sorted_prefixes(text: bytes) -> bytes:
    """Oxigraph writes prefixes in a random order, but the same triples shall give the same file."""
    lines = text.splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join((*sorted(lines[:count]), *lines[count:]))


def term_text(term: Term) -> str:
    """A term as a person reads it: the IRI, or the characters of the literal."""
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(getattr(term, "value", term))


def answer(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """What Oxigraph found, as an answer."""
    if isinstance(found, ox.QuerySolutions):
        return Answer("select", found)
    return Answer("ask" if isinstance(found, ox.QueryBoolean) else "graph", found)
