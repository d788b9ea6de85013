"""What is said by a verb in the passive: "the plan was condemned by Reed", "he was accused by Reed of it"."""

from kb.extracting.content_objects import is_silent
from kb.extracting.cues import Form
from kb.extracting.parsed_speakers import parsed_subject
from kb.extracting.phrases import phrase_end, phrase_start
from kb.extracting.scenes import Scene
from kb.extracting.subjects import subject
from kb.extracting.tellers import can_act


def has_agent(scene: Scene) -> bool:
    """Whether a verb in the passive names behind it who says so."""
    who = scene.speaker
    return scene.cue.form is Form.PASSIVE and who is not None and who.start > scene.cue.end


def told_subject(scene: Scene) -> tuple[int, int] | None:
    """The items of what somebody condemns, denies or welcomes, before a verb in the passive; None without."""
    if not has_agent(scene) or not scene.takes("phrase") or scene.speaker is None:
        return None
    start, end = _subject(scene)
    base = phrase_end(scene.items, start)
    if end <= start or base <= start or is_silent(scene, start, base):
        return None
    end = _before_verb(scene) if scene.low(end) == "that" else end  # "the claim that it was so was denied"
    return (start, end) if can_act(scene.items, scene.speaker, scene.speech) else None


def _before_verb(scene: Scene) -> int:
    """Where what stands before the verb with its auxiliaries ends."""
    end = scene.cue.start
    while scene.items[end - 1].pos in ("AUX", "ADV", "PART", "PUNCT"):
        end -= 1
    return end


def _subject(scene: Scene) -> tuple[int, int]:
    """The subject of the verb, or the noun that it tells more of: "a claim denied by Reed"."""
    items, verb = scene.items, scene.cue.start
    who = parsed_subject(items, verb) or subject(items, verb)
    plain = items[verb - 1].pos in ("NOUN", "PROPN")
    return (phrase_start(items, verb), verb) if plain or who is None else (who.start, who.end)
