"""What is said where a relative stands for a part of it: "a plan which they say would fail".

"What they said was a bomb" (behind a verb or a preposition) and "what they said is that it was a bomb" are
of the kind too. What is said has no subject of its own there, or stands behind a "was".
"""

from kb.extracting.clause_words import BE, BINDING, JOINING, NAMING
from kb.extracting.parsed_contents import parsed_end
from kb.extracting.phrases import full_end, is_finite
from kb.extracting.scenes import Scene

WHATEVER = frozenset({"what", "all"})


def gapped(scene: Scene, _after: int) -> tuple[int, int] | None:
    """ "(a plan) which officials say would fail": the verb right behind that of saying; None without."""
    start = _behind_cue(scene)
    relative = _relative(scene)
    bound = relative is not None and scene.low(relative) in BINDING and not _is_subject(scene, relative)
    if not bound or not scene.takes("clause") or not scene.is_real or start >= scene.limit:
        return None
    if not is_finite(scene.items, start):
        return None
    end = _before_main_verb(scene, start, parsed_end(scene, start, scene.limit))
    commas = (k for k in range(start, end - 1) if scene.low(k) == "," and scene.low(k + 1) in JOINING)
    return start, next(commas, end)


def named(scene: Scene, _after: int) -> tuple[int, int] | None:
    """ "what he described as a mess": the phrase behind the "as"."""
    start, relative = scene.cue.end + 1, _relative(scene)
    asked = relative is not None and scene.low(relative) in BINDING
    told = asked and scene.cue.lemma in NAMING and scene.is_real and scene.low(scene.cue.end) == "as"
    end = full_end(scene.items, start, scene.limit) if told else start
    return (start, end) if end > start + 1 else None


def cleft(scene: Scene, _after: int) -> tuple[int, int] | None:
    """ "What he said is that it would fail", "all he said was that ...": the clause behind the verb."""
    start, relative = _behind_cue(scene), _relative(scene)
    asked = relative is not None and scene.low(relative) in WHATEVER
    told = asked and scene.low(start) in BE and scene.low(start + 1) == "that"
    return (start + 1, scene.limit) if told and scene.is_real and start + 3 < scene.limit else None


def _behind_cue(scene: Scene) -> int:
    start = scene.cue.end
    return start + (start < scene.limit and scene.items[start].pos == "ADV")


def _relative(scene: Scene) -> int | None:
    """The index of what stands right before the speaker, if he stands before the cue."""
    who = scene.speaker
    return who.start - 1 if who is not None and scene.speaks_first and who.start else None


def _is_subject(scene: Scene, relative: int) -> bool:
    """ "What Reed said was a lie": nothing governs the "what", and the "was" is the writer's."""
    before = scene.items[relative - 1].pos if relative else "PUNCT"
    return scene.low(relative) == "what" and before not in ("ADP", "VERB", "AUX")


def _before_main_verb(scene: Scene, start: int, end: int) -> int:
    """ "the man who police say killed four | was held": where a verb begins that hangs on none of these."""
    apart = {"CCONJ", "SCONJ", "PRON", "PUNCT"}
    first = next((k for k in range(start, end) if scene.items[k].pos == "VERB"), start)
    for index in range(first + 1, end):
        if scene.items[index].pos in apart:
            return end
        head = scene.items[index].head if scene.items[index].pos == "AUX" else index
        governor = scene.items[head].head if head is not None else None
        if is_finite(scene.items, index) and governor is not None and not start <= governor < index:
            return index
    return end
