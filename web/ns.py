"""The vocabulary at its own addresses: `/ns` (the terms, `ek:`) and `/vocab/<concept>` (`ekv:`).

What is served is what lies in `ontologies/`: `kb.ttl` as it was written, and the kinds of event beside it.
"""

from collections.abc import Iterable
from functools import cache
from itertools import groupby

from flask import Blueprint, Response, make_response, render_template
from rdflib import RDF as RDF_TERMS
from rdflib import RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from kb.errors import NotFound
from kb.model import Named
from kb.ontology import EK, EKV, FOLDER, VERSION
from web.context import href
from web.negotiation import HTML, OF_A_VOCABULARY, Format, accepted, alternates, negotiated, split_suffix
from web.turtle import converted, serialised

blueprint = Blueprint("ns", __name__)

Row = tuple[str, list[Named]]


@blueprint.get("/ns")
@blueprint.get(f"/ns/{VERSION}")
def namespace() -> Response:
    """All terms, in the form the client likes best."""
    return _terms(accepted(OF_A_VOCABULARY))


@blueprint.get("/ns.<suffix>")
def namespace_as(suffix: str) -> Response:
    """All terms in the form of a suffix."""
    _, form = split_suffix(f"ns.{suffix}", OF_A_VOCABULARY)
    if form is None:
        raise NotFound(f"The vocabulary has no form .{suffix}. Ask for /ns.ttl or /ns.jsonld.")
    return _terms(form)


@blueprint.get("/vocab")
@blueprint.get("/vocab/")
def concepts() -> str:
    """The concepts: attitudes, statuses, kinds of quotation and of event, rules."""
    return render_template("vocabulary.html", title="Concepts", terms=_rows_of(str(EKV)))


@blueprint.get("/vocab/<name>")
def concept(name: str) -> Response:
    """One concept."""
    stem, asked = split_suffix(name, OF_A_VOCABULARY)
    form, iri = asked or accepted(OF_A_VOCABULARY), EKV[stem]
    found = vocabulary().cbd(iri)
    if not found:
        raise NotFound(f"The vocabulary has no concept {stem!r}. /vocab lists those it has.")
    others = alternates(f"/vocab/{stem}", OF_A_VOCABULARY)
    if form is not HTML:
        return negotiated(Response(serialised(found, form), mimetype=form.media_type), others)
    rows = [*_facts(iri), *_members(iri)]
    page = render_template("concept.html", name=_label(iri), iri=iri, facts_of=rows, alternates=others)
    return negotiated(make_response(page), others)


@cache
def vocabulary() -> Graph:
    """The terms, the concepts and the kinds of event, as one graph."""
    graph = Graph()
    for file in (FOLDER / "kb.ttl", *sorted((FOLDER / "events").glob("*.ttl"))):
        graph.parse(file, format="turtle")
    return graph


def _terms(form: Format) -> Response:
    others = alternates("/ns", OF_A_VOCABULARY)
    if form is not HTML:
        turtle = (FOLDER / "kb.ttl").read_text("utf-8")
        return negotiated(Response(converted(turtle, form), mimetype=form.media_type), others)
    page = render_template("vocabulary.html", title="Vocabulary", terms=_rows_of(str(EK)), alternates=others)
    return negotiated(make_response(page), others)


def _rows_of(prefix: str) -> list[tuple[str, str, list[Row]]]:
    """Each term of a namespace: its local name, its IRI, its facts."""
    subjects = {s for s in vocabulary().subjects() if isinstance(s, URIRef) and s.startswith(prefix)}
    named = sorted((str(s).removeprefix(prefix), s) for s in subjects)
    return [(name, str(iri), _facts(iri)) for name, iri in named if name]


def _facts(iri: URIRef) -> list[Row]:
    """What is said of a term: property by property, label and definition first."""
    pairs = sorted(vocabulary().predicate_objects(iri), key=lambda pair: (_rank(pair[0]), pair))
    properties = groupby(pairs, key=lambda pair: pair[0])
    return [(_local(name), _values(value for _, value in group)) for name, group in properties]


def _members(iri: URIRef) -> list[Row]:
    """What is narrower than a concept or belongs to a scheme; the vocabulary says it the other way round."""
    ways = (SKOS.broader, SKOS.inScheme)
    found = {str(narrower) for way in ways for narrower in vocabulary().subjects(way, iri)}
    return [("narrower", _values(map(URIRef, sorted(found))))] if found else []


def _values(objects: Iterable[Node]) -> list[Named]:
    return [Named(_address(o), _label(o) if isinstance(o, URIRef) else str(o)) for o in objects]


def _rank(predicate: Node) -> int:
    first: list[Node] = [SKOS.prefLabel, RDFS.label, SKOS.definition, RDFS.comment, RDF_TERMS.type]
    return first.index(predicate) if predicate in first else len(first)


def _address(node: Node) -> str:
    return href(str(node)) if isinstance(node, URIRef) else ""


def _label(node: Node) -> str:
    label = vocabulary().value(node, SKOS.prefLabel) or vocabulary().value(node, RDFS.label)
    return str(label) if label else _local(node)


def _local(node: Node) -> str:
    return str(node).replace("#", "/").rstrip("/").rpartition("/")[2]
