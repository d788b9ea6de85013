"""What an authority holds: records of people, bodies, places and events under outside identifiers."""

from dataclasses import dataclass
from enum import StrEnum

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"


class Sort(StrEnum):
    """What sort of name a name is, the most telling first."""

    LABEL = "label"
    ALIAS = "alias"
    WEAK = "weak"  # of no known language, a spelling of search engines, a people's name


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of something, with its language (BCP 47) where the source tells it."""

    text: str
    language: str = ""
    sort: Sort = Sort.ALIAS


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Someone, somewhere or something as one source describes it.

    `prior` says how likely a name without further ado means this one, from 0 to 1. `country` is an ISO
    3166-1 code in lower case, `begun` and `ended` are EDTF, `same` are IRIs of the same thing elsewhere.
    `doubt` says why the identifier may be wrong: such a record is proposed, never accepted. `replaces` are
    IRIs that were redirected to this one; `deleted` says that the source has deleted it: nothing is linked
    to it.
    """

    iri: str
    kind: str
    source: str
    names: tuple[Name, ...]
    description: str = ""
    prior: float = 0.3
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    begun: str = ""
    ended: str = ""
    same: tuple[str, ...] = ()
    doubt: str = ""
    replaces: tuple[str, ...] = ()
    deleted: bool = False

    @property
    def name(self) -> str:
        """What to call it: the English label, else any label, else the first name."""
        labels = [name for name in self.names if name.sort == Sort.LABEL]
        english = [name for name in labels if name.language == "en"]
        return next(iter((*english, *labels, *self.names)), Name(self.iri)).text


def wikidata(identifier: str) -> str:
    """The IRI of a Wikidata item or property, such as Q42."""
    return WIKIDATA + identifier


def geonames(identifier: int | str) -> str:
    """The IRI of a GeoNames feature."""
    return f"{GEONAMES}{identifier}/"
