"""What is said before a cue, or on both sides of it.

`"...," X said`; "..., X said"; "the plan, X said, is dead"; "..., according to X".
"""

from collections.abc import Sequence
from itertools import pairwise

from kb.extracting.clause_words import (
    ASIDE_OPENS,
    BINDING,
    COMPLEMENTISERS,
    CONDITIONS,
    JOINING,
    MEANWHILE,
    QUOTING,
    RELATIVES,
)
from kb.extracting.cues import Form
from kb.extracting.phrases import dateline_end, is_finite
from kb.extracting.scenes import Scene, is_quote, opens_clause
from kb.extracting.subjects import first_finite, subject
from kb.extracting.tails import opens_tail
from kb.extracting.trees import relation_of
from kb.model import Token

DELIMITING = frozenset({",", "—", "–", "--"})
LEADING_IN = frozenset({",", ":"})
FINISHING = DELIMITING | {";", ":"}
Range = tuple[int, int]


def before_cue(scene: Scene, after: int) -> Range | None:
    """`"...," X said` and "..., X said": what ends right before the speaker, or before an inverted cue."""
    items, edge = scene.items, left_edge(scene)
    if scene.cue.form not in (Form.FINITE, Form.UNREAL, Form.PARTICIPLE) or _is_bound(scene, edge):
        return None
    if scene.speaks_first and _is_in_relative(scene, edge):
        return None  # "..., and the men, who had hoped for more, left"
    if scene.cue.form is Form.PARTICIPLE and scene.cue.lemma in QUOTING:
        return None  # "“...,” X said, citing risks"
    end = edge - 1 if edge and items[edge - 1].text in DELIMITING else edge
    if is_quote(items, end - 1):
        if end > 2 and items[end - 2].text in LEADING_IN and items[end - 3].lemma in scene.speech.acts:
            return None  # "Reed said, “...,” and I said, “...”": the words of the one before
        closed = end < edge or items[end - 1].lemma in (",", "?", "!", ".", "…", "-", "—")
        return (_sentence_begin(items, end), end) if closed else None
    begin = _sentence_begin(items, end)
    said = end < edge and _is_said_before(scene, end, after) and not _is_lead(items, begin, end)
    return (begin, end) if said else None


def _is_in_relative(scene: Scene, edge: int) -> bool:
    """Whether a relative clause holds the cue; "“...,” X, who had come, said" closed it before."""
    opener = next((k for k in range(edge, scene.cue.start) if scene.low(k) in RELATIVES), None)
    if opener is None:
        return False
    closed = any(scene.low(k) == "," for k in range(opener, scene.cue.start))
    return not (closed and is_quote(scene.items, edge - 1))


def _is_lead(items: Sequence[Token], begin: int, end: int) -> bool:
    """ "While rules differ, guests respond ...": a clause that only leads to that of the cue."""
    conditional = items[begin].pos == "SCONJ" and items[begin].text.lower() in CONDITIONS
    return conditional and not any(item.text == "," for item in items[begin:end])


def quote_before(scene: Scene, after: int) -> tuple[Range, ...]:
    """`"...," X said, "..."`: the quotation before the speaker, if one stands there and no verb between."""
    edge, start = left_edge(scene), scene.cue.start
    other = any(is_finite(scene.items, k) and scene.items[k].pos == "VERB" for k in range(edge + 1, start))
    if scene.cue.form is Form.PARTICIPLE or other:
        return ()
    before = before_cue(scene, after)
    return (before,) if before is not None and is_quote(scene.items, before[1] - 1) else ()


def around_aside(scene: Scene, after: int) -> tuple[Range, ...] | None:
    """ "The plan, X said, is dead" and "The plan, said X, is dead": what stands on both sides."""
    items, edge = scene.items, left_edge(scene)
    fenced = edge > 1 and items[edge - 1].text == "," and scene.low(after) == "," and after + 1 < scene.limit
    if not fenced or scene.cue.form is not Form.FINITE or not scene.takes("parenthesis"):
        return None
    if is_quote(items, edge - 2) or is_quote(items, after + 1) or scene.low(after + 1) in ASIDE_OPENS:
        return None
    if opens_tail(items, after + 1):
        return None
    begin = _sentence_begin(items, edge - 1)
    both = ((begin, edge - 1), (after + 1, scene.limit))
    return both if _belong_together(scene, both) else None


