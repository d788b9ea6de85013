"""Which expressions of time are free to date an event, and which word each hangs on: "said on Friday that it
fell in May".
"""

from collections.abc import Sequence
from functools import lru_cache

from kb.extracting.event_clauses import Clause
from kb.extracting.event_scene import Scene
from kb.extracting.event_tree import Tree
from kb.extracting.ordered import Same
from kb.model import Span, TimeExpression, TimexType
from kb.when import Grain, When

ASIDE = 6  # tokens from a comma to the date of an office
RECORD = 7  # tokens between "the first" and "since"
REACTING = "communication"
"""The family of acts that answer to what was done."""
CAUSES = frozenset({"for", "over"})
LONG = frozenset({Grain.MONTH, Grain.YEAR})
COARSE = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})


def governed_times(scene: Scene, times: Sequence[TimeExpression], index: int) -> list[TimeExpression]:
    """The expressions that hang on the word, the finest first; none without a parse."""
    tree = scene.tree
    if tree is None:
        return []
    hanging = (time for time in times if _governor(scene, tree, time) == index)
    own = [time for time in hanging if not _is_reacted_to(scene, tree, time, index)]
    return sorted(own, key=lambda time: time.when is not None and _is_rough(time.when))


def _is_rough(when: When) -> bool:
    """Whether it is coarse, or only an end: "extended on Monday the ban until 2017"."""
    return when.grain in COARSE or when.begins_open


def not_elsewhere(scene: Scene, times: Sequence[TimeExpression], index: int) -> list[TimeExpression]:
    """The expressions without those that hang on another verb than the word and those above it.

    The day of a decision is not that of what was decided upon: "agreed on Monday to meet".
    """
    tree = scene.tree
    if tree is None:
        return list(times)
    above = {index, *(verb for verb in tree.above(index) if not _is_decision(scene, verb, index))}
    governors = ((time, _governor(scene, tree, time)) for time in times)
    return [
        t
        for t, g in governors
        if not _is_reacted_to(scene, tree, t, index)
        and (g is None or g in above or not _dates_itself(scene, t, g) or _is_meanwhile(scene, g, index))
    ]


def _is_reacted_to(scene: Scene, tree: Tree, time: TimeExpression, verb: int) -> bool:
    """Whether it dates what somebody is praised or blamed for: "was criticised for the raid in March". A day
    may be that of the reaction."""
    reacting = any(name.first == verb and name.type.broader == REACTING for name in scene.named)
    if not reacting or time.when is None or time.when.grain not in LONG:
        return False
    first = scene.first_token(time.span)
    causes = (k for k in tree.kids(verb, "obl") if k < first and tree.case(k) in CAUSES)
    return any(_is_known_deed(scene, tree, k) and not _is_parted(scene, k, first) for k in causes)


def _is_known_deed(scene: Scene, tree: Tree, noun: int) -> bool:
    definite = any(scene.tokens[k].text in {"the", "this", "that"} for k in tree.kids(noun, "det"))
    return definite and scene.words.is_kind(scene.tokens[noun])


def _is_parted(scene: Scene, noun: int, time: int) -> bool:
    return any(token.pos in {"VERB", "AUX"} or token.text == "," for token in scene.tokens[noun + 1 : time])


def _is_meanwhile(scene: Scene, governor: int, verb: int) -> bool:
    """Whether it hangs on what the object was doing: "hit a train leaving the station at 9:11"."""
    token, tree = scene.tokens[governor], scene.tree
    doing = tree is not None and tree.relation(governor) == "acl" and token.text.endswith("ing")
    object_ = tree.head(governor) if tree is not None and doing else None
    taken = object_ is not None and tree is not None and tree.relation(object_) == "obj"
    return taken and scene.tokens[object_ or 0].head == verb and not scene.words.has("intending", token)


