"""What is said: the items a cue governs, after it, before it, around it.

Each way a verb can take its content is one small function in `kb.extracting.content_ways`. The
complementiser "that" belongs to the content.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extracting.content_ways import WAYS, opens_content
from kb.extracting.cues import Form
from kb.extracting.phrases import phrase_end
from kb.extracting.scenes import Scene, clause_limit, find_scenes, is_quote, opens_clause, sentence_end
from kb.extracting.speakers import first_finite
from kb.extracting.vocabulary import Speech
from kb.model import Token

REPORTERS = frozenset({"me", "you", "him", "her", "us", "them", "reporters", "journalists", "lawmakers"})
DELIMITING = frozenset({",", "—", "–", "--"})
GOING_ON = frozenset({"who", "which", "whose", "adding", "but", "and", "while", "as"})


@dataclass(frozen=True, slots=True)
class Content:
    """Items of the content as ranges, the way it was found, the items of an addressee."""

    ranges: tuple[tuple[int, int], ...]
    way: str
    addressee: tuple[int, int] | None = None


def find_contents(items: Sequence[Token], speech: Speech) -> list[tuple[Scene, Content | None]]:
    """Every scene of a sentence with what is said in it; None where a cue says nothing.

    A first look at each cue alone tells which of them speak; those then bound one another.
    """
    scenes = find_scenes(items, speech)
    speaking = [s for s in scenes if (s.is_real or s.cue.form is Form.SOURCE) and find_content(s) is not None]
    bounded = [scene.within(clause_limit(scene, speaking)) for scene in scenes]
    return [(scene, find_content(scene)) for scene in bounded]


def find_content(scene: Scene) -> Content | None:
    """What the cue of a scene says, or None when it says nothing."""
    if scene.cue.form is Form.SOURCE:
        return _around_source(scene)
    start, addressee = _after_cue(scene)
    aside = _around_aside(scene, start)
    if aside is not None:
        return Content(aside, "aside", addressee)
    for way, find in WAYS.items():
        found = find(scene, start)
        if found is not None:
            return Content((*_quote_before(scene, found), found), way, addressee)
    before = _before(scene, start)
    return Content((before,), "before", addressee) if before else None


# --- after the cue -------------------------------------------------------------------------------


def _after_cue(scene: Scene) -> tuple[int, tuple[int, int] | None]:
    """The index after an inverted speaker, an addressee and adverbials, and the addressee."""
    index, addressee = scene.cue.end, None
    if scene.speaker is not None and scene.speaker.start >= index:
        index = max(scene.speaker.end, scene.speaker.also[1] if scene.speaker.also else 0)
    if scene.cue.lemma in scene.speech.addressed and not opens_content(scene, index):
        end = _addressee_end(scene, index)
        addressee, index = ((index, end) if end > index else None), end
    return _skip_adverbials(scene, index), addressee


def _addressee_end(scene: Scene, start: int) -> int:
    if scene.low(start) in REPORTERS:
        return start + 1
    return min(phrase_end(scene.items, start), scene.limit)


def _skip_adverbials(scene: Scene, index: int) -> int:
    while index < scene.limit and not opens_content(scene, index):
        after = _adverbial_end(scene, index)
        if after == index:
            break
        index = after
    return index


def _adverbial_end(scene: Scene, index: int) -> int:
    """Where the adverb, prepositional phrase, day or parenthesis at `index` ends."""
    item, low = scene.items[index], scene.low(index)
    if item.pos == "ADV" or (item.pos == "PROPN" and low.endswith("day")):
        return index + 1
    if low in scene.speech.prepositions.get(scene.cue.lemma, ()):
        return index
    if item.pos == "ADP":
        return max(phrase_end(scene.items, index + 1), index + 1)
    return _parenthesis_end(scene, index) if low == "," else index


def _parenthesis_end(scene: Scene, index: int) -> int:
    """After "said, in a letter to the court, that": the index of what follows the second comma."""
    close = next((k for k in range(index + 1, scene.limit) if scene.low(k) == ","), None)
    if (
        close is None
        or not opens_content(scene, close + 1)
        or scene.items[index + 1].pos not in ("ADP", "VERB", "ADV")
    ):
        return index
    return close + 1


# --- before the cue, around it -------------------------------------------------------------------


def _left_edge(scene: Scene) -> int:
    """Where the cue with a speaker before it begins."""
    return scene.speaker.start if scene.speaks_first and scene.speaker else scene.cue.start


def _before(scene: Scene, after: int) -> tuple[int, int] | None:
    """`"...," X said` and "..., X said": what ends right before the speaker, or before an inverted cue."""
    items, edge = scene.items, _left_edge(scene)
    if scene.cue.form not in (Form.FINITE, Form.UNREAL, Form.PARTICIPLE) or _is_bound(scene, edge):
        return None
    end = edge - 1 if edge and items[edge - 1].text in DELIMITING else edge
    if is_quote(items, end - 1):
        closed = end < edge or items[end - 1].lemma in (",", "?", "!", ".", "…", "-", "—")
        return (_sentence_begin(items, end), end) if closed else None
    return (_sentence_begin(items, end), end) if end < edge and _is_said_before(scene, end, after) else None


def _is_bound(scene: Scene, edge: int) -> bool:
    """Whether a relative or a conjunction ties the cue to what stands before it."""
    first = scene.items[edge].text.lower() if scene.speaks_first else ""
    return first in ("who", "which", "what", "that") or scene.low(edge - 1) in (
        "who",
        "which",
        "what",
        "that",
        "as",
    )


def _is_said_before(scene: Scene, end: int, after: int) -> bool:
    """Whether a whole clause ends at `end`, and nothing that the cue could say follows it."""
    if scene.cue.form is not Form.FINITE or not scene.takes("parenthesis"):
        return False
    finished = after >= scene.limit or scene.items[after].text in (",", ";", ":", "—", "–")
    return finished and first_finite(scene.items, 0, end) is not None


def _sentence_begin(items: Sequence[Token], end: int) -> int:
    return next((k + 1 for k in range(end - 1, -1, -1) if items[k].text in (";", ":")), 0)


def _quote_before(scene: Scene, found: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """`"...," X said, "..."`: the quotation before the speaker is said too."""
    if not is_quote(scene.items, found[0]):
        return ()
    before = _before(scene, found[0])
    return (before,) if before is not None and is_quote(scene.items, before[1] - 1) else ()


def _around_aside(scene: Scene, after: int) -> tuple[tuple[int, int], ...] | None:
    """ "The plan, X said, is dead" and "The plan, said X, is dead": what stands on both sides."""
    items, edge = scene.items, _left_edge(scene)
    fenced = edge > 1 and items[edge - 1].text == "," and scene.low(after) == "," and after + 1 < scene.limit
    if not fenced or scene.cue.form is not Form.FINITE or not scene.takes("clause"):
        return None
    if is_quote(items, edge - 2) or is_quote(items, after + 1) or scene.low(after + 1) in GOING_ON:
        return None
    begin = _sentence_begin(items, edge - 1)
    whole = first_finite(items, after + 1, scene.limit) is not None
    return (
        ((begin, edge - 1), (after + 1, scene.limit))
        if whole and phrase_end(items, begin) == edge - 1
        else None
    )


def _around_source(scene: Scene) -> Content | None:
    """ "According to X, ..." and "..., according to X": the rest of the sentence."""
    items, cue = scene.items, scene.cue
    if scene.speaker is None:
        return None
    end = scene.speaker.also[1] if scene.speaker.also else scene.speaker.end
    after = end + 1 if scene.low(end) == "," else end
    if is_quote(items, after) or (cue.start <= 1 and after > end and opens_clause(items, after, scene.limit)):
        return Content(((after, scene.limit),), "source")
    start = cue.start - 1 if cue.start and items[cue.start - 1].text == "," else cue.start
    whole = first_finite(items, 0, start) is not None
    return Content(((0, min(start, sentence_end(items))),), "source") if whole else None
