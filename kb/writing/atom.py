"""Entries as an Atom feed (RFC 4287): what is new comes first, by the day its article was published.

The same entries give the same bytes: a feed is as new as the newest article in it, not as the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from kb.model import Entry
from kb.when import When
from kb.when.days import to_iso

NAMESPACE = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: its title, its own address, that of the page it tells of."""

    title: str
    address: str
    page: str


def write_atom(entries: Sequence[Entry]) -> bytes:
    """The feed of a file, which has no address."""
    return feed_of(entries, Feed("Timeline", "urn:event-knowledge:timeline", ""))


def feed_of(entries: Sequence[Entry], feed: Feed) -> bytes:
    """The feed, the newest first."""
    newest = sorted(entries, key=_moment, reverse=True)
    root = Element("feed", {"xmlns": NAMESPACE})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(newest[0]) if newest else NEVER)
    if feed.page:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.address})
        SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    root.extend(_entry(entry) for entry in newest)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _entry(entry: Entry) -> Element:
    element = Element("entry")
    _add(element, "id", entry.iri)
    _add(element, "title", f"{_words(entry)}: {entry.label}")
    _add(element, "updated", _moment(entry))
    _add(SubElement(element, "author"), "name", entry.publisher or entry.document.label or entry.document.iri)
    SubElement(element, "link", {"rel": "alternate", "href": entry.iri})
    SubElement(element, "category", {"term": entry.kind})
    _add(element, "summary", entry.quote)
    return element


def _words(entry: Entry) -> str:
    return When.parse(entry.edtf).words() if entry.dated else "Undated"


def _moment(entry: Entry) -> str:
    published = When.parse(entry.published).window[0] if entry.published else None
    return to_iso(published) or NEVER


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
