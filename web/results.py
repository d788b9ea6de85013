"""The answer to a query as a page shows it: a table, a yes or no, or Turtle."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import RDF, RDFS, SKOS

from kb.errors import BadQuery
from kb.ontology import EK, EKV, OA, PROV, SCHEMA, SEM
from kb.storing.workers.questions import Kind, Reply
from web.context import href, kb

# How a table writes IRIs of well known namespaces; those of the data begin with "kb:".
PREFIXES: dict[str, str] = {
    "ek": str(EK),
    "ekv": str(EKV),
    "oa": str(OA),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sem": str(SEM),
    "skos": str(SKOS),
}
MOST_ROWS = 500
MOST_CHARACTERS = 200_000
MOST_BYTES = 20_000_000  # of rows that are read to show the first


@dataclass(frozen=True, slots=True)
class Cell:
    """A term: its text, the datatype or language of a literal, where an IRI leads ("" for others)."""

    text: str
    type: str = ""
    iri: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of an answer; `total` counts rows or characters, of which the first are here."""

    kind: Kind
    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    boolean: bool = False
    turtle: str = ""
    total: int = 0
    cut: bool = False


def shown(reply: Reply) -> Shown:
    """The answer, cut where a page would grow too long; BadQuery when it is far too long to be read."""
    if reply.kind == "graph":
        return _graph(reply)
    found = json.loads(whole(reply))
    return Shown("ask", boolean=found["boolean"]) if reply.kind == "ask" else _table(found)


def _graph(reply: Reply) -> Shown:
    turtle = reply.text.decode("utf-8", "replace")
    cut = len(turtle) > MOST_CHARACTERS or reply.rest is not None
    if reply.rest is not None:
        reply.rest.close()
    return Shown("graph", turtle=turtle[:MOST_CHARACTERS], total=len(turtle), cut=cut)


def whole(reply: Reply) -> bytes:
    """All of an answer in rows; BadQuery when it is far too long for a page."""
    text = bytearray(reply.text)
    for piece in reply.rest or ():
        text += piece
        if reply.rest is not None and len(text) > MOST_BYTES:
            reply.rest.close()
            raise BadQuery("The answer is too long for a page. Ask for less with LIMIT, or add format=csv.")
    return bytes(text)


def _table(found: Mapping[str, Any]) -> Shown:
    names, rows = tuple(found["head"]["vars"]), found["results"]["bindings"]
    cells = tuple(tuple(_cell(row.get(name)) for name in names) for row in rows[:MOST_ROWS])
    return Shown("select", names, cells, total=len(rows), cut=len(rows) > MOST_ROWS)


def _cell(term: Mapping[str, str] | None) -> Cell:
    if term is None:
        return Cell("")
    if term["type"] == "uri":
        return Cell(short(term["value"]), iri=term["value"], href=_safe_href(term["value"]))
    return Cell(term["value"], type=term.get("xml:lang") or _local_name(term.get("datatype", "")))


def short(iri: str) -> str:
    """An IRI as tables write it: with a prefix, where it has one."""
    for prefix, namespace in ({"kb": kb().base_iri} | PREFIXES).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _safe_href(iri: str) -> str:
    address = href(iri)
    return address if address.startswith(("/", "http://", "https://")) else ""


def _local_name(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
