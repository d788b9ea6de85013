"""Whose cue it is: the noun phrase that does the saying.

Without a parser the subject is looked for in the clause before the verb (then after it, for "said X").
Where tokens carry heads, the subject of the tree is taken instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extracting.cues import Cue, Form
from kb.extracting.phrases import (
    CLAUSE_PUNCTUATION,
    QUOTE,
    full_end,
    head_of,
    is_finite,
    phrase_end,
    phrase_start,
)
from kb.extracting.vocabulary import Speech
from kb.model import Token

SUBORDINATORS = frozenset({"that", "because", "if", "although", "though", "while", "whereas", "when", "where", "as",
                           "how", "why", "whether", "so", "whilst", "once"})  # fmt: skip
RELATIVES = frozenset({"who", "which", "that", "what"})
TIMES = frozenset({"week", "month", "year", "today", "yesterday", "tomorrow", "night", "morning", "evening"})
CLAUSE_OPENERS = frozenset({"after", "before", "since", "until"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items `start` up to `end` that name a speaker, `also` an apposition that names him again."""

    start: int
    end: int
    also: tuple[int, int] | None = None


def find_speaker(items: Sequence[Token], cue: Cue, speech: Speech) -> Phrase | None:
    """The phrase that names who speaks, or None when the sentence does not say."""
    if cue.form is Form.SOURCE:
        return _source(items, cue.end, speech)
    if cue.form is Form.PASSIVE:
        return _agent(items, cue.end)
    if cue.form is Form.NOUN:
        return None
    if _is_inverted(items, cue):
        return _inverted(items, cue.end)
    if cue.form is Form.PARTICIPLE:
        return _of_participle(items, cue.start, speech)
    return subject(items, cue.start)


def subject(items: Sequence[Token], verb: int) -> Phrase | None:
    """The subject before a verb."""
    end = _before_parenthesis(items, _before_auxiliaries(items, verb))
    if end == 0:
        return None
    if items[end - 1].text.lower() in RELATIVES and items[end - 1].pos == "PRON":
        return _antecedent(items, end - 1)
    start = _clause_start(items, end)
    if start == end:
        return _shared(items, end)
    return _in_clause(items, start, end)


def first_finite(items: Sequence[Token], start: int, end: int) -> int | None:
    """The first finite verb among items `start` up to `end`."""
    return next((index for index in range(start, end) if is_finite(items, index)), None)


def _before_auxiliaries(items: Sequence[Token], verb: int) -> int:
    end = verb
    while end > 0 and (
        items[end - 1].pos in ("AUX", "ADV") or items[end - 1].text.lower() in ("not", "n't", "to")
    ):
        end -= 1
    return end


def _before_parenthesis(items: Sequence[Token], end: int) -> int:
    """ "Smith (2004) noted": what stands in parentheses is passed over."""
    if end and items[end - 1].text == ")":
        return next((k for k in range(end - 1, -1, -1) if items[k].text == "("), end)
    return end


def _clause_start(items: Sequence[Token], end: int) -> int:
    """The index after the last boundary before `end` that opens a clause."""
    for index in range(_before_aside(items, end) - 1, -1, -1):
        if _opens_clause(items, index, end):
            return index + 1
    return 0


def _before_aside(items: Sequence[Token], end: int) -> int:
    """ "The mayor, asked whether it was so, said": an aside between commas opens no clause for the verb."""
    if items[end - 1].text != ",":
        return end
    return next((k for k in range(end - 2, -1, -1) if items[k].text == ","), end)


def _opens_clause(items: Sequence[Token], index: int, end: int) -> bool:
    item, low = items[index], items[index].text.lower()
    if item.pos == QUOTE or item.text in CLAUSE_PUNCTUATION:
        return True
    if low in SUBORDINATORS and item.pos in ("SCONJ", "ADV", "ADP"):
        return not _is_comparison(items, index)
    if low in ("whom", "which", "who") and index < end - 1:
        return True
    if low in CLAUSE_OPENERS:
        return not any(items[k].text == "," for k in range(index, end)) and not _has_two_phrases(
            items, index, end
        )
    if item.pos == "CCONJ":
        own = _first_phrase(items, index + 1, end) is not None
        return index == end - 1 or (own and first_finite(items, 0, index) is not None)
    return False


def _is_comparison(items: Sequence[Token], index: int) -> bool:
    return (
        items[index].text.lower() == "as"
        and index + 1 < len(items)
        and items[index + 1].text.lower() in ("well", "of")
    )


def _has_two_phrases(items: Sequence[Token], index: int, end: int) -> bool:
    """ "After the game coach Smith said": the opener takes a phrase of its own, the subject is the next."""
    middle = phrase_end(items, index + 1)
    return index == 0 and middle < end and phrase_end(items, middle) == end


def _begins_phrase(items: Sequence[Token], index: int) -> bool:
    return phrase_end(items, index) > index


def _shared(items: Sequence[Token], end: int) -> Phrase | None:
    """ "X did this and said": the subject of the finite verb before the conjunction."""
    if items[end - 1].pos != "CCONJ":
        return None
    for index in range(end - 2, -1, -1):
        found = subject(items, index) if is_finite(items, index) else None
        if found is not None and items[found.start].text.lower() not in RELATIVES:
            return found
    return None


