"""What a label needs from outside the clause of its verb: a subject told elsewhere, an owner, the clause
that a gerund goes on from.

The parse tells; without one there is nothing of this, and labels are made of the clause alone.
"""

from kb.extracting.event_scene import Scene, group_start, phrase_start
from kb.extracting.event_subjects import Words, noun_phrase_before, subject_words
from kb.extracting.event_tree import subjects_of

CUTTING = frozenset({"mark", "advmod"})


def subject_in_tree(scene: Scene, verb: int, group: int, floor: int) -> Words | None:
    """The subject that the parse gives a verb which shares it: "tore roofs off and | swept away a bridge"."""
    if scene.tree is None:
        return None
    heads = [i for i in subjects_of(scene.tree, verb) if floor <= i < group]
    if not heads:
        return None
    phrases = [_phrase_of(scene, head) for head in heads]
    return max(floor, phrases[0][0]), min(group, phrases[-1][1])


def _phrase_of(scene: Scene, head: int) -> Words:
    """The noun phrase that the token heads, with the name or the phrase that takes part by it."""
    span = scene.tokens[head].span
    ends = (scene.last_token(actor.span) for actor in scene.actors if actor.span.overlaps(span))
    return phrase_start(scene, head), max(head + 1, *ends, head + 1)


def leading_clause(scene: Scene, verb: int, floor: int) -> tuple[Words, Words] | None:
    """The subject, and the verb group with its verb, that a gerund goes on from or hangs on: "A jet | was
    shot down, killing ten", "He | was accused of shelling a school"; None of any other verb."""
    tree = scene.tree
    if tree is None or not scene.tokens[verb].text.endswith("ing"):
        return None
    head = tree.head(verb)
    hangs = tree.relation(verb) == "advcl" and head is not None and floor <= head < verb
    if head is None or not hangs or scene.tokens[head].pos != "VERB":
        return None
    group = group_start(scene, head)
    subject = subject_words(scene, scene.clause_of(head), group, floor)
    return (subject, (group, head)) if subject is not None else None


def owner_of(scene: Scene, verb: int, floor: int) -> Words | None:
    """Who is meant by "whose" in the clause of the verb: "June Roe, | whose husband was killed"."""
    clause = scene.clause_of(verb)
    if clause.opener != "whose" or clause.first <= floor:
        return None
    noun = scene.tokens[verb].head if scene.tokens[verb].relation == "acl:relcl" else None
    if noun is None or not floor <= noun < clause.first:
        return noun_phrase_before(scene, clause.first, floor)
    owner = phrase_start(scene, noun), min(_phrase_of(scene, noun)[1], clause.first)
    beside = owner[1] == clause.first or scene.tokens[owner[1]].text == ","
    return owner if beside and owner[1] == noun + 1 else None


def before_cut_clause(scene: Scene, first: int, end: int) -> int:
    """Where what is told from `first` to `end` ends, if a clause begins within it whose verb stands behind:
    "was killed | when a helicopter (that carried him crashed)"."""
    tree = scene.tree
    if tree is None:
        return end
    opens = (
        i
        for i in range(first, end)
        if scene.words.has("subordinators", scene.tokens[i])
        and tree.bases[i] in CUTTING
        and (tree.head(i) or 0) >= end
    )
    return next(opens, end)
