"""Who can do by speaking what a verb with a mere phrase behind it says: "the mayor proposed a truce".

A clause or quotation behind a verb of saying shows that something is said. A phrase does not: games
propose tasks, "the proposed road" and "by urging staff to stay" tell of no speech, and in "we propose"
the writer of the text speaks, whom nobody reports.
"""

from collections.abc import Sequence

from kb.extracting.clause_words import (
    ASKING,
    BALLOTS,
    BINDING,
    COMPLEMENTISERS,
    GERUND_OPENERS,
    LISTENING,
    MEANWHILE,
    POINTING,
    SHOWING,
)
from kb.extracting.cues import Form, find_sources
from kb.extracting.phrases import head_of, is_finite, phrase_end
from kb.extracting.scenes import Scene
from kb.extracting.subjects import Phrase
from kb.extracting.trees import relation_of
from kb.extracting.vocabulary import Speech
from kb.model import Token

AGENTS = ("er", "or", "ist", "ian", "ee", "ant", "man", "men", "woman", "women")


def may_say(scene: Scene) -> bool:
    """Whether a verb that tells of saying only with some subjects has one: "the court found".

    In "Asked whether he would go, Reed smiled" and "Reed, asked about it, smiled" Reed asks nobody.
    """
    if _is_asked(scene) or _tells_tales(scene) or _is_bidden(scene):
        return False
    if scene.cue.lemma in SHOWING and scene.cue.form is Form.FINITE and not _is_witness(scene):
        return False
    wanted = scene.speech.only_of.get(scene.cue.lemma)
    if wanted is None:
        return True
    who = scene.items[scene.speaker.start : scene.speaker.end] if scene.speaker is not None else ()
    return any(item.lemma.lower() in wanted for item in who)


def _is_witness(scene: Scene) -> bool:
    """Whether somebody shows it, not what a speaker points to: "according to him, traces show"."""
    if scene.speaker is None or not can_act(scene.items, scene.speaker, scene.speech):
        return not any(find_sources(scene.items, scene.speech))
    first = scene.speaker.start
    nested = first > 0 and (scene.items[first - 1].lemma == "say" or scene.low(first - 1) == "that")
    return not (nested and scene.low(first) in POINTING)


def _tells_tales(scene: Scene) -> bool:
    """ "When I tell stories I want people to laugh": what is told is named, nobody is told it."""
    tales = scene.speech.silent.get(scene.cue.lemma, ()) if scene.cue.lemma in scene.speech.addressed else ()
    if not tales:
        return False
    end = phrase_end(scene.items, scene.cue.end)
    return end > scene.cue.end and scene.items[end - 1].lemma in tales


def _is_bidden(scene: Scene) -> bool:
    """ "Tell me, where is it?": the reader is to do it, nobody has."""
    cue = scene.cue
    if scene.speaker is not None:
        return False
    opens = cue.start == 0 or scene.items[cue.start - 1].pos in ("PUNCT", "INTJ")
    bare = scene.low(cue.start) == cue.lemma and scene.low(cue.end) in LISTENING
    return bare and opens


def _is_asked(scene: Scene) -> bool:
    """ "asked (by them) whether": a participle of somebody who is not the one to ask."""
    before, cue = scene.low(scene.cue.start - 1), scene.cue
    if cue.lemma not in ASKING:
        return False
    inverted = scene.speaker is not None and not scene.speaks_first
    apart = before in {"", ",", *MEANWHILE} and scene.low(cue.start) != cue.lemma
    question = any(scene.low(index) in COMPLEMENTISERS for index in range(cue.end, cue.end + 4))
    question = question or scene.items[min(cue.end, len(scene.items) - 1)].pos in ("ADP", "ADV")
    return apart and question and not inverted and not _is_main(scene)


def _is_main(scene: Scene) -> bool:
    """ "Reed, speaking in Lima, asked if it was so": an aside before the verb, no other verb behind it."""
    commas = [k for k in range(scene.limit - 1) if scene.low(k) == ","]
    aside = scene.speaker is not None and sum(k < scene.cue.start for k in commas) == 2
    return aside and not any(is_finite(scene.items, k + 1) for k in commas if k > scene.cue.start)


def may_tell(scene: Scene) -> bool:
    """Whether the speaker of a cue can be told to say, with a phrase alone, what it says."""
    items, start = scene.items, scene.cue.start
    if relation_of(items[start]) == "amod" and not _is_finite(items, start, scene.speech):
        return False
    if scene.cue.act == "reject" and _is_voted_on(scene):
        return False
    if scene.speaker is None:
        return scene.low(start - 1) in BINDING
    if scene.cue.form is Form.PARTICIPLE and scene.low(start - 1) in GERUND_OPENERS:
        return False
    first = scene.speaker.start
    if scene.low(first) in BINDING and first:
        return _acts(items[first - 1], scene.speech)  # "a petition that demands"
    return can_act(items, scene.speaker, scene.speech)


def _is_voted_on(scene: Scene) -> bool:
    """ "rejected independence in a vote": before any further verb a ballot is named as where it was done."""
    behind = scene.items[scene.cue.end : scene.limit]
    verb = next((n for n, item in enumerate(behind) if item.pos == "VERB"), len(behind))
    ballots = [n for n, item in enumerate(behind[:verb]) if item.lemma.lower() in BALLOTS]
    return any(item.text in {"in", "at", "by"} for n in ballots for item in behind[max(0, n - 4) : n])


def _is_finite(items: Sequence[Token], cue: int, speech: Speech) -> bool:
    """Whether what is parsed as an attribute is the verb: "Reed accused Chile", not "the accused man".

    Behind a noun it is, "ministers voiced concern"; behind an adjective if that is a rank, "the general".
    """
    before, behind = items[cue - 1].pos if cue else "", items[cue + 1].pos if cue + 1 < len(items) else ""
    ranked = before == "ADJ" and items[cue - 1].lemma in speech.people
    opens = behind in {"PROPN", "PRON", "DET"} or ranked or before != "ADJ"
    return opens and before in {"PROPN", "NOUN", "ADJ", "PRON"}


def can_act(items: Sequence[Token], who: Phrase, speech: Speech) -> bool:
    """Whether a phrase stands for people or a body, as far as its head tells; names always may."""
    if who.also is not None and who.also[0] < who.also[1] and items[who.also[0]].pos == "PROPN":
        return True
    base_end = max(min(phrase_end(items, who.start), who.end), who.start + 1)
    head = items[head_of(items, who.start, base_end)]
    return _acts(head, speech) and not _is_force(items[who.start : base_end], head, speech)


def _is_force(phrase: Sequence[Token], head: Token, speech: Speech) -> bool:
    """ "Hurricane Ana", "the Ottawa River": a name, but of nobody."""
    first = next((item.text.lower() for item in phrase if item.pos == "PROPN"), "")
    return first in speech.storms or (head.pos == "PROPN" and head.text.lower() in speech.streams)


def _acts(head: Token, speech: Speech) -> bool:
    low = head.text.lower()
    if head.pos == "NOUN":
        lemma = head.lemma.lower()
        named = (
            head.text[0].isupper() and low == lemma
        )  # at the head of a sentence a name may pass for a noun
        alive = lemma.endswith(AGENTS) and lemma not in speech.lifeless
        return named or alive or bool({low, lemma} & speech.informants)
    return head.pos == "PROPN" or low not in LISTENING | BINDING | {"there", "this"}
