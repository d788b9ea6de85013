"""The nouns: frozen, slotted values that travel between the rooms.

Text has `start` and `end` (code points of the raw text, end excluded); time has `earliest` and
`latest`. A `Finding` always knows the characters it came from, the rule that found it and how sure
that rule is. Work on these values is done by plain functions elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from kb.when import When


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`, in code points of the raw text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: its raw text and what its source says about it.

    `iri` names the article wherever it came from (its address, its identifier in a feed, its file);
    a corrected text under the same `iri` replaces the old one. `published` is None when nobody said;
    `published_by` then is empty, else it tells where the date was found ("given", "header", "page
    metadata", "feed", "sheet").
    """

    iri: str
    text: str
    language: str = "en"
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    doc_id: str | None = None
    published: When | None = None
    published_by: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the UTF-8 text, in hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Passage(StrEnum):
    """What part of an article a sentence belongs to."""

    HEADLINE = "headline"
    LEAD_IN = "lead-in"  # "Press TV reports:", which says who carries what follows
    BODY = "body"
    BOILERPLATE = "boilerplate"  # biographies, bylines, share lines: yields no findings


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `head` (index in the sentence), `relation` and `entity` need a parser to be filled."""

    span: Span
    text: str
    lemma: str
    pos: str  # Universal POS tag
    head: int | None = None
    relation: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the paragraph it stands in, and (once tagged) its tokens."""

    span: Span
    paragraph: int
    passage: Passage = Passage.BODY
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, as its TOML file under `kb/languages` has them.

    Each table is owned by the room that reads it: `time` by dating, `speech` and `grammar` by tagging
    and extracting, `layout` by reading.
    """

    code: str
    name: str
    time: Mapping[str, Any]
    speech: Mapping[str, Any]
    grammar: Mapping[str, Any]
    layout: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything found in a text: where, by which rule, how surely (0 to 1)."""

    span: Span
    rule: str
    confidence: float = 1.0


# ------------------------------------------------------------------------------------------- time


class TimexType(StrEnum):
    """The four types of a TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What a relative expression was counted from."""

    PUBLICATION = "publication"
    EXPRESSION = "expression"  # a date told earlier in the text
    OCCURRENCE = "occurrence"  # an event or a statement of the same article


@dataclass(frozen=True, slots=True)
class Anchor:
    """The reference time of a resolution, and which words or which occurrence gave it."""

    kind: AnchorKind
    when: When
    span: Span | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """An expression that hangs on an event: "a day after Kerry said ..." is P1D, after.

    `pivot` is the character where the clause of the event begins.
    """

    duration: str
    direction: str  # "after" or "before"
    pivot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Finding):
    """A TIMEX3: words about time and what they mean.

    `when` is the calendar interval meant (open for "since", for a range the whole range), None for
    durations, sets and whatever stays unresolved; `value` is the TIMEX3 value of the words alone
    ("since September 2014" has value 2014-09 and when 2014-09/..). `steps` are sentences that tell
    a reader how the result came about.
    """

    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    when: When | None = None
    anchor: Anchor | None = None
    offset: Offset | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How an event or statement got its date: words, anchor, rule, result."""

    when: When
    rule: str
    steps: tuple[str, ...]
    confidence: float = 1.0
    expression: TimeExpression | None = None
    anchor: Anchor | None = None
    depends_on: str | None = None  # the key of the occurrence whose date this one hangs on

    @property
    def dated(self) -> bool:
        """Whether words, or another occurrence's date, gave this; False when something only bounds it."""
        return self.expression is not None or self.rule.startswith("inherited")


# ---------------------------------------------------------------------------------- who and where


