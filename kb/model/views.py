"""The way out: what is read back from the store, for timelines, pages and files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kb.errors import BadRequest
from kb.model.text import Span
from kb.model.time import Correction


@dataclass(frozen=True, slots=True)
class Named:
    """An IRI with its label: how views refer to actors, places, documents, concepts."""

    iri: str
    label: str


class Entry(NamedTuple):
    """A row of a timeline, as read back from the store; a tuple, since hundreds are made for each window.

    `edtf` is the date as EDTF, `earliest` and `latest` its bounds as xsd:dateTime strings, None where
    open or unknown (of a season those of its `When.window`); `dated` is False when something only bounds
    it. `start` and `end` place the evidence in its document, `trigger` the words that make it an entry,
    `again` those by which the article tells it again;
    `doc_id` is the name the document's own source gives it. `versions` are the same as other articles tell
    it, `disagreements` sentences on where all of them differ. `said` is the moment it was first said, as
    xsd:dateTime: only timelines work it out, and entries that differ in nothing else are equal.
    """

    iri: str
    kind: str  # "statement" or "event"
    label: str
    edtf: str
    earliest: str | None
    latest: str | None
    dated: bool
    document: Named
    quote: str
    start: int
    end: int
    status: str = ""  # of an event
    type: Named | None = None  # of an event
    quote_kind: str = ""  # of a statement
    about: tuple[str, ...] = ()  # of a statement: the IRIs of the occurrences it describes
    actors: tuple[Named, ...] = ()
    place: Named | None = None
    publisher: str = ""
    published: str = ""
    trigger: Span | None = None
    again: tuple[Span, ...] = ()
    doc_id: str = ""
    versions: tuple["Entry", ...] = ()
    disagreements: tuple[str, ...] = ()
    said: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])

    @property
    def told_by(self) -> int:
        """How many articles tell it."""
        return len({self.document.iri, *(version.document.iri for version in self.versions)})


@dataclass(frozen=True, slots=True)
class Involved:
    """Someone in a role: "speaker", "speaking for", "audience", "carrier", "initiator", "target", "other"."""

    role: str
    who: Named


@dataclass(frozen=True, slots=True)
class Said:
    """A proposition read back: what the speaker does with which described occurrences, in which words."""

    attitude: str
    words: str
    describes: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything behind one entry: the passage, the words of time, the rule, the anchor, the reasoning.

    `passage` is the paragraph around the evidence and `passage_start` its offset in the document, so
    that every other span can be marked in it; `expression` is None when no words gave the date. A graph that
    was loaded may tell no resolution: then `trigger` and `confidence` are None, `rule` and `anchor` "", and
    there are no steps.
    """

    entry: Entry
    passage: str
    passage_start: int
    evidence: Span
    trigger: Span | None
    expression: Span | None
    expression_text: str
    rule: str
    anchor: str  # "publication 2016-06-17", "the statement it hangs on", ...
    steps: tuple[str, ...]
    confidence: float | None
    depends_on: Named | None = None
    involved: tuple[Involved, ...] = ()
    propositions: tuple[Said, ...] = ()
    described_by: tuple[Named, ...] = ()  # statements that speak of this entry
    verbatim: tuple[Span, ...] = ()
    told_again: tuple[str, ...] = ()  # the words of further evidence in the same article
    one_because: tuple[str, ...] = ()  # why the versions of the entry are taken for one


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words of time in a document and the EDTF date they were resolved to, "" when they were not."""

    span: Span
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A stored article with what was found in it, in the order of the text.

    `published_by` is as in `Document`.
    """

    iri: str
    title: str
    url: str | None
    publisher: str
    published: str
    language: str
    text: str
    published_by: str = ""
    entries: tuple[Entry, ...] = ()
    times: tuple[DatedWords, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """An actor or place and the entries it takes part in, by time."""

    iri: str
    label: str
    kind: str
    unnamed: bool = False
    part_of: str = ""
    entries: tuple[Entry, ...] = ()
    versions: tuple[Named, ...] = ()  # other names of the same
    one_because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetRight:
    """A correction with the IRI of what it corrects; `orphaned` when the document no longer tells that."""

    iri: str
    document: str
    correction: Correction
    orphaned: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """How many entries may fall between two moments (seconds since 1970, `until` excluded)."""

    since: int
    until: int
    events: int
    statements: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A value that one can filter by, its name, and how many entries have it."""

    key: str
    label: str
    count: int


LANES = ("actor", "place", "source", "type", "none")  # what lanes can go by; "none" is a single one


def lanes_by(name: str) -> str:
    """The name of what lanes go by; BadRequest when there are none by that."""
    if name not in LANES:
        raise BadRequest(f"There are no lanes by {name!r}. Choose: {', '.join(LANES)}.")
    return name


@dataclass(frozen=True, slots=True)
class Lane(Counted):
    """A lane of a timeline: how many of its events and statements begin in each of equal bins."""

    events: tuple[int, ...]
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bins:
    """Equal bins of so many seconds from a second on."""

    since: int
    width: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is in a window: lanes over `bins`, and by each filter its values, the most frequent first.

    `one_in` is 1 where every entry was counted; else one in so many was, and counts are estimates.
    """

    total: int
    undated: int
    one_in: int
    bins: Bins
    lanes: tuple[Lane, ...]
    facets: Mapping[str, tuple[Counted, ...]]


@dataclass(frozen=True, slots=True)
class Window:
    """Some entries of a timeline, and how many the filter lets through in all, `undated` of them."""

    entries: tuple[Entry, ...]
    total: int
    undated: int


@dataclass(frozen=True, slots=True)
class Redated:
    """An entry whose date has changed: as it was, and as it is now."""

    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many articles there are, what they tell, one by one, and who and where is in it."""

    documents: int
    statements: int
    events: int
    entities: int


@dataclass(frozen=True, slots=True)
class Counts(Sizes):
    """How much a knowledge base holds in all, and how many dates each rule gave."""

    triples: int
    rules: Mapping[str, int]
