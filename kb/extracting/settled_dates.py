"""The dates of one article's occurrences while they are worked out: on demand, each once, never in a circle.

Which rules are asked, and in which order, is told in `settling`.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from types import MappingProxyType

from kb.extracting.event_offsets import find_hangings, in_order
from kb.extracting.nearby import Nearby
from kb.model import (
    CORRECTED,
    Correction,
    Corrections,
    Findings,
    Language,
    Occurrence,
    Resolution,
    Sentence,
    Token,
)

NEAREST = 40  # occurrences looked back at, so that one long paragraph takes no longer than many
SCENE, SCENE_PARAGRAPHS = 5, 2  # sentences and paragraphs that a scene told before may lie back


class Dates:
    """The dates of one article's occurrences; the last rule must have an answer for each."""

    def __init__(
        self,
        findings: Findings,
        language: Language,
        rules: "Sequence[Rule]",
        corrections: Corrections = MappingProxyType({}),
    ) -> None:
        self.rules = rules
        self.corrections = corrections
        self.findings = findings
        self.language = language
        self.nearby = Nearby(findings)
        self.occurrences = in_order(findings)
        self.by_key = {occurrence.key: occurrence for occurrence in self.occurrences}
        self.hangings = find_hangings(findings, language)
        self.framings: dict[str, Sequence[Token]] = {}
        self._starts = [sentence.span.start for sentence in findings.sentences]
        self._places = {occurrence.key: place for place, occurrence in enumerate(self.occurrences)}
        self._settled: dict[str, Resolution] = {}
        self._asked: set[str] = set()
        self._refused = 0

    def of(self, occurrence: Occurrence) -> Resolution:
        """The date of an occurrence: what the first rule that knows one says.

        An answer that only bounds is kept when nobody was refused on the way to it: asked from elsewhere,
        the occurrence may still learn its date.
        """
        key = occurrence.key
        if key in self._settled:
            return self._settled[key]
        self._asked.add(key)
        refused = self._refused
        answer = next(answer for rule in self.rules if (answer := rule(occurrence, self)) is not None)
        if key in self.corrections:
            answer = _set_right(answer, self.corrections[key], self._sharing(occurrence))
        self._asked.discard(key)
        if answer.dated or not self._asked or self._refused == refused:
            self._settled[key] = answer
        return answer

    def _sharing(self, occurrence: Occurrence) -> list[Occurrence]:
        """What else the words that date an occurrence date, if they were not themselves set right."""
        time = occurrence.time
        if time is None or time.when is None or time.rule == CORRECTED:
            return []
        others = (other for other in self.occurrences if other.key != occurrence.key)
        return [other for other in others if other.time is not None and other.time.span == time.span]

    def sentence_of(self, occurrence: Occurrence) -> Sentence | None:
        """The sentence that its trigger stands in."""
        place = bisect_right(self._starts, occurrence.trigger.start) - 1
        return self.findings.sentences[place] if place >= 0 else None

    def before(self, occurrence: Occurrence) -> list[Sentence]:
        """The sentences right before its own, the nearest first, from no earlier than two paragraphs up."""
        place = bisect_right(self._starts, occurrence.trigger.start) - 1
        here = self.findings.sentences[max(0, place - SCENE) : max(0, place)]
        return [s for s in reversed(here) if self._paragraph(occurrence) - s.paragraph <= SCENE_PARAGRAPHS]

    def near(self, occurrence: Occurrence) -> list[Occurrence]:
        """What was told before it in its paragraph and the one before, in order."""
        place, here = self._places[occurrence.key], self._paragraph(occurrence)
        before = self.occurrences[max(0, place - NEAREST) : place]
        return [other for other in before if here - self._paragraph(other) <= 1]

    def _paragraph(self, occurrence: Occurrence) -> int:
        sentence = self.sentence_of(occurrence)
        return sentence.paragraph if sentence else 0

    def known(self, occurrence: Occurrence) -> Resolution | None:
        """Its date if words or another occurrence gave one; None also when it is being asked for."""
        if occurrence.key in self._asked:
            self._refused += 1
            return None
        date = self.of(occurrence)
        return date if date.dated else None


def _set_right(answer: Resolution, correction: Correction, sharing: Sequence[Occurrence]) -> Resolution:
    """The answer a person gave in place of the rules', whose steps stay for the reader.

    `sharing` are the others that the same words date, which it leaves alone.
    """
    told = [
        f"The same words date “{other.label}” too: this entry alone was set right, not the words."
        for other in sharing
    ]
    return Resolution(
        when=correction.when,
        rule=CORRECTED,
        steps=tuple(dict.fromkeys((*answer.steps, correction.step, *told))),
        expression=answer.expression,
    )


Rule = Callable[[Occurrence, Dates], Resolution | None]
"""A way of dating: the date of an occurrence, or None when it does not know."""
