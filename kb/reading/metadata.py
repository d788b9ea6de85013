"""What a page states about itself: schema.org JSON-LD, meta elements, links, time elements.

Only what is stated: no date is guessed from the text, the address or a copyright line. To believe
another meta element, add its name to the table of its field.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.reading.markup import Tree

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "citation_date",
    "citation_publication_date",
)  # fmt: skip
TITLES = ("og:title", "headline", "dc.title", "dcterms.title", "citation_title", "twitter:title")
PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "citation_author")
ADDRESSES = ("og:url", "parsely-link", "twitter:url")
SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " · ")


@dataclass(frozen=True, slots=True)
class Stated:
    """The first value the page states for each field; empty where it states none."""

    title: str
    published: str
    publisher: str
    author: str
    addresses: tuple[str, ...]
    language: str


def page_metadata(tree: Tree) -> Stated:
    """What the page says of itself, the most explicit source of each field first."""
    linked = _linked_article(tree)
    metas = _metas(tree)
    publisher = _name(linked.get("publisher")) or _first(metas, PUBLISHERS)
    return Stated(
        title=_title(tree, linked, metas, publisher),
        published=_text(linked.get("datePublished")) or _first(metas, PUBLISHED) or _time_element(tree),
        publisher=publisher,
        author=_name(linked.get("author")) or _first(metas, AUTHORS) or _one(tree, "//a[@rel='author'][1]"),
        addresses=tuple(_addresses(tree, linked, metas)),
        language=_text(tree.get("lang")) or _text(tree.get("xml:lang")),
    )


def _linked_article(tree: Tree) -> dict[str, Any]:
    """The first JSON-LD node that has a day of publication, else the first with a headline, else nothing."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    for key in ("datePublished", "headline"):
        for node in nodes:
            if node.get(key):
                return node
    return {}


def _parsed(script: str) -> Any:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
        if isinstance(node, dict | list):
            waiting.extend(node.values() if isinstance(node, dict) else node)


def _metas(tree: Tree) -> dict[str, str]:
    """The contents of meta elements and of microdata by folded name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content] | //*[@itemprop][@content or @datetime]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or element.get("datetime") or ""
        if content.strip():
            found.setdefault(name.strip().lower(), " ".join(content.split()))
    return found


def _title(tree: Tree, linked: dict[str, Any], metas: dict[str, str], publisher: str) -> str:
    stated = _text(linked.get("headline")) or _first(metas, TITLES)
    heading = _one(tree, "//article//h1") or _one(tree, "//main//h1")
    return (
        stated or heading or _without_publisher(_one(tree, "//head/title"), publisher) or _one(tree, "//h1")
    )


def _without_publisher(title: str, publisher: str) -> str:
    for separator in SEPARATORS:
        before, found, after = title.rpartition(separator)
        if found and after.casefold() == publisher.casefold():
            return before
    return title


def _time_element(tree: Tree) -> str:
    """The first `<time datetime>` of the article itself; elsewhere only one marked as its publication."""
    for path in ("//time[@pubdate]", "//article//time[@datetime]", "//main//time[@datetime]"):
        for element in tree.xpath(path):
            return _text(element.get("datetime"))
    return ""


def _addresses(tree: Tree, linked: dict[str, Any], metas: dict[str, str]) -> Iterator[str]:
    yield from tree.xpath("//link[@rel='canonical']/@href")
    yield from (metas[name] for name in ADDRESSES if name in metas)
    page = linked.get("mainEntityOfPage")
    yield _text(linked.get("url"))
    yield _text(page.get("@id") if isinstance(page, dict) else page)


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _one(tree: Tree, path: str) -> str:
    found = tree.xpath(path)
    return _text(found[0].text_content()) if found else ""


def _name(value: Any) -> str:
    """The name of a JSON-LD person or organisation, or of the first of several."""
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
