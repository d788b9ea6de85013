"""Which way a sentence points from an expression: to what was, or to what will be.

In news "on Friday" is the last Friday, today included, unless the verb that governs it says will,
would, is due to, is expected to. The clause on the left of the expression decides; where it has no
verb, the one on the right. In "said on Monday that talks would resume" it is "said" that counts.
"""

from itertools import pairwise, takewhile

from kb.dating.place import TENSE_CUES, Context
from kb.dating.tokens import Tokens

PAST, UNSAID, FUTURE = -1, 0, 1
NEAREST = 2
"""What had been due then is over or was called off before: "had been due to meet on Wednesday"."""
REACH = 60
"""Tokens looked at on either side; no clause that a reader follows is longer."""
BESIDE = 3
"""So near before an expression "before" and "after" are prepositions of it and begin no clause."""
FARTHER = 5
"""So near they may stand where nothing that has been done lies between: "appear before a judge on Sunday"."""


class Clauses:
    """The words of a sentence as tense reads them, each looked at once, and the clauses around a place."""

    def __init__(self, tokens: Tokens, context: Context) -> None:
        self.tokens = tokens
        self.context = context
        self._plain: dict[int, str] = {}

    def before(self, first: int) -> list[str]:
        """The words from the last clause mark up to the expression, nearest first."""
        words: list[str] = []
        context = self.context
        for i in range(first - 1, max(-1, first - 1 - REACH), -1):
            word = self._word(i)
            if word in context["clause_marks"] and not self._is_beside(word, first - i, words):
                break
            words += [word] if word not in context["between_verbs"] else []
        return words

    def _is_beside(self, word: str, distance: int, between: list[str]) -> bool:
        """Whether "before" or "after" is a preposition so near: "before noon on Monday"."""
        if word not in self.context["prepositions"] or distance > FARTHER:
            return False
        return distance <= BESIDE or not any(_is_past(done, self.context) for done in between)

    def in_aside(self, first: int) -> bool:
        """Whether the expression stands in a clause that only adds something: ", which fell on Sunday"."""
        marks = self.context["clause_marks"] - self.context["prepositions"]
        back = range(first - 1, max(0, first - 1 - REACH), -1)
        mark = next((i for i in back if self._word(i) in marks), 0)
        relative = self._word(mark) in self.context["relative_words"] - {"that", "when"}
        return relative and mark > 0 and self._word(mark - 1) == ","

    def after(self, last: int) -> list[str]:
        """The words after the expression up to the next clause mark (one right behind it is skipped)."""
        words: list[str] = []
        for i in range(last, min(len(self.tokens.starts), last + REACH)):
            word = self._word(i)
            if word in self.context["clause_marks"] and (words or word != ","):
                break
            words += [word] if word not in self.context["between_verbs"] else []
        return words

    def _word(self, i: int) -> str:
        word = self._plain.get(i)
        if word is None:
            word = self._plain[i] = _plain(self.tokens, i, self.context)
        return word


def direction(tokens: Tokens, first: int, last: int, context: Context) -> int:
    """PAST, FUTURE, NEAREST, or UNSAID where neither clause has a verb that tells."""
    return direction_in(Clauses(tokens, context), first, last)


def direction_in(read: Clauses, first: int, last: int) -> int:
    """The direction, where the clauses of the sentence have been read already."""
    tokens, context = read.tokens, read.context
    opener = tokens.lower(first - 1)
    if opener in context["letting"]:
        return UNSAID
    if opener in context["since_words"]:
        return PAST
    limit = _limit(tokens, first, context)
    before = read.before(first - len(limit))
    clauses = [before, read.after(last)]
    if opener in context["telling"] and tokens.lower(last) == "'":  # "said Friday's vote would go ahead"
        clauses.reverse()
    ranged = opener in context["from_joins"] or tokens.lower(last) in context["from_joins"]
    scheduled = _is_prose(tokens, context) and not ranged and opener not in context["after_words"]
    found = next((p for p in (_pointer(clause, scheduled, context) for clause in clauses) if p), UNSAID)
    ahead = _is_to_do(before, context) or opener in context["open_until"] or "soon" in limit
    ahead = ahead or (scheduled and _is_from_then_on(tokens, first, last, context))
    return found or (FUTURE if ahead or "early" in limit else UNSAID)


def _is_from_then_on(tokens: Tokens, first: int, last: int, context: Context) -> bool:
    """Whether it opens a sentence as the begin of what is to be: "From Monday, shops charge for bags"."""
    return first == 1 and tokens.lower(0) in context["from_words"] and tokens.lower(last) == ","


def _limit(tokens: Tokens, first: int, context: Context) -> tuple[str, ...]:
    """The words of "as early as Monday", which open no clause."""
    words = tokens.words(max(0, first - 3), first)
    return words if len(words) == 3 and words[::2] == ("as", "as") and words[1] in context["limits"] else ()


def _is_prose(tokens: Tokens, context: Context) -> bool:
    """Whether it is a whole sentence: in a headline the present tense tells what has happened."""
    return tokens.lower(len(tokens.starts) - 1) in context["sentence_ends"]


def looks_back(read: Clauses, first: int, last: int) -> bool:
    """Whether the clause of the expression tells what had happened before: "the king had fled in May"."""
    perfect = read.context["pluperfect"]
    return not (perfect.isdisjoint(read.before(first)) and perfect.isdisjoint(read.after(last)))


def _is_to_do(before: list[str], context: Context) -> bool:
    """A headline's infinitive: "Bank to raise rates on Thursday"; no place or person one goes to."""
    verbs = (verb for verb, word in pairwise(before) if word == "to" and verb)  # nearest first
    names = (context["determiners"], context["number_names"])
    return any(all(verb not in words for words in names) for verb in verbs)


