"""Two voices taking turns: “Where is it?” Reed asked. / “Here,” said Diaz. / “Where?” / “There.”

In a dialogue each paragraph is a turn. A paragraph that is nothing but a quotation, with its closing mark,
is the next turn of the other one, once two have been named; a speaker who went on would have left the
mark before it out. One such paragraph alone may still go on, as in reports, unless something is asked or
answered in the exchange.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extracting.clause_words import ANSWERING, ASKING
from kb.extracting.cues import Cue, Form
from kb.extracting.draft import QUOTING_WAYS, Draft
from kb.extracting.lone_quotations import claimed, fills, held_by
from kb.extracting.ordered import Ordered
from kb.extracting.quotations import Quotation, Quotations
from kb.extracting.statement_parts import speaker_of
from kb.model import Findings, Passage

Lines = dict[int, tuple[int, Quotation]]  # by paragraph: the sentence and the quotation that fills it
EXCHANGING = ASKING | ANSWERING


def with_exchanges(drafts: list[Draft], quotations: Quotations, findings: Findings) -> list[Draft]:
    """The drafts, and one for each line of a dialogue that names nobody."""
    lines = _lines(drafts, quotations, findings)
    turns = _turns(drafts, findings) if lines else {}
    found = list(drafts)
    for paragraph in sorted(lines):
        if paragraph - 1 in turns and paragraph - 1 not in lines:
            run = list(_run(lines, paragraph))
            pair = _pair(turns, paragraph, run, quotations, findings)
            spoken = list(_spoken(run, pair, findings)) if pair is not None else []
            turns |= _turns(spoken, findings)
            found += spoken
    return found


def _lines(drafts: Sequence[Draft], quotations: Quotations, findings: Findings) -> Lines:
    """The paragraphs that a quotation fills and no cue is in, by number."""
    taken, _ = claimed(drafts, quotations)
    sentences = Ordered(range(len(findings.sentences)), lambda number: findings.sentences[number].span)
    lines: Lines = {}
    for quotation in quotations:
        held = held_by(quotation, sentences) if id(quotation) not in taken else []
        if held and _is_line(quotation, held, findings):
            lines[findings.sentences[held[0]].paragraph] = held[0], quotation
    return lines


def _is_line(quotation: Quotation, held: list[int], findings: Findings) -> bool:
    sentences, (first, last) = findings.sentences, (held[0], held[-1])
    alone = len(quotation.parts) == 1 and sentences[first].passage is Passage.BODY
    opens = not first or sentences[first - 1].paragraph != sentences[first].paragraph
    closes = last + 1 == len(sentences) or sentences[last + 1].paragraph != sentences[last].paragraph
    return alone and opens and closes and fills(quotation, held, findings)


def _turns(drafts: Sequence[Draft], findings: Findings) -> dict[int, Draft]:
    """The last draft of quoted words in each paragraph, by number."""
    quoted = (draft for draft in drafts if draft.voice or (draft.way in QUOTING_WAYS and draft.speaker))
    return {findings.sentences[draft.number].paragraph: draft for draft in quoted}


def _run(lines: Lines, paragraph: int) -> Iterator[tuple[int, Quotation]]:
    while paragraph in lines:
        yield lines[paragraph]
        paragraph += 1


def _pair(
    turns: dict[int, Draft],
    paragraph: int,
    run: Sequence[tuple[int, Quotation]],
    quotations: Quotations,
    findings: Findings,
) -> tuple[Draft, Draft] | None:
    """The two named last, in order, where they take turns: the next line is then the first's again."""
    last, before = turns[paragraph - 1], turns.get(paragraph - 2)
    if before is None or not _are_two(before, last, findings):
        return None
    exchanging = any(draft.cue.lemma in EXCHANGING or _asks(draft, quotations) for draft in (before, last))
    turns_for_sure = len(run) > 1 or run[0][1].is_turn
    return (before, last) if turns_for_sure or exchanging else None


def _are_two(one: Draft, other: Draft, findings: Findings) -> bool:
    mentions = Ordered(findings.mentions, lambda mention: mention.span)
    voices = (one.voice or one, other.voice or other)
    first, second = (speaker_of(voice.items, voice.speaker, mentions) for voice in voices)
    return first is not None and second is not None and first.entity.key != second.entity.key


def _asks(draft: Draft, quotations: Quotations) -> bool:
    return any(q.last_mark == "?" for span in draft.content for q in quotations.touching(span))


def _spoken(
    run: Sequence[tuple[int, Quotation]], pair: tuple[Draft, Draft], findings: Findings
) -> Iterator[Draft]:
    """A draft a line, the two voices in turn; its cue is the opening mark."""
    for turn, (number, quotation) in enumerate(run):
        items = findings.sentences[number].tokens
        cue = Cue(0, 1, items[0].text, "say", Form.SOURCE)
        spoken = Draft(number, items, cue, None, "exchange", quotation.parts)
        voice = pair[turn % 2]
        yield replace(spoken, voice=voice.voice or voice)
