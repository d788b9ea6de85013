"""Answers that need not be made or fetched twice.

Each has a tag of its content, and 304 says it is still so: nothing is believed fresh without asking, since an
article may be read at any moment. A few that are asked for again and again are kept here too, each for the
state of the knowledge base that it is of.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from flask import Flask, Response, current_app, request

from web.context import kb
from web.translating import language

MOST = 64  # answers; a window of the timeline is 150 KB at most

Key = tuple[str, str, str]


class Kept:
    """The last answers that were asked for, by state, language and address."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> bytes | None:
        """The answer by this key, None when it is not kept (any more)."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def put(self, key: Key, body: bytes) -> None:
        """Keep an answer; the one not asked for longest makes room."""
        with self._lock:
            self._answers[key] = body
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)


CONDITIONS = {"if-none-match", "if-modified-since", "if-range", "range"}  # headers


def let_answers_be_kept(app: Flask) -> None:
    """Tag every answer of `app` to a GET, and send it only when it is not the one the client has."""
    app.extensions["kept answers"] = Kept()
    app.after_request(_tagged)


def kept(address: str, make: Callable[[], bytes]) -> bytes:
    """What answers an address of the site, made for this state of the knowledge base before, or now."""
    state = kb().state
    if not state:
        return make()
    answers: Kept = current_app.extensions["kept answers"]
    key = (state, language(), address)
    if (body := answers.get(key)) is None:
        body = make()
        answers.put(key, body)
    return body


def _tagged(response: Response) -> Response:
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or response.is_streamed:
        return response
    response.cache_control.no_cache = True
    response.add_etag()
    if CONDITIONS & {name.lower() for name in request.headers.keys()}:  # noqa: SIM118  # iterating gives pairs
        response.make_conditional(request)
    return response
