"""Saved or fetched web pages: the main text, without what surrounds it, through trafilatura.

The text of the document is the title, then the paragraphs of the article, each followed by a blank
line: navigation, share bars, related links and comments are left out, and the title stands in it once.
The method is that of Barbaresi (2021), Trafilatura: A Web Scraping Library (ACL demo papers).
"""

import logging
import re
from collections.abc import Iterator

from kb.errors import BadSource
from kb.reading.article import Article, Raw
from kb.reading.encoding import decode, mended
from kb.reading.stated import absolute_address

# trafilatura takes 13 s for a page of 20 MB (2 cores, 2.3.1), and more than linearly longer for a larger one.
MAX_PAGE = 25_000_000
PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot do, we say ourselves


def read_page(raw: Raw) -> Iterator[Article]:
    """The article of a page; nothing when it has no text; BadSource when it is too large."""
    from kb.reading.markup import declared_charset, parse_html  # lxml: only when a page comes
    from kb.reading.metadata import page_metadata

    if len(raw.data) > MAX_PAGE:
        raise BadSource(
            f"{raw.name} has {len(raw.data) / 1e6:.0f} MB; pages over {MAX_PAGE / 1e6:.0f} MB are not read. "
            "Save the text of the article as .txt and read that."
        )
    text = mended(decode(raw.data, raw.name, raw.charset or declared_charset(raw.data)))
    tree = parse_html(text)
    if tree is None:
        return
    stated = page_metadata(tree)
    addresses = (absolute_address(address, raw.address) for address in stated.addresses)
    yield Article(
        text=article_text(tree, stated.title),
        title=stated.title,
        address=next((address for address in addresses if address), None) or raw.address,
        publisher=stated.publisher or None,
        author=stated.author or None,
        language=stated.language or None,
        published=stated.published,
        published_by="page metadata",
    )


def article_text(tree: object, title: str) -> str:
    """The title and the paragraphs of the main text, blank lines between; "" when there is no main text."""
    import trafilatura  # a quarter of a second

    from kb.reading.markup import flatten_layout_tables

    flatten_layout_tables(tree)
    extracted = trafilatura.extract(tree, include_comments=False) or ""
    lines = [line.strip() for line in extracted.split("\n")]
    body = [line for line in lines if line and line.casefold() != title.casefold()]
    return "\n\n".join([title, *body] if title and body else body)
