"""The vocabulary at its own addresses: `/ns` (the terms, `ek:`) and `/vocab/<concept>` (`ekv:`).

`/ns` in Turtle is `ontologies/kb.ttl` as it was written; everything else is the same in other forms.
"""

from flask import Blueprint, Response, make_response, render_template
from rdflib import Graph, URIRef

from kb.errors import NotFound
from kb.ontology import EK, EKV, FOLDER, VERSION
from web.context import href
from web.negotiation import HTML, OF_A_VOCABULARY, Format, accepted, alternates, negotiated, split_suffix
from web.turtle import converted, serialised
from web.vocabulary import facts, label, referring, rows_of, uses, vocabulary

blueprint = Blueprint("ns", __name__)


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
    return render_template("vocabulary.html", title="Concepts", terms=rows_of(str(EKV)))


@blueprint.get("/vocab/<name>")
def concept(name: str) -> Response:
    """One concept."""
    stem, asked = split_suffix(name, OF_A_VOCABULARY)
    return _concept(EKV[stem], vocabulary().cbd(EKV[stem]), vocabulary(), asked)


@blueprint.get("/vocab/<any(rule, act):group>/<name>")
def open_concept(group: str, name: str) -> Response:
    """A rule or an act: lists that stay open, whose members are known by their use."""
    stem, asked = split_suffix(name, OF_A_VOCABULARY)
    found = uses(group, stem)
    return _concept(EKV[f"{group}/{stem}"], found, found, asked)


def _concept(iri: URIRef, described: Graph, whole: Graph, asked: Format | None) -> Response:
    if not described:
        raise NotFound(f"There is no concept {iri} here. /vocab lists those that are defined.")
    form, others = asked or accepted(OF_A_VOCABULARY), alternates(href(str(iri)), OF_A_VOCABULARY)
    if form is not HTML:
        return negotiated(Response(serialised(described, form), mimetype=form.media_type), others)
    rows = [*facts(iri, whole), *referring(iri, whole)]
    page = render_template("concept.html", name=label(iri), iri=iri, facts_of=rows, alternates=others)
    return negotiated(make_response(page), others)


def _terms(form: Format) -> Response:
    others = alternates("/ns", OF_A_VOCABULARY)
    if form is not HTML:
        turtle = (FOLDER / "kb.ttl").read_text("utf-8")
        return negotiated(Response(converted(turtle, form), mimetype=form.media_type), others)
    page = render_template("vocabulary.html", title="Vocabulary", terms=rows_of(str(EK)), alternates=others)
    return negotiated(make_response(page), others)
