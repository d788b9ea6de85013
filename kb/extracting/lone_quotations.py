"""Quotations that stand alone: they fill their sentences, no cue is near, the speaker goes on."""

from collections.abc import Iterable
from dataclasses import replace

from kb.extracting.draft import QUOTING_WAYS, Draft
from kb.extracting.ordered import Ordered
from kb.extracting.quotations import Quotation, Quotations
from kb.model import Findings, Span


def with_lone_quotations(drafts: list[Draft], quotations: Quotations, findings: Findings) -> list[Draft]:
    """The drafts, each with the lone quotations of the sentences right behind it."""
    whole = list(drafts)
    sentences = Ordered(range(len(findings.sentences)), lambda number: findings.sentences[number].span)
    # what goes on in marks goes on from what stood in marks, where the sentence before holds such words
    in_order = sorted(enumerate(whole), key=lambda numbered: numbered[1].way in QUOTING_WAYS)
    ends = {_last_sentence(draft, sentences): number for number, draft in in_order}
    taken, speaking = claimed(drafts, quotations)
    for quotation in quotations:
        held = held_by(quotation, sentences)
        if not held or id(quotation) in taken or speaking & set(held) or not fills(quotation, held, findings):
            continue
        before = ends.get(held[0] - 1)
        if before is not None and _is_near(held[0], quotation, findings):
            whole[before] = replace(whole[before], content=(*whole[before].content, *quotation.parts))
            ends[held[-1]] = before
    return whole


def claimed(drafts: Iterable[Draft], quotations: Quotations) -> tuple[set[int], set[int]]:
    """The ids of the quotations that drafts hold, and the numbers of the sentences in which the writer tells
    of speech; what the quoted say that others said claims neither."""
    own = [draft for draft in drafts if not quotations.touching(draft.trigger) or draft.voice]
    taken = {id(q) for draft in own for span in draft.content for q in quotations.touching(span)}
    return taken, {draft.number for draft in own}


def _last_sentence(draft: Draft, sentences: Ordered[int]) -> int:
    held = [number for span in draft.content for number in sentences.touching(span)]
    return max([draft.number, *held])


def _is_near(number: int, quotation: Quotation, findings: Findings) -> bool:
    """Whether a sentence stands in the paragraph of the one before, or in the next, and is no new line."""
    apart = findings.sentences[number].paragraph - findings.sentences[number - 1].paragraph
    return apart == 0 or (apart == 1 and not quotation.is_turn)


def held_by(quotation: Quotation, sentences: Ordered[int]) -> list[int]:
    """The numbers of the sentences that a quotation touches."""
    return sentences.touching(quotation.span)


def fills(quotation: Quotation, held: list[int], findings: Findings) -> bool:
    """Whether the sentences hold nothing but the quotation."""
    whole = Span(findings.sentences[held[0]].span.start, findings.sentences[held[-1]].span.end)
    outside = (
        findings.text[whole.start : quotation.span.start] + findings.text[quotation.span.end : whole.end]
    )
    return not any(character.isalnum() for character in outside)
