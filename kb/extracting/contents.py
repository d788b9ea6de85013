"""What is said: the items a cue governs, after it or before it.

Each way a verb can take its content is one small function in `WAYS`; `[speech.takes]` says which
verbs go which way. The complementiser "that" belongs to the content.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.extracting.cues import Cue, Form, find_cues
from kb.extracting.phrases import QUOTE, full_end, phrase_end
from kb.extracting.speakers import Phrase, find_speaker, first_finite
from kb.extracting.vocabulary import Speech
from kb.model import Token

COMPLEMENTISERS = frozenset({"that", "whether", "how", "why", "if", "what"})
STOPS = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class Content:
    """Items of the content as ranges, the way it was found, the items of an addressee."""

    ranges: tuple[tuple[int, int], ...]
    way: str
    addressee: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a way of taking content looks at: the items, the cue, its speaker, where its clause must end."""

    items: Sequence[Token]
    cue: Cue
    speaker: Phrase | None
    limit: int
    speech: Speech

    def takes(self, kind: str) -> bool:
        """Whether the verb takes content of this kind."""
        return self.cue.lemma in self.speech.takes[kind]


def find_content(scene: Scene) -> Content | None:
    """What the cue says, or None when it says nothing."""
    if scene.cue.form is Form.SOURCE:
        return _around_source(scene)
    start, addressee = _after_cue(scene)
    for way, find in WAYS.items():
        found = find(scene, start)
        if found is not None:
            return Content(_with_quote_before(scene, found), way, addressee)
    before = _before(scene)
    return Content((before,), "before", addressee) if before else None


def _after_cue(scene: Scene) -> tuple[int, tuple[int, int] | None]:
    """The index after an inverted speaker, an addressee and adverbials, and the addressee."""
    items, index = scene.items, scene.cue.end
    speaker = scene.speaker
    if speaker is not None and speaker.start >= index:
        index = (speaker.also or (0, speaker.end))[1]
    addressee = None
    if scene.cue.lemma in scene.speech.addressed and not _opens_content(scene, index):
        end = _addressee_end(items, index, scene.limit)
        addressee, index = ((index, end) if end > index else None), end
    return _skip_adverbials(scene, index), addressee


def _addressee_end(items: Sequence[Token], start: int, limit: int) -> int:
    if start < limit and items[start].text.lower() in (
        "me",
        "you",
        "him",
        "her",
        "us",
        "them",
        "reporters",
        "journalists",
    ):
        return start + 1
    return min(phrase_end(items, start), limit)


def _skip_adverbials(scene: Scene, index: int) -> int:
    items = scene.items
    while index < scene.limit and not _opens_content(scene, index):
        if items[index].pos == "ADV":
            index += 1
        elif items[index].pos == "ADP" and items[index].text.lower() not in _prepositions(scene):
            index = max(phrase_end(items, index + 1), index + 1)
        elif items[index].text == "," and _parenthesis_end(scene, index) > index:
            index = _parenthesis_end(scene, index)
        elif _is_day(items[index]):
            index += 1
        else:
            break
    return index


def _is_day(item: Token) -> bool:
    return item.text.lower().endswith("day") and item.pos == "PROPN"


def _parenthesis_end(scene: Scene, index: int) -> int:
    """After "said, in a letter to the court, that": the index of what follows the second comma."""
    items = scene.items
    if index + 1 < scene.limit and items[index + 1].pos in ("ADP", "VERB"):
        close = next((k for k in range(index + 1, scene.limit) if items[k].text == ","), None)
        follows = close is not None and close + 1 < scene.limit and items[close + 1].text.lower() == "that"
        return close + 1 if close is not None and follows else index
    return index


def _prepositions(scene: Scene) -> tuple[str, ...]:
    return scene.speech.prepositions.get(scene.cue.lemma, ())


def _opens_content(scene: Scene, index: int) -> bool:
    if index >= scene.limit:
        return False
    item = scene.items[index]
    return item.pos == QUOTE or (
        item.text.lower() in COMPLEMENTISERS and item.pos in ("SCONJ", "PRON", "DET", "ADV")
    )


# --- after the cue -------------------------------------------------------------------------------


def _quotation(scene: Scene, start: int) -> tuple[int, int] | None:
    items, index = scene.items, start
    while index < scene.limit and items[index].text in (",", ":", "—", "-"):
        index += 1
    if index < scene.limit and items[index].pos == QUOTE and _may_quote(scene):
        return index, _clause_end(scene, index)
    return None


