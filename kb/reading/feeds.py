"""RSS and Atom feeds: one article an item, through feedparser.

The text of a document is the title, then the paragraphs of the item's full text (`content:encoded`,
`atom:content`), or of its summary where the feed gives no more; no-break spaces are kept.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from kb.errors import BadSource
from kb.reading.article import Article, Raw
from kb.reading.encoding import refuse_binary
from kb.reading.stated import absolute_address

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
FEED = re.compile(
    r"(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE | re.DOTALL
)


def read_feed(raw: Raw) -> Iterator[Article]:
    """The items of a feed in their order; BadSource when it is no feed."""
    import feedparser  # only when a feed comes

    refuse_binary(raw.data, raw.name)
    feed = feedparser.parse(BytesIO(raw.data), response_headers=_headers(raw))
    if not feed.version and not feed.entries:
        raise BadSource(f"{raw.name} is no RSS or Atom feed: {feed.get('bozo_exception', 'no items')}.")
    if not feed.entries:
        raise BadSource(f"{raw.name} is a feed without items. Read it again when it has some.")
    for number, entry in enumerate(feed.entries, 1):
        yield _article(dict(entry), feed.feed, raw, number)  # dict: its own get() guesses at missing keys


def _headers(raw: Raw) -> dict[str, str]:
    charset = f"; charset={raw.charset}" if raw.charset else ""
    return {"content-type": f"{raw.media_type or 'application/xml'}{charset}"}


def _article(entry: dict[str, Any], channel: Any, raw: Raw, number: int) -> Article:
    title = " ".join(entry.get("title", "").split())
    return Article(
        text="\n\n".join(_with_title(title, _paragraphs(entry))),
        title=title,
        address=absolute_address(entry.get("link"), channel.get("link")),
        guid=f"{channel.get('link') or raw.name} {entry['id']}" if entry.get("id") else None,
        publisher=entry.get("source", {}).get("title") or channel.get("title") or None,
        author=entry.get("author") or None,
        language=channel.get("language") or None,
        published=entry.get("published") or entry.get("updated") or "",
        published_by="feed",
        number=number,
    )


def _with_title(title: str, body: list[str]) -> list[str]:
    rest = [line for line in body if line != title]
    return [title, *rest] if title and rest else rest


def _paragraphs(entry: dict[str, Any]) -> list[str]:
    from kb.reading.markup import paragraphs, parse_html

    contents = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    longest = max(contents, key=lambda content: len(content.get("value", "")))
    text = longest.get("value", "")
    if longest.get("type") == "text/plain":
        return [line for line in text.split("\n") if line.strip()]
    tree = parse_html(text) if text.strip() else None
    return [] if tree is None else paragraphs(tree)
