"""Which expressions of time are free to date an event, and which word each hangs on: "said on Friday that it
fell in May".
"""

from collections.abc import Sequence

from kb.extracting.event_clauses import Clause
from kb.extracting.event_scene import Scene
from kb.extracting.event_tree import Tree
from kb.model import Span, TimeExpression
from kb.when import Grain

COARSE = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})


def governed_times(scene: Scene, times: Sequence[TimeExpression], index: int) -> list[TimeExpression]:
    """The expressions that hang on the word, the finest first; none without a parse."""
    tree = scene.tree
    if tree is None:
        return []
    own = [time for time in times if _governor(scene, tree, time) == index]
    return sorted(own, key=lambda time: time.when is not None and time.when.grain in COARSE)


def not_elsewhere(scene: Scene, times: Sequence[TimeExpression], index: int) -> list[TimeExpression]:
    """The expressions without those that hang on another verb than the word and those above it.

    The day of a decision is not that of what was decided upon: "agreed on Monday to meet".
    """
    tree = scene.tree
    if tree is None:
        return list(times)
    above = {index, *(verb for verb in tree.above(index) if not _is_decision(scene, verb, index))}
    governors = ((time, _governor(scene, tree, time)) for time in times)
    return [t for t, g in governors if g is None or g in above or scene.tokens[g].pos not in {"VERB", "AUX"}]


def _is_decision(scene: Scene, verb: int, index: int) -> bool:
    infinitive = index > verb and scene.tokens[index - 1].text == "to"
    return infinitive and scene.words.has("deciding", scene.tokens[verb])


def _governor(scene: Scene, tree: Tree, time: TimeExpression) -> int | None:
    """The word outside the expression that its head hangs on."""
    first, last = scene.first_token(time.span), scene.last_token(time.span)
    outside = (tree.head(index) for index in range(first, last))
    return next((head for head in outside if head is not None and not first <= head < last), None)


def _is_told(scene: Scene, span: Span) -> bool:
    """Whether a statement has taken the expression for the time of saying, from outside what is said."""
    telling = (s for s in scene.statements if s.time is not None and s.time.span == span)
    return any(not any(content.covers(span) for content in s.content) for s in telling)


def free_times(scene: Scene) -> list[TimeExpression]:
    """The expressions that mean a time and date no statement, or date it along with an earlier verb."""
    meant = [time for time in scene.times if time.when is not None or time.offset is not None]
    return [time for time in meant if not _is_told(scene, time.span) or _is_lent(scene, time)]


def _is_lent(scene: Scene, time: TimeExpression) -> bool:
    """ "arrived on Monday and said": the day hangs on a verb before it, and the saying shares it."""
    tree, telling = (
        scene.tree,
        [s for s in scene.statements if s.time is not None and s.time.span == time.span],
    )
    verb = _governor(scene, tree, time) if tree else None
    if verb is None or scene.tokens[verb].pos != "VERB" or scene.tokens[verb].span.start > time.span.start:
        return False
    return all(s.trigger.start >= time.span.end for s in telling)


def lies_in(scene: Scene, time: TimeExpression, clause: Clause) -> bool:
    return scene.span(clause.first, clause.last).overlaps(time.span)
