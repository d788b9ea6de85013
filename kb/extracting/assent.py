"""Who agrees with what was just said: "Reed said the dam was unsafe, and her party agreed".

Such a verb ends its clause with nothing of its own to say: the content is that of the saying before it in
the sentence. It is the writer's clause, no more of what was said, if its tense fits that saying.
"""

from collections.abc import Iterable, Sequence

from kb.extracting.clause_words import ASSENTING, SETTING_OFF
from kb.extracting.content import Content, Told
from kb.extracting.cues import Form
from kb.extracting.scenes import Scene
from kb.extracting.tails import day_end

ASSENT = "assent"
CLOSING = frozenset({"", ";", "with"})


def assents(scene: Scene, speaking: Sequence[Scene]) -> bool:
    """Whether a scene agrees, or does not, with what one of the `speaking` before it in the sentence says."""
    if scene.cue.lemma not in ASSENTING:
        return False
    before = [other for other in speaking if other.cue.start < scene.cue.start]
    return bool(before) and _is_alone(scene) and _is_joined(scene) and _is_told_alike(scene, before[-1])


def with_assent(told: Iterable[tuple[Scene, Content | None]], assenting: Sequence[Scene]) -> Told:
    """The scenes with their contents; whoever agrees says what the one before him said."""
    found: Told = []
    for scene, content in told:
        before = next((c for _, c in reversed(found) if c is not None), None)
        agrees = any(scene.cue == other.cue for other in assenting)
        said = Content(before.ranges, ASSENT) if agrees and before is not None else content
        found.append((scene, said))
    return found


def _is_alone(scene: Scene) -> bool:
    """Whether nothing is said behind the verb: "agreed", "also agreed on Monday", "agreed with her"."""
    after = scene.cue.end
    while after < scene.limit and scene.items[after].pos == "ADV":
        after += 1
    after = day_end(scene.items, after)
    return scene.cue.form is Form.FINITE and scene.low(after) in CLOSING


def _is_joined(scene: Scene) -> bool:
    """Whether a conjunction stands before a speaker of its own, and nothing but adverbs behind him."""
    who = scene.speaker
    if who is None or not scene.speaks_first or who.start == 0:
        return False
    between = scene.items[who.end : scene.cue.start]
    return scene.low(who.start - 1) in SETTING_OFF and all(item.pos == "ADV" for item in between)


def _is_told_alike(scene: Scene, said: Scene) -> bool:
    """ "said it was late, and Reed agreed", but not "said it was late, and Reed agrees"."""
    verbs = scene.items[scene.cue.start], said.items[said.cue.start]
    past = [verb.text.lower() not in (verb.lemma, f"{verb.lemma}s") for verb in verbs]
    return past[0] == past[1]
