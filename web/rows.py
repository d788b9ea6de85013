"""Entries as the window tells them in JSON: names with their addresses, dates in the words of the reader."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from kb.model import Entry, Named
from kb.when import When
from web.context import address_of, kb
from web.dates import date_words
from web.kinds import kind_words
from web.told import in_words
from web.translating import language

NAMES = 16_384  # kept as they are told, some 10 MB: a window names the same people again and again
DATES = 16_384  # kept as they are told: those of a window are often the same

Told = dict[str, Any]


class Teller(NamedTuple):
    """Tells the entries of one answer: in its language, with the addresses of its site."""

    base: str
    language: str

    @classmethod
    def of_request(cls) -> "Teller":
        """The teller of the request; asked for once, as a window has thousands of names."""
        return cls(kb().base_iri, language())

    def row(self, entry: Entry, lane: Mapping[str, str]) -> Told:
        """All that is told of an entry in a lane."""
        return self.shown(entry) | {
            "lane": lane,
            "quote": entry.quote,
            "versions": [self._version(version) for version in entry.versions],
        }

    def shown(self, entry: Entry) -> Told:
        """What a drawing shows of an entry; the rest is for its page."""
        return {
            **_thing(entry.iri, entry.label, self.base),
            **_date(entry.edtf, self.language),
            "dated": entry.dated,
            "kind": entry.kind,
            "status": entry.status,
            "type": kind_words(entry.type.label) if entry.type else "",
            "quoteKind": entry.quote_kind,
            "toldBy": entry.told_by,
            "actors": [self.named(actor) for actor in entry.actors],
            "place": self.named(entry.place) if entry.place else None,
            "about": entry.about,
            "document": self._document(entry),
            "disagreements": [in_words(said) or said for said in entry.disagreements],
        }

    def named(self, named: Named) -> dict[str, str]:
        """A thing with its address."""
        return _named(named.iri, named.label, self.base)

    def _version(self, entry: Entry) -> Told:
        """What another article tells of the same."""
        when = When.parse(entry.edtf) if entry.edtf else When.unknown()
        told = {"words": date_words(when), "dated": entry.dated, "status": entry.status}
        return {**_thing(entry.iri, entry.label, self.base), **told, "document": self._document(entry)}

    def _document(self, entry: Entry) -> dict[str, str]:
        named = self.named(entry.document)
        return {**named, "publisher": entry.publisher, "published": entry.published}


@lru_cache(maxsize=DATES)
def _date(edtf: str, _language: str) -> Told:
    """What is told of a date in a language, that of the request."""
    when = When.parse(edtf) if edtf else When.unknown()
    return {
        "edtf": edtf,
        "words": date_words(when),
        "begin": when.window[0],
        "end": when.window[1],
        "beginOpen": when.begins_open,
        "endOpen": when.ends_open,
        "uncertain": when.qualifier in ("?", "%"),
        "approximate": when.qualifier in ("~", "%"),
        "grain": when.grain.value,
    }


def _thing(iri: str, label: str, base: str) -> dict[str, str]:
    return {"iri": iri, "href": address_of(iri, base), "label": label}


_named = lru_cache(maxsize=NAMES)(_thing)
"""A thing with its address; one and the same for all who ask, not to be changed."""
