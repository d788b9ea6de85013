"""What templates can do with the values handed to them."""

import re
from collections.abc import Callable

from flask import Flask, url_for

from web import context
from web.pages import periods


def register(app: Flask) -> None:
    """Make the filters and tests known to the templates of `app`."""
    for name, function in FILTERS.items():
        app.add_template_filter(function, name)
    app.add_template_test(context.is_web_address, "web_address")


def fragment(iri: str) -> str:
    """The end of an IRI, as the name of a place in a page."""
    return iri.rstrip("/").rpartition("/")[2]


def spaced(name: str) -> str:
    """A camel-cased name as words: "asksFor" is "asks for"."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f" {found[1].lower()}", name)


def describe_address(iri: str) -> str:
    """Where our SPARQL page asks what is known of an IRI."""
    return url_for("sparql.endpoint", query=f"DESCRIBE <{iri}>")


FILTERS: dict[str, Callable[..., object]] = {
    "href": context.href,
    "words": context.words,
    "periods": periods,
    "fragment": fragment,
    "attitude": spaced,
    "describe_address": describe_address,
}
