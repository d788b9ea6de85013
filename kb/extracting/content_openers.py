"""Where what is said opens behind a cue: with a quotation, "that" or a question word."""

from collections.abc import Sequence

from kb.extracting.clause_words import COMPLEMENTISERS
from kb.extracting.phrases import is_finite
from kb.extracting.scenes import Scene, is_quote, opens_clause, stands_alone
from kb.extracting.trees import is_parsed
from kb.model import Token


def opens_content(scene: Scene, index: int) -> bool:
    """Whether a quotation or a "that" stands at `index`."""
    if index >= scene.limit:
        return False
    opens = scene.items[index].pos in ("SCONJ", "PRON", "DET", "ADV") and scene.low(index) in COMPLEMENTISERS
    if scene.low(index) == "that" and is_parsed(scene.items, index):
        opens = _may_open(scene, index) and not stands_alone(scene, index)
    return opens or is_quote(scene.items, index)


def _may_open(scene: Scene, index: int) -> bool:
    """Whether a "that" may open a clause; behind a listener it does, though parsed as a relative pronoun."""
    listener = scene.cue.lemma in scene.speech.addressed and index > scene.cue.end
    described = index > scene.cue.end and scene.items[index - 1].pos == "NOUN"
    if not listener and described and is_finite(scene.items, index + 1):
        return False  # "agreed to a truce that will last"
    if _is_before_several(scene.items, index):
        return True
    barred = ("det",) if listener and opens_clause(scene.items, index + 1, scene.limit) else ("det", "obj")
    return scene.items[index].pos == "SCONJ" or scene.items[index].relation not in barred


def _is_before_several(items: Sequence[Token], that: int) -> bool:
    """ "that social programmes would be kept": no "that" tells which of several things are meant."""
    head = items[that].head
    noun = items[head] if head is not None and head > that else None
    plural = noun is not None and noun.pos == "NOUN" and noun.text.lower() == f"{noun.lemma}s"
    return plural and items[that].relation == "det"