def _may_quote(scene: Scene) -> bool:
    return any(scene.takes(kind) for kind in ("clause", "that", "quotation", "phrase"))


def _that_clause(scene: Scene, start: int) -> tuple[int, int] | None:
    items = scene.items
    if start < scene.limit and items[start].text == "," and start + 1 < scene.limit:
        start += 1 if items[start + 1].text.lower() == "that" else 0
    opens = (
        start < scene.limit and items[start].text.lower() in COMPLEMENTISERS and _opens_content(scene, start)
    )
    if not opens or (scene.cue.form is not Form.NOUN and not (scene.takes("clause") or scene.takes("that"))):
        return None
    return (start, _clause_end(scene, start)) if first_finite(items, start, scene.limit) is not None else None


def _bare_clause(scene: Scene, start: int) -> tuple[int, int] | None:
    items = scene.items
    if not scene.takes("clause") or scene.cue.form in (Form.UNREAL, Form.NOUN, Form.PASSIVE):
        return None
    if start < scene.limit and items[start].text == ":":
        start += 1
    begins = start < scene.limit and (
        phrase_end(items, start) > start or items[start].text.lower() in ("there", "if", "when")
    )
    if not begins or first_finite(items, start, scene.limit) is None:
        return None
    return start, _clause_end(scene, start)


def _infinitive(scene: Scene, start: int) -> tuple[int, int] | None:
    is_one = start < scene.limit and scene.items[start].text.lower() == "to" and scene.takes("infinitive")
    return (start, _clause_end(scene, start)) if is_one and _is_real(scene) else None


def _object_infinitive(scene: Scene, start: int) -> tuple[int, int] | None:
    items = scene.items
    if not scene.takes("object_infinitive") or not _is_real(scene):
        return None
    end = full_end(items, start, scene.limit) if start > scene.cue.end or _begins(items, start) else start
    end = start if start < scene.limit and items[start].text.lower() in ("to", "not") else end
    while end < scene.limit and items[end].text.lower() in ("not", "n't"):
        end += 1
    return (
        (start, _clause_end(scene, start)) if end < scene.limit and items[end].text.lower() == "to" else None
    )


def _prepositional(scene: Scene, start: int) -> tuple[int, int] | None:
    """ "warned against it", "accused them of lying": the content begins at the target, if there is one."""
    items, wanted = scene.items, _prepositions(scene)
    if not wanted or not _is_real(scene):
        return None
    end = start
    if start < scene.limit and items[start].text.lower() not in wanted:
        end = full_end_before(items, start, scene.limit, wanted)
        if end == start:
            return None
    is_there = end < scene.limit and items[end].text.lower() in wanted
    return (start, _clause_end(scene, start)) if is_there else None


def full_end_before(items: Sequence[Token], start: int, limit: int, wanted: tuple[str, ...]) -> int:
    """Where the phrase at `start` ends, not going past one of the `wanted` prepositions."""
    end = phrase_end(items, start)
    while end < limit and (items[end].pos in ("ADP", "CCONJ")) and items[end].text.lower() not in wanted:
        after = phrase_end(items, end + 1)
        if after == end + 1:
            break
        end = after
    return min(end, limit)


def _phrase(scene: Scene, start: int) -> tuple[int, int] | None:
    items = scene.items
    if not scene.takes("phrase") or not _is_real(scene) or start >= scene.limit:
        return None
    gerund = items[start].pos == "VERB" and items[start].text.lower().endswith("ing")
    return (start, _clause_end(scene, start)) if gerund or _begins(items, start) else None


def _begins(items: Sequence[Token], start: int) -> bool:
    return phrase_end(items, start) > start


def _is_real(scene: Scene) -> bool:
    return scene.cue.form in (Form.FINITE, Form.PARTICIPLE)


WAYS: dict[str, Callable[[Scene, int], tuple[int, int] | None]] = {
    "quotation": _quotation,
    "that": _that_clause,
    "object infinitive": _object_infinitive,
    "infinitive": _infinitive,
    "preposition": _prepositional,
    "clause": _bare_clause,
    "phrase": _phrase,
}


# --- before the cue, around it -------------------------------------------------------------------


