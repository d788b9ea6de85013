"""The answer to a query as a page shows it: a table, a yes or no, or Turtle."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import RDF, RDFS, SKOS

from kb.ontology import EK, EKV, OA, PROV, SCHEMA, SEM
from kb.storing import Answer
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

    kind: str
    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    boolean: bool = False
    turtle: str = ""
    total: int = 0
    cut: bool = False


def shown(answer: Answer) -> Shown:
    """The answer, cut where a page would grow too long."""
    if answer.kind == "graph":
        return _graph(answer.serialize("text/turtle").decode("utf-8"))
    found = json.loads(answer.serialize("application/sparql-results+json"))
    return Shown("ask", boolean=found["boolean"]) if answer.kind == "ask" else _table(found)


def _graph(turtle: str) -> Shown:
    cut = len(turtle) > MOST_CHARACTERS
    return Shown("graph", turtle=turtle[:MOST_CHARACTERS], total=len(turtle), cut=cut)


def _table(found: Mapping[str, Any]) -> Shown:
    names, rows = tuple(found["head"]["vars"]), found["results"]["bindings"]
    cells = tuple(tuple(_cell(row.get(name)) for name in names) for row in rows[:MOST_ROWS])
    return Shown("select", names, cells, total=len(rows), cut=len(rows) > MOST_ROWS)


def _cell(term: Mapping[str, str] | None) -> Cell:
    if term is None:
        return Cell("")
    if term["type"] == "uri":
        return Cell(_short(term["value"]), iri=term["value"], href=_safe_href(term["value"]))
    return Cell(term["value"], type=term.get("xml:lang") or _local_name(term.get("datatype", "")))


def _short(iri: str) -> str:
    for prefix, namespace in ({"kb": kb().base_iri} | PREFIXES).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _safe_href(iri: str) -> str:
    address = href(iri)
    return address if address.startswith(("/", "http://", "https://")) else ""


def _local_name(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
