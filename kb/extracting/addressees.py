"""What stands between a cue and what it says: the inverted speaker, the one who is told, adverbials."""

from kb.extracting.clause_words import EARLY, LISTENERS, STANDING_FOR, TIMES
from kb.extracting.content_openers import opens_content
from kb.extracting.phrases import phrase_end, quantity_end
from kb.extracting.scenes import Scene, is_quote
from kb.extracting.tails import dated_end


def after_cue(scene: Scene) -> tuple[int, tuple[int, int] | None]:
    """The index after an inverted speaker, an addressee and adverbials, and the addressee."""
    index, addressee = scene.cue.end, None
    if scene.speaker is not None and scene.speaker.start >= index:
        index = max(scene.speaker.end, scene.speaker.also[1] if scene.speaker.also else 0)
    if scene.cue.lemma in scene.speech.addressed and not opens_content(scene, index):
        end = _addressee_end(scene, index)
        addressee, index = ((index, end) if end > index else None), end
    return _skip_adverbials(scene, index), addressee


def _addressee_end(scene: Scene, start: int) -> int:
    if scene.low(start) in LISTENERS:
        return start + 1
    end = phrase_end(scene.items, start)
    if scene.items[end - 1].pos == "DET" and is_quote(scene.items, end):
        return start  # "promised a “formal update”"
    if _is_object(scene, end):
        return start
    if start < end < scene.limit and scene.items[end].pos == "CCONJ":
        end = max(
            end, phrase_end(scene.items, end + 1) if phrase_end(scene.items, end + 1) > end + 1 else end
        )
    return min(end, scene.limit)


def _is_object(scene: Scene, end: int) -> bool:
    """Whether the phrase up to `end` is what is said: "urged restraint", "promised reform"."""
    noun, lemma = scene.items[end - 1], scene.cue.lemma
    if noun.lemma in scene.speech.objects.get(lemma, ()):
        return True
    follows = (
        scene.low(end) in ("to", "not") or opens_content(scene, end) or phrase_end(scene.items, end) > end
    )
    listens = noun.pos == "PROPN" or noun.lemma in scene.speech.people
    return scene.takes("phrase") and not listens and not follows


def _skip_adverbials(scene: Scene, index: int) -> int:
    while index < scene.limit and not opens_content(scene, index):
        after = _adverbial_end(scene, index)
        if after == index:
            break
        index = after
    return index


def _adverbial_end(scene: Scene, index: int) -> int:
    """Where the adverb, prepositional phrase, time or parenthesis at `index` ends."""
    item, low = scene.items[index], scene.low(index)
    if (day := dated_end(scene.items, index)) > index:
        return day
    if index == scene.cue.end and low in STANDING_FOR:
        return index  # "those who say otherwise"
    if quantity_end(scene.items, index) > index or low in scene.speech.prepositions.get(scene.cue.lemma, ()):
        return index
    issued = item.pos == "VERB" and low.endswith("ed") and index > scene.cue.end
    if issued and scene.items[index - 1].pos == "NOUN":  # "said in a statement issued on Monday"
        return index + 1
    if item.pos == "ADV" or low in EARLY:
        return index + 1
    if item.pos == "ADP":
        return index if opens_content(scene, index + 1) else _behind_phrase(scene, index + 1)
    return _parenthesis_end(scene, index) if low == "," else _time_end(scene, index)


def _behind_phrase(scene: Scene, start: int) -> int:
    """Behind a noun phrase; in "said in a statement profits rose" it ends with the statement."""
    end = max(phrase_end(scene.items, start), start)
    written = [k for k in range(start, end) if scene.items[k].lemma in scene.speech.documents]
    return written[0] + 1 if written and scene.items[end - 1].pos == "NOUN" else end


def _time_end(scene: Scene, index: int) -> int:
    """After "said the same day", "said last week"."""
    end = phrase_end(scene.items, index)
    last = scene.low(end - 1).removesuffix("s")
    return end if end > index and last in TIMES else index


def _parenthesis_end(scene: Scene, index: int) -> int:
    """After "said, in a letter to the court, that": the index of what follows the second comma."""
    close = next((k for k in range(index + 1, scene.limit) if scene.low(k) == ","), None)
    if close is None or scene.items[index + 1].pos not in ("ADP", "VERB", "ADV"):
        return index
    return close + 1 if opens_content(scene, close + 1) else index
