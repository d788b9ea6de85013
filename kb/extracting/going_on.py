"""Whether a clause behind a comma is said along with the one before, or told by the writer.

Reported speech keeps its tense over ", and": "she said it was late, and they would go". In the same place
"and they went home" is told by the writer. Speakers also set clauses side by side with a comma alone.
"""

from kb.extracting.clause_words import CONDITIONS, JOINING, REPORTED, SETTINGS, TO_COME
from kb.extracting.cues import THINKING
from kb.extracting.phrases import is_finite
from kb.extracting.scenes import Scene, opens_clause
from kb.extracting.subjects import first_finite

OPENING = frozenset({"CCONJ", "PUNCT", "INTJ", "ADV"})
CONTRASTING = "but"


def is_spoken_on(scene: Scene, index: int) -> bool:
    """Whether the clause behind the comma or conjunction at `index` is more of what is said."""
    comma = scene.low(index) == ","
    joined = index + (comma and scene.low(index + 1) in JOINING)
    if scene.low(joined) in JOINING:
        return _is_reported(scene, joined)
    return comma and scene.cue.act not in THINKING and _is_spliced(scene, index + 1)


def _is_reported(scene: Scene, joined: int) -> bool:
    """ ", and they would go": behind "but" only with a pronoun, as someone else may be told of."""
    start = _behind_condition(scene, joined + 1)
    contrasted = scene.low(joined) == CONTRASTING and scene.items[start].pos != "PRON"
    verb = first_finite(scene.items, start, scene.limit)
    if contrasted or verb is None or not opens_clause(scene.items, start, scene.limit):
        return False
    present = scene.low(scene.cue.start) in (scene.cue.lemma, f"{scene.cue.lemma}s")
    told = REPORTED | TO_COME if present else REPORTED
    return scene.items[verb].pos == "AUX" and scene.low(verb) in told


def opens_condition(scene: Scene, index: int) -> bool:
    """Whether a condition opens right behind a conjunction: ", and if it rains"."""
    return scene.low(index) in CONDITIONS | SETTINGS and scene.low(index - 1) in JOINING


def ends_condition(scene: Scene, comma: int) -> bool:
    """Whether a comma ends a condition that opened behind a conjunction, and no clause of the content."""
    before = next((k for k in range(comma - 1, 0, -1) if scene.low(k) == ","), 0)
    opener = next((k for k in range(before + 1, comma) if opens_condition(scene, k)), None)
    return opener is not None and is_spoken_on(scene, opener - 1)


def _behind_condition(scene: Scene, start: int) -> int:
    """ "and where it rains, the dam will leak": where the clause itself begins, behind the comma."""
    if not opens_condition(scene, start):
        return start
    return next((index + 1 for index in range(start, scene.limit) if scene.low(index) == ","), start)


def _is_spliced(scene: Scene, start: int) -> bool:
    """ "He said it was late, we would go": a sentence that opens with the speaker, and a pronoun's clause."""
    first = next((k for k, item in enumerate(scene.items) if item.pos not in OPENING), 0)
    leads = scene.speaker is not None and scene.speaker.start == first and scene.speaks_first
    own = leads and not any(is_finite(scene.items, k) for k in range(first, scene.cue.start))
    return own and scene.items[start].pos == "PRON" and opens_clause(scene.items, start, scene.limit)