def _plain(tokens: Tokens, i: int, context: Context) -> str:
    """The word in lower case; "" for a capital inside a sentence, which is a name ("May"), and for a
    noun that would look ahead were it a verb ("approved the plan")."""
    if i and tokens.word(i)[0].isupper() and tokens.lower(i - 1) not in context["speech_openers"]:
        return ""
    word = _uncontracted(tokens, i, context)
    return "" if word in context["cue_nouns"] and _is_noun(tokens, i, context) else word


def _uncontracted(tokens: Tokens, i: int, context: Context) -> str:
    """The full form of a verb in "isn't", "won't", "they'd left"."""
    word, behind = tokens.lower(i), tokens.words(i + 1, min(len(tokens.starts), i + 3))
    if behind == ("'", "t"):
        stem = word if word in context["modals"] or word == "can" else word.removesuffix("n")
        return "will" if stem in context["will_before_not"] else stem
    if word == "d" and tokens.lower(i - 1) == "'":
        return "had" if _is_past(behind[0] if behind else "", context) else "would"
    return word


def _is_noun(tokens: Tokens, i: int, context: Context) -> bool:
    """Whether the word stands behind its article; "a plan to meet" looks ahead all the same."""
    owned = i > 0 and tokens.lower(i - 1) in context["determiners"]
    return owned and not (i + 1 < len(tokens.starts) and tokens.lower(i + 1) == "to")


def _pointer(words: list[str], scheduled: bool, context: Context) -> int:
    """FUTURE when a word of the future stands nearer than a verb of telling; PAST for any past verb."""
    seen_past, nearer = False, [""]
    if copula := _copula(words, context):
        return copula
    for i, word in enumerate(words):
        if word in context[TENSE_CUES] or _is_past_form(word):
            left = words[i + 1 : i + 4]
            if word in context["future_cues"] and _had_been(left, context):
                return NEAREST
            told = _told_by(word, "".join(left[:1]), nearer, context)
            present = told == UNSAID and scheduled and not seen_past
            if present and _is_scheduled(word, left, nearer[-1], context):
                told = FUTURE
            if told != UNSAID:
                return told
            seen_past = seen_past or _is_past(word, context)
        nearer.append(word)
    return PAST if seen_past or _has_bare_past(words, context) else UNSAID


def _has_bare_past(words: list[str], context: Context) -> bool:
    """Whether "cut", "hit" or the like, whose past is the bare verb, stands where no "to" or "may" leads."""
    bare = (before for word, before in pairwise([*words, ""]) if word in context["past_bare"])
    led = context["modals"] | context["determiners"] | {"to", "can", "did"}
    return any(before not in led for before in bare)


def _had_been(left: list[str], context: Context) -> bool:
    """Whether the words before, nearest first, are "had been"."""
    return left[:1] == ["been"] and not context["pluperfect"].isdisjoint(left[1:2])


def _copula(words: list[str], context: Context) -> int:
    """The verb right before the date: "the deadline was Friday", "the hearing is on Friday"."""
    near = words[1:2] if words and words[0] in context["date_prepositions"] else words[:1]
    if context["was_words"].isdisjoint(near):
        return UNSAID if context["is_words"].isdisjoint(near) else FUTURE
    return PAST


def _is_scheduled(word: str, left: list[str], behind: str, context: Context) -> bool:
    """Whether a verb in the present names what stands in a calendar: "raises rates on Thursday", "is leaving
    on Monday", "is released on Friday". `left` are the words before it, nearest first."""
    if word in context["arranged"]:  # "why is he leaving": the subject may stand between
        subject = list(takewhile(lambda w: w not in context["is_words"], left))
        return len(subject) < len(left) and context["before_gerund"].isdisjoint(subject)
    if behind in context["date_prepositions"] and _is_past_form(word):
        return not context["is_words"].isdisjoint(left[:1])
    if word in context["schedules"]:
        return True
    if word in context["schedules_of_many"] and _is_plural(left[:1], context):
        return True
    return word in context["doubtful_schedules"] and _has_object(left[:1], behind, context)


def _is_plural(left: list[str], context: Context) -> bool:
    """Whether a noun in the plural stands before: "polls open on Sunday", not "was open"."""
    noun = left[0] if left else ""
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return (plural and noun not in context["no_plurals"]) or noun in context["people_counted"]


def _has_object(left: list[str], behind: str, context: Context) -> bool:
    """Whether a word stands between a subject and an object, as "reports" in "the firm reports earnings"."""
    beside = {behind, *left}
    dull = context["function_words"].isdisjoint(beside) and context["participle_ends"].isdisjoint(beside)
    return behind.isalpha() and dull


def _told_by(word: str, before: str, nearer: list[str], context: Context) -> int:
    """What a word says for sure, with the one before it and those between it and the expression."""
    behind = nearer[-1]
    if word in context["promising"] and "to" in nearer:
        return FUTURE
    if word in context["appointing"] and not context["appointed_for"].isdisjoint(nearer[1:2]):
        return FUTURE
    if word in context["modals"] and (behind == "have" or behind in context["withheld"]):
        return PAST
    if word in context["future_cues"] or f"{word} {before}" in context["leading_on"]:
        return FUTURE
    participle = _is_past(word, context) and behind in context["participle_ends"]
    if participle and before not in context["auxiliaries"] and not before.endswith("ly"):
        return PAST
    return PAST if word in context["telling"] and before != "be" else UNSAID


def _is_past(word: str, context: Context) -> bool:
    return word in context["past_cues"] or _is_past_form(word)


def _is_past_form(word: str) -> bool:
    """Whether it ends like a regular verb of the past: "sued", not "need"."""
    return word.endswith("ed") and len(word) > 3 and not word.endswith("eed")
