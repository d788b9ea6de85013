"""Quotations that nothing before them claims: who acts behind one speaks, else nobody who is named does.

`“That is all.” Reed put down his pen.` at the head of a paragraph is Reed's. A longer quoted sentence
there is said by somebody, though the text does not tell by whom.
"""

from collections.abc import Iterator

from kb.extracting.cues import Cue, Form
from kb.extracting.draft import Draft
from kb.extracting.lone_quotations import claimed, fills, held_by
from kb.extracting.ordered import Ordered
from kb.extracting.phrases import fold, is_finite
from kb.extracting.quotations import Quotation, Quotations
from kb.extracting.subjects import subject
from kb.extracting.tellers import can_act
from kb.extracting.vocabulary import Speech
from kb.model import Findings, Passage, Sentence

FEWEST_WORDS = 8
ENDING = frozenset(".!?…")


def with_unattributed(
    drafts: list[Draft], quotations: Quotations, findings: Findings, speech: Speech
) -> list[Draft]:
    """The drafts, and those of quotations at the head of a paragraph that none of them holds."""
    taken, _ = claimed(drafts, quotations)
    sentences = Ordered(range(len(findings.sentences)), lambda number: findings.sentences[number].span)
    found = list(drafts)
    for quotation in quotations:
        held = held_by(quotation, sentences) if id(quotation) not in taken else []
        if held and _heads(held[0], findings) and fills(quotation, held, findings):
            found += list(_drafts(quotation, held, quotations, findings, speech))
    return found


def _heads(number: int, findings: Findings) -> bool:
    """Whether a sentence of the body opens its paragraph."""
    here, before = findings.sentences[number], findings.sentences[number - 1] if number else None
    return here.passage is Passage.BODY and (before is None or before.paragraph != here.paragraph)


def _drafts(
    quotation: Quotation, held: list[int], quotations: Quotations, findings: Findings, speech: Speech
) -> Iterator[Draft]:
    if quotation.last_mark not in ENDING or not quotation.last_mark:
        return
    after = findings.sentences[held[-1] + 1 : held[-1] + 2]
    goes_on = after and after[0].paragraph == findings.sentences[held[-1]].paragraph
    acting = list(_by_act(quotation, held[-1] + 1, after[0], quotations, speech)) if goes_on else []
    yield from acting
    if not acting and len(quotation.inner.of(findings.text).split()) >= FEWEST_WORDS:
        items = findings.sentences[held[0]].tokens
        cue = Cue(0, 1, items[0].text, "say", Form.SOURCE)
        yield Draft(held[0], items, cue, None, "unattributed", quotation.parts)


def _by_act(
    quotation: Quotation, number: int, sentence: Sentence, quotations: Quotations, speech: Speech
) -> Iterator[Draft]:
    """Who has a name, and opens the sentence behind the quotation as the subject of its first verb."""
    items = fold(sentence, quotations)
    verb = next((k for k in range(len(items)) if is_finite(items, k)), None)
    who = subject(items, verb) if verb is not None else None
    if verb is None or who is None or who.start or items[0].pos != "PROPN":
        return
    if can_act(items, who, speech):
        cue = Cue(verb, verb + 1, items[verb].lemma, "say", Form.FINITE)
        yield Draft(number, items, cue, who, "beside", quotation.parts)