def _dates_itself(scene: Scene, time: TimeExpression, governor: int) -> bool:
    """Whether it dates what it hangs on and nothing else: another verb, or "the crisis of 2008"."""
    first = scene.first_token(time.span)
    of = first > 0 and scene.tokens[first - 1].text == "of" and scene.tokens[governor].pos == "NOUN"
    return scene.tokens[governor].pos in {"VERB", "AUX"} or of


def _is_decision(scene: Scene, verb: int, index: int) -> bool:
    infinitive = index > verb and scene.tokens[index - 1].text == "to"
    return infinitive and scene.words.has("deciding", scene.tokens[verb])


def amount_before(scene: Scene, time: TimeExpression) -> TimeExpression | None:
    """The amount of time that ends with the date: "(in) the nine months | ended 30 September"."""
    first = scene.first_token(time.span)
    durations = (other for other in scene.times if other.type is TimexType.DURATION)
    return next((other for other in durations if _ends_with(scene, other, first)), None)


def _ends_with(scene: Scene, amount: TimeExpression, date: int) -> bool:
    behind = scene.last_token(amount.span)
    between = " ".join(token.text.casefold() for token in scene.tokens[behind:date])
    definite = scene.words.any("pointing", scene.tokens[scene.first_token(amount.span) :][:1])
    return definite and between in scene.words.of("ending_with")


def _governor(scene: Scene, tree: Tree, time: TimeExpression) -> int | None:
    """The word outside the expression that its head hangs on."""
    first, last = scene.first_token(time.span), scene.last_token(time.span)
    outside = (tree.head(index) for index in range(first, last))
    head = next((head for head in outside if head is not None and not first <= head < last), None)
    if head is None:
        return None
    if (amount := amount_before(scene, time)) is not None:
        return _governor(scene, tree, amount)
    head = _over_state(tree, head)
    other = _time_before(scene, time, head) if len(scene.times) > 1 else None
    if other is None and tree.relation(head) == "acl":  # "for the third day running | on Thursday"
        other = _time_before(scene, time, tree.head(head) or head)
    if other is not None:
        return _governor(scene, tree, other)  # "until the end of 2017 | on Wednesday"
    return _decided(scene, tree, time, _lower(scene, tree, first, head))


def _over_state(tree: Tree, head: int) -> int:
    """The verb that leaves something in a state: "kept its rate unchanged on Wednesday"; else the word."""
    token, over = tree.tokens[head], tree.head(head)
    state = token.pos == "ADJ" or (token.text.endswith("ed") and token.text != token.lemma)
    small = over is not None and tree.bases[head] == "xcomp" and state and not tree.has(head, "mark", "cop")
    return over if small and over is not None else head


def _time_before(scene: Scene, time: TimeExpression, head: int) -> TimeExpression | None:
    """The expression before this one that holds the token."""
    span = scene.tokens[head].span
    return next((t for t in scene.times if t.span < time.span and t.span.overlaps(span)), None)


def _lower(scene: Scene, tree: Tree, first: int, head: int) -> int:
    """The verb of a clause of time that stands between: "will vote before she leaves office in May"."""
    between = (v for v in tree.kids(head, "advcl") if head < v < first and tree.has(v, "nsubj"))
    told = [
        v for v in between if any(scene.words.has("timing", tree.tokens[m]) for m in tree.kids(v, "mark"))
    ]
    apart = told and any(token.text == "," for token in tree.tokens[told[-1] : first])
    return told[-1] if told and not apart else head


def _decided(scene: Scene, tree: Tree, time: TimeExpression, verb: int) -> int:
    """The verb of deciding, where a day gone by stands behind what was decided: "had voted to impeach her on
    17 April"."""
    head, published = tree.head(verb), scene.published
    if head is None or published is None or time.when is None or not _is_decision(scene, head, verb):
        return verb
    ended, known = time.when.window[1], published.window[0]
    return head if ended is not None and known is not None and ended < known else verb


def is_told(scene: Scene, span: Span) -> bool:
    """Whether a statement has taken the expression for the time of saying, from outside what is said."""
    telling = (s for s in scene.statements if s.time is not None and s.time.span == span)
    return any(not any(content.covers(span) for content in s.content) for s in telling)


