"""Statements in the making: cue, speaker and content of each, as items of a sentence and as characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.extracting.contents import Content, find_contents
from kb.extracting.cues import Cue
from kb.extracting.phrases import QUOTE, fold, span_of
from kb.extracting.quotations import Quotation
from kb.extracting.scenes import Scene
from kb.extracting.subjects import Phrase
from kb.extracting.vocabulary import Speech
from kb.model import Findings, Passage, Sentence, Span, Token

FENCES = frozenset({",", ":", "—", "–", "-", "."})
TELLING_WAYS = frozenset({"preposition", "phrase", "infinitive", "object infinitive"})
ASKING = ("?", "!", "…")
NEAR = 12  # characters


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

    @property
    def trigger(self) -> Span:
        """The characters of the cue."""
        return span_of(self.items, self.cue.start, self.cue.end)

    @property
    def speaker_span(self) -> Span | None:
        """The characters of the speaker's phrase."""
        return span_of(self.items, self.speaker.start, self.speaker.end) if self.speaker else None

    def holds(self, quotation: Quotation) -> bool:
        """Whether the content has a part of the quotation in it."""
        return any(quotation.inner.overlaps(span) for span in self.content)

    def verb_in_label(self, text: str) -> str:
        """The cue, where the content alone would not read as what was said ("called on" ...); else empty."""
        if self.way not in TELLING_WAYS:
            return ""
        upto = Span(self.trigger.start, max(self.trigger.end, self.content[0].start))
        return (upto if upto.end - self.trigger.end < NEAR else self.trigger).of(text).strip()


def find_drafts(findings: Findings, quotations: Sequence[Quotation], speech: Speech) -> list[Draft]:
    """The drafts of an article in order; quotations that stand alone belong to the one before them."""
    drafts = [
        draft
        for number, sentence in enumerate(findings.sentences)
        if sentence.passage is Passage.BODY
        for draft in _in_sentence(number, sentence, quotations, speech, findings.sentences)
    ]
    return _with_lone_quotations([d for d in drafts if d.content], quotations, findings)


def _in_sentence(
    number: int,
    sentence: Sentence,
    quotations: Sequence[Quotation],
    speech: Speech,
    sentences: Sequence[Sentence],
) -> Iterator[Draft]:
    items = fold(sentence, quotations)
    for scene, content in find_contents(items, speech):
        if content is not None:
            yield _draft(number, scene, content, quotations)
        elif items[-1].text == ":" and scene.is_real and number + 1 < len(sentences):
            yield from _announced(number, scene, sentences[number + 1].span.start, quotations)
        elif number and _only_says(scene, sentence, sentences[number - 1]):
            yield from _asked(number, scene, sentences[number - 1].span.end, quotations)


def _draft(number: int, scene: Scene, content: Content, quotations: Sequence[Quotation]) -> Draft:
    spans = tuple(span for range_ in content.ranges for span in _spans(scene.items, range_, quotations))
    addressee = span_of(scene.items, *content.addressee) if content.addressee else None
    return Draft(number, scene.items, scene.cue, scene.speaker, content.way, spans, addressee)


def _announced(number: int, scene: Scene, start: int, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """ "She wrote on her page:" and the quotation opens the next sentence."""
    for quotation in quotations:
        if quotation.span.start == start:
            yield Draft(number, scene.items, scene.cue, scene.speaker, "announced", quotation.parts)


def _only_says(scene: Scene, sentence: Sentence, before: Sentence) -> bool:
    """Whether a sentence holds a speaker and a cue and no words said, in the paragraph of the one before."""
    opens = scene.speaker is not None and scene.speaker.start == 0
    governs = scene.takes("quotation") or scene.takes("clause")
    return opens and scene.is_real and governs and before.paragraph == sentence.paragraph


def _asked(number: int, scene: Scene, end: int, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """`"Is it?" X asked`: the mark ends the sentence, the cue stands in the next."""
    for quotation in quotations:
        if quotation.span.end == end and quotation.last_mark in ASKING:
            yield Draft(number, scene.items, scene.cue, scene.speaker, "before", quotation.parts)


def _spans(
    items: Sequence[Token], range_: tuple[int, int], quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The characters of a range of items: a lone quotation without its marks, else all of them."""
    start, end = range_
    while start < end and items[start].text in FENCES:
        start += 1
    while end > start and items[end - 1].text in FENCES:
        end -= 1
    if start >= end:
        return ()
    if all(item.pos in (QUOTE, "PUNCT") for item in items[start:end]):
        inside = [q for q in quotations if any(item.span == q.span for item in items[start:end])]
        return tuple(part for q in inside for part in q.parts)
    return (span_of(items, start, end),)


def _with_lone_quotations(
    drafts: list[Draft], quotations: Sequence[Quotation], findings: Findings
) -> list[Draft]:
    """Quotations that fill their sentences and have no cue go on with the statement before them."""
    whole = list(drafts)
    for quotation in quotations:
        touching = [n for n, s in enumerate(findings.sentences) if s.span.overlaps(quotation.span)]
        taken = any(d.holds(quotation) or d.number in touching for d in whole)
        if taken or not touching or not _fills(quotation, touching, findings):
            continue
        before = _last_quoting(whole, touching[0], findings)
        if before is not None:
            whole[before] = replace(whole[before], content=(*whole[before].content, *quotation.parts))
    return whole


def _fills(quotation: Quotation, touching: list[int], findings: Findings) -> bool:
    start, end = findings.sentences[touching[0]].span.start, findings.sentences[touching[-1]].span.end
    outside = findings.text[start : quotation.span.start] + findings.text[quotation.span.end : end]
    return not any(character.isalnum() for character in outside)


def _last_quoting(drafts: list[Draft], number: int, findings: Findings) -> int | None:
    """The index of the draft whose sentences end right before sentence `number`."""
    for index in range(len(drafts) - 1, -1, -1):
        last = max([drafts[index].number, *(_sentence_of(span, findings) for span in drafts[index].content)])
        near = findings.sentences[number].paragraph - findings.sentences[last].paragraph <= 1
        if last == number - 1 and near:
            return index
    return None


def _sentence_of(span: Span, findings: Findings) -> int:
    return max((n for n, s in enumerate(findings.sentences) if s.span.start < span.end), default=0)
