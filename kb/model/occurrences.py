"""What happens and what is said: statements, events, and everything found in one document."""

from dataclasses import dataclass
from enum import StrEnum

from kb.model.people import Mention
from kb.model.text import Document, Finding, Sentence, Span
from kb.model.time import Resolution, TimeExpression


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


@dataclass(frozen=True, slots=True)
class Retelling:
    """Where an article tells an entry again: the sentence, and the word that makes it one."""

    span: Span
    trigger: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(Finding):
    """What statements and events share: anything that gets a line in a timeline.

    `span` is the evidence (a sentence or clause), `again` further evidence where the article tells it again
    (a headline, a later sentence), `trigger` the cue or the event word, `key` a name
    stable under edits elsewhere in the text (see `kb.ontology.mint_key`), `time` the expression the
    sentence gives it, `date` the settled result. `date` is filled by the pipeline's last step.
    """

    key: str
    trigger: Span
    label: str
    time: TimeExpression | None = None
    date: Resolution | None = None
    place: Mention | None = None
    again: tuple[Retelling, ...] = ()


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
    """Everything found in one document so far; each room adds its own.

    `thoughts` are attributions that are no sayings; they are measured, and stay out of timelines.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    thoughts: tuple[Statement, ...] = ()

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
