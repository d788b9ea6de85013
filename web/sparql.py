"""The SPARQL 1.1 Protocol over the knowledge base, and a form for people at the same address.

`/sparql` takes a query by GET (`?query=`), by POST of a form, or by POST of `application/sparql-query`,
and, from those who may write, an update by POST (https://www.w3.org/TR/sparql11-protocol/). The answer's
form goes by `format=` or by the Accept header. A browser gets a page; a client that asks for RDF without a
query gets the service's description. To add a form of answer, add its line to `OF_ROWS`, or to
`OF_A_GRAPH` of `negotiation`.
"""

from collections.abc import Sequence
from typing import NoReturn

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import MethodNotAllowed, UnsupportedMediaType

from kb.errors import BadQuery, BadRequest, QueryStopped
from kb.saved import QUERIES, load_views
from kb.storing.sparql import Graphs
from kb.storing.workers.questions import Forms, Kind, Reply
from web.context import kb
from web.description import description
from web.endpoint import allow_large_requests, authorise, endpoint, replied, streamed
from web.errors import status_of
from web.examples import load_examples, load_page_examples
from web.forms import form_token, needs_token
from web.negotiation import HTML, OF_A_GRAPH, Format, liked, negotiated, not_acceptable
from web.results import PREFIXES, shown
from web.security import WITH_EDITOR

blueprint = Blueprint("sparql", __name__)

QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
FORM = "application/x-www-form-urlencoded"

OF_A_BOOLEAN = (
    Format("json", "application/sparql-results+json", "JSON"),
    Format("xml", "application/sparql-results+xml", "XML"),
)
OF_ROWS = (*OF_A_BOOLEAN, Format("csv", "text/csv", "CSV"), Format("tsv", "text/tab-separated-values", "TSV"))
FORMS: dict[Kind, Sequence[Format]] = {"select": OF_ROWS, "ask": OF_A_BOOLEAN, "graph": OF_A_GRAPH}

# What clients also call these forms, in `format=` and in Accept.
SAME = {
    "turtle": "ttl",
    "json-ld": "jsonld",
    "rdfxml": "rdf",
    "rdf+xml": "rdf",
    "ntriples": "nt",
    "n-triples": "nt",
    "nquads": "nq",
    "n-quads": "nq",
}
ALSO = {"json": "application/json", "xml": "application/xml"}

ON_A_PAGE: Forms = {kind: forms[0].media_type for kind, forms in FORMS.items()}


@blueprint.route("/sparql", methods=["GET", "POST"])
def answer() -> Response:
    """The answer to a query, what came of an update, or, where there is neither, form or description."""
    allow_large_requests()
    update = _text("update", UPDATE)
    query = _text("query", QUERY)
    if update is not None and query is not None:
        raise BadRequest("There is a query and an update in this request; send one of them.")
    if update is not None:
        return _updated(update)
    if query is None:
        return _service()
    if _wants_page():
        return _page(query)
    reply = replied(query, _graphs("default-graph-uri", "named-graph-uri"), _media_types())
    if not reply.media_type:
        _refuse(FORMS[reply.kind])
    return negotiated(streamed(reply), [])


def _updated(update: str) -> Response:
    if request.method != "POST":
        raise MethodNotAllowed(["POST"], "An update is sent by POST.")
    authorise()
    graphs = _graphs("using-graph-uri", "using-named-graph-uri")
    kb().store.update(update, graphs, endpoint().hosts, endpoint().plan)
    return Response(status=204)


def _graphs(default: str, named: str) -> Graphs:
    return Graphs(tuple(request.values.getlist(default)), tuple(request.values.getlist(named)))


def _text(name: str, media_type: str) -> str | None:
    """The query or update of the request, None when it has none; BadRequest when it has several."""
    if request.method == "POST" and request.mimetype == media_type:
        return _body()
    if request.method == "POST" and request.mimetype not in (FORM, QUERY, UPDATE):
        raise UnsupportedMediaType(f"Post a query as {QUERY} or, in the parameter query, as {FORM}.")
    given = request.values.getlist(name)
    if len(given) > 1:
        raise BadRequest(f"There are several of {name} in this request; send one.")
    return given[0] if given and given[0].strip() else None


def _body() -> str:
    if request.mimetype_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType("SPARQL is always sent in UTF-8.")
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest("The query is not in UTF-8; SPARQL always is.") from error


def _wants_page() -> bool:
    """Whether the client is a browser: it likes HTML better than any form of data."""
    if asked := _format():
        return asked == HTML.suffix
    data = [*(form.media_type for form in (*OF_ROWS, *OF_A_GRAPH)), *ALSO.values()]
    return liked([*data, HTML.media_type]) == HTML.media_type


def _format() -> str:
    asked = request.values.get("format", "").strip().lower()
    return SAME.get(asked, asked)


def _media_types() -> Forms:
    """The media type of each kind of answer that the client takes; it may not take all kinds."""
    asked = _format()
    chosen = {kind: _asked(forms, asked) if asked else _liked(forms) for kind, forms in FORMS.items()}
    return {kind: form.media_type for kind, form in chosen.items() if form}


def _asked(forms: Sequence[Format], asked: str) -> Format | None:
    return next((form for form in forms if asked in (form.suffix, form.media_type)), None)


def _liked(forms: Sequence[Format]) -> Format | None:
    """The best form by the Accept header; `application/json` asks for SPARQL's JSON as well."""
    types = {form.media_type: form for form in forms}
    types |= {ALSO[form.suffix]: form for form in forms if form.suffix in ALSO}
    return types.get(liked(tuple(types)) or "")


def _refuse(forms: Sequence[Format]) -> NoReturn:
    """Say in which forms the answer is to be had."""
    if asked := _format():
        known = ", ".join(form.suffix for form in forms)
        raise BadRequest(f"format={asked!r} does not suit this answer. Known: {known}.")
    raise not_acceptable([form.media_type for form in forms])


def _service() -> Response:
    """The form, or what this endpoint can do (https://www.w3.org/TR/sparql11-service-description/)."""
    offered = [HTML.media_type, *(form.media_type for form in OF_A_GRAPH)]
    best = liked(offered)
    if best is None or (request.method == "POST" and not _wants_page()):
        raise BadRequest("There is no query in this request: the parameter query is missing or empty.")
    return _page("") if best == HTML.media_type else description(OF_A_GRAPH[offered.index(best) - 1])


def _page(query: str) -> Response:
    """The form, the query in it, and what it answers; a query that fails stands beside its message."""
    found, failure = None, None
    try:
        found = shown(_of_page(query)) if query else None
    except (BadQuery, QueryStopped) as error:
        failure = error
    page = render_template(
        "sparql.html",
        query=query,
        found=found,
        message=str(failure or ""),
        examples=load_examples(),
        page_examples=load_page_examples(),
        forms=FORMS[found.kind] if found else (),
        is_writable=bool(endpoint().token),
        prefixes={"kb": kb().base_iri} | PREFIXES,
        kept=load_views(kb().folder, QUERIES),
        form=form_token(),
        asks_token=needs_token(),
    )
    response = make_response(page, status_of(failure) if failure else 200)
    response.headers["Content-Security-Policy"] = WITH_EDITOR
    return negotiated(response, [])


def _of_page(query: str) -> Reply:
    graphs = _graphs("default-graph-uri", "named-graph-uri")
    return replied(query, graphs, ON_A_PAGE)
