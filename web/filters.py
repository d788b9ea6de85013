"""What templates can do with the values handed to them."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from urllib.parse import parse_qsl, urlencode

from flask import Flask, request, url_for
from jinja2 import pass_context
from markupsafe import Markup

from kb.model import Involved, Named
from web import context
from web.api import answered
from web.kinds import kind_words
from web.pages import periods
from web.parameters import as_parameters, read_lanes
from web.told import told
from web.translating import say_count

ROLES = ("speaker", "speaking for", "audience", "carrier", "initiator", "target", "other")

MOST_DRAWN = 300


def register(app: Flask) -> None:
    """Make the filters and tests known to the templates of `app`."""
    for name, function in FILTERS.items():
        app.add_template_filter(function, name)
    app.add_template_test(context.is_web_address, "web_address")


@pass_context
def words(_: object, edtf: str) -> str:
    """A date in the words of the reader, of whom a template that is compiled once for all knows nothing."""
    return context.words(edtf)


def fragment(iri: str) -> str:
    """The end of an IRI, as the name of a place in a page."""
    return iri.rstrip("/").rpartition("/")[2]


def spaced(name: str) -> str:
    """A camel-cased name as words: "asksFor" is "asks for"."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f" {found[1].lower()}", name)


def by_role(involved: Iterable[Involved]) -> list[tuple[str, list[Named]]]:
    """Who stands in which role, the leading roles first."""
    ordered = sorted(involved, key=lambda one: ROLES.index(one.role))
    return [(role, [one.who for one in group]) for role, group in groupby(ordered, key=lambda one: one.role)]


def counted(number: int, one: str, many: str = "") -> str:
    """So many of a thing, in words: "1 entry", "1,200 entries"."""
    return say_count(f"%(number)s {one}", f"%(number)s {many or one + 's'}", number)


def describe_address(iri: str) -> str:
    """Where our SPARQL page asks what is known of an IRI."""
    return url_for("sparql.answer", query=f"DESCRIBE <{iri}>")


def sided(query: str, side: str) -> str:
    """The parameters of a view as those of one side of a comparison."""
    return urlencode([(f"{side}-{name}", value) for name, value in parse_qsl(query)])


def first_window(source: str) -> str:
    """What the explorer asks first (`answerAddress` in `query.js`), for a page to carry the answer.

    BadRequest where that would be refused: a page that opens draws.
    """
    path, _, query = source.partition("?")
    order = request.args.get("order", "").strip() or "salience"
    manner = {"lanes": read_lanes(request.args) or "actor", "order": order}
    return f"{path}?{urlencode({**dict(parse_qsl(query)), **manner, 'limit': MOST_DRAWN})}"


def answer(address: str) -> Markup:
    """The answer to an address of the window, to stand in a `<script type="application/json">`."""
    return Markup(answered(address).strip().replace("<", "\\u003c"))  # noqa: S704  # no "<", no end of the script


FILTERS: dict[str, Callable[..., object]] = {
    "href": context.href,
    "words": words,
    "is_bounded": context.is_bounded,
    "periods": periods,
    "fragment": fragment,
    "spaced": spaced,
    "by_role": by_role,
    "counted": counted,
    "describe_address": describe_address,
    "parameters": as_parameters,
    "sided": sided,
    "first_window": first_window,
    "answer": answer,
    "told": told,
    "kind": kind_words,
}
