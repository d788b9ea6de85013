"""Whose cue it is, by the parse: the subject of the verb, or of the verb that governs it.

A verb without a subject of its own takes that of the verb it is joined to, of the verb whose infinitive
or participle it is; a relative pronoun stands for the noun before it. Word order decides where no parser
has been (`speakers`, `subjects`).
"""

from collections.abc import Sequence

from kb.extracting.clause_words import BINDING, DYING, MODALS
from kb.extracting.phrases import QUOTE
from kb.extracting.subjects import Phrase
from kb.extracting.trees import children, has_child, is_parsed, relation_of, runs, subtree
from kb.model import Token

SHARING = frozenset({"conj", "xcomp"})  # advcl is left to word order: whose a participle is, it tells better
ASIDES = ("acl", "acl:relcl", "appos", "parataxis", "advcl")
PREDICATION = ("nsubj", "expl", "cop", "aux", "advmod", "obl", "mark", "cc")
STEPS = 4


def parsed_subject(items: Sequence[Token], verb: int) -> Phrase | None:
    """The phrase that is the subject of a verb by the parse, None when the parse shows none."""
    if not is_parsed(items, verb):
        return None
    for _ in range(STEPS):
        found = next(children(items, verb, ("nsubj",)), None)
        if found is not None:
            return _phrase(items, found, verb)
        head = items[verb].head
        if head is None or head == verb or relation_of(items[verb]) not in SHARING:
            return None
        heard = _heard(items, head, verb)
        if heard is not None:
            return _around(items, heard)
        verb = _past_told(items, verb, head)
    return None


def _heard(items: Sequence[Token], head: int, verb: int) -> int | None:
    """ "you heard the minister say so", "let her explain it": the object of a verb with a bare infinitive."""
    bare = relation_of(items[verb]) == "xcomp" and items[verb].text.lower() == items[verb].lemma
    told = (items[head].lemma, items[verb].lemma) == ("let", "know")
    if not bare or told or has_child(items, verb, ("mark", "aux")):
        return None
    return next((k for k in children(items, head, ("obj", "iobj")) if head < k < verb), None)


def _past_told(items: Sequence[Token], verb: int, head: int) -> int:
    """The verb of saying, where a verb is joined to one that is told of another: "X said that they were full
    and appealed"."""
    told = _first_joined(items, head)
    saying = items[told].head
    within = saying is not None and saying < told < verb and relation_of(items[verb]) == "conj"
    if saying is None or not within or relation_of(items[told]) != "ccomp":
        return head
    return saying if _differs(items, told, verb) else head


def _first_joined(items: Sequence[Token], verb: int) -> int:
    """ "killed" of "were killed or disappeared": the first of verbs that are joined."""
    for _ in range(STEPS):
        head = items[verb].head
        if head is None or relation_of(items[verb]) != "conj":
            break
        verb = head
    return verb


def _differs(items: Sequence[Token], told: int, verb: int) -> bool:
    """Whether a verb cannot share the subject of the one it is parsed as joined to.

    A state, something done to it, what is going on, what will or should be, "there was", "two had died":
    with none of these goes a past tense like "and urged"; that is what the one who speaks did.
    """
    low, lemma = items[verb].text.lower(), items[verb].lemma
    if items[told].pos == "ADJ":
        return True
    if low in (lemma, f"{lemma}s") or low.endswith("ing") or has_child(items, verb, ("aux", "nsubj")):
        return False
    if has_child(items, told, ("expl", "cop", "aux:pass")) or items[told].lemma in DYING:
        return True
    auxiliaries = {items[k].text.lower() for k in children(items, told, ("aux",))}
    bare = items[told].text.lower() in (items[told].lemma, f"{items[told].lemma}s")
    bare = bare or (items[told].pos == QUOTE and bool(auxiliaries))  # "would “never accept” it"
    return (bare and not auxiliaries - MODALS) or items[told].text.lower().endswith("ing")


def _phrase(items: Sequence[Token], subject: int, verb: int) -> Phrase | None:
    """The words of a subject without its asides; a relative pronoun's noun."""
    if items[subject].text.lower() in BINDING:
        head = items[verb].head
        related = head is not None and items[verb].relation in ("acl:relcl", "acl") and head < verb
        return _around(items, _named(items, head)) if related and head is not None else None
    return _around(items, subject)


def _named(items: Sequence[Token], noun: int) -> int:
    """ "Ana Ruiz, the mayor, who said": the one whom the noun names again."""
    head = items[noun].head
    first = min(k for k in subtree(items, noun) if items[k].pos != "PUNCT")
    apposed = relation_of(items[noun]) == "appos" and first > 0 and items[first - 1].text == ","
    return head if apposed and head is not None and head < first else noun


def _around(items: Sequence[Token], head: int) -> Phrase:
    """The words of a noun, but for what is told of it: "it was the mayor who said so"; nor a preposition."""
    asides = [k for k in children(items, head, ASIDES) if k > head]
    asides += [k for k in children(items, head, ("case",)) if k < head]
    predicate = has_child(items, head, ("cop",))
    asides += [k for k in children(items, head, PREDICATION) if k < head and predicate]
    stretches = runs(subtree(items, head, asides), items)
    start, end = next((a, b) for a, b in stretches if a <= head < b)
    named = [k for k in children(items, head, ("appos",)) if k > head]
    also = runs(subtree(items, named[0]), items)[0] if named else None
    return Phrase(start, end, also)
