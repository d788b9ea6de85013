"""Which way a sentence points from an expression: to what was, or to what will be.

In news "on Friday" is the last Friday, today included, unless the verb that governs it says will,
would, is due to, is expected to. The clause on the left of the expression decides; where it has no
verb, the one on the right. In "said on Monday that talks would resume" it is "said" that counts.
"""

from itertools import pairwise

from kb.dating.place import Context
from kb.dating.tokens import Tokens

PAST, UNSAID, FUTURE = -1, 0, 1
REACH = 60
"""Tokens looked at on either side; no clause that a reader follows is longer."""
BESIDE = 3
"""So near before an expression "before" and "after" are prepositions of it and begin no clause."""


def direction(tokens: Tokens, first: int, last: int, context: Context) -> int:
    """PAST, FUTURE, or UNSAID where neither clause has a verb that tells."""
    opener = tokens.lower(first - 1)
    if opener in context["since_words"]:
        return PAST
    before = _clause_before(tokens, first, context)
    found = _pointer(before, context) or _pointer(_clause_after(tokens, last, context), context)
    ahead = _is_to_do(before, context) or opener in context["open_until"]
    return found or (FUTURE if ahead else UNSAID)


def looks_back(tokens: Tokens, first: int, last: int, context: Context) -> bool:
    """Whether the clause of the expression tells what had happened before: "the king had fled in May"."""
    clause = {*_clause_before(tokens, first, context), *_clause_after(tokens, last, context)}
    return not clause.isdisjoint(context["pluperfect"])


def _is_to_do(before: list[str], context: Context) -> bool:
    """A headline's infinitive: "Bank to raise rates on Thursday"; no place or person one goes to."""
    verbs = (verb for verb, word in pairwise(before) if word == "to" and verb)  # nearest first
    return any(verb not in context["determiners"] for verb in verbs)


def _clause_before(tokens: Tokens, first: int, context: Context) -> list[str]:
    """The words from the last clause mark up to the expression, nearest first."""
    words = []
    for i in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = _plain(tokens, i, context)
        beside = word in context["prepositions"] and first - i <= BESIDE  # "before noon on Monday"
        if word in context["clause_marks"] and not beside:
            break
        words.append(word)
    return words


def _clause_after(tokens: Tokens, last: int, context: Context) -> list[str]:
    """The words after the expression up to the next clause mark (one right behind it is skipped)."""
    words: list[str] = []
    for i in range(last, min(len(tokens.starts), last + REACH)):
        word = _plain(tokens, i, context)
        if word in context["clause_marks"] and (words or word != ","):
            break
        words.append(word)
    return words


def _plain(tokens: Tokens, i: int, context: Context) -> str:
    """The word in lower case; "" for a capital inside a sentence, which is a name ("May"), and for a
    noun that would look ahead were it a verb ("approved the plan")."""
    if i and tokens.word(i)[0].isupper():
        return ""
    word = tokens.lower(i)
    return "" if word in context["cue_nouns"] and _is_noun(tokens, i, context) else word


def _is_noun(tokens: Tokens, i: int, context: Context) -> bool:
    """Whether the word stands behind its article; "a plan to meet" looks ahead all the same."""
    owned = i > 0 and tokens.lower(i - 1) in context["determiners"]
    return owned and not (i + 1 < len(tokens.starts) and tokens.lower(i + 1) == "to")


def _pointer(words: list[str], context: Context) -> int:
    """FUTURE when a word of the future stands nearer than a verb of telling; PAST for any past verb."""
    seen_past, nearer = False, [""]
    for word, before in zip(words, [*words[1:], ""], strict=False):
        told = _told_by(word, before, nearer, context)
        if told != UNSAID:
            return told
        nearer.append(word)
        seen_past = seen_past or word in context["past_cues"] or _is_past_form(word)
    return PAST if seen_past else UNSAID


def _told_by(word: str, before: str, nearer: list[str], context: Context) -> int:
    """What a word says for sure, with the one before it and those between it and the expression."""
    behind = nearer[-1]
    if word in context["promising"] and "to" in nearer:
        return FUTURE
    if word in context["modals"] and behind == "have":
        return PAST
    if word in context["future_cues"] or f"{word} {before}" in context["leading_on"]:
        return FUTURE
    participle = (word in context["past_cues"] or _is_past_form(word)) and behind in context[
        "participle_ends"
    ]
    if participle and before not in context["auxiliaries"] and not before.endswith("ly"):
        return PAST
    return PAST if word in context["telling"] and before != "be" else UNSAID


def _is_past_form(word: str) -> bool:
    """Whether it ends like a regular verb of the past: "sued", not "need"."""
    return word.endswith("ed") and len(word) > 3 and not word.endswith("eed")
