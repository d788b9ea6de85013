"""Words that tell of speech: verbs and participles of saying, sources ("according to"), nouns of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.extracting.clause_words import BE, GOING_ON, MODALS, NEGATIONS, POSSESSIVE, TOGETHER
from kb.extracting.phrases import is_behind_article, is_finite, phrase_end
from kb.extracting.trees import children, has_child, relation_of, subtree
from kb.extracting.vocabulary import Speech
from kb.model import Token

OPINION = "believe"
KNOWLEDGE = "know"
THINKING = frozenset({OPINION, KNOWLEDGE})
REFUSING = frozenset({"deny", "reject"})
PUT_AT = "put at"
REACH_OF_FIGURE = 10
OWNED = "in one's "
LEADING = NEGATIONS | {"to"}
"""What may stand before a verb beside auxiliaries and adverbs."""
UNSURE = MODALS | LEADING
OWN = frozenset({"my", "our", "your"})  # the writer's, not a source's


class Form(StrEnum):
    """How a cue stands in its sentence."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    SOURCE = "source"
    NOUN = "noun"
    UNREAL = "unreal"  # "would say", "did not say", "to say": a cue only beside quotation marks


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: items `start` up to `end` of its sentence, its lemma and act."""

    start: int
    end: int
    lemma: str
    act: str
    form: Form


def find_cues(items: Sequence[Token], speech: Speech) -> list[Cue]:
    """The cues of one sentence's items, in order."""
    finders = (find_sources, _owned_sources, _verbs, _feelings, _figures, _nouns)
    cues = [cue for find in finders for cue in find(items, speech)]
    return sorted(cues, key=lambda cue: cue.start)


