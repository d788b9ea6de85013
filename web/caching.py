"""Answers that a client need not fetch twice: each has a tag of its content, and 304 says it is still so.

Nothing is believed fresh without asking, since an article may be read at any moment.
"""

from flask import Flask, Response, request

CONDITIONS = {"if-none-match", "if-modified-since", "if-range", "range"}  # headers


def let_answers_be_kept(app: Flask) -> None:
    """Tag every answer of `app` to a GET, and send it only when it is not the one the client has."""
    app.after_request(_tagged)


def _tagged(response: Response) -> Response:
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or response.is_streamed:
        return response
    response.cache_control.no_cache = True
    response.add_etag()
    if CONDITIONS & {name.lower() for name in request.headers.keys()}:  # noqa: SIM118  # iterating gives pairs
        response.make_conditional(request)
    return response
