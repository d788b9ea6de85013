"""The SPARQL 1.1 Protocol over the knowledge base, to read only, and a form for people at the same address.

`/sparql` takes a query by GET (`?query=`), by POST of a form, or by POST of `application/sparql-query`
(https://www.w3.org/TR/sparql11-protocol/). The answer's form goes by `format=` or by the Accept header. A
browser gets a page; a client that asks for RDF without a query gets the service's description.
To add a form of answer, add its line to `OF_ROWS` or `OF_A_GRAPH`.
"""

from collections.abc import Sequence

from flask import Blueprint, Response, make_response, render_template, request, url_for
from werkzeug.exceptions import Forbidden, UnsupportedMediaType

from kb.errors import BadQuery, BadRequest
from kb.storing import Answer
from web.context import kb
from web.examples import load_examples
from web.negotiation import HTML, RDF, Format, accepted, liked, negotiated
from web.results import shown
from web.turtle import converted

blueprint = Blueprint("sparql", __name__)

QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
FORM = "application/x-www-form-urlencoded"

OF_A_BOOLEAN = (
    Format("json", "application/sparql-results+json", "JSON"),
    Format("xml", "application/sparql-results+xml", "XML"),
)
OF_ROWS = (*OF_A_BOOLEAN, Format("csv", "text/csv", "CSV"), Format("tsv", "text/tab-separated-values", "TSV"))
OF_A_GRAPH = RDF
FORMS = {"select": OF_ROWS, "ask": OF_A_BOOLEAN, "graph": OF_A_GRAPH}

# What clients also call these forms, in `format=` and in Accept.
SAME = {
    "turtle": "ttl",
    "json-ld": "jsonld",
    "rdfxml": "rdf",
    "rdf+xml": "rdf",
    "ntriples": "nt",
    "n-triples": "nt",
}
ALSO = {"json": "application/json", "xml": "application/xml"}


@blueprint.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """The answer to a query, or, where there is none, the form or the description of the service."""
    _refuse_updates()
    _refuse_datasets()
    query = _query()
    if query is None:
        return _service()
    if _wants_page():
        return _page(query)
    return _answered(kb().query(query))


def _refuse_updates() -> None:
    if request.mimetype == UPDATE or "update" in request.values:
        raise Forbidden("This endpoint is to read only: updates are refused. `kb read` stores an article.")


def _refuse_datasets() -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        if name in request.values:
            raise BadRequest(f"{name} is not supported. Write FROM or FROM NAMED into the query instead.")


def _query() -> str | None:
    if request.method == "POST" and request.mimetype == QUERY:
        return _body()
    if request.method == "POST" and request.mimetype != FORM:
        raise UnsupportedMediaType(f"Post a query as {QUERY} or, in the parameter query, as {FORM}.")
    given = request.values.getlist("query")
    if len(given) > 1:
        raise BadRequest("There are several queries in this request; send one.")
    return given[0] if given and given[0].strip() else None


def _body() -> str:
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


def _answered(answer: Answer) -> Response:
    form = _form_for(FORMS[answer.kind])
    response = Response(answer.serialize(form.media_type), mimetype=form.media_type)
    return negotiated(response, [])


def _form_for(forms: Sequence[Format]) -> Format:
    asked = _format()
    if not asked:
        return _liked(forms)
    for form in forms:
        if asked in (form.suffix, form.media_type):
            return form
    raise BadRequest(
        f"format={asked!r} does not suit this answer. Known: {', '.join(f.suffix for f in forms)}."
    )


def _liked(forms: Sequence[Format]) -> Format:
    """The best form by the Accept header; `application/json` asks for SPARQL's JSON as well."""
    also = [f._replace(media_type=ALSO[f.suffix]) for f in forms if f.suffix in ALSO]
    chosen = accepted([*forms, *also])
    return next(form for form in forms if form.suffix == chosen.suffix)


def _service() -> Response:
    """The form, or what this endpoint can do (https://www.w3.org/TR/sparql11-service-description/)."""
    offered = [HTML.media_type, *(form.media_type for form in RDF)]
    best = liked(offered)
    if best is None or (request.method == "POST" and not _wants_page()):
        raise BadRequest("There is no query in this request: the parameter query is missing or empty.")
    return _page("") if best == HTML.media_type else _description(RDF[offered.index(best) - 1])


def _description(form: Format) -> Response:
    endpoint_iri = url_for("sparql.endpoint", _external=True)
    turtle = render_template("service.ttl", endpoint=endpoint_iri, base_iri=kb().base_iri)
    return negotiated(Response(converted(turtle, form), mimetype=form.media_type), [])


def _page(query: str) -> Response:
    """The form, the query in it, and what it answers; a query that fails stands beside its message."""
    found, message = None, ""
    try:
        found = shown(kb().query(query)) if query else None
    except BadQuery as error:
        message = str(error)
    page = render_template(
        "sparql.html",
        query=query,
        found=found,
        message=message,
        examples=load_examples(),
        forms=FORMS[found.kind] if found else (),
    )
    response = make_response(page, 400 if message else 200)
    return negotiated(response, [])
