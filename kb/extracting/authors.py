"""Whose words a document holds that was told of before: "Reed sent a letter. The letter reads: ...".

The author is the owner of the document, the one it comes from, or the one who signed, sent or wrote it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.extracting.draft import Draft
from kb.extracting.noun_speakers import of_noun
from kb.extracting.phrases import fold, full_end, head_of, phrase_end, phrase_start
from kb.extracting.quotations import Quotations
from kb.extracting.subjects import Phrase, subject
from kb.extracting.tellers import can_act
from kb.extracting.vocabulary import Speech
from kb.model import Findings, Token

HOLDING = frozenset({"announced", "block"})
BACK = 5  # sentences
BEHIND = 6  # items from a document to "by" and its author


def with_authors(
    drafts: Iterable[Draft], quotations: Quotations, findings: Findings, speech: Speech
) -> Iterator[Draft]:
    """The drafts; those of a document's words have the voice of its author, where one was named."""
    for draft in drafts:
        document = _document(draft, speech) if draft.way in HOLDING else None
        wrote = _author_of(draft, document, quotations, findings, speech) if document is not None else None
        yield replace(draft, voice=wrote) if wrote else draft


def _document(draft: Draft, speech: Speech) -> int | None:
    """The index of the noun for the document that speaks."""
    if draft.speaker is None:
        return None
    start, end = draft.speaker.start, draft.speaker.end
    head = head_of(draft.items, start, max(min(phrase_end(draft.items, start), end), start + 1))
    return head if draft.items[head].lemma in speech.documents else None


def _author_of(
    draft: Draft, noun: int, quotations: Quotations, findings: Findings, speech: Speech
) -> Draft | None:
    """The sentence, or the last telling of the document before, with its author for the speaker."""
    own, document = of_noun(draft.items, noun), draft.items[noun].lemma
    if own is not None:
        return replace(draft, speaker=own)
    for number in range(draft.number - 1, max(draft.number - BACK, 0) - 1, -1):
        items = fold(findings.sentences[number], quotations)
        for noun in reversed([k for k, item in enumerate(items) if item.lemma == document]):
            who = _author(items, noun, speech)
            if who is not None and can_act(items, who, speech):
                return replace(draft, number=number, items=items, speaker=who)
    return None


def _author(items: Sequence[Token], noun: int, speech: Speech) -> Phrase | None:
    return of_noun(items, noun) or _by_whom(items, noun, speech) or _sender(items, noun, speech)


def _by_whom(items: Sequence[Token], noun: int, speech: Speech) -> Phrase | None:
    """ "a letter signed by X", "a letter that was sent to the court by X"."""
    behind = range(noun + 1, min(noun + BEHIND, len(items) - 1))
    by = next((k for k in behind if items[k].text.lower() == "by"), None)
    signed = by is not None and any(items[k].lemma in speech.sign for k in range(noun + 1, by))
    end = full_end(items, by + 1, len(items)) if by is not None else 0
    return Phrase(by + 1, end) if signed and by is not None and end > by + 1 else None


def _sender(items: Sequence[Token], noun: int, speech: Speech) -> Phrase | None:
    """The subject of the verb behind which the document stands: "X sent (the court) a letter"."""
    before = range(phrase_start(items, noun) - 1, -1, -1)
    verb = next((k for k in before if items[k].pos == "VERB"), None)
    return subject(items, verb) if verb is not None and items[verb].lemma in speech.sign else None
