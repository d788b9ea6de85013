"""Which status each error has, and how it is told: as a page, as JSON, as plain text.

The library's errors know nothing of HTTP; this table is the only place that knows both. A new error
class gets its line here.
"""

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from kb.errors import (
    BadDate,
    BadQuery,
    BadRequest,
    BadSource,
    Busy,
    KnowledgeBaseError,
    NotFound,
    Outdated,
    QueryStopped,
    ServerFailed,
    StoreDamaged,
    StoreLocked,
)
from web.negotiation import HTML, JSON, Format, liked
from web.told import told

STATUS: dict[type[KnowledgeBaseError], int] = {
    NotFound: 404,
    BadQuery: 400,
    BadDate: 400,
    BadRequest: 400,
    BadSource: 400,
    QueryStopped: 503,
    Busy: 503,
    StoreLocked: 503,
    Outdated: 409,
    ServerFailed: 502,
    StoreDamaged: 500,
    KnowledgeBaseError: 500,
}

TEXT = Format("txt", "text/plain", "text")

# Programs ask these without naming a type; people get pages everywhere else.
FORMS = {
    "api": (JSON, HTML, TEXT),
    "reconcile": (JSON, HTML, TEXT),
    "sparql": (TEXT, HTML, JSON),
    "graphs": (TEXT, HTML, JSON),
}


def tell_errors(app: Flask) -> None:
    """Have every error of the library, and every HTTP error, answered in the form the client reads."""
    app.register_error_handler(KnowledgeBaseError, _knowledge_base_error)
    app.register_error_handler(HTTPException, _http_error)


def status_of(error: KnowledgeBaseError) -> int:
    """The HTTP status of an error, by its nearest class in the table."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _knowledge_base_error(error: KnowledgeBaseError) -> Response:
    return _told(str(error), status_of(error))


def _http_error(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    response = _told(error.description or error.name, error.code)
    for name, value in error.get_headers():
        if name.lower() != "content-type":
            response.headers[name] = value
    return response


def _told(message: str, status: int) -> Response:
    response = _FORM_OF[_form().media_type](message, status)
    response.status_code = status
    response.vary.add("Accept")
    return response


def _form() -> Format:
    forms = FORMS.get(request.blueprint or "", (HTML, JSON, TEXT))
    types = [form.media_type for form in forms]
    best = liked(types) or TEXT.media_type
    return next(form for form in forms if form.media_type == best)


def _page(message: str, status: int) -> Response:
    return make_response(render_template("error.html", message=told(message), status=status))


def _json(message: str, status: int) -> Response:
    return jsonify(error=message, status=status)


def _text(message: str, status: int) -> Response:
    return Response(f"{status}: {message}\n", mimetype="text/plain")


_FORM_OF = {HTML.media_type: _page, JSON.media_type: _json, TEXT.media_type: _text}
