"""Whose a participle of saying is: "X left, saying", "X quoted Y as saying", "X signed a note asking for"."""

from collections.abc import Sequence

from kb.extracting.clause_words import QUOTING
from kb.extracting.phrases import is_finite, phrase_start
from kb.extracting.subjects import Phrase, antecedent, subject
from kb.extracting.tails import day_end
from kb.extracting.trees import children
from kb.extracting.vocabulary import Speech
from kb.model import Token


def of_participle(items: Sequence[Token], verb: int, speech: Speech) -> Phrase | None:
    """The phrase that names whose participle of saying it is; None when the sentence does not tell."""
    before = items[verb - 1] if verb else None
    if before is not None and before.text.lower() == "as":
        return _quoted(items, verb - 1)
    if before is None:
        return _of_main_clause(items, verb, len(items))
    if before.pos in ("NOUN", "PROPN") and not _ends_day(items, verb):
        return _of_modified(items, verb, speech)
    told = _of_saying(items, verb, speech) or _of_main_clause(items, 0, verb)
    return told or (antecedent(items, verb) if before.text == "," else None)


def _ends_day(items: Sequence[Token], end: int) -> bool:
    """ "wrote to him last month asking ..."."""
    return any(day_end(items, start) == end for start in range(max(end - 3, 0), end))


def _of_saying(items: Sequence[Token], end: int, speech: Speech) -> Phrase | None:
    """The one who says what stands before: "X said that they would stay, adding"."""
    verbs = [k for k in range(end) if is_finite(items, k) and items[k].lemma in speech.acts]
    found = (subject(items, index) for index in reversed(verbs))
    return next((phrase for phrase in found if phrase is not None), None)


def _quoted(items: Sequence[Token], end: int) -> Phrase | None:
    """ "X quoted Y as saying": Y; "Y was quoted as saying": Y."""
    verb = next(
        (k for k in range(end - 1, -1, -1) if items[k].lemma in QUOTING and items[k].pos == "VERB"), None
    )
    if verb is None:
        return _of_main_clause(items, 0, end)
    active = verb + 1 < end and items[verb + 1].pos != "ADP"
    return Phrase(verb + 1, end) if active else subject(items, verb)


def _of_main_clause(items: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The subject of the nearest verb, but for one that only tells which: "the group that has killed ten"."""
    verbs = [index for index in range(start, end) if is_finite(items, index)]
    told = [index for index in verbs if not _tells_which(items, index)] or verbs
    found = (subject(items, index) for index in reversed(told))
    return next((phrase for phrase in found if phrase is not None), None)


def _tells_which(items: Sequence[Token], verb: int) -> bool:
    """Whether a verb is that of a relative clause with "that", which no comma sets off."""
    head = items[verb].head if items[verb].pos == "AUX" else verb
    relative = head is not None and items[head].relation == "acl:relcl"
    return relative and any(items[k].text.lower() == "that" for k in children(items, head or 0, ("nsubj",)))


def _of_modified(items: Sequence[Token], verb: int, speech: Speech) -> Phrase | None:
    """ "X signed a letter calling for": the signers; "with X saying", "a report saying": the noun itself."""
    start = phrase_start(items, verb)
    if items[verb - 1].lemma.lower() in speech.documents and start > 0:
        signer = _signer(items, start, speech)
        if signer is not None:
            return signer
    return Phrase(start, verb) if start < verb else None


def _signer(items: Sequence[Token], document: int, speech: Speech) -> Phrase | None:
    verb = next((k for k in range(document - 1, -1, -1) if items[k].pos in ("VERB", "AUX")), None)
    if verb is None or items[verb].lemma not in speech.sign:
        return None
    return subject(items, verb)
