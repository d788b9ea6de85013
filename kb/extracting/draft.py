"""A statement in the making."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extracting.cues import Cue
from kb.extracting.phrases import span_of
from kb.extracting.subjects import Phrase
from kb.model import Span, Token

TELLING_WAYS = frozenset({"preposition", "phrase", "opinion", "infinitive", "object infinitive"})
QUOTING_WAYS = frozenset({"quotation", "before", "announced", "colon", "beside", "opinion"})
TELLING_ACTS = frozenset({"deny", "reject", "believe"})
"""Acts that leave open, or deny, what is said: the content alone would read as an assertion."""
NEAR = 12  # characters
NEAR_TARGET = 60  # of "accused the government of"


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making: its sentence, cue, speaker and content as items and as spans."""

    number: int
    items: Sequence[Token]
    cue: Cue
    speaker: Phrase | None
    way: str
    content: tuple[Span, ...]
    addressee: Span | None = None
    voice: "Draft | None" = None  # whose speaker's turn it is, where the sentence names nobody

    @property
    def trigger(self) -> Span:
        """The characters of the cue."""
        return span_of(self.items, self.cue.start, self.cue.end)

    @property
    def speaker_span(self) -> Span | None:
        """The characters of the speaker's phrase."""
        return span_of(self.items, self.speaker.start, self.speaker.end) if self.speaker else None

    def verb_in_label(self, text: str) -> str:
        """The cue, where the content alone would not read as what was said ("called on", "denied" ...)."""
        before = self.trigger.end <= self.content[0].start
        if self.way not in TELLING_WAYS and not (before and self.cue.act in TELLING_ACTS):
            return ""
        upto = Span(self.trigger.start, max(self.trigger.end, self.content[0].start))
        near = NEAR if self.way in TELLING_WAYS and self.way != "preposition" else NEAR_TARGET
        return (upto if upto.end - self.trigger.end < near else self.trigger).of(text).strip()
