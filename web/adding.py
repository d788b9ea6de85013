"""Adding an article: paste it, name its address or choose its file, see what was found, then keep it.

    /add          the form          /add/<key>      what was found in a source, and how each date came about

What was found is held in memory under a key that nobody can guess, until it is kept or newer drafts push it
out. A site that only reads opens the store for the moment of writing.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from flask import Blueprint, Flask, Response, current_app, make_response, redirect, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from kb.base import KnowledgeBase
from kb.drafting import Draft, Given, drafts_of
from kb.errors import BadDate, BadRequest, Busy, KnowledgeBaseError, NotFound
from kb.when import When
from web.context import kb
from web.dates_typed import date_typed
from web.endpoint import endpoint
from web.errors import status_of
from web.forms import check_form, check_writer, form_token, needs_token

blueprint = Blueprint("adding", __name__)

LARGEST = 10_000_000  # bytes of a form
HELD = 16  # drafts
TOO_LARGE = f"That is more than {LARGEST // 1_000_000} MB. Hand in one article, or read it with: kb read FILE"
NOTHING = "Nothing was handed in. Paste a text, give an address, or choose a file."


@dataclass(frozen=True, slots=True)
class Held:
    """A source, and what was found in it."""

    given: Given
    drafts: tuple[Draft, ...]


class Drafts:
    """The newest drafts, by key; one source is read at a time."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._reading = Lock()

    def make(self, given: Given, base: str) -> str:
        """Read a source; returns the key of its drafts. Busy while another is read."""
        if not self._reading.acquire(timeout=5):
            raise Busy("Another article is being read. Try again in a minute.")
        try:
            held = Held(given, tuple(drafts_of(given, base)))
        finally:
            self._reading.release()
        key = secrets.token_urlsafe(12)
        self._held[key] = held
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        return key

    def at(self, key: str) -> Held:
        """What is held under a key; NotFound when nothing is, any longer."""
        if key not in self._held:
            raise NotFound("This draft is no longer here. Hand the article in again: /add")
        return self._held[key]

    def drop(self, key: str) -> None:
        """Forget a draft."""
        self._held.pop(key, None)


def hold_drafts(app: Flask) -> None:
    """Give `app` a place for its drafts."""
    app.extensions["drafts"] = Drafts()


@blueprint.get("/add")
def form() -> Response:
    """The form."""
    return _form("", 200)


@blueprint.post("/add")
def hand_in() -> AnyResponse:
    """Read what was handed in, and lead to what was found; else the form again, with what is wrong."""
    request.max_content_length = request.max_form_memory_size = LARGEST
    try:
        check_writer()
        check_form()
        return redirect(f"/add/{_drafts().make(_given(), kb().base_iri)}", 303)
    except RequestEntityTooLarge:
        return _form(TOO_LARGE, 413)
    except KnowledgeBaseError as error:
        return _form(str(error), status_of(error))


@blueprint.get("/add/<key>")
def draft(key: str) -> Response:
    """What was found in a source, and how each date came about; nothing of it is stored yet."""
    page = render_template(
        "draft.html", held=_drafts().at(key), key=key, token=form_token(), asks_token=needs_token()
    )
    return _fresh(make_response(page))


@blueprint.post("/add/<key>")
def decide(key: str) -> AnyResponse:
    """Keep a draft, or read its source again by another day of publication."""
    check_writer()
    check_form()
    held = _drafts().at(key)
    if request.form.get("do") == "again":
        again = replace(held.given, published=_published())
        return redirect(f"/add/{_drafts().make(again, kb().base_iri)}", 303)
    _keep(held)
    _drafts().drop(key)
    return redirect(f"/{held.drafts[0].view.iri.removeprefix(kb().base_iri)}", 303)


def _keep(held: Held) -> None:
    base, folder = kb(), kb().folder
    if base.is_writable or folder is None:
        return _store(base, held)
    with KnowledgeBase.create(folder) as writer:
        return _store(writer, held)


def _store(base: KnowledgeBase, held: Held) -> None:
    for found in held.drafts:
        base.keep(found.findings)
    base.merge()
    base.flush()


def _given() -> Given:
    """The source of the form: its file, else its text, else its address; BadRequest when it has none."""
    file, text, address = (
        request.files.get("file"),
        request.form.get("text", ""),
        request.form.get("address", ""),
    )
    published = _published()
    if file and file.filename:
        return Given(file.filename, file.read(), published)
    if text.strip():
        return Given("pasted.txt", text.encode(), published)
    if not address.strip():
        raise BadRequest(NOTHING)
    if not address.strip().lower().startswith(("http://", "https://")):
        raise BadRequest(f"{address.strip()!r} is no address of a page. It begins with https:// or http://.")
    return Given(address.strip(), None, published)


def _published() -> When | None:
    text = request.form.get("published", "").strip()
    try:
        return date_typed(text) if text else None
    except BadDate as error:
        raise BadDate(f"Published: {error}") from error


def _form(message: str, status: int) -> Response:
    kept = (
        {name: request.form.get(name, "") for name in ("text", "address", "published")}
        if status != 413
        else {}
    )
    page = render_template(
        "add.html",
        message=message,
        kept=kept,
        token=form_token(),
        asks_token=needs_token(),
        is_closed=needs_token() and not endpoint().token,
    )
    return _fresh(make_response(page, status))


def _fresh(response: Response) -> Response:
    """Not to be kept: it carries the reader's token."""
    response.cache_control.no_store = True
    return response


def _drafts() -> Drafts:
    found: Drafts = current_app.extensions["drafts"]
    return found
