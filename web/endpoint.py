"""How the site answers SPARQL: who evaluates queries, whether it may be written to, by whom.

What is decided when the site starts stands in an `Endpoint`; the views ask it here.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain

from flask import Flask, Response, current_app, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from kb.storing.planning import Planner
from kb.storing.sparql import NOBODY, Graphs, Hosts
from kb.storing.workers import Question, Reply
from kb.storing.workers.questions import Forms
from web.context import kb

LARGEST_UPLOAD = 256_000_000  # bytes, of those who may write

Ask = Callable[[Question, Forms], Reply]


def answer_here(question: Question, forms: Forms) -> Reply:
    """The answer of the site's own process, which nothing limits."""
    answer = kb().query(question.sparql, question.graphs, question.hosts)
    media_type = forms.get(answer.kind, "")
    return Reply(answer.kind, media_type, answer.serialize(media_type) if media_type else b"")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Who answers queries; the token of those who may write, "" for nobody; hosts that may be called.

    `plan` works out updates within limits, None lets the site's own process do them without.
    """

    ask: Ask = answer_here
    token: str = field(default="", repr=False)
    hosts: Hosts = NOBODY
    plan: Planner | None = None


UNBOUNDED = Endpoint()


def keep(app: Flask, endpoint: Endpoint) -> None:
    """Have the site answer SPARQL this way."""
    app.extensions["endpoint"] = endpoint


def endpoint() -> Endpoint:
    """How the running site answers SPARQL."""
    found: Endpoint = current_app.extensions["endpoint"]
    return found


def replied(sparql: str, graphs: Graphs, forms: Forms) -> Reply:
    """The answer to a query, in the media type for its kind."""
    return endpoint().ask(Question(sparql, graphs, endpoint().hosts), forms)


def streamed(reply: Reply) -> Response:
    """A reply as a response, which ends the query when the client goes away."""
    if reply.rest is None:
        return Response(reply.text, mimetype=reply.media_type)
    response = Response(chain([reply.text], reply.rest), mimetype=reply.media_type)
    response.call_on_close(reply.rest.close)
    return response


def may_write() -> bool:
    """Whether the request bears the token of those who may write."""
    token, given = endpoint().token, request.authorization
    bearer = (given.token or "") if given is not None and given.type == "bearer" else ""
    return bool(token) and hmac.compare_digest(bearer.encode(), token.encode())


def authorise() -> None:
    """Let through who may write; Forbidden when nobody may, Unauthorized without the token."""
    if not endpoint().token:
        raise Forbidden("This site is read-only. Start it with kb serve --writable --token TOKEN to write.")
    if not may_write():
        raise Unauthorized(
            "Who writes sends the token of this site: Authorization: Bearer TOKEN.",
            www_authenticate=WWWAuthenticate("bearer", {"realm": "event-knowledge"}),
        )


def allow_large_requests() -> None:
    """Let those who may write send more than others."""
    if may_write():
        request.max_content_length = request.max_form_memory_size = LARGEST_UPLOAD