def _in_clause(items: Sequence[Token], start: int, end: int) -> Phrase | None:
    segments = _segments(items, start, end)
    if segments and segments[-1][0] == segments[-1][1]:
        return _before_apposition(items, segments[:-1])
    for segment in reversed(segments):
        found = _first_phrase(items, *segment)
        if found is not None:
            return found
    return None


def _segments(items: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    cuts = [index for index in range(start, end) if items[index].text == ","]
    starts, ends = [start, *(cut + 1 for cut in cuts)], [*cuts, end]
    return list(zip(starts, ends, strict=True))


def _before_apposition(items: Sequence[Token], segments: list[tuple[int, int]]) -> Phrase | None:
    """ "X, a spokesman, said"; "a spokesman for the army, X, said"; "X, who leads the party, said"."""
    if len(segments) == 1:
        return _first_phrase(items, *segments[0])
    found = [_first_phrase(items, *segment) for segment in segments]
    whole = [n for n, f in enumerate(found[:-1]) if f is not None and (f.start, f.end) == segments[n]]
    ending = [n for n, f in enumerate(found[:-1]) if f is not None and f.end == segments[n][1]]
    for number in [n for n in [*whole, *ending] if not _is_time(items, *segments[n])]:
        first = found[number]
        return Phrase(first.start, first.end, segments[number + 1]) if first is not None else None
    return found[-1]


def _is_time(items: Sequence[Token], start: int, end: int) -> bool:
    words = {item.text.lower() for item in items[start:end]}
    return any(word.endswith("day") for word in words) or bool(words & TIMES)


def _first_phrase(items: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The first noun phrase of a stretch that no preposition governs, with what hangs on it."""
    index = start
    while index < end:
        if items[index].pos == "ADP" or items[index].text.lower() in CLAUSE_OPENERS:
            index = max(phrase_end(items, index + 1), index + 1)
            continue
        after = min(phrase_end(items, index), end)
        if after > index:
            return Phrase(index, _with_rest(items, index, end))
        index += 1
    return None


def _with_rest(items: Sequence[Token], start: int, end: int) -> int:
    """A subject takes all that stands before its verb, unless another clause is among it."""
    return end if first_finite(items, start, end) is None else full_end(items, start, end)


def _antecedent(items: Sequence[Token], relative: int) -> Phrase | None:
    end = relative - 1 if relative and items[relative - 1].text == "," else relative
    start = phrase_start(items, end)
    return Phrase(start, end) if start < end else None


def _is_inverted(items: Sequence[Token], cue: Cue) -> bool:
    """`"...", said X`: nothing but a quotation or a comma before the verb, a phrase after it."""
    if cue.form is not Form.FINITE or cue.start == 0:
        return False
    before = items[cue.start - 1]
    if before.pos != QUOTE and before.text != ",":
        return False
    if before.text == "," and not _quote_or_clause(items, cue.start - 2):
        return False
    return _begins_phrase(items, cue.end) and items[cue.end].text not in ("me", "him", "us", "them")


def _quote_or_clause(items: Sequence[Token], index: int) -> bool:
    return index >= 0 and (items[index].pos == QUOTE or _clause_before(items, index))


def _clause_before(items: Sequence[Token], index: int) -> bool:
    """Whether a whole clause ends at `index`, so that what follows the comma can only be "said X"."""
    first = first_finite(items, 0, index + 1)
    aside = any(item.text.lower() in ("who", "which", "whose", "whom") for item in items[: index + 1])
    return first is not None and subject(items, first) is not None and not aside


def _inverted(items: Sequence[Token], start: int) -> Phrase | None:
    end = full_end(items, start, len(items))
    if end == start:
        return None
    if end < len(items) - 1 and items[end].text == ",":
        after = full_end(items, end + 1, len(items))
        return Phrase(start, end, (end + 1, after) if after > end + 1 else None)
    return Phrase(start, end)


def _source(items: Sequence[Token], start: int, speech: Speech) -> Phrase | None:
    """ "according to X", if X is someone who, or something that, can tell."""
    end = full_end(items, start, len(items))
    if end == start or not _informs(items[head_of(items, start, phrase_end(items, start))], speech):
        return None
    if end < len(items) and items[end].text == ",":
        after = full_end(items, end + 1, len(items))
        if after > end + 1 and after < len(items) and items[after].text == ",":
            return Phrase(start, end, (end + 1, after))
    return Phrase(start, end)


def _informs(head: Token, speech: Speech) -> bool:
    return head.pos in ("PROPN", "PRON") or bool({head.lemma.lower(), head.text.lower()} & speech.informants)


def _agent(items: Sequence[Token], start: int) -> Phrase | None:
    """ "was condemned by X"."""
    for index in range(start, min(start + 6, len(items))):
        if items[index].text.lower() == "by":
            end = full_end(items, index + 1, len(items))
            return Phrase(index + 1, end) if end > index + 1 else None
    return None


def _of_participle(items: Sequence[Token], verb: int, speech: Speech) -> Phrase | None:
    before = items[verb - 1] if verb else None
    if before is None:
        return _of_main_clause(items, verb, len(items))
    if before.pos in ("NOUN", "PROPN"):
        return _of_modified(items, verb, speech)
    return _of_main_clause(items, 0, verb) or (_antecedent(items, verb) if before.text == "," else None)


def _of_main_clause(items: Sequence[Token], start: int, end: int) -> Phrase | None:
    verbs = [index for index in range(start, end) if is_finite(items, index)]
    for index in reversed(verbs):
        found = subject(items, index)
        if found is not None:
            return found
    return None


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
