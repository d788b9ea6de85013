"""HTML trees: the only place that parses markup."""

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

BLOCKS = (
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
)  # fmt: skip
HIDDEN = ("script", "style", "template", "noscript")
# No-break spaces are not among what HTML collapses.
COLLAPSED = re.compile(r"[ \t\r\n\f]+")
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)

Tree = Any  # lxml is not typed


def parse_html(text: str) -> Tree | None:
    """The tree of a page, however broken its markup; None when there is no element in it."""
    # The text is decoded already: bytes in a known encoding keep lxml from believing a wrong label in it.
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def size(tree: Tree) -> int:
    """How many elements a tree has."""
    return sum(1 for _ in tree.iter())


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page or feed names in its first bytes."""
    match = CHARSET.search(data[:2048])
    return match.group(1).decode("ascii", "ignore") if match else None


def paragraphs(tree: Tree) -> list[str]:
    """The text of a tree, one string for each block of it, white space collapsed as HTML does."""
    for element in list(tree.iter(*HIDDEN)):
        element.drop_tree()
    for element in tree.iter(etree.Element):
        element.text = COLLAPSED.sub(" ", element.text or "")
        element.tail = COLLAPSED.sub(" ", element.tail or "")
    for element in tree.iter(*BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    lines = tree.text_content().split("\n")
    return [line.strip(" ") for line in lines if line.strip()]


def flatten_layout_tables(tree: Tree) -> None:
    """Turn tables that only place paragraphs on the page, as old sites have them, into plain blocks."""
    for cell in list(tree.xpath("//td[p]")):
        for element in (cell, *cell.iterancestors("tr", "tbody", "table")):
            element.tag = "div"