def free_times(scene: Scene) -> list[TimeExpression]:
    """The expressions that mean a time and date no statement, or date it along with an earlier verb.

    Those of the scene asked for last are kept, as all that is told in it asks for the same.
    """
    return _free_times(Same(scene)) if scene.times else []


@lru_cache(maxsize=1)
def _free_times(kept: Same[Scene]) -> list[TimeExpression]:
    scene = kept.thing
    meant = [time for time in scene.times if time.when is not None or time.offset is not None]
    meant = [time for time in meant if not (_is_compared(scene, time) or _is_in_office(scene, time))]
    return [time for time in meant if not is_told(scene, time.span) or _is_lent(scene, time)]


def _is_in_office(scene: Scene, time: TimeExpression) -> bool:
    """ "Reed, minister since 2006, conceded": how long somebody has been what commas call him."""
    place, behind = scene.first_token(time.span), scene.last_token(time.span)
    closed = behind < len(scene.tokens) and scene.tokens[behind].text == ","
    if not closed or place < 2 or scene.tokens[place - 1].text.casefold() != "since":
        return False
    noun = scene.tokens[place - 2]
    aside = any(token.text == "," for token in scene.tokens[max(0, place - ASIDE) : place - 2])
    return aside and noun.pos == "NOUN" and not scene.words.is_kind(noun)


def _is_compared(scene: Scene, time: TimeExpression) -> bool:
    """Whether it only tells what is compared with, or how far back a record reaches: "more than in May", "the
    first strike since 2009"."""
    place = scene.first_token(time.span)
    before = scene.tokens[max(0, place - 3) : place]
    led = [token for token in before[-2:] if token.pos != "DET"]
    if scene.words.any("comparing", led) and all(t.pos in {"ADP", "SCONJ", "VERB"} for t in led):
        return True
    since = _since_before(scene, place, scene.last_token(time.span))
    if since is None:
        return False
    reach = scene.tokens[max(0, since - RECORD) : since]
    verb = max((n for n, token in enumerate(reach) if token.pos in {"VERB", "AUX"}), default=-1)
    return scene.words.any("records", reach[verb + 1 :])


def _since_before(scene: Scene, first: int, last: int) -> int | None:
    """Where the "since" stands that leads to the time, or to what is no event of that time: "since | the
    2003-04 | season"."""
    between = range(first - 1, max(-1, first - 1 - RECORD), -1)
    since = next((i for i in between if scene.tokens[i].pos not in {"DET", "NUM", "SYM", "PUNCT"}), None)
    if since is None or scene.tokens[since].text.casefold() != "since":
        return None
    noun = next((token for token in scene.tokens[last : last + 3] if token.pos == "NOUN"), None)
    told = noun is not None and scene.words.is_kind(noun)
    return since if since == first - 1 or (noun is not None and not told) else None


def _is_lent(scene: Scene, time: TimeExpression) -> bool:
    """ "arrived on Monday and said": the day hangs on a verb before it, and the saying shares it."""
    tree, telling = (
        scene.tree,
        [s for s in scene.statements if s.time is not None and s.time.span == time.span],
    )
    governor = _governor(scene, tree, time) if tree else None
    verb = governor if governor is None or tree is None else _verb_over(tree, governor)
    if verb is None or scene.tokens[verb].pos != "VERB" or scene.tokens[verb].span.start > time.span.start:
        return False
    return all(s.trigger.start >= time.span.end for s in telling)


def _verb_over(tree: Tree, index: int) -> int:
    """The verb that governs the word, through nouns: "raised rates by a point on Monday"; else the word."""
    over = (i for i in (index, *tree.above(index)) if tree.tokens[i].pos in {"VERB", "AUX"})
    return next(over, index)


def lies_in(scene: Scene, time: TimeExpression, clause: Clause) -> bool:
    return scene.span(clause.first, clause.last).overlaps(time.span)
