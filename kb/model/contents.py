"""What there is in all: how much, which articles, where."""

from dataclasses import dataclass

from kb.model.views import Named


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place is, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A place and how many entries are there."""

    place: Named
    entries: int


@dataclass(frozen=True, slots=True)
class Article:
    """A document as lists of documents show it; `published` is EDTF, "" when it is not known."""

    iri: str
    title: str
    publisher: str
    published: str
