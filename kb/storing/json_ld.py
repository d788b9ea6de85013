"""JSON-LD 1.1 by our own context: short names, parts nested in what they are parts of.

A term of the vocabulary gets its short name by a line in `ontologies/context.jsonld`. The context
is written into each answer, so that nothing need be fetched to read it.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kb.ontology import FOLDER
from kb.storing.answer import term_text
from kb.storing.terms import TYPE, XSD

Properties = Mapping[NamedNode, list[Any]]
Nodes = Mapping[str, Properties]
Names = Mapping[str, tuple[str, str]]

NATIVE: Mapping[NamedNode, Callable[[str], object]] = {
    XSD.boolean: lambda text: text == "true",
    XSD.integer: int,
}


def compact(triples: Iterable[Triple]) -> bytes:
    """Triples as one JSON-LD document, UTF-8."""
    return _as_bytes(_graph(triples))


def compact_graphs(graphs: Mapping[str, Iterable[Triple]]) -> bytes:
    """Named graphs as one JSON-LD document, UTF-8."""
    return _as_bytes([{"@id": name, "@graph": _graph(triples)} for name, triples in graphs.items()])


def _as_bytes(content: list[Any]) -> bytes:
    document = {"@context": _context(), "@graph": content}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


@cache
def _context() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return loaded


@cache
def _names() -> Names:
    """Short name and type coercion of each property, by IRI."""
    terms = {name: value for name, value in _context().items() if isinstance(value, dict)}
    return {_expand(term["@id"]): (name, _expand(term.get("@type", ""))) for name, term in terms.items()}


def _expand(short: str) -> str:
    prefix, colon, local = short.partition(":")
    return f"{_context()[prefix]}{local}" if colon else short


def _short(iri: str) -> str:
    """An IRI with the prefix the context has for it."""
    for prefix, namespace in _context().items():
        if isinstance(namespace, str) and iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _graph(triples: Iterable[Triple]) -> list[Any]:
    nodes: dict[str, dict[NamedNode, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        nodes[term_text(triple.subject)][triple.predicate].append(triple.object)
    written: set[str] = set()
    # A whole sorts before its parts, so each part is met first where it is nested.
    return [_node(iri, iri, nodes, written) for iri in sorted(nodes) if iri not in written]


def _node(iri: str, root: str, nodes: Nodes, written: set[str]) -> dict[str, Any]:
    written.add(iri)
    node: dict[str, Any] = {"@id": iri}
    for predicate, values in sorted(nodes[iri].items(), key=lambda pair: pair[0].value):
        if predicate == TYPE:
            node["@type"] = _one_or_all([_short(value.value) for value in values])
            continue
        name, coercion = _names().get(predicate.value, (_short(predicate.value), ""))
        node[name] = _one_or_all([_value(value, coercion, root, nodes, written) for value in values])
    return node


def _value(term: NamedNode | Literal, coercion: str, root: str, nodes: Nodes, written: set[str]) -> Any:
    if isinstance(term, Literal):
        return _literal(term, coercion)
    if term.value.startswith(f"{root}/") and term.value in nodes and term.value not in written:
        return _node(term.value, root, nodes, written)
    return _short(term.value) if coercion == "@id" else {"@id": _short(term.value)}


def _literal(term: Literal, coercion: str) -> Any:
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype in NATIVE and not coercion:
        return NATIVE[term.datatype](term.value)
    datatype = "" if term.datatype == XSD.string else term.datatype.value
    if datatype == coercion:
        return term.value
    return {"@value": term.value, **({"@type": _short(datatype)} if datatype else {})}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
