"""Whether the date of an event is only that of its beginning or its end: "the raids began on Wednesday".

The verbs that tell so stand in `beginning` and `ending` of `[grammar.events]`. Where both are told the
date is left as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from kb.extracting.event_words import NOMINAL, EventWords, compile_words
from kb.model import Event, Findings, Language, Occurrence, Status, Token
from kb.when import When

MADE = frozenset({"agreement", "contract", "signing"})
"""Kinds that are concluded when they come about."""


@dataclass(frozen=True, slots=True)
class Phase:
    """The verb that tells which end of the event is dated."""

    verb: str
    begins: bool

    def opened(self, when: When) -> When:
        """The date, open on the side that is not told."""
        return When.since(when) if self.begins else When.until(when)

    @property
    def step(self) -> str:
        """The reason, for a reader."""
        told, other = ("began", "end") if self.begins else ("ended", "begin")
        return f"“{self.verb}” tells that it {told} then: its {other} is open."


def find_phase(occurrence: Occurrence, findings: Findings, language: Language) -> Phase | None:
    """The phase that a verb behind the event noun tells; None when the date is that of the whole."""
    when = occurrence.time.when if occurrence.time else None
    if not isinstance(occurrence, Event) or occurrence.status is Status.PLANNED:
        return None
    if when is None or "/" in str(when):
        return None
    words, behind = compile_words(language, ()), _behind(occurrence, findings)
    begins = _told("beginning", behind, words)
    ends = "" if occurrence.type in MADE else _told("ending", behind, words)
    if bool(begins) is bool(ends):
        return None
    return Phase(begins or ends, bool(begins))


def ends(event: Event, findings: Findings, language: Language) -> bool:
    """Whether the verb behind the event noun tells its end: "before the strike ended"."""
    return bool(_told("ending", _behind(event, findings), compile_words(language, ())))


def begins(event: Event, findings: Findings, language: Language) -> bool:
    """Whether the verb behind a deal tells of its begin, not of its making: "after the deal took effect"."""
    return event.type in MADE and bool(
        _told("beginning", _behind(event, findings), compile_words(language, ()))
    )


def _told(name: str, tokens: Sequence[Token], words: EventWords) -> str:
    """The first verb of the list, if no other verb stands before it or both lists meet."""
    verbs = [index for index, token in enumerate(tokens) if token.pos == "VERB"][:2]
    verbs = list(takewhile(lambda index: not tokens[index].text.endswith("ing"), verbs))
    return next((tokens[index].text for index in verbs if words.verb(name, tokens, index)), "")


def _behind(event: Event, findings: Findings) -> Sequence[Token]:
    """The tokens behind an event noun, up to the next event or the sentence's end; none behind a verb."""
    sentence = next((s for s in findings.sentences if s.span.covers(event.trigger)), None)
    tokens = sentence.tokens if sentence else ()
    noun = any(token.pos in NOMINAL and event.trigger.covers(token.span) for token in tokens)
    later = [e.trigger.start for e in findings.events if e.trigger.start >= event.trigger.end]
    end = min(later, default=len(findings.text))
    return [token for token in tokens if noun and event.trigger.end <= token.span.start < end]