def around_source(scene: Scene) -> tuple[Range, ...] | None:
    """The rest of the sentence, which stands behind the source, before it, or on both its sides."""
    items, cue = scene.items, scene.cue
    if scene.speaker is None:
        return None
    end = max(scene.cue.end, scene.speaker.also[1] if scene.speaker.also else scene.speaker.end)
    after = end + 1 if scene.low(end) == "," else end
    while scene.low(after + 1) == "," and items[after].pos == "PROPN" and is_quote(items, after + 2):
        after += 2  # 'in the words of X, QC, "..."'
    if is_quote(items, after) or (cue.start <= 1 and opens_clause(items, after, scene.limit)):
        return ((after, scene.limit),)
    start = cue.start - 1 if cue.start and items[cue.start - 1].text == "," else cue.start
    both = ((dateline_end(items), start), (after, scene.limit))
    if after > end and start < cue.start and start > 0 and _belong_together(scene, both):
        return both
    return (both[0],) if first_finite(items, 0, start) is not None else None


def around_as(scene: Scene, after: int) -> tuple[Range, ...] | None:
    """ "As X said, the plan is dead" and "The plan is dead, as X said": the rest of the sentence."""
    items, edge = scene.items, left_edge(scene)
    tied = scene.cue.form is Form.FINITE and scene.speaks_first and scene.low(edge - 1) == "as"
    if not tied or not scene.takes("parenthesis"):
        return None
    if edge == 1 and scene.low(after) == "," and first_finite(items, after, scene.limit) is not None:
        return ((after + 1, scene.limit),)
    closes = edge > 2 and after >= scene.limit and items[edge - 2].text == ","
    begin = _sentence_begin(items, edge - 2)
    return ((begin, edge - 2),) if closes and first_finite(items, begin, edge - 2) is not None else None


def left_edge(scene: Scene) -> int:
    """Where the cue with a speaker before it begins; in "the paper quoted him as saying" with the paper."""
    if scene.speaker is not None and scene.low(scene.cue.start - 1) == "as":
        verb = scene.speaker.start - 1
        relayer = subject(scene.items, verb) if verb > 0 and scene.items[verb].lemma in QUOTING else None
        if relayer is not None:
            return relayer.start
    return scene.speaker.start if scene.speaks_first and scene.speaker else scene.cue.start


def _belong_together(scene: Scene, sides: tuple[Range, Range]) -> bool:
    """Whether only both sides together make a sentence: one of them lacks its verb or its subject."""
    (begin, end), (start, limit) = sides
    if is_finite(scene.items, start) or scene.low(start) == "because" or _counts(scene, start, limit):
        return True
    if _asks(scene, begin, start):
        return True
    if first_finite(scene.items, begin, end) is None:
        return first_finite(scene.items, start, limit) is not None
    verb = first_finite(scene.items, start, limit)
    own = subject(scene.items, verb) if verb is not None else None
    goes_on = own is None or own.start < start or opens_clause(scene.items, start + 1, limit)
    return scene.low(start) in JOINING and goes_on


def _asks(scene: Scene, begin: int, start: int) -> bool:
    """ "It is unclear, the ministry said, whether ...": what the "it" stands for."""
    return scene.low(begin) == "it" and scene.low(start) in COMPLEMENTISERS - {"that"}


def _counts(scene: Scene, start: int, limit: int) -> bool:
    """ "..., the ministry said, about half of them children": no clause of its own, but a part of one."""
    near = [scene.low(index) for index in range(start, min(start + 6, limit))]
    counted = any(pair in (("of", "them"), ("of", "whom"), ("of", "which")) for pair in pairwise(near))
    return counted and first_finite(scene.items, start, limit) is None


def _is_bound(scene: Scene, edge: int) -> bool:
    """Whether a relative or a conjunction ties the cue to what stands before it."""
    first = scene.items[edge].text.lower() if scene.speaks_first else ""
    return first in BINDING or scene.low(edge - 1) in BINDING | {"as"}


def _is_said_before(scene: Scene, end: int, after: int) -> bool:
    """Whether a whole clause ends at `end`, and nothing that the cue could say follows it."""
    quoted = scene.cue.form is Form.PARTICIPLE and scene.low(scene.cue.start - 1) == "as"
    if not (scene.cue.form is Form.FINITE or quoted) or not scene.takes("parenthesis"):
        return False  # "..., X was quoted as saying"
    finished = after >= scene.limit or scene.items[after].text in FINISHING or scene.low(after) in BINDING
    occasion = any(
        scene.low(k) in MEANWHILE or opens_tail(scene.items, k) for k in range(scene.cue.end, after + 1)
    )
    return (finished or occasion) and _is_whole(scene.items, end)


def _is_whole(items: Sequence[Token], end: int) -> bool:
    """Whether a clause ends at `end`; "in a letter posted on Monday" is none."""
    verb = first_finite(items, 0, end)
    while verb is not None and items[0].pos == "ADP" and relation_of(items[verb]) == "acl":
        verb = first_finite(items, verb + 1, end)
    return verb is not None


def _sentence_begin(items: Sequence[Token], end: int) -> int:
    begin = next((k + 1 for k in range(end - 1, -1, -1) if items[k].text in (";", ":")), 0)
    return begin or dateline_end(items)