class EntityKind(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or somewhere, as one article knows it.

    `key` is a slug of the fullest name ("john-kerry"); for the unnamed ("a senior US defence
    official") it is unique in the article and `unnamed` is set: those are never joined to others.
    `part_of` is the name of the body it belongs to, when the article says so.
    """

    key: str
    name: str
    kind: EntityKind
    unnamed: bool = False
    part_of: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Finding):
    """Words that stand for an entity: a name, a noun phrase, a pronoun."""

    entity: Entity


# -------------------------------------------------------------------------- what happens, is said


class Role(StrEnum):
    """How someone takes part in an event."""

    INITIATOR = "initiator"
    TARGET = "target"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention in its role."""

    role: Role
    mention: Mention


class Status(StrEnum):
    """How an article tells an event; a display shortcut, never a verdict on truth."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CLAIMED = "claimed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class QuoteKind(StrEnum):
    """Whose words they are: the speaker's (direct), the writer's (indirect), or both (mixed)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attitude(StrEnum):
    """What a speaker does with what is spoken of."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS_FOR = "asksFor"
    OPPOSES = "opposes"
    EXPECTS = "expects"
    HOLDS_POSSIBLE = "holdsPossible"
    INTENDS = "intends"
    APPRAISES = "appraises"


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a statement says: a piece of its content, an attitude, the keys of the events described."""

    span: Span
    attitude: Attitude
    describes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(Finding):
    """What statements and events share: anything that gets a line in a timeline.

    `span` is the evidence (a sentence or clause), `trigger` the cue or the event word, `key` a name
    stable under edits elsewhere in the text (see `kb.ontology.mint_key`), `time` the expression the
    sentence gives it, `date` the settled result. `date` is filled by the pipeline's last step.
    """

    key: str
    trigger: Span
    label: str
    time: TimeExpression | None = None
    date: Resolution | None = None
    place: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Occurrence):
    """One speech act. One utterance, one statement.

    `content` is what is said, as one or more spans; `verbatim` the parts of it within quotation
    marks (marks excluded); `cue` the lemma of the trigger, `act` its kind ("say", "warn", "accuse").
    `carriers` relay it, first carrier first; `speaking_for` is the body the speaker stands for.
    """

    cue: str
    act: str
    kind: QuoteKind
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    speaker: Mention | None = None
    speaking_for: Mention | None = None
    audience: tuple[Mention, ...] = ()
    carriers: tuple[Mention, ...] = ()
    about: tuple[Proposition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Occurrence):
    """Something spoken of as happening; `type` is the local name of an event kind in `ontologies/events`."""

    type: str
    status: Status
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document so far; each room adds its own."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def text(self) -> str:
        """The raw text all spans count in."""
        return self.document.text


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event: the local name, its label, the words that name it, its PLOVER class."""

    name: str
    label: str
    plover: str | None
    broader: str | None
    verbs: frozenset[str]
    nouns: frozenset[str]
    wikidata: str | None = None


# ------------------------------------------------------------------------------------ the way out


@dataclass(frozen=True, slots=True)
class Named:
    """An IRI with its label: how views refer to actors, places, documents, concepts."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of a timeline, as read back from the store.

    `edtf` is the date as EDTF, `earliest` and `latest` its bounds as xsd:dateTime strings, None where
    open or unknown; `dated` is False when only publication bounds it. `start` and `end` place the
    evidence in its document.
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
    that every other span can be marked in it; `expression` is None when no words gave the date.
    """

    entry: Entry
    passage: str
    passage_start: int
    evidence: Span
    trigger: Span
    expression: Span | None
    expression_text: str
    rule: str
    anchor: str  # "publication 2016-06-17", "the statement it hangs on", ...
    steps: tuple[str, ...]
    confidence: float
    depends_on: Named | None = None
    involved: tuple[Involved, ...] = ()
    propositions: tuple[Said, ...] = ()
    described_by: tuple[Named, ...] = ()  # statements that speak of this entry
    verbatim: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words of time in a document and the EDTF date they were resolved to, "" when they were not."""

    span: Span
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A stored article with what was found in it, in the order of the text."""

    iri: str
    title: str
    url: str | None
    publisher: str
    published: str
    language: str
    text: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which entries a timeline shows.

    `about` matches an entity's IRI, or words in its name or in the entry's label; `since` and `until`
    keep what may overlap the window; `kind` is "", "event" or "statement".
    """

    about: str = ""
    since: When | None = None
    until: When | None = None
    kind: str = ""
    document: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a knowledge base holds, and how many dates each rule gave."""

    documents: int
    statements: int
    events: int
    entities: int
    triples: int
    rules: Mapping[str, int]
