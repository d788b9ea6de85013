"""Verbs that tell an event only of some things: "a bomb went off", "shells hit the town".

Which verbs want which stands in `[grammar.events]`, in the lists that `DOERS` pairs.
"""

from kb.extracting.event_scene import Scene, group_start
from kb.extracting.event_tree import Tree, subjects_of
from kb.extracting.event_words import Named

DOERS = (("needs_charge", "charges"), ("needs_missile", "missiles"), ("needs_missile", "storms"))
"""Lists of verbs that tell an event only where one of the other list is their subject."""

STRUCK = frozenset({"attack", "explosion"})
"""The kinds that such verbs tell by themselves."""


def has_fit_subject(scene: Scene, name: Named) -> bool:
    """Whether a verb that tells an event only of some things is told of these: "a bomb went off", "shells hit
    the town", not "the alarm went off", "sales hit a low"."""
    needed = [who for verbs, who in DOERS if scene.words.verb(verbs, scene.tokens, name.first)]
    if not needed or name.type.name not in STRUCK:
        return True
    before = scene.tokens[scene.clause_of(name.first).first : group_start(scene, name.first)]
    if scene.tree is None:
        return any(scene.words.any(who, before) for who in needed)
    heads = subjects_of(scene.tree, name.first)
    fit = any(scene.words.any(who, [scene.tokens[i] for i in heads]) for who in needed)
    return fit or ("storms" in needed and any(_is_storm(scene, scene.tree, i) for i in heads))


def _is_storm(scene: Scene, tree: Tree, head: int) -> bool:
    """Whether a name is that of a storm: "Hurricane Katrina"."""
    titles = [scene.tokens[kid] for kid in tree.kids(head, "compound") if scene.tokens[kid].pos == "PROPN"]
    return scene.words.any("storms", titles)
