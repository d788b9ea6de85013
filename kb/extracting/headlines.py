"""What headlines have somebody say: evidence of what the body tells, and attributions for the measuring."""

from kb.extracting.statement_drafts import drafts_in
from kb.extracting.statement_making import known_of, statement_of
from kb.extracting.vocabulary import load_speech
from kb.model import Findings, Language, Passage, Statement


def find_headlines(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The statements of an article's headlines in order; they are no entries of their own."""
    headlines = [n for n, s in enumerate(findings.sentences) if s.passage is Passage.HEADLINE]
    known, speech = known_of(findings), load_speech(language.code)
    drafts = (
        draft
        for number in headlines
        for draft in drafts_in(number, findings.sentences[number], known.quotations, speech, findings)
    )
    return tuple(statement_of(draft, known, speech) for draft in drafts if draft.content)
