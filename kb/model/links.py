"""Links: what entities and entries of a knowledge base are in lists elsewhere, and who said so.

A link record is a mapping of SSSOM (https://mapping-commons.github.io/sssom): what was found, by what, how
surely and why. What people say of it is kept beside it, each time anew, so that it can be taken back.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Judgement(StrEnum):
    """What is held of a link."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"
    NIL = "nil"  # nobody and nothing elsewhere
    COULD_NOT_LOOK = "could not look"  # no list was there, or the service did not answer


SETTLING = frozenset({Judgement.ACCEPTED, Judgement.NIL})
"""What a person says of one link that leaves nothing to ask about the others of its subject."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a link, and the moment they did (UTC, ISO 8601)."""

    judgement: Judgement
    reviewer: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecord:
    """That a subject is, or may be, the object elsewhere; `object` is "" for nil and where nobody could look.

    `found` is what the tool held, with its `confidence` from 0 to 1 and its reasons, sentences; `date` is
    the day it was found. `source` names the list or service, `source_version` its state. `reviews` are
    what people said, the last one counts.
    """

    subject: str
    subject_label: str
    object: str = ""
    object_label: str = ""
    object_kind: str = ""
    object_description: str = ""
    found: Judgement = Judgement.PROPOSED
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    justification: str = "LexicalMatching"  # a local name of the Semantic Mapping Vocabulary
    tool: str = ""
    tool_version: str = ""
    source: str = ""
    source_version: str = ""
    date: str = ""
    reviews: tuple[Review, ...] = ()

    @property
    def review(self) -> Review | None:
        """What a person said last."""
        return self.reviews[-1] if self.reviews else None

    @property
    def key(self) -> tuple[str, str]:
        """What names it: its two sides."""
        return self.subject, self.object


@dataclass(frozen=True, slots=True)
class Standing:
    """A link record and what is held of it when all that was said of its subject is taken together."""

    record: LinkRecord
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Settled:
    """What need not be guessed of a subject: which IRIs it is and is not, or that it is none elsewhere."""

    accepted: tuple[str, ...] = ()
    rejected: frozenset[str] = frozenset()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A subject for a person to decide on, its links the likeliest first."""

    subject: str
    label: str
    links: tuple[LinkRecord, ...]

    @property
    def uncertainty(self) -> float:
        """How little the likeliest link stands out, from 0 (clear) to 1."""
        first, second = [*sorted((one.confidence for one in self.links), reverse=True), 0.0, 0.0][:2]
        return 1 - (first - second)


def standing(records: Iterable[LinkRecord]) -> list[Standing]:
    """What is held of each record: what people said goes before what the tool held, later before earlier.

    Once a person accepted a link, or said that there is none, other links to the same list are at most
    proposed; they are kept.
    """
    by_subject: dict[str, list[LinkRecord]] = defaultdict(list)
    for record in records:
        by_subject[record.subject].append(record)
    return [Standing(record, _judgement(record, group)) for group in by_subject.values() for record in group]


def waiting(records: Iterable[LinkRecord]) -> list[Waiting]:
    """The subjects that a person is asked about, what is least certain first."""
    open_: dict[str, list[LinkRecord]] = defaultdict(list)
    held = standing(records)
    closed = {one.record.subject for one in held if one.judgement in SETTLING}
    for one in held:
        if one.judgement == Judgement.PROPOSED and one.record.subject not in closed:
            open_[one.record.subject].append(one.record)
    found = [Waiting(iri, links[0].subject_label, by_confidence(links)) for iri, links in open_.items()]
    return sorted(found, key=lambda one: (-one.uncertainty, one.label, one.subject))


def by_confidence(records: Iterable[LinkRecord]) -> tuple[LinkRecord, ...]:
    """The likeliest first."""
    return tuple(sorted(records, key=lambda one: (-one.confidence, one.object)))


def reviewed(record: LinkRecord, review: Review) -> LinkRecord:
    """The record with one more thing said of it."""
    return replace(record, reviews=(*record.reviews, review))


def _judgement(record: LinkRecord, group: Iterable[LinkRecord]) -> Judgement:
    said = record.review.judgement if record.review else record.found
    if said not in SETTLING or not any(_overtakes(other, record) for other in group):
        return said
    return Judgement.PROPOSED if record.object else Judgement.REJECTED


def _overtakes(later: LinkRecord, record: LinkRecord) -> bool:
    """Whether a person settled another link to the same list, or that there is none, after this one."""
    if later.review is None or later.review.judgement not in SETTLING or later.object == record.object:
        return False
    rivals = not (later.object and record.object) or _list_of(later) == _list_of(record)
    return rivals and (record.review is None or later.review.made > record.review.made)


def _list_of(record: LinkRecord) -> str:
    """Which list an object is of: a place may be one of Wikidata and one of GeoNames at once."""
    return record.object.partition("://")[2].partition("/")[0]
