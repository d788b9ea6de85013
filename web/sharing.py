"""Answers for pages of other sites (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol), and in gzip.

Other sites may read what everybody may read: the endpoint and the graphs. No page of theirs can write, as
the token is no cookie that a browser would send along.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator

from flask import Flask, Response, request

SHARED = ("sparql", "graphs", "description", "ns", "reconcile")  # blueprints
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",  # seconds
}

SMALL = 1_000  # bytes below which packing is not worth it
TEXTS = ("text/", "application/")  # pictures are packed as they are
LEVEL = 4  # a third less work than the usual 6, for a tenth more bytes


def share(app: Flask) -> None:
    """Have answers of data readable by other sites, and long texts packed for who takes them so."""
    app.after_request(_packed)
    app.after_request(_shared)


def _shared(response: Response) -> Response:
    if request.blueprint in SHARED:
        response.headers.update(HEADERS | (PREFLIGHT if request.method == "OPTIONS" else {}))
    return response


def _packed(response: Response) -> Response:
    if not _is_worth_packing(response):
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False  # of a file
    if response.is_streamed:
        response.response = _pieces(response.iter_encoded())
        response.headers.pop("Content-Length", None)
    else:
        response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
    response.content_encoding = "gzip"
    return response


def _is_worth_packing(response: Response) -> bool:
    if response.status_code != 200 or response.content_encoding:
        return False
    is_text = (response.mimetype or "").startswith(TEXTS)
    return is_text and (_comes_in_pieces(response) or len(response.get_data()) >= SMALL)


def _comes_in_pieces(response: Response) -> bool:
    """Whether its length is not to be asked for: a stream, or a file, which some servers give a length."""
    return response.is_streamed or response.direct_passthrough


def _pieces(text: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(LEVEL, wbits=zlib.MAX_WBITS | 16)
    for piece in text:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()
