"""The subject before a verb, without a parser.

The clause of the verb begins after the last quotation, colon, subordinating word or conjunction before
it; what commas set off is passed over; of what remains, the first noun phrase that no preposition
governs is the subject, with all that hangs on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extracting.clause_words import BINDING, NEGATIONS, OPENERS, RELATIVES, SUBORDINATORS, TIMES
from kb.extracting.phrases import QUOTE, dateline_end, full_end, is_finite, phrase_end, phrase_start
from kb.extracting.tails import opens_tail
from kb.model import Token

BEFORE_VERBS = NEGATIONS | {"to"}
BOUNDARIES = frozenset({";", ":", "—", "–", "--", "(", ")"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items `start` up to `end` that name a speaker, `also` an apposition that names him again."""

    start: int
    end: int
    also: Range | None = None


def subject(items: Sequence[Token], verb: int) -> Phrase | None:
    """The subject before a verb."""
    end = _before_parenthesis(items, _before_auxiliaries(items, verb))
    if end == 0:
        return None
    if items[end - 1].text.lower() in BINDING and items[end - 1].pos == "PRON":
        return antecedent(items, end - 1)
    start = _clause_start(items, end)
    if start == end:
        return _shared(items, end)
    if start and items[start - 1].text.lower() == "who" and _is_whole(items, start, end):
        return antecedent(items, start - 1)  # "villagers who saw the fire said"
    return _in_clause(items, start, end)


def _is_whole(items: Sequence[Token], start: int, end: int) -> bool:
    """Whether a clause has its own verb and no comma, so that the next verb is another clause's."""
    own = first_finite(items, start, end)
    return own is not None and not any(item.text == "," for item in items[start:end])


def first_finite(items: Sequence[Token], start: int, end: int) -> int | None:
    """The first finite verb among items `start` up to `end`."""
    return next((index for index in range(start, end) if is_finite(items, index)), None)


def _before_auxiliaries(items: Sequence[Token], verb: int) -> int:
    end = verb
    while end > 0 and (items[end - 1].pos in ("AUX", "ADV") or items[end - 1].text.lower() in BEFORE_VERBS):
        end -= 1
    return end


def _before_parenthesis(items: Sequence[Token], end: int) -> int:
    """ "Smith (2004) noted": what stands in parentheses is passed over."""
    if end and items[end - 1].text == ")":
        return next((k for k in range(end - 1, -1, -1) if items[k].text == "("), end)
    return end


def _clause_start(items: Sequence[Token], end: int) -> int:
    """The index after the last boundary before `end` that opens a clause."""
    index = _before_aside(items, end) - 1
    while index >= 0:
        if items[index].text == ")":
            index = _opening(items, index)
        elif _opens_clause(items, index, end):
            return index + 1
        index -= 1
    return dateline_end(items)


def _opening(items: Sequence[Token], close: int) -> int:
    """The parenthesis that the one at `close` closes; `close` itself when none does."""
    return next((k for k in range(close - 1, -1, -1) if items[k].text == "("), close)


def _before_aside(items: Sequence[Token], end: int) -> int:
    """ "The mayor, asked whether it was so, said": an aside between commas opens no clause for the verb."""
    if items[end - 1].text != ",":
        return end
    commas = [k for k in range(end - 2, -1, -1) if items[k].text == ","]
    relative = next((k for k in commas if items[k + 1].text.lower() in RELATIVES), None)
    return relative if relative is not None else next(iter(commas), end)


def _opens_clause(items: Sequence[Token], index: int, end: int) -> bool:
    item, low = items[index], items[index].text.lower()
    if item.pos == QUOTE or item.text in BOUNDARIES:
        return True
    if low in SUBORDINATORS and item.pos in ("SCONJ", "ADV", "ADP"):
        return not _is_comparison(items, index)
    if low in BINDING - {"whose", "that"}:
        return index < end - 1
    if low in OPENERS:
        return _governs_clause(items, index, end)
    if item.pos == "CCONJ":
        own = _first_phrase(items, index + 1, end) is not None
        return index == end - 1 or (own and first_finite(items, 0, index) is not None)
    return False


def _is_comparison(items: Sequence[Token], index: int) -> bool:
    """ "as well as", "as of"."""
    after = items[index + 1].text.lower() if index + 1 < len(items) else ""
    return items[index].text.lower() == "as" and after in ("well", "of")


def _governs_clause(items: Sequence[Token], index: int, end: int) -> bool:
    """ "after Smith said", but not "after the game, Smith said"."""
    closed = any(item.text == "," for item in items[index:end])
    return _names_again(items, index, end) or (not closed and not _has_two_phrases(items, index, end))


def _names_again(items: Sequence[Token], index: int, end: int) -> bool:
    """ "It was over after the mayor, Ana Reed, said so": the phrase behind the opener, and a name between
    commas, where the verb of another clause stands before them."""
    first = phrase_end(items, index + 1)
    named = index + 1 < first < end - 1 and items[first].text == "," == items[end - 1].text
    whole = named and full_end(items, first + 1, end) == end - 1
    return whole and first_finite(items, 0, index) is not None


def _has_two_phrases(items: Sequence[Token], index: int, end: int) -> bool:
    """ "After the game coach Smith said": the opener takes a phrase of its own, the subject is the next."""
    middle = phrase_end(items, index + 1)
    return index == 0 and middle < end and phrase_end(items, middle) == end


def _shared(items: Sequence[Token], end: int) -> Phrase | None:
    """ "X did this and said": the subject of the finite verb before the conjunction."""
    if items[end - 1].pos != "CCONJ":
        return None
    for index in range(end - 2, -1, -1):
        finite = is_finite(items, index) and not _is_told_quality(items, index)
        found = subject(items, index) if finite else None
        if found is not None and items[found.start].text.lower() not in BINDING:
            return found
    return None


def _is_told_quality(items: Sequence[Token], index: int) -> bool:
    """ "X said that they were full and appealed": who is said to be full is not the one who appeals."""
    told = any(item.pos == "SCONJ" and item.text.lower() == "that" for item in items[:index])
    return told and items[index].lemma == "be" and items[index + 1].pos == "ADJ"


def _in_clause(items: Sequence[Token], start: int, end: int) -> Phrase | None:
    segments = _segments(items, start, end)
    if segments and segments[-1][0] == segments[-1][1]:
        return _before_apposition(items, segments[:-1])
    told = [s for s in segments if not _is_doing(items, *s)] or segments
    for segment in reversed(told):
        found = _first_phrase(items, *segment)
        if found is not None:
            return found
    return None


def _is_doing(items: Sequence[Token], start: int, end: int) -> bool:
    """ "X, quoting his father, said": what X does besides."""
    return start < end and items[start].pos == "VERB" and items[start].text.lower().endswith("ing")


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
    told = [n for n in [*whole, *ending] if not _is_time(items, *segments[n])]
    verbs = [n for n, segment in enumerate(segments) if first_finite(items, *segment) is not None]
    behind = [n for n in told if not verbs or n > verbs[-1]]  # "Chile left, its envoy, X, said"
    for number in behind or told:
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
        if opens_tail(items, index):  # "a year earlier she said"
            index = max(phrase_end(items, index), index) + 1
            continue
        if items[index].pos == "ADP" or items[index].text.lower() in OPENERS:
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


def antecedent(items: Sequence[Token], relative: int) -> Phrase | None:
    """The noun phrase right before a relative pronoun or a comma with a participle."""
    end = relative - 1 if relative and items[relative - 1].text == "," else relative
    start = phrase_start(items, end)
    return Phrase(start, end) if start < end else None
