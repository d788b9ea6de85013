"""Statements: who said what, in whose words, to whom.

The order of work: drafts of all cues with speaker and content (`statement_drafts`), each made a
statement with the mentions and times found before (`statement_parts`), and what statements are to one
another: one relayed within the other, one told again (`statement_relations`). What a statement is
about, and when it was made, the settling step fills in.
"""

from collections.abc import Sequence

from kb.extracting.carriers import lead_in_carriers
from kb.extracting.cues import Form
from kb.extracting.quotations import Quotation, find_quotations
from kb.extracting.statement_drafts import Draft, find_drafts
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
from kb.model import Findings, Language, Mention, Span, Statement
from kb.ontology import mint_key


def find_statements(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The statements of an article in order of their cues; headlines, lead-ins and boilerplate have none.

    `about` is empty and `date` None: the settling step fills them.
    """
    speech, people = load_speech(language.code), load_people(language.code)
    quotations = find_quotations(findings.text, findings.sentences)
    carriers = lead_in_carriers(findings)
    drafts = find_drafts(findings, quotations, speech)
    made = [(d, _statement(d, quotations, findings, carriers[d.number], speech)) for d in drafts]
    return related([s for d, s in made if _is_kept(d, s)], speech, people)


def _statement(
    draft: Draft,
    quotations: Sequence[Quotation],
    findings: Findings,
    carriers: tuple[Mention, ...],
    speech: Speech,
) -> Statement:
    verbatim = verbatim_of(draft.content, quotations)
    speaker = speaker_of(draft.items, draft.speaker, findings.mentions)
    evidence = _evidence(draft, findings)
    return Statement(
        span=evidence,
        rule=f"{draft.cue.form}, {draft.way}",
        confidence=confidence_of(draft.cue, draft.way, speaker),
        key=mint_key("statement", findings.text, draft.trigger),
        trigger=draft.trigger,
        label=label_of(findings.text, speaker, draft.content, draft.verb_in_label(findings.text)),
        time=time_of(draft, findings),
        place=place_of(draft, findings.mentions),
        cue=draft.cue.lemma,
        act=_act(draft, speech),
        kind=kind_of(findings.text, draft.content, verbatim),
        content=draft.content,
        verbatim=verbatim,
        speaker=speaker,
        speaking_for=speaking_for(draft.items, draft.speaker, speaker, findings.mentions),
        audience=audience_of(draft.addressee, findings.mentions),
        carriers=carriers,
    )


def _act(draft: Draft, speech: Speech) -> str:
    quoting = draft.way in ("quotation", "before", "announced", "colon")
    return speech.quoted.get(draft.cue.lemma, draft.cue.act) if quoting else draft.cue.act


def _evidence(draft: Draft, findings: Findings) -> Span:
    """Whole sentences, from the first that holds the cue or content to the last."""
    spans = [draft.trigger, *draft.content]
    held = [s.span for s in findings.sentences if any(s.span.overlaps(span) for span in spans)]
    return Span(min(s.start for s in held), max(s.end for s in held))


def _is_kept(draft: Draft, statement: Statement) -> bool:
    if draft.cue.form is Form.UNREAL:
        return bool(statement.verbatim) and draft.way in ("quotation", "before")
    return draft.cue.form is not Form.PASSIVE or statement.speaker is not None
