"""Quotations that no verb of saying introduces: the one they belong to stands beside them.

`Reed was blunt: "..."`, `Her verdict: "..."`, `Ana Reed: "..."`, `Reed shrugged. "..."`, `"..." - Ana
Reed, mayor`. What leads to the quotation is its cue: the verb, the noun, the colon or the dash.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.cues import Cue, Form
from kb.extracting.draft import Draft
from kb.extracting.lone_quotations import fills, held_by
from kb.extracting.noun_speakers import of_noun
from kb.extracting.ordered import Ordered
from kb.extracting.phrases import DASHES, NOMINAL, fold, full_end, is_finite
from kb.extracting.quotations import Quotation, Quotations
from kb.extracting.subjects import Phrase, subject
from kb.extracting.tellers import can_act
from kb.extracting.vocabulary import Speech
from kb.model import Findings, Passage, Token

Items = Sequence[Token]


def with_uncued(
    drafts: list[Draft], quotations: Quotations, findings: Findings, speech: Speech
) -> list[Draft]:
    """The drafts, and those of quotations that none of them holds, where somebody stands beside."""
    taken = {id(q) for draft in drafts for span in draft.content for q in quotations.touching(span)}
    speaking = {draft.number for draft in drafts}
    sentences = Ordered(range(len(findings.sentences)), lambda number: findings.sentences[number].span)
    found = list(drafts)
    for quotation in quotations:
        held = held_by(quotation, sentences)
        if id(quotation) in taken or not held or findings.sentences[held[0]].passage is not Passage.BODY:
            continue
        draft = next(_drafts(quotation, held, quotations, findings, speaking), None)
        if draft is not None and draft.speaker is not None and can_act(draft.items, draft.speaker, speech):
            found.append(draft)
    return found


def _drafts(
    quotation: Quotation, held: list[int], quotations: Quotations, findings: Findings, speaking: set[int]
) -> Iterator[Draft]:
    items = fold(findings.sentences[held[0]], quotations)
    index = next((k for k, item in enumerate(items) if item.span == quotation.span), None)
    if index is None:
        return
    cue, speaker = _announcing(items, index) or (None, None)
    if cue is None and held[0] in speaking:
        return
    if cue is None:
        cue, speaker = _signing(items, index) or (None, None)
    if cue is not None:
        way = "beside" if cue.form is Form.SOURCE and cue.start < index else "colon"
        yield Draft(held[0], items, cue, speaker, way, quotation.parts)
    elif held[0] - 1 not in speaking and _follows(quotation, held, findings):
        before = fold(findings.sentences[held[0] - 1], quotations)
        cue, speaker = _by_verb(before, len(before)) or (None, None)
        if cue is not None:
            yield Draft(held[0] - 1, before, cue, speaker, "beside", quotation.parts)


def _follows(quotation: Quotation, held: list[int], findings: Findings) -> bool:
    """Whether a quotation fills its sentences, in the paragraph of the sentence before."""
    if not held[0] or not fills(quotation, held, findings):
        return False
    before, here = findings.sentences[held[0] - 1], findings.sentences[held[0]]
    return before.paragraph == here.paragraph and before.passage is Passage.BODY


def _announcing(items: Items, quote: int) -> tuple[Cue, Phrase | None] | None:
    """What leads over a colon to the quotation: a clause, or "her verdict"."""
    if quote < 2 or items[quote - 1].text != ":":
        return None
    return _by_verb(items, quote - 1) or _by_label(items, quote - 1) or _by_noun(items, quote - 2)


def _by_verb(items: Items, end: int) -> tuple[Cue, Phrase | None] | None:
    """The first verb with a subject before `end`; "asked about it, Reed shrugged" has two."""
    told = ((verb, subject(items, verb)) for verb in range(end) if is_finite(items, verb))
    verb, who = next(((verb, who) for verb, who in told if who is not None), (end, None))
    return (Cue(verb, verb + 1, items[verb].lemma, "say", Form.FINITE), who) if who is not None else None


def _by_label(items: Items, colon: int) -> tuple[Cue, Phrase | None] | None:
    """ "Ana Reed: “...”": a name and nothing else."""
    named = all(item.text[0].isupper() and item.pos in NOMINAL for item in items[:colon])
    return (Cue(colon, colon + 1, ":", "say", Form.SOURCE), Phrase(0, colon)) if named else None


def _by_noun(items: Items, noun: int) -> tuple[Cue, Phrase | None] | None:
    if items[noun].pos != "NOUN":
        return None
    return Cue(noun, noun + 1, items[noun].lemma, "say", Form.NOUN), of_noun(items, noun)


def _signing(items: Items, quote: int) -> tuple[Cue, Phrase | None] | None:
    """A name behind a dash behind the quotation."""
    dash = quote + 1
    if quote or dash + 1 >= len(items) or items[dash].text not in DASHES:
        return None
    named = items[dash + 1].pos == "PROPN"
    end = full_end(items, dash + 1, len(items))
    return (Cue(dash, dash + 1, "—", "say", Form.SOURCE), Phrase(dash + 1, end)) if named else None
