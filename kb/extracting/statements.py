"""Statements: who said what, in whose words, to whom.

The order of work: drafts of all cues with speaker and content (`statement_drafts`), each made a
statement with the mentions and times found before (`statement_parts`), and what statements are to one
another: one relayed within the other, one told again (`statement_relations`). What a statement is
about, and when it was made, the settling step fills in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.extracting.carriers import lead_in_carriers
from kb.extracting.clause_words import NOBODY
from kb.extracting.cues import Form
from kb.extracting.draft import Draft
from kb.extracting.ordered import Ordered
from kb.extracting.quotations import Quotations, find_quotations
from kb.extracting.statement_drafts import find_drafts
from kb.extracting.statement_parts import (
    audience_of,
    confidence_of,
    kind_of,
    label_of,
    speaker_of,
    speaking_for,
    verbatim_of,
)
from kb.extracting.statement_relations import related
from kb.extracting.statement_setting import place_of, time_of
from kb.extracting.vocabulary import Speech, load_people, load_speech
from kb.model import Findings, Language, Mention, Sentence, Span, Statement, TimeExpression
from kb.ontology import mint_key


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found before, in order of the text."""

    text: str
    sentences: Ordered[Sentence]
    mentions: Ordered[Mention]
    times: Ordered[TimeExpression]
    quotations: Quotations
    speech: Speech
    named: Mapping[str, Mention]


def find_statements(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The statements of an article in order of their cues; headlines, lead-ins and boilerplate have none.

    `about` is empty and `date` None: the settling step fills them.
    """
    known = _known(findings, load_speech(language.code))
    carriers = lead_in_carriers(findings, known.mentions)
    drafts = find_drafts(findings, known.quotations, known.speech)
    made = [(draft, _statement(draft, known, carriers[draft.number])) for draft in drafts]
    kept = [statement for draft, statement in made if _is_kept(draft, statement)]
    return related(kept, known.speech, load_people(language.code))


def _known(findings: Findings, speech: Speech) -> _Known:
    return _Known(
        findings.text,
        Ordered(findings.sentences, lambda sentence: sentence.span),
        Ordered(findings.mentions, lambda mention: mention.span),
        Ordered(findings.times, lambda time: time.span),
        find_quotations(findings.text, findings.sentences),
        speech,
        {mention.entity.name: mention for mention in reversed(findings.mentions)},
    )


def _statement(draft: Draft, known: _Known, carriers: tuple[Mention, ...]) -> Statement:
    verbatim = verbatim_of(draft.content, known.quotations)
    speaker = speaker_of(draft.items, draft.speaker, known.mentions)
    return Statement(
        span=_evidence(draft, known.sentences),
        rule=f"{draft.cue.form}, {draft.way}",
        confidence=confidence_of(draft.cue, draft.way, speaker),
        key=mint_key("statement", known.text, draft.trigger),
        trigger=draft.trigger,
        label=label_of(known.text, speaker, draft.content, draft.verb_in_label(known.text)),
        time=time_of(draft, known.times, known.text),
        place=place_of(draft, known.mentions),
        cue=draft.cue.lemma,
        act=_act(draft, known.speech),
        kind=kind_of(known.text, draft.content, verbatim),
        content=draft.content,
        verbatim=verbatim,
        speaker=speaker,
        speaking_for=speaking_for(draft.items, draft.speaker, speaker, known.mentions, known.named),
        audience=audience_of(draft.addressee, known.mentions),
        carriers=carriers,
    )


def _act(draft: Draft, speech: Speech) -> str:
    quoting = draft.way in ("quotation", "before", "announced", "colon", "opinion")
    return speech.quoted.get(draft.cue.lemma, draft.cue.act) if quoting else draft.cue.act


def _evidence(draft: Draft, sentences: Ordered[Sentence]) -> Span:
    """Whole sentences, from the first that holds the cue or content to the last."""
    held = [s.span for span in (draft.trigger, *draft.content) for s in sentences.touching(span)]
    return Span(min(s.start for s in held), max(s.end for s in held))


def _is_kept(draft: Draft, statement: Statement) -> bool:
    if draft.speaker is not None and draft.items[draft.speaker.start].text.lower() in NOBODY:
        return False
    if draft.cue.form is Form.UNREAL:
        return bool(statement.verbatim) and draft.way in ("quotation", "before")
    return draft.cue.form is not Form.PASSIVE or statement.speaker is not None
