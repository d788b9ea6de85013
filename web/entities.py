"""Every IRI of the data, answered at its own path: a page for people, RDF or JSON for programs.

    /doc/<digest>               a document          /doc/<digest>/<key>          an entry
    /doc/<digest>/entity/<slug> someone unnamed     /entity/<kind>/<slug>        someone or somewhere named

The form goes by the Accept header, or by a suffix (`.ttl`, `.jsonld`, `.rdf`, `.nt`, `.json`). A thing is
answered directly with 200 and the Content-Location of its description, not by a redirect: the published
IRIs are redirected here (303) by their registry already, and an address bar then keeps the name itself.
Parts of an entry (its date, its evidence) and named graphs are RDF; a browser is sent to the page that
shows them.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from kb.model import DocumentView, EntityView, Explanation, Filter
from web.context import href, kb
from web.highlights import marked_passage, marked_text
from web.negotiation import (
    HTML,
    JSON,
    OF_A_VIEW,
    RDF,
    Alternate,
    Format,
    accepted,
    alternates,
    negotiated,
    split_suffix,
)
from web.pages import PAGE_LENGTH, address

blueprint = Blueprint("entities", __name__)

View = TypeVar("View", DocumentView, Explanation, EntityView)


@blueprint.get("/doc/<name>")
def document(name: str) -> Response:
    """An article."""
    return _answer(f"doc/{name}", lambda iri: kb().document(iri), _document_page)


@blueprint.get("/doc/<digest>/<name>")
def entry(digest: str, name: str) -> Response:
    """An event or a statement, with the explanation of its date."""
    return _answer(f"doc/{digest}/{name}", lambda iri: kb().explain(iri), _entry_page)


@blueprint.get("/doc/<digest>/entity/<name>")
def unnamed(digest: str, name: str) -> Response:
    """Someone one article speaks of without a name."""
    return _answer(f"doc/{digest}/entity/{name}", lambda iri: kb().entity(iri), _entity_page)


@blueprint.get("/entity/<kind>/<name>")
def entity(kind: str, name: str) -> Response:
    """An actor or a place."""
    return _answer(f"entity/{kind}/{name}", lambda iri: kb().entity(iri), _entity_page)


@blueprint.get("/doc/<digest>/<name>/<path:part>")
def part_of_entry(digest: str, name: str, part: str) -> AnyResponse:
    """The date, the evidence, a proposition of an entry; the words of time of a document."""
    entry = f"/{name}" if name.startswith(("statement-", "event-", "happening-")) else ""
    return _part(f"doc/{digest}/{name}/{part}", shown_at=f"doc/{digest}{entry}")


@blueprint.get("/entity/<kind>/<name>/<path:part>")
def part_of_entity(kind: str, name: str, part: str) -> AnyResponse:
    """Why an actor or a place is one with others, or is not."""
    return _part(f"entity/{kind}/{name}/{part}", shown_at=f"entity/{kind}/{name}")


@blueprint.get("/graph/<name>")
def graph(name: str) -> AnyResponse:
    """The named graph of an article, or the one of all actors and places."""
    stem, _ = split_suffix(name, RDF)
    return _part(f"graph/{name}", shown_at="documents" if stem == "entities" else f"doc/{stem}")


def _answer(path: str, look: Callable[[str], View], page: Callable[[str, list[Alternate]], str]) -> Response:
    stem, asked = split_suffix(path)
    form, iri = asked or accepted(OF_A_VIEW), kb().base_iri + stem
    others = alternates(href(iri))
    if form in RDF:
        response = _described(iri, form)
    elif form is JSON:
        response = jsonify(_in_full(look(iri)))
    else:
        response = make_response(page(iri, others))
    response.content_location = href(iri) if form is HTML else f"{href(iri)}.{form.suffix}"
    return negotiated(response, others)


def _part(path: str, shown_at: str) -> AnyResponse:
    stem, asked = split_suffix(path, RDF)
    form, iri = asked or accepted((HTML, *RDF)), kb().base_iri + stem
    described = _described(iri, RDF[0] if form is HTML else form)
    answer = redirect(href(kb().base_iri + shown_at), 303) if form is HTML else described
    answer.vary.add("Accept")
    return answer


def _described(iri: str, form: Format) -> Response:
    return Response(kb().describe(iri, form.media_type), mimetype=form.media_type)


def _document_page(iri: str, others: list[Alternate]) -> str:
    view = kb().document(iri)
    return render_template(
        "document.html",
        view=view,
        alternates=others,
        paragraphs=marked_text(view),
        timeline=address("/timeline", Filter(document=view.iri)),
    )


def _entry_page(iri: str, others: list[Alternate]) -> str:
    view = kb().explain(iri)
    return render_template("entry.html", view=view, alternates=others, passage=marked_passage(view))


def _entity_page(iri: str, others: list[Alternate]) -> str:
    """Its first entries: some are in half of all there is."""
    wanted, view = Filter(about=iri), kb().entity(iri, PAGE_LENGTH)
    return render_template(
        "entity.html",
        view=view,
        total=kb().window(wanted, 1).total,
        alternates=others,
        source=address("/api/timeline", wanted),
        timeline=address("/timeline", wanted),
    )


def _in_full(view: Any) -> Any:
    """A view with the names of its parts, down to what has none: objects, lists and plain values of JSON."""
    if is_dataclass(view) and not isinstance(view, type):
        return {part.name: _in_full(getattr(view, part.name)) for part in fields(view)}
    if isinstance(view, tuple | list):
        names = getattr(view, "_fields", None)
        values = [_in_full(value) for value in view]
        return dict(zip(names, values, strict=True)) if names else values
    return view