def find_sources(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    """ "according to", "in the words of"."""
    words = [item.text.lower() for item in items]
    if speech.sources.keys().isdisjoint(words):
        return
    for start, word in enumerate(words):
        for source in speech.sources.get(word, ()):
            if tuple(words[start : start + len(source)]) == source:
                yield Cue(start, start + len(source), " ".join(source), "say", Form.SOURCE)


def _owned_sources(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    """ "in his view", "in the minister's words": the owner in the middle is the source."""
    for index, item in enumerate(items[:-2]):
        if item.text.lower() != "in":
            continue
        last = phrase_end(items, index + 1) - 1
        owned = (
            last > index + 1
            and items[index + 1].text.lower() not in OWN
            and (items[last - 1].pos == "PART" or items[last - 1].text.lower() in POSSESSIVE)
        )
        if owned and items[last].lemma in speech.owned_sources:
            yield Cue(index, last + 1, f"{OWNED}{items[last].text.lower()}", "say", Form.SOURCE)


def _verbs(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    for index, item in enumerate(items):
        if item.pos != "VERB" or is_behind_article(items, index):
            continue
        lemma, end = _verb(items, index)
        lemma, end = (lemma, end) if lemma in speech.acts else (item.lemma, index + 1)
        if lemma in speech.acts and not _is_attribute(items, index):
            form, act = _form(items, index), speech.acts[lemma]
            if act == OPINION and form is Form.UNREAL and _is_disbelieved(items, index):
                form, act = Form.FINITE, "deny"
            yield Cue(index, end, lemma, act, form)


def _is_attribute(items: Sequence[Token], index: int) -> bool:
    """ "the warning track", "his most widely noticed works": it tells which one, nobody speaks."""
    low, after = items[index].text.lower(), items[min(index + 1, len(items) - 1)].pos
    before = items[index - 1].pos if index else ""
    named = low.endswith("ing") and before == "DET"
    return after in ("NOUN", "ADJ") and (named or (items[index].relation == "amod" and before == "ADV"))


def _verb(items: Sequence[Token], index: int) -> tuple[str, int]:
    """A verb with the word behind it, "point out", "put it", and the index after both."""
    after = items[index + 1].text.lower() if index + 1 < len(items) else ""
    if after == "it" and index + 2 < len(items) and items[index + 2].text.lower() in TOGETHER:
        return items[index].lemma, index + 1  # "put it together"
    return f"{items[index].lemma} {after}", index + 2


def _is_disbelieved(items: Sequence[Token], index: int) -> bool:
    """ "do not expect", "never believed": what one does not believe one denies."""
    before = _auxiliaries(items, index)
    return bool(before & NEGATIONS) and not before & (MODALS | BE | {"to"})


def _feelings(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    """ "was confident that", "is adamant that"; "made (it) clear that"."""
    for index, item in enumerate(items[:-1]):
        low = item.text.lower()
        if low in speech.feelings and item.pos in ("ADJ", "VERB"):
            before = _auxiliaries(items, index)
            form = Form.UNREAL if before & UNSURE else Form.FINITE
            if before & BE:
                yield Cue(index, index + 1, low, speech.feelings[low], form)
        making = _making(items, index) if low in speech.cleared else index
        if making < index:
            yield Cue(making, index + 1, low, "say", _form(items, making))


def _figures(items: Sequence[Token], _speech: Speech) -> Iterator[Cue]:
    """ "put the number of the dead at 120"."""
    for index, item in enumerate(items):
        if item.lemma == "put" and item.pos == "VERB":
            near = range(index + 2, min(index + REACH_OF_FIGURE, len(items) - 1))
            at = next((k for k in near if items[k].text.lower() == "at"), None)
            if at is not None and "NUM" in (items[at + 1].pos, items[min(at + 2, len(items) - 1)].pos):
                yield Cue(index, index + 1, PUT_AT, "say", _form(items, index))


def _making(items: Sequence[Token], index: int) -> int:
    """The index of the "made" of "made (it) (abundantly) clear"; `index` itself when there is none."""
    start = index - 1
    while start >= 0 and (items[start].pos == "ADV" or items[start].text.lower() == "it"):
        start -= 1
    return start if start >= 0 and items[start].lemma == "make" else index


def _nouns(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    for index, item in enumerate(items[:-1]):
        mistaken = item.pos == "VERB" and is_behind_article(items, index)
        noun = item.text.lower() if mistaken else item.lemma
        if not (mistaken or item.pos == "NOUN") or noun not in speech.nouns:
            continue
        if _has_that(items, index + 1, speech) or _has_clause(items, index, speech):
            yield Cue(index, index + 1, noun, speech.nouns[noun], Form.NOUN)


def _has_that(items: Sequence[Token], that: int, speech: Speech) -> bool:
    """Whether a "that" opens a clause and is no part of it: "comments that drew fire" tells of comments, as
    "a charge that she denies" does of the charge."""
    relation, verb = relation_of(items[that]), items[items[that].head or 0].lemma
    refused = relation == "obj" and speech.acts.get(verb) in REFUSING
    part = refused or (relation == "nsubj" and is_finite(items, that + 1))
    return items[that].text.lower() == "that" and not part


def _has_clause(items: Sequence[Token], noun: int, speech: Speech) -> bool:
    """ "the claim by the union that": a clause with "that" hangs on the noun."""
    clauses = children(items, noun, ("acl", "ccomp"))
    return any(_has_that(items, min(subtree(items, clause)), speech) for clause in clauses)


def _form(items: Sequence[Token], index: int) -> Form:
    before, text = _auxiliaries(items, index), items[index].text.lower()
    if not before and index and items[index - 1].pos == "CCONJ":
        return _inherited(items, index)
    if before & NEGATIONS or (before & MODALS and not _performs(items, index) and not _only(items, index)):
        return Form.UNREAL
    if "to" in before and not _goes_on_to(items, index):
        return Form.UNREAL
    if text.endswith("ing"):
        without = index > 0 and items[index - 1].text.lower() == "without"  # "without elaborating"
        return Form.UNREAL if without else Form.FINITE if before & BE else Form.PARTICIPLE
    return Form.PASSIVE if before & BE or _is_suffered(items, index) else Form.FINITE


def _is_suffered(items: Sequence[Token], index: int) -> bool:
    """ "a claim denied by Reed"."""
    by = index + 1 < len(items) and items[index + 1].text.lower() == "by"
    return by and (items[index].relation or "") == "acl"


def _performs(items: Sequence[Token], index: int) -> bool:
    """ "I must stress that", "we would suggest": who says so does so by saying it."""
    while index and (items[index - 1].pos in ("AUX", "ADV") or items[index - 1].text.lower() in MODALS):
        index -= 1
    return index > 0 and items[index - 1].text.lower() in ("i", "we")


def _only(items: Sequence[Token], index: int) -> bool:
    """ "would only say that", "would say only that": so much was said."""
    near = items[max(0, index - 1)], items[min(index + 1, len(items) - 1)]
    return any(item.text.lower() == "only" for item in near)


def _inherited(items: Sequence[Token], index: int) -> Form:
    """After a conjunction: "was detained and told" is passive, "wants to come and say" is unreal."""
    text, lemma = items[index].text.lower(), items[index].lemma
    own = Form.PARTICIPLE if text.endswith("ing") else Form.FINITE
    verb = next((k for k in range(index - 2, -1, -1) if items[k].pos == "VERB"), None)
    if verb is None:
        return own
    form = _form(items, verb)
    alike = (form is Form.UNREAL and text == lemma) or (
        form is Form.PASSIVE
        and text.endswith(("ed", "told", "said"))
        and not has_child(items, index, ("obj", "iobj"))  # "was shot and warned others"
    )
    return form if alike else own


def _goes_on_to(items: Sequence[Token], index: int) -> bool:
    """ "went on to say", "continued to insist": said indeed."""
    return any(item.lemma in GOING_ON for item in items[max(0, index - 3) : index])


def _auxiliaries(items: Sequence[Token], index: int) -> set[str]:
    """The auxiliaries, negations and "to" right before a verb."""
    words: set[str] = set()
    if index > 1 and items[index - 1].pos == "PRON" and items[index - 2].text.lower() in MODALS:
        index -= 1  # "how can you tell"
    while index > 0 and (
        items[index - 1].pos in ("AUX", "ADV", "PART") or items[index - 1].text.lower() in LEADING
    ):
        index -= 1
        words.add(items[index].text.lower())
    return words
