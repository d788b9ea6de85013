"""What is said: the items a cue governs, after it, before it, around it.

Each way a verb can take its content after it is one small function in `content_ways`; what stands
before and around a cue is told in `content_around`. The complementiser "that" belongs to the content.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from kb.extracting.addressees import after_cue
from kb.extracting.assent import assents, with_assent
from kb.extracting.clause_words import LISTENERS, MEANWHILE, SETTING_PREPOSITIONS
from kb.extracting.content import Content, Told
from kb.extracting.content_around import around_as, around_aside, around_source, before_cue, quote_before
from kb.extracting.content_ends import around_day
from kb.extracting.content_ways import WAYS
from kb.extracting.cues import KNOWLEDGE, THINKING, Form
from kb.extracting.draft import TELLING_WAYS
from kb.extracting.ordered import Same
from kb.extracting.parsed_contents import parsed_content, parsed_end
from kb.extracting.phrases import KEPT
from kb.extracting.scenes import Scene, clause_limit, find_scenes, is_quote
from kb.extracting.tails import has_day
from kb.extracting.tellers import may_say, may_tell
from kb.extracting.trees import has_child, is_parsed, relation_of
from kb.extracting.vocabulary import Speech
from kb.model import Token

Found = tuple[tuple[tuple[int, int], ...], str] | None


def find_contents(items: Sequence[Token], speech: Speech) -> Sequence[tuple[Scene, Content | None]]:
    """Every scene of a sentence with what is said in it; None where a cue says nothing.

    A first look at each cue alone tells which of them speak; those then bound one another. The last are
    kept: mentions ask who speaks, and then statements what is said.
    """
    return _contents(Same(items), Same(speech))


@lru_cache(maxsize=KEPT)
def _contents(items: Same[Sequence[Token]], speech: Same[Speech]) -> Sequence[tuple[Scene, Content | None]]:
    return told_in(find_scenes(items.thing, speech.thing))


def told_in(scenes: Sequence[Scene]) -> Told:
    """What is said in each of the scenes of one sentence."""
    first = [find_content(scene) if _may_bound(scene) else None for scene in scenes]
    speaking = [scene for scene, content in zip(scenes, first, strict=True) if content is not None]
    assenting = [scene for scene in scenes if assents(scene, speaking)]
    others = [*speaking, *assenting]
    told = with_assent(
        [_bounded(scene, others, content) for scene, content in zip(scenes, first, strict=True)], assenting
    )
    by_verbs = {c.ranges for scene, c in told if c is not None and scene.cue.form is not Form.NOUN}
    # "said in a statement that ...": the noun has nothing of its own to say
    return [(s, None if s.cue.form is Form.NOUN and c and c.ranges in by_verbs else c) for s, c in told]


def _may_bound(scene: Scene) -> bool:
    return scene.is_real or scene.cue.form is Form.SOURCE


def _bounded(scene: Scene, others: Sequence[Scene], first: Content | None) -> tuple[Scene, Content | None]:
    """A scene that ends where others begin, with what it says; the first look holds where none does."""
    bounded = scene.within(clause_limit(scene, others))
    return bounded, first if bounded is scene and _may_bound(scene) else find_content(bounded)


def find_content(scene: Scene) -> Content | None:
    """What the cue of a scene says, or None when it says nothing."""
    if scene.cue.form is Form.SOURCE:
        around = around_source(scene)
        return Content(around, "source") if around else None
    if not may_say(scene):
        return None
    start, addressee = after_cue(scene)
    for find in FINDERS:
        found = find(scene, start)
        if found is not None:
            return Content(*found, addressee)
    return None


def _aside(scene: Scene, start: int) -> Found:
    ranges = around_as(scene, start) or around_aside(scene, start)
    return (ranges, "aside") if ranges is not None else None


def _marked(scene: Scene, start: int) -> Found:
    """What quotation marks or "that" open right behind the cue; a parse tells where it ends."""
    found = _by_words(scene, start, ("quotation", "that"))
    if found is None or found[1] == "quotation":
        return found
    (begin, end), *rest = found[0]
    return ((begin, parsed_end(scene, begin, end)), *rest), "that"


def _quoted_before(scene: Scene, start: int) -> Found:
    before = quote_before(scene, start)
    return (before, "before") if before else None


def _parsed(scene: Scene, start: int) -> Found:
    found = parsed_content(scene)
    if found is None or is_quote(scene.items, found[0][0][0]):
        return None
    (begin, end), *rest = found[0]
    dated = scene.cue.end <= begin < start < end and has_day(scene.items, scene.cue.end, start)
    return ((start if dated else begin, end), *rest), found[1]


def _told(scene: Scene, start: int) -> Found:
    """What is neither marked nor parsed: phrases, infinitives, and clauses where no parser has been."""
    by_parse = (
        is_parsed(scene.items, scene.cue.start)
        and not _holds_quote(scene, start)
        and not _is_misread(scene, start)
    )
    ways = [way for way in WAYS if way not in ("quotation", "that") and not (by_parse and way == "clause")]
    return _by_words(scene, start, ways)


def _is_misread(scene: Scene, start: int) -> bool:
    """ "said the bomb, which was hidden, killed six": parsed with an object, which the verb cannot have.

    "While Reed insisted the bill was fair, ...": parsed as if what he insisted on were the main clause.
    "told reporters she had left", "told us Chile left": parsed as if the clause told who they are.
    "said on Monday the dam broke": parsed as if the dam broke on Monday, or as if there were a Monday dam.
    """
    head, cue = scene.items[scene.cue.start].head, scene.cue
    if _is_dated(scene, start):
        return True
    if cue.form is not Form.FINITE or cue.act == KNOWLEDGE:
        return False
    if relation_of(scene.items[cue.start]) == "advcl" and head is not None and cue.end < head < scene.limit:
        return True
    if cue.lemma in scene.speech.addressed and start > cue.end and _is_listener(scene, start - 1):
        return True
    return _takes_only_clauses(scene) and has_child(scene.items, scene.cue.start, ("obj",))


def _is_listener(scene: Scene, index: int) -> bool:
    return scene.items[index].pos == "PROPN" or scene.low(index) in LISTENERS


def _takes_only_clauses(scene: Scene) -> bool:
    """ "say", not "announce", which announces cuts, nor "tell", which tells people."""
    only = scene.takes("clause") and not (scene.takes("phrase") or scene.takes("deed"))
    return only and scene.cue.lemma not in scene.speech.objects.keys() | scene.speech.addressed


def _is_dated(scene: Scene, start: int) -> bool:
    """Whether a day or a place lies between the verb and what stands at `start`, which may open a clause."""
    placed = scene.low(scene.cue.end) in SETTING_PREPOSITIONS and scene.cue.act not in THINKING
    dated = has_day(scene.items, scene.cue.end, start) or (placed and start > scene.cue.end)
    return dated and scene.low(start) not in MEANWHILE | {":", ","}


def _before(scene: Scene, start: int) -> Found:
    before = before_cue(scene, start)
    return ((before,), "before") if before is not None else None


def _holds_quote(scene: Scene, start: int) -> bool:
    return any(is_quote(scene.items, index) for index in range(start, scene.limit))


def _by_words(scene: Scene, start: int, ways: Iterable[str]) -> Found:
    for way in ways:
        found = WAYS[way](scene, start)
        if found is not None and (way not in TELLING_WAYS or may_tell(scene)):
            before = quote_before(scene, found[0]) if is_quote(scene.items, found[0]) else ()
            return (*before, *around_day(scene, found, way)), way
    return None


def _at_last(scene: Scene, start: int) -> Found:
    """ "said close to 500 homes were lost": verbs that take nothing but clauses have one, parsed or not."""
    told = scene.speaker is not None and scene.cue.act != KNOWLEDGE and _takes_only_clauses(scene)
    verb = scene.cue.form is Form.FINITE and scene.items[scene.cue.start - 1].pos != "PART"
    sure = told and verb and scene.low(start) not in MEANWHILE | {":", "that"}
    return _by_words(scene, start, ("clause",)) if sure else None


FINDERS: tuple[Callable[[Scene, int], Found], ...] = (
    _aside,
    _marked,
    _quoted_before,
    _parsed,
    _told,
    _before,
    _at_last,
)
"""The ways to content, the surest first; each gets the scene and the index after addressee and adverbials."""
