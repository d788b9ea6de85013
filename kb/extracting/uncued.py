"""Quotations that no verb of saying introduces: the one they belong to stands beside them.

`Reed was blunt: "..."`, `Her verdict: "..."`, `Ana Reed: "..."`, `Reed shrugged. "..."`, `"..." - Ana
Reed, mayor`. What leads to the quotation is its cue: the verb, the noun, the colon or the dash.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extracting.clause_words import ARRIVING, ASKING
from kb.extracting.cues import Cue, Form
from kb.extracting.draft import Draft
from kb.extracting.lone_quotations import claimed, fills, held_by
from kb.extracting.noun_speakers import of_noun
from kb.extracting.ordered import Ordered
from kb.extracting.phrases import (
    DASHES,
    NOMINAL,
    fold,
    full_end,
    head_of,
    is_finite,
    phrase_end,
    phrase_start,
)
from kb.extracting.quotations import Quotation, Quotations
from kb.extracting.scenes import opens_clause
from kb.extracting.speakers import quoted
from kb.extracting.subjects import Phrase, subject
from kb.extracting.tellers import can_act
from kb.extracting.vocabulary import Speech
from kb.model import Findings, Passage, Token

Items = Sequence[Token]
WHO = frozenset({"PROPN", "PRON"})
READING = frozenset({"read", "reads"})
SIGNING = DASHES | {"("}


def with_uncued(
    drafts: list[Draft], quotations: Quotations, findings: Findings, speech: Speech
) -> list[Draft]:
    """The drafts, and those of quotations that none of them holds, where somebody stands beside."""
    taken, speaking = claimed(drafts, quotations)
    sentences = Ordered(range(len(findings.sentences)), lambda number: findings.sentences[number].span)
    found = list(drafts)
    for quotation in quotations:
        held = held_by(quotation, sentences)
        if id(quotation) in taken or not held or findings.sentences[held[0]].passage is not Passage.BODY:
            continue
        draft = next(_drafts(quotation, held, quotations, findings, speaking), None)
        if draft is not None and draft.speaker is not None and can_act(draft.items, draft.speaker, speech):
            found.append(_apart(draft, quotation, found))
    return found


def _apart(draft: Draft, quotation: Quotation, found: list[Draft]) -> Draft:
    """`X said it was late: "..."`: two statements, the second of which has the colon for its cue."""
    if all(other.trigger != draft.trigger for other in found):
        return draft
    colon = next(k for k, item in enumerate(draft.items) if item.span == quotation.span) - 1
    return replace(draft, cue=Cue(colon, colon + 1, ":", draft.cue.act, draft.cue.form))


def _drafts(
    quotation: Quotation, held: list[int], quotations: Quotations, findings: Findings, speaking: set[int]
) -> Iterator[Draft]:
    """What may tell whose words they are, the surest first."""
    items = fold(findings.sentences[held[0]], quotations)
    index = next((k for k, item in enumerate(items) if item.span == quotation.span), None)
    if index is None:
        return
    cue, speaker = _announcing(items, index) or (None, None)
    if cue is not None:
        way = "beside" if cue.form is Form.SOURCE and cue.start < index else "colon"
        yield Draft(held[0], items, cue, speaker, way, quotation.parts)
    if index == 0 and not speaking & {held[0], held[-1]}:
        yield from _signed(quotation, held[-1], quotations, findings)
    if held[0] not in speaking and fills(quotation, held, findings):
        yield from _signed_below(quotation, held[-1] + 1, quotations, findings)
        if held[0] - 1 not in speaking and _follows(held, findings):
            yield from _acting(quotation, held[0] - 1, quotations, findings)


def _acting(quotation: Quotation, number: int, quotations: Quotations, findings: Findings) -> Iterator[Draft]:
    """ "Reed shrugged. “...”": who acts in the sentence before speaks."""
    before = fold(findings.sentences[number], quotations)
    cue, speaker = _by_verb(before, len(before)) or (None, None)
    if cue is not None:
        yield Draft(number, before, cue, speaker, "beside", quotation.parts)


def _signed(quotation: Quotation, number: int, quotations: Quotations, findings: Findings) -> Iterator[Draft]:
    """A name behind a dash, or in brackets, behind the quotation in the sentence where it ends."""
    items = fold(findings.sentences[number], quotations)
    cue, speaker = _signing(items, 0) or (None, None)
    if cue is not None and items[0].span == quotation.span:
        yield Draft(number, items, cue, speaker, "colon", quotation.parts)


def _signed_below(
    quotation: Quotation, number: int, quotations: Quotations, findings: Findings
) -> Iterator[Draft]:
    """A name behind a dash, or in brackets, that is a sentence of its own right behind the quotation."""
    if number == len(findings.sentences) or not quotation.last_mark:
        return
    items = fold(findings.sentences[number], quotations)
    cue, speaker = _signing(items, -1) or (None, None)
    if cue is not None and not any(is_finite(items, k) for k in range(len(items))):
        yield Draft(number, items, cue, speaker, "colon", quotation.parts)


def _follows(held: list[int], findings: Findings) -> bool:
    """Whether sentences stand in the paragraph of the one before them."""
    if not held[0]:
        return False
    before, here = findings.sentences[held[0] - 1], findings.sentences[held[0]]
    return before.paragraph == here.paragraph and before.passage is Passage.BODY


def _announcing(items: Items, quote: int) -> tuple[Cue, Phrase | None] | None:
    """What leads over a colon to the quotation: a clause, or "her verdict"."""
    if quote < 2 or items[quote - 1].text != ":":
        return None
    return _by_verb(items, quote - 1) or _by_label(items, quote - 1) or _by_noun(items, quote - 2)


def _by_verb(items: Items, end: int) -> tuple[Cue, Phrase | None] | None:
    """The first verb with a subject before `end`; "asked about it, Reed shrugged" has two.

    "The answer came from Reed", "the reply from Reed was short": the one from whom it comes.
    """
    own = [k + 1 for k in range(end) if items[k].text == "," and opens_clause(items, k + 1, end)]
    first = own[-1] if own and items[0].lemma in ASKING else 0
    told = ((verb, subject(items, verb)) for verb in range(first, end) if is_finite(items, verb))
    verb, who = next(((verb, who) for verb, who in told if who is not None), (end, None))
    if who is None:
        return _come(items, end)
    head = head_of(items, who.start, max(phrase_end(items, who.start), who.start + 1))
    maker = None if items[head].pos in WHO else of_noun(items, head) or _source(items, verb, end)
    told_by = next(
        (k for k in range(verb, min(verb + 4, end)) if items[k].pos == "VERB"), verb
    )  # "did not blink"
    speaker = quoted(items, told_by) or maker or who
    return Cue(told_by, told_by + 1, items[told_by].lemma, "say", Form.FINITE), speaker


def _come(items: Items, end: int) -> tuple[Cue, Phrase | None] | None:
    """ "Then came the answer from X"."""
    told = ((verb, _source(items, verb, end)) for verb in range(end) if is_finite(items, verb))
    verb, who = next(((verb, who) for verb, who in told if who is not None), (end, None))
    return (Cue(verb, verb + 1, items[verb].lemma, "say", Form.FINITE), who) if who is not None else None


def _source(items: Items, verb: int, end: int) -> Phrase | None:
    """ "came (on Monday) from X"."""
    if items[verb].lemma not in ARRIVING:
        return None
    origin = next((k for k in range(verb + 1, end) if items[k].text.lower() == "from"), end)
    last = full_end(items, origin + 1, end)
    return Phrase(origin + 1, last) if last > origin + 1 else None


def _by_label(items: Items, colon: int) -> tuple[Cue, Phrase | None] | None:
    """ "Ana Reed: “...”": a name and nothing else."""
    named = all(item.text[0].isupper() and item.pos in NOMINAL for item in items[:colon])
    return (Cue(colon, colon + 1, ":", "say", Form.SOURCE), Phrase(0, colon)) if named else None


def _by_noun(items: Items, noun: int) -> tuple[Cue, Phrase | None] | None:
    noun = next((k - 1 for k in range(noun, 0, -1) if items[k].text.lower() == "to"), noun)  # "message to X:"
    if items[noun].pos != "NOUN":
        return None
    if items[noun].text.lower() in READING and phrase_start(items, noun) < noun:  # taken for a noun
        return Cue(noun, noun + 1, "read", "say", Form.FINITE), Phrase(phrase_start(items, noun), noun)
    return Cue(noun, noun + 1, items[noun].lemma, "say", Form.NOUN), of_noun(items, noun)


def _signing(items: Items, quote: int) -> tuple[Cue, Phrase | None] | None:
    """A name behind a dash, or in brackets, behind the quotation."""
    mark = quote + 1
    if mark + 1 >= len(items) or items[mark].text not in SIGNING:
        return None
    named = items[mark + 1].pos == "PROPN"
    bracketed = items[mark].text == "("
    if bracketed and (not _is_closed(items, mark) or (quote == 0 and not items[0].lemma)):
        return None  # "“Blue Rain” (Harbour Records)" is no sentence
    end = full_end(items, mark + 1, len(items))
    return (Cue(mark, mark + 1, "—", "say", Form.SOURCE), Phrase(mark + 1, end)) if named else None


def _is_closed(items: Items, bracket: int) -> bool:
    """Whether nothing stands behind the bracket that closes."""
    rest = [item.text for item in items[bracket + 1 :] if item.text not in (".", "!", "?")]
    return rest[-1:] == [")"]
