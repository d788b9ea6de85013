"""Statements in the making: cue, speaker and content of each, as items of a sentence and as characters."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kb.extracting.authors import with_authors
from kb.extracting.content import Content
from kb.extracting.contents import find_contents
from kb.extracting.cues import find_cues
from kb.extracting.draft import TELLING_WAYS, Draft
from kb.extracting.exchanges import with_exchanges
from kb.extracting.lone_quotations import with_lone_quotations
from kb.extracting.nested import nested_contents
from kb.extracting.phrases import QUOTE, fold, span_of
from kb.extracting.quotations import Quotations
from kb.extracting.scenes import Scene
from kb.extracting.tellers import can_act
from kb.extracting.turns import find_turns
from kb.extracting.unattributed import with_unattributed
from kb.extracting.uncued import with_uncued
from kb.extracting.vocabulary import Speech
from kb.extracting.works import names_someone, names_work
from kb.model import Findings, Passage, Sentence, Span, Token

FENCES = frozenset({",", ":", "—", "–", "-", "."})
ASKING = ("?", "!", "…")


def find_drafts(findings: Findings, quotations: Quotations, speech: Speech) -> list[Draft]:
    """The drafts of an article in order; quotations that stand alone belong to the one before them."""
    drafts = [
        draft
        for number, sentence in enumerate(findings.sentences)
        if sentence.passage is Passage.BODY
        for draft in drafts_in(number, sentence, quotations, speech, findings)
    ]
    found = with_uncued([draft for draft in drafts if draft.content], quotations, findings, speech)
    found += [turn for turn in find_turns(findings) if turn.content]
    found = with_exchanges(found, quotations, findings)
    found = list(with_authors(found, quotations, findings, speech))
    in_order = sorted(found, key=lambda draft: draft.trigger)
    joined = with_lone_quotations(in_order, quotations, findings)
    whole = with_unattributed(joined, quotations, findings, speech)
    return _side_by_side(sorted(whole, key=lambda draft: draft.trigger))


def _side_by_side(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with what the others of its sentence say; what holds its cue is no aside to it."""
    told: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        told[draft.number].append(draft)
    return [replace(draft, beside=_beside(draft, told[draft.number])) for draft in drafts]


def _beside(draft: Draft, near: Sequence[Draft]) -> tuple[Span, ...]:
    trigger = draft.trigger
    return tuple(
        span
        for other in near
        if other is not draft and not any(span.covers(trigger) for span in other.content)
        for span in other.content
    )


def drafts_in(
    number: int,
    sentence: Sentence,
    quotations: Quotations,
    speech: Speech,
    findings: Findings,
) -> Iterator[Draft]:
    """The drafts of one sentence, with what its cues announce in the next or take from the one before."""
    items, sentences, text = fold(sentence, quotations), findings.sentences, findings.text
    for scene, content in find_contents(items, speech):
        announced = _announced(number, scene, content, sentences, quotations)
        if announced is not None:
            yield announced
        elif content is not None:
            draft = draft_of(number, scene, content, quotations)
            named = names_work(draft, text, speech) or names_someone(draft, text)
            yield from () if named else (draft,)
        elif number and _only_says(scene, sentence, sentences[number - 1]):
            yield from _asked(number, scene, sentences[number - 1].span.end, quotations)
    for scene, told, inside in nested_contents(sentence, quotations, text, speech):
        yield draft_of(number, scene, told, inside)


def draft_of(number: int, scene: Scene, content: Content, quotations: Quotations) -> Draft:
    """The draft that a cue and its content make."""
    spans = tuple(span for range_ in content.ranges for span in _spans(scene.items, range_, quotations))
    addressee = span_of(scene.items, *content.addressee) if content.addressee else None
    return Draft(number, scene.items, scene.cue, scene.speaker, content.way, spans, addressee)


def _announced(
    number: int,
    scene: Scene,
    content: Content | None,
    sentences: Sequence[Sentence],
    quotations: Quotations,
) -> Draft | None:
    """ "She wrote on her page:" and what she wrote opens the next sentence, or is the next paragraph."""
    closed = scene.announces and number + 1 < len(sentences)
    if not closed or (content is not None and content.way not in TELLING_WAYS):
        return None
    start = sentences[number + 1].span.start
    quoted = [q for q in quotations.touching(Span(start, start + 1)) if q.span.start == start]
    if quoted:
        return Draft(number, scene.items, scene.cue, scene.speaker, "announced", quoted[0].parts)
    may = scene.speaker is not None and can_act(scene.items, scene.speaker, scene.speech)
    block = _block(number, scene.speech, sentences) if may else None
    return Draft(number, scene.items, scene.cue, scene.speaker, "block", (block,)) if block else None


def _block(number: int, speech: Speech, sentences: Sequence[Sentence]) -> Span | None:
    """The paragraph behind a colon that ends the one before, up to where the writer tells of speech again."""
    after = sentences[number + 1]
    if after.paragraph == sentences[number].paragraph or after.passage is not Passage.BODY:
        return None
    inside = takewhile(lambda s: s.paragraph == after.paragraph, sentences[number + 1 :])
    told = list(takewhile(lambda s: not find_cues(s.tokens, speech), inside))
    return Span(told[0].span.start, told[-1].span.end) if told else None


def _only_says(scene: Scene, sentence: Sentence, before: Sentence) -> bool:
    """Whether a sentence holds a speaker and a cue and no words said, in the paragraph of the one before."""
    opens = scene.speaker is not None and scene.speaker.start == 0
    governs = scene.takes("quotation") or scene.takes("clause")
    return opens and scene.is_real and governs and before.paragraph == sentence.paragraph


def _asked(number: int, scene: Scene, end: int, quotations: Quotations) -> Iterator[Draft]:
    """`"Is it?" X asked`: the mark ends the sentence, the cue stands in the next."""
    for quotation in quotations.touching(Span(end - 1, end)):
        if quotation.span.end == end and quotation.last_mark in ASKING:
            yield Draft(number, scene.items, scene.cue, scene.speaker, "before", quotation.parts)


def _spans(items: Sequence[Token], range_: tuple[int, int], quotations: Quotations) -> tuple[Span, ...]:
    """The characters of a range of items: a lone quotation without its marks, else all of them."""
    start, end = range_
    while start < end and items[start].text in FENCES:
        start += 1
    while end > start and items[end - 1].text in FENCES:
        end -= 1
    if start >= end:
        return ()
    if all(item.pos in (QUOTE, "PUNCT") for item in items[start:end]):
        inside = quotations.touching(span_of(items, start, end))
        return tuple(part for q in inside for part in q.parts)
    return (span_of(items, start, end),)
