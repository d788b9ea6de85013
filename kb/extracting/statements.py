"""Statements: who said what, in whose words, to whom.

The order of work: drafts of all cues with speaker and content (`statement_drafts`), each made a
statement with the mentions and times found before (`statement_making`), and what statements are to one
another: one relayed within the other, one told again (`statement_relations`). What a statement is
about, and when it was made, the settling step fills in. What is thought, not said, `thoughts` finds.
"""

from kb.extracting.carriers import lead_in_carriers
from kb.extracting.clause_words import BE, NEGATIONS, NOBODY
from kb.extracting.cues import Form
from kb.extracting.draft import Draft
from kb.extracting.statement_drafts import find_drafts
from kb.extracting.statement_making import known_of, statement_of
from kb.extracting.statement_relations import related
from kb.extracting.vocabulary import load_people, load_speech
from kb.model import Findings, Language, Statement

TOLD_OF = frozenset({"say", "report", "claim", "announce", "confirm", "deny"})


def find_statements(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The statements of an article in order of their cues; headlines, lead-ins and boilerplate have none.

    `about` is empty and `date` None: the settling step fills them.
    """
    known, speech = known_of(findings), load_speech(language.code)
    carriers = lead_in_carriers(findings, known.mentions)
    drafts = find_drafts(findings, known.quotations, speech)
    made = [(draft, statement_of(draft, known, speech, carriers[draft.number])) for draft in drafts]
    kept = [statement for draft, statement in made if _is_kept(draft, statement)]
    return related(kept, speech, load_people(language.code))


def _is_kept(draft: Draft, statement: Statement) -> bool:
    if is_by_nobody(draft):
        return False
    if draft.cue.form is Form.UNREAL:
        return bool(statement.verbatim) and draft.way in ("quotation", "before")
    needy = draft.cue.form is Form.PASSIVE or draft.way == "beside"
    return not needy or statement.speaker is not None or _is_impersonal(draft)


def _is_impersonal(draft: Draft) -> bool:
    """ "It was reported that ...": said, though nobody tells by whom; what "was agreed" was done."""
    before = [item for item in draft.items[: draft.cue.start] if item.pos not in ("AUX", "ADV")]
    told = draft.way == "that" and draft.cue.act in TOLD_OF
    return told and bool(before) and before[-1].text.lower() == "it"


def is_by_nobody(draft: Draft) -> bool:
    """ "No one said that ..."; "It was not Reed who said that ..."."""
    if draft.speaker is None:
        return False
    start, words = draft.speaker.start, [item.text.lower() for item in draft.items]
    cleft = start > 1 and words[start - 2] in BE and words[start - 1] in NEGATIONS
    return cleft or words[start] in NOBODY
