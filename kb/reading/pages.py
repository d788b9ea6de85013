"""Saved or fetched web pages: the main text, without what surrounds it, through trafilatura.

The text of the document is the title, then the paragraphs of the article, each followed by a blank
line: navigation, share bars, related links and comments are left out, and the title stands in it once.
The method is that of Barbaresi (2021), Trafilatura: A Web Scraping Library (ACL demo papers).
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from kb.errors import BadSource
from kb.reading.article import Article, Raw
from kb.reading.encoding import decode, mended
from kb.reading.stated import absolute_address

# What trafilatura 2.3 needs on one core: 11 s and 0.6 GB for 20 MB of paragraphs, 15 s and 0.9 GB for
# 300,000 elements (a page of 1,400,000 took 73 s and 3.9 GB).
MAX_PAGE_BYTES = 25_000_000
MAX_ELEMENTS = 300_000
PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot do, we say ourselves


def read_page(raw: Raw) -> Iterator[Article]:
    """The article of a page; nothing when it has no text; BadSource when it is too large."""
    from kb.reading.metadata import page_metadata  # lxml: only when a page comes

    tree = _tree(raw)
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


def _tree(raw: Raw) -> Any:
    from kb.reading.markup import declared_charset, parse_html, size

    if len(raw.data) > MAX_PAGE_BYTES:
        raise _too_large(raw, f"{len(raw.data) / 1e6:.0f} MB", f"{MAX_PAGE_BYTES / 1e6:.0f} MB")
    text = mended(decode(raw.data, raw.name, raw.charset or declared_charset(raw.data)))
    tree = parse_html(text)
    if tree is not None and (elements := size(tree)) > MAX_ELEMENTS:
        raise _too_large(raw, f"{elements:,} elements", f"{MAX_ELEMENTS:,}")
    return tree


def _too_large(raw: Raw, found: str, limit: str) -> BadSource:
    return BadSource(
        f"{raw.name} has {found}; pages with more than {limit} are not read. "
        "Save the text of the article as .txt and read that."
    )


def article_text(tree: Any, title: str) -> str:
    """The title and the paragraphs of the main text, blank lines between; "" when there is no main text."""
    import trafilatura  # a quarter of a second

    from kb.reading.markup import flatten_layout_tables

    flatten_layout_tables(tree)
    extracted = trafilatura.extract(tree, include_comments=False) or ""
    lines = [line.strip() for line in extracted.split("\n")]
    body = [line for line in lines if line and line.casefold() != title.casefold()]
    return "\n\n".join([title, *body] if title and body else body)
