"""Words that tell of speech: verbs and participles of saying, sources ("according to"), nouns of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.extracting.clause_words import BE, GOING_ON, MODALS, NEGATIONS
from kb.extracting.vocabulary import Speech
from kb.model import Token


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
    cues = [*_sources(items, speech), *_verbs(items, speech), *_nouns(items, speech)]
    return sorted(cues, key=lambda cue: cue.start)


def _sources(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    words = [item.text.lower() for item in items]
    for source in speech.sources:
        for start in range(len(words) - len(source) + 1):
            if tuple(words[start : start + len(source)]) == source:
                yield Cue(start, start + len(source), " ".join(source), "say", Form.SOURCE)


def _verbs(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    for index, item in enumerate(items):
        if item.pos == "VERB" and item.lemma in speech.acts:
            yield Cue(index, index + 1, item.lemma, speech.acts[item.lemma], _form(items, index))


def _nouns(items: Sequence[Token], speech: Speech) -> Iterator[Cue]:
    for index, item in enumerate(items[:-1]):
        follows = items[index + 1].text.lower() == "that"
        if item.pos == "NOUN" and item.lemma in speech.nouns and follows:
            yield Cue(index, index + 1, item.lemma, speech.nouns[item.lemma], Form.NOUN)


def _form(items: Sequence[Token], index: int) -> Form:
    before, text = _auxiliaries(items, index), items[index].text.lower()
    if not before and index and items[index - 1].pos == "CCONJ":
        return _inherited(items, index)
    if before & (MODALS | NEGATIONS) or ("to" in before and not _goes_on_to(items, index)):
        return Form.UNREAL
    if text.endswith("ing"):
        return Form.FINITE if before & BE else Form.PARTICIPLE
    return Form.PASSIVE if before & BE else Form.FINITE


def _inherited(items: Sequence[Token], index: int) -> Form:
    """After a conjunction: "was detained and told" is passive, "wants to come and say" is unreal."""
    text, lemma = items[index].text.lower(), items[index].lemma
    own = Form.PARTICIPLE if text.endswith("ing") else Form.FINITE
    verb = next((k for k in range(index - 2, -1, -1) if items[k].pos == "VERB"), None)
    if verb is None:
        return own
    form = _form(items, verb)
    alike = (form is Form.UNREAL and text == lemma) or (
        form is Form.PASSIVE and text.endswith(("ed", "told", "said"))
    )
    return form if alike else own


def _goes_on_to(items: Sequence[Token], index: int) -> bool:
    """ "went on to say", "continued to insist": said indeed."""
    return any(item.lemma in GOING_ON for item in items[max(0, index - 3) : index])


def _auxiliaries(items: Sequence[Token], index: int) -> set[str]:
    """The auxiliaries, negations and "to" right before a verb."""
    words: set[str] = set()
    while index > 0 and (
        items[index - 1].pos in ("AUX", "ADV", "PART") or items[index - 1].text.lower() in NEGATIONS | {"to"}
    ):
        index -= 1
        words.add(items[index].text.lower())
    return words
