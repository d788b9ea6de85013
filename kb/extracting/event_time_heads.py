"""Which word of a parsed sentence an expression of time hangs on: "said on Friday that it fell in May"."""

from collections.abc import Sequence

from kb.extracting.event_scene import Scene
from kb.extracting.event_tree import Tree
from kb.model import TimeExpression
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
    """The expressions without those that hang on another verb than the word and those above it."""
    tree = scene.tree
    if tree is None:
        return list(times)
    above = {index, *tree.above(index)}
    governors = ((time, _governor(scene, tree, time)) for time in times)
    return [t for t, g in governors if g is None or g in above or scene.tokens[g].pos not in {"VERB", "AUX"}]


def _governor(scene: Scene, tree: Tree, time: TimeExpression) -> int | None:
    """The word outside the expression that its head hangs on."""
    first, last = scene.first_token(time.span), scene.last_token(time.span)
    outside = (tree.head(index) for index in range(first, last))
    return next((head for head in outside if head is not None and not first <= head < last), None)
