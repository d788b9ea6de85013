"""A statement in the making."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extracting.clause_words import NAMING
from kb.extracting.cues import Cue
from kb.extracting.phrases import span_of
from kb.extracting.subjects import Phrase
from kb.model import Span, Token

TELLING_WAYS = frozenset({"preposition", "phrase", "passive", "opinion", "infinitive", "object infinitive"})
QUOTING_WAYS = frozenset({"quotation", "before", "announced", "colon", "beside", "opinion"})
TELLING_ACTS = frozenset({"deny", "reject", "believe"})
"""Acts that leave open, or deny, what is said: the content alone would read as an assertion."""
AROUND = ' \u00a0\n“”"‘’«»„'
"""What may stand between the cue and the words: blanks and marks of quotation."""
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
    beside: tuple[Span, ...] = ()  # what else is said in its sentence, and does not hold its cue

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
        leads = self.trigger.end <= self.content[0].start and self._tells_how(text)
        if self.way not in TELLING_WAYS and not leads:
            return ""
        upto = Span(self.trigger.start, max(self.trigger.end, self.content[0].start))
        near = NEAR if self.way in TELLING_WAYS and self.way != "preposition" else NEAR_TARGET
        return (upto if upto.end - self.trigger.end < near else self.trigger).of(text).strip(AROUND)

    def _tells_how(self, text: str) -> bool:
        """ "denied that", "called it a mess": without the verb the content would say something else."""
        named = self.cue.lemma in NAMING and text[self.content[0].start - 1].isspace()
        return named or self.cue.act in TELLING_ACTS
