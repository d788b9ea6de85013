"""Which form of an answer a client wants: by the suffix of the address, else by its Accept header.

To add a form, add its line here and, if it is RDF, see that `kb.storing` can write it.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from flask import Response, request
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable
from werkzeug.http import parse_accept_header


class Format(NamedTuple):
    """A media type, the suffix that asks for it, its name for people."""

    suffix: str
    media_type: str
    label: str


class Alternate(NamedTuple):
    """The same thing in another form: where, and in which."""

    href: str
    media_type: str
    label: str


HTML = Format("html", "text/html", "HTML")
JSON = Format("json", "application/json", "JSON")
RDF = (
    Format("ttl", "text/turtle", "Turtle"),
    Format("jsonld", "application/ld+json", "JSON-LD"),
    Format("rdf", "application/rdf+xml", "RDF/XML"),
    Format("nt", "application/n-triples", "N-Triples"),
)
OF_A_GRAPH = (
    *RDF,
    Format("nq", "application/n-quads", "N-Quads"),
    Format("trig", "application/trig", "TriG"),
)
OF_A_VIEW = (HTML, *RDF, JSON)
OF_A_VOCABULARY = (HTML, *RDF)


def split_suffix(path: str, formats: Iterable[Format] = OF_A_VIEW) -> tuple[str, Format | None]:
    """`doc/0f3a.ttl` as `doc/0f3a` and Turtle; a path without a known suffix as it is, and None."""
    stem, dot, suffix = path.rpartition(".")
    known = {form.suffix: form for form in formats}
    return (stem, known[suffix]) if dot and suffix in known else (path, None)


def accepted(formats: Sequence[Format]) -> Format:
    """The form the request's Accept header likes best, the first when it does not care.

    Raises NotAcceptable, naming what there is, when it wants none of them.
    """
    types = [form.media_type for form in formats]
    best = liked(types)
    if best is None:
        raise not_acceptable(types)
    return formats[types.index(best)]


def not_acceptable(types: Sequence[str]) -> NotAcceptable:
    """That the client wants none of these media types, which are all there are."""
    return NotAcceptable(f"There is no such form here. Ask for one of: {', '.join(types)}.")


def liked(types: Sequence[str]) -> str | None:
    """The media type the Accept header likes best: the first without such a header, None if none fits."""
    return _best(request.headers.get("Accept", ""), tuple(types))


@lru_cache(maxsize=512)  # clients send the same few headers over and over
def _best(header: str, types: tuple[str, ...]) -> str | None:
    wanted = _without_parameters(parse_accept_header(header, MIMEAccept))
    return wanted.best_match(types) if wanted else types[0]


def _without_parameters(wanted: MIMEAccept) -> MIMEAccept:
    """The same types without `charset`, `profile` and the like, of which no form here has a choice."""
    return MIMEAccept([(media_type.partition(";")[0].strip(), quality) for media_type, quality in wanted])


def alternates(path: str, formats: Iterable[Format] = OF_A_VIEW) -> list[Alternate]:
    """The other forms of what stands at `path`, each at an address of its own."""
    return [Alternate(f"{path}.{f.suffix}", f.media_type, f.label) for f in formats if f is not HTML]


def negotiated(response: Response, others: Iterable[Alternate]) -> Response:
    """The response, telling caches what it depends on and clients what else there is (RFC 9110, RFC 8288)."""
    response.vary.add("Accept")
    for other in others:
        response.headers.add("Link", f'<{other.href}>; rel="alternate"; type="{other.media_type}"')
    return response