def _before(scene: Scene) -> tuple[int, int] | None:
    """`"...," X said` and "..., X said": what ends right before the speaker, or before an inverted cue."""
    items = scene.items
    end = _left_edge(scene)
    if end is None:
        return None
    if end > 0 and items[end - 1].text == ",":
        return (_clause_begin(items, end - 1), end - 1) if _is_said_after(scene, end - 1) else None
    if end > 0 and items[end - 1].pos == QUOTE:
        return _clause_begin(items, end), end
    return None


def _left_edge(scene: Scene) -> int | None:
    if scene.cue.form not in (Form.FINITE, Form.UNREAL, Form.PARTICIPLE):
        return None
    if scene.speaker is None or scene.speaker.start >= scene.cue.end:
        return scene.cue.start
    return scene.speaker.start


def _is_said_after(scene: Scene, end: int) -> bool:
    items = scene.items
    if items[end - 1].pos == QUOTE:
        return True
    whole = first_finite(items, 0, end) is not None and (scene.takes("clause") or scene.takes("that"))
    return whole and scene.cue.form is Form.FINITE


def _clause_begin(items: Sequence[Token], end: int) -> int:
    for index in range(end - 1, -1, -1):
        if items[index].text in (";", ":"):
            return index + 1
    return 0


def _with_quote_before(scene: Scene, found: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """`"...," X said, "..."`: the quotation before the speaker is said too."""
    edge = _left_edge(scene)
    before = _before(scene) if edge is not None and scene.items[found[0]].pos == QUOTE else None
    return (before, found) if before is not None else (found,)


def _around_source(scene: Scene) -> Content | None:
    """ "According to X, ..." and "..., according to X": the rest of the sentence."""
    items = scene.items
    end = (scene.speaker.also or (0, scene.speaker.end))[1] if scene.speaker else scene.cue.end
    last = _sentence_end(items)
    if scene.cue.start <= 1 and end < last and items[end].text == ",":
        return Content(((end + 1, last),), "source")
    start = (
        scene.cue.start - 1 if scene.cue.start and items[scene.cue.start - 1].text == "," else scene.cue.start
    )
    return Content(((0, start),), "source") if first_finite(items, 0, start) is not None else None


def _sentence_end(items: Sequence[Token]) -> int:
    end = len(items)
    while end and items[end - 1].text in STOPS:
        end -= 1
    return end


def _clause_end(scene: Scene, start: int) -> int:
    """Where content that begins at `start` ends: before a semicolon, else before what the scene allows."""
    items, limit = scene.items, min(scene.limit, _sentence_end(scene.items))
    for index in range(start + 1, limit):
        if items[index].text == ";":
            return index
    while limit > start + 1 and items[limit - 1].text in (",", "—", "–"):
        limit -= 1
    return limit


def find_scenes(items: Sequence[Token], speech: Speech) -> list[Scene]:
    """A scene for each cue of one sentence's items."""
    cues = [(cue, find_speaker(items, cue, speech)) for cue in find_cues(items, speech)]
    return [Scene(items, cue, speaker, scene_limit(items, cue, cues), speech) for cue, speaker in cues]


def scene_limit(items: Sequence[Token], cue: Cue, others: Sequence[tuple[Cue, Phrase | None]]) -> int:
    """Where the clause of a cue must end: before the next cue that is not said within it."""
    limits = [_edge(items, other, speaker) for other, speaker in others if other.start > cue.start]
    return min((edge for edge in limits if edge > cue.end), default=len(items))


def _edge(items: Sequence[Token], cue: Cue, speaker: Phrase | None) -> int:
    """Where a later cue's own clause begins, if a comma or conjunction sets it off; else the end."""
    begins_before = speaker is not None and speaker.end <= cue.start
    start = speaker.start if begins_before and speaker else cue.start
    for edge in (_joined(items, cue.start), _joined(items, start)):
        if edge is not None:
            return edge
    return len(items)


def _joined(items: Sequence[Token], start: int) -> int | None:
    index = start
    while index and items[index - 1].pos in ("ADV", "AUX"):
        index -= 1
    if not index:
        return None
    before = items[index - 1]
    if before.text == ",":
        return index - 1
    if before.text.lower() in ("and", "but", "with", "while", "as"):
        return index - 2 if index > 1 and items[index - 2].text == "," else index - 1
    return None
