"""What is said by a mere object of the verb: "denied the report", "announced cuts", "called it unfair".

Which verbs take which objects stands in `[speech.takes]`: `phrase` those that take any, `deed` those that
take what is done or planned, `objects` those that take a few nouns, `silent` what is no saying with some.
"""

from kb.extracting.clause_words import (
    APPOINTING,
    KEEPING_FROM,
    LISTENERS,
    NAMING,
    SENDING_OFF,
    TIME_UNITS,
)
from kb.extracting.content_ends import without_day
from kb.extracting.phrases import full_end, phrase_end
from kb.extracting.scenes import Scene
from kb.extracting.tails import opens_tail, without_last_day


def told_object(scene: Scene, start: int) -> tuple[int, int] | None:
    """The items of a noun phrase or gerund at `start` that is itself the content, None when it is not."""
    if not scene.is_real or start >= scene.limit or start > scene.cue.end + 1:
        return None
    end = _object_end(scene, start)
    end = without_last_day(scene.items, start, end) if end > start else end
    if opens_tail(scene.items, start) or is_silent(scene, start, end):
        return None
    told = _is_told(scene, scene.items[end - 1].lemma) if end > start else _is_told_doing(scene, start)
    return (start, without_day(scene, start)) if told else None


def _object_end(scene: Scene, start: int) -> int:
    """Where the phrase at `start` ends; in "urged calm" too, where "calm" is tagged an adjective."""
    end = phrase_end(scene.items, start)
    named = end == start and scene.items[start].lemma in scene.speech.objects.get(scene.cue.lemma, ())
    return start + 1 if named else end


def _is_told(scene: Scene, noun: str) -> bool:
    """Whether the verb tells of saying with such an object: "expressed hope", "announced cuts"."""
    named = scene.takes("phrase") or noun in scene.speech.objects.get(scene.cue.lemma, ())
    return named or (scene.takes("deed") and scene.speech.is_deed(noun))


def _is_told_doing(scene: Scene, start: int) -> bool:
    """ "denied knowing him"; "announced plans to close", taken for a verb."""
    item = scene.items[start]
    gerund = item.pos in ("VERB", "AUX") and scene.low(start).endswith("ing")
    plural = item.pos == "VERB" and scene.low(start) == f"{item.lemma}s" and scene.speech.is_deed(item.lemma)
    return (gerund and (scene.takes("phrase") or scene.takes("doing"))) or (
        (gerund or plural) and scene.takes("deed")
    )


def is_silent(scene: Scene, start: int, end: int) -> bool:
    """Whether what is done to an object is done, not said: "slammed the door", "denied them access"."""
    if end == start:
        return False
    behind = phrase_end(scene.items, end)
    withheld = scene.cue.lemma in KEEPING_FROM and behind > end
    given = [end - 1, end] if scene.low(start) in LISTENERS else [end - 1]  # "denied them access"
    silent = any(is_silent_object(scene, index) for index in given)
    return silent or withheld or _is_done_to_someone(scene, start, end)


def is_silent_object(scene: Scene, head: int) -> bool:
    """Whether the verb tells of no words with this noun for its object or its means: "with a knife"."""
    nouns = scene.speech.silent.get(scene.cue.lemma, ())
    return head < scene.limit and scene.items[head].lemma in nouns


def _is_done_to_someone(scene: Scene, start: int, end: int) -> bool:
    """ "dismissed the envoy", "confirmed her as a judge"; but "dismissed him as a liar" is said."""
    head, verb = scene.items[end - 1], scene.cue.lemma
    someone = head.lemma in scene.speech.people or head.pos == "PROPN" or scene.low(start) in LISTENERS
    sent_off = verb in SENDING_OFF and scene.low(end) != "as"
    return someone and (sent_off or verb in APPOINTING)


def opinion(scene: Scene, _after: int) -> tuple[int, int] | None:
    """ "called it unfair", "called the vote a farce": an object, and what it is said to be."""
    first = scene.cue.end
    end = phrase_end(scene.items, first)
    whole = full_end(scene.items, first, scene.limit)  # "described the handling of it as reckless"
    end = next((k for k in range(first + 1, whole + 1) if scene.low(k) == "as"), end)
    if scene.cue.lemma not in NAMING or not scene.is_real or end == first or end + 1 > scene.limit:
        return None
    if scene.speaker is None:
        return None
    said = end + (scene.items[end].pos == "ADV" or scene.low(end) == "as")  # "described it as a farce"
    told = (
        said < scene.limit
        and scene.items[said].pos in ("ADJ", "DET")
        and scene.low(said) not in ("early", "no")
    )
    judged = scene.low(said) in ("a", "an")  # "called it a dark day", but "called him this week"
    timed = not told or scene.items[max(phrase_end(scene.items, said), said + 1) - 1].lemma in TIME_UNITS
    timed = timed and not (told and judged)
    return (first, without_day(scene, first)) if told and not timed else None
