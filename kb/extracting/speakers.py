"""Whose cue it is: the noun phrase that does the saying.

Before the verb it is the verb's subject (`subjects`); after it ("said X"), behind "by" or "according
to", or the subject of the main clause when the cue is a participle.
"""

from collections.abc import Sequence
from dataclasses import replace

from kb.extracting.agents import find_agent
from kb.extracting.clause_words import QUOTING, RELATIVES, SET_AGAINST
from kb.extracting.cues import OWNED, Cue, Form
from kb.extracting.noun_speakers import of_noun
from kb.extracting.parsed_speakers import parsed_subject
from kb.extracting.participle_speakers import of_participle
from kb.extracting.phrases import QUOTE, full_end, head_of, is_finite, phrase_end
from kb.extracting.subjects import Phrase, first_finite, subject
from kb.extracting.tails import without_last_day
from kb.extracting.trees import relation_of
from kb.extracting.vocabulary import Speech
from kb.model import Token

OBJECTS = frozenset({"me", "him", "us", "them"})
BESIDE_VERBS = frozenset({"AUX", "ADV", "PART"})


def find_speaker(items: Sequence[Token], cue: Cue, speech: Speech) -> Phrase | None:
    """The phrase that names who speaks, or None when the sentence does not say."""
    if cue.form is Form.SOURCE:
        return _owner(items, cue) if cue.lemma.startswith(OWNED) else _source(items, cue.end, speech)
    if cue.form is Form.NOUN:
        return of_noun(items, cue.start)
    if cue.form is Form.PASSIVE:
        return find_agent(items, cue, speech)
    if _is_inverted(items, cue, speech):
        return _inverted(items, cue.end)
    if cue.form is Form.PARTICIPLE:
        return of_participle(items, cue.start, speech)
    return quoted(items, cue.start) or _undated(items, _before(items, cue.start))


def quoted(items: Sequence[Token], verb: int) -> Phrase | None:
    """ "The agency quoted Reed: “...”": who stands between a verb of quoting and the colon; None without."""
    end = full_end(items, verb + 1, len(items))
    leads = items[verb].lemma in QUOTING and end > verb + 1 and end + 1 < len(items)
    announced = leads and items[end].text == ":" and items[end + 1].pos == QUOTE
    return Phrase(verb + 1, end) if announced else None


def _undated(items: Sequence[Token], who: Phrase | None) -> Phrase | None:
    """ "An adviser on Monday said": the day is no part of the adviser; nor are "all" of "all she said was",
    or the bill of "the bill that he said would pass"."""
    if who is None:
        return None
    start = next((k + 1 for k in range(who.start, who.end - 1) if _opens(items, k, who.end)), who.start)
    return replace(who, start=start, end=without_last_day(items, who.start, who.end))


def _opens(items: Sequence[Token], index: int, end: int) -> bool:
    """Whether "all she" or "that he" begins, where she or he is who speaks."""
    low, item = items[index].text.lower(), items[index]
    related = low == "that" and item.pos == "PRON" and relation_of(item) in ("obj", "nsubj")
    all_of_it = low == "all" and items[index + 1].pos == "PRON"
    return (related or all_of_it) and first_finite(items, index, end) is None


def _before(items: Sequence[Token], verb: int) -> Phrase | None:
    """The subject: by word order where it stands right before its verb, else by the parse, if any."""
    by_order = subject(items, verb)
    joined = verb > 0 and items[verb - 1].pos == "CCONJ"
    if by_order is not None and (
        (by_order.also and not joined) or all(item.pos in BESIDE_VERBS for item in items[by_order.end : verb])
    ):
        return _several(items, by_order, verb)
    parsed = parsed_subject(items, verb)
    if parsed is None or by_order is None:
        return parsed or by_order
    truer = _is_cut(items, parsed, by_order) or _is_set_against(items, parsed, by_order)
    return by_order if truer else parsed


def _is_cut(items: Sequence[Token], parsed: Phrase, by_order: Phrase) -> bool:
    """Whether the parse has but the beginning of a name: "Stephen" of "Stephen Hawking told"."""
    rest = items[parsed.end : by_order.end]
    named = bool(rest) and all(item.pos == "PROPN" for item in rest)
    return by_order.start == parsed.start and (named or _opens_against(items, by_order.start))


def _is_set_against(items: Sequence[Token], parsed: Phrase, by_order: Phrase) -> bool:
    """ "X praised it, while Y called it a farce but said ...": it is the clause of Y that goes on."""
    return any(_opens_against(items, k + 1) for k in range(parsed.end, by_order.start))


def _opens_against(items: Sequence[Token], index: int) -> bool:
    return index > 0 and items[index - 1].text.lower() in SET_AGAINST


def _several(items: Sequence[Token], who: Phrase, verb: int) -> Phrase:
    """ "..., but officials and rebels denied it": by word order "and" opens a clause of the rebels alone."""
    joined = who.start > 1 and items[who.start - 1].pos == "CCONJ"
    parsed = parsed_subject(items, verb) if joined else None
    if parsed is None or not parsed.start < who.start - 1 < parsed.end == who.end:
        return who
    one = all(item.pos not in ("VERB", "AUX", "PUNCT", "SCONJ") for item in items[parsed.start : who.start])
    return parsed if one else who


