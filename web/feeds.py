"""Atom feeds of what the newest articles tell: `/feed/<name>.atom` of a saved view, `/feed.atom?...`."""

from dataclasses import replace
from itertools import islice
from urllib.parse import parse_qsl

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from kb.model import Entry, Filter
from kb.saved import load_view
from kb.writing.atom import Feed, feed_of
from web.context import kb
from web.pages import address
from web.parameters import read_filter

blueprint = Blueprint("feeds", __name__)

ENTRIES = 50
ARTICLES = 400  # the newest, in which entries are looked for
ATOM = "application/atom+xml"


@blueprint.get("/feed.atom")
def feed() -> Response:
    """The feed of what the parameters ask for."""
    return _feed(read_filter(request.args), "Timeline")


@blueprint.get("/feed/<name>.atom")
def feed_of_view(name: str) -> Response:
    """The feed of a saved view."""
    view = load_view(kb().folder, name)
    return _feed(read_filter(MultiDict(parse_qsl(view.query))), view.title)


def _feed(wanted: Filter, title: str) -> Response:
    page = request.host_url.rstrip("/") + address("/timeline", wanted)
    return Response(feed_of(_newest(wanted), Feed(title, request.url, page)), mimetype=ATOM)


def _newest(wanted: Filter) -> list[Entry]:
    """What the newest articles tell of it, article by article, until there is enough."""
    if wanted.document:
        return kb().timeline(replace(wanted, limit=ENTRIES))
    articles = (replace(wanted, document=one.iri) for one in kb().newest(ARTICLES))
    return list(islice((entry for one in articles for entry in kb().timeline(one)), ENTRIES))