def _is_inverted(items: Sequence[Token], cue: Cue, speech: Speech) -> bool:
    """`"...", said X`: nothing but a quotation or a comma before the verb, a phrase after it."""
    if cue.form is not Form.FINITE or cue.start == 0:
        return False
    before = items[cue.start - 1]
    if cue.lemma in speech.never_inverted:
        return False
    if before.pos != QUOTE and before.text != ",":
        return False
    if _is_named_twice(items, cue.start):
        return False
    if before.text == "," and not _quote_or_clause(items, cue.start - 2):
        return _is_within(items, cue, speech)
    after = full_end(items, cue.end, len(items))
    if before.text == "," and after < len(items) and (is_finite(items, after) or items[after].pos == QUOTE):
        return False  # "the mayor, asked about it, said the trial was over", "... said it “was over”"
    return phrase_end(items, cue.end) > cue.end and items[cue.end].text not in OBJECTS


def _is_named_twice(items: Sequence[Token], verb: int) -> bool:
    """ "It ended after the mayor, Ana Reed, asked people to go": the subject stands before, named again."""
    who = subject(items, verb)
    named = who is not None and who.also is not None and who.also[1] == verb - 1
    return named and who is not None and first_finite(items, who.start, verb) is None


def _is_within(items: Sequence[Token], cue: Cue, speech: Speech) -> bool:
    """ "The donors, said Mauer, are paid", "say critics": a name or people between commas, then the verb of
    what is said."""
    end = full_end(items, cue.end, len(items))
    base = phrase_end(items, cue.end)
    named = base > cue.end and (items[cue.end].pos == "PROPN" or _informs(items[base - 1], speech))
    return named and end + 1 < len(items) and items[end].text == "," and is_finite(items, end + 1)


def _quote_or_clause(items: Sequence[Token], index: int) -> bool:
    return index >= 0 and (items[index].pos == QUOTE or _clause_before(items, index))


def _clause_before(items: Sequence[Token], index: int) -> bool:
    """Whether a whole clause ends at `index`, so that what follows the comma can only be "said X"."""
    first = first_finite(items, 0, index + 1)
    if first is None or subject(items, first) is None:
        return False
    aside = any(item.text.lower() in RELATIVES or _relates(item) for item in items[: index + 1])
    return not aside and not any(item.pos == "SCONJ" for item in items[1:first])


def _relates(item: Token) -> bool:
    """The "that" of "the charity that runs it"."""
    return item.text.lower() == "that" and item.pos == "PRON" and relation_of(item) == "nsubj"


def _inverted(items: Sequence[Token], start: int) -> Phrase | None:
    end = full_end(items, start, len(items))
    if end == start:
        return None
    if end < len(items) - 1 and items[end].text == "," and items[end + 1].text.lower() not in RELATIVES:
        after = full_end(items, end + 1, len(items))
        return Phrase(start, end, (end + 1, after) if after > end + 1 else None)
    return Phrase(start, end)


def _source(items: Sequence[Token], start: int, speech: Speech) -> Phrase | None:
    """ "according to X", if X is someone who, or something that, can tell."""
    end = full_end(items, start, len(items))
    if end == start or not _informs(items[head_of(items, start, phrase_end(items, start))], speech):
        return None
    end = _to_comma(items, end) if start == 2 else end
    after = _aside_end(items, end)
    return Phrase(start, end, (end + 1, after) if after > end else None)


def _to_comma(items: Sequence[Token], end: int) -> int:
    """ "According to a person close to Reed, ...": the source at the head of a sentence, up to its comma."""
    comma = next((k for k in range(end, len(items)) if items[k].text == ","), end)
    own = first_finite(items, end, comma)
    return comma if own is None or relation_of(items[own]) == "acl" else end


def _owner(items: Sequence[Token], cue: Cue) -> Phrase:
    """ "in his view": him; "in the minister's words": the minister."""
    end = cue.end - 1
    return Phrase(cue.start + 1, end - 1 if items[end - 1].pos == "PART" and end - 1 > cue.start + 1 else end)


def _aside_end(items: Sequence[Token], comma: int) -> int:
    """Where what commas set off behind a source ends: an apposition, or ", quoting the ministry,"."""
    if comma + 1 >= len(items) or items[comma].text != ",":
        return comma
    if items[comma + 1].lemma in QUOTING and items[comma + 1].pos == "VERB":
        return next((k for k in range(comma + 1, len(items)) if items[k].text == ","), comma)
    after = full_end(items, comma + 1, len(items))
    closed = comma + 1 < after < len(items) and items[after].text in (",", ".")
    return after if closed and _goes_on(items, after + 1) else comma


def _goes_on(items: Sequence[Token], start: int) -> bool:
    """Whether no comma is left open before the next verb: "the Herald, Professor Ruiz, the chair, said"."""
    verb = first_finite(items, start, len(items))
    return verb is None or sum(item.text == "," for item in items[start:verb]) % 2 == 0


def _informs(head: Token, speech: Speech) -> bool:
    return head.pos in ("PROPN", "PRON") or bool({head.lemma.lower(), head.text.lower()} & speech.informants)
