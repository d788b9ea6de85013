"""What a cue says, by the parse: the clause that hangs on it, or the one that it hangs on.

"X said (that) it rained": the clausal complement; "it rained, X said": the clause beside which the cue
stands (parataxis), without the cue's own. Word order decides where no parser has been
(`content_ways`, `content_around`), and for what is no clause: phrases, infinitives, quotations.
"""

from kb.extracting.clause_words import (
    BINDING,
    COMPLEMENTISERS,
    CONDITIONS,
    INVERTING,
    JOINING,
    OF_SAYING,
    OPENERS,
    PAIRING,
    RELATIVES,
)
from kb.extracting.content_ends import clause_end
from kb.extracting.cues import Form
from kb.extracting.going_on import ends_condition, is_spoken_on, opens_condition
from kb.extracting.phrases import quantity_end
from kb.extracting.scenes import Scene, stands_alone
from kb.extracting.subjects import first_finite
from kb.extracting.tails import opens_tail
from kb.extracting.trees import Range, children, has_child, is_parsed, relation_of, runs, subtree

COMPLEMENT = {Form.NOUN: ("acl", "ccomp")}
BOUNDARIES = frozenset({"PUNCT", "CCONJ", "SCONJ"})
NARRATING = frozenset({"i", "we"})
SETTING_OFF = frozenset({",", ":", "—", "–", "--", "-"})


def parsed_content(scene: Scene) -> tuple[tuple[Range, ...], str] | None:
    """The items of the content and the way they were found, None when the parse shows no content."""
    if not is_parsed(scene.items, scene.cue.start) or scene.cue.form is Form.UNREAL:
        return None
    return _complement(scene) or _carried(scene) or _beside(scene) or _host(scene)


def _complement(scene: Scene) -> tuple[tuple[Range, ...], str] | None:
    """The clausal complement, if the verb takes clauses."""
    if scene.cue.form is not Form.NOUN and not (scene.takes("clause") or scene.takes("that")):
        return None
    for clause in children(scene.items, scene.cue.start, COMPLEMENT.get(scene.cue.form, ("ccomp",))):
        inside = subtree(scene.items, clause, (scene.cue.start,))
        found = runs(inside - _speaking(scene), scene.items)
        opens = scene.items[found[0][0]].text.lower() if found else ""
        if scene.cue.form is Form.NOUN and opens != "that":
            continue
        if scene.cue.lemma not in scene.speech.addressed and _holds_object(scene, found):
            continue  # "when he found his brother he was glad"
        if _leads_to_speaker(scene, found):
            continue
        if opens in BINDING and found[0][1] == found[0][0] + 1 < scene.cue.start:
            continue  # "a bill that they say would fail": what is said has a gap (`content_gaps`)
        if found and found[-1][1] > found[0][0] + 1 and _is_clause(scene, clause, found[0][0]):
            return _clipped(scene, found), "that" if opens == "that" else "clause"
    return None


def _leads_to_speaker(scene: Scene, found: tuple[Range, ...]) -> bool:
    """ "It ended after Reed asked them to go": what stands before an opener is the main clause, not said."""
    if not found or scene.speaker is None or found[0][0] >= scene.cue.start:
        return False
    return scene.low(scene.speaker.start - 1) in OPENERS


def _holds_object(scene: Scene, found: tuple[Range, ...]) -> bool:
    """Whether an object stands between the verb and a clause without "that"."""
    if not found or scene.low(found[0][0]) in COMPLEMENTISERS or scene.cue.form is not Form.FINITE:
        return False
    objects = children(scene.items, scene.cue.start, ("obj",))
    return any(scene.cue.end <= k < found[0][0] for k in objects)


def _speaking(scene: Scene) -> frozenset[int]:
    """The items of the speaker and of what names him again: none of them is said."""
    who = scene.speaker
    if who is None:
        return frozenset()
    return frozenset([*range(who.start, who.end), *range(*(who.also or (0, 0)))])


def _is_clause(scene: Scene, head: int, start: int) -> bool:
    """Whether a clause opens as what is said does: with "that" or a question word, else with its subject.

    A parse errs where a phrase or another clause follows: "spoke about how", "told him, who had asked",
    "left because".
    """
    low = scene.items[start].text.lower()
    if (low in RELATIVES and scene.low(start - 1) == ",") or opens_tail(scene.items, start):
        return False
    if any(item.text == ";" for item in scene.items[min(start, scene.cue.end) : max(start, scene.cue.start)]):
        return False
    if low in COMPLEMENTISERS:
        return not stands_alone(scene, start)
    opens = (
        scene.items[start].pos not in ("ADP", "CCONJ", "SCONJ")
        or low in {"if", "when", "as", "although"} | PAIRING
    )
    opens = opens or quantity_end(scene.items, start) > start or _is_setting(scene, head, start)
    return opens and has_child(scene.items, head, ("nsubj", "csubj", "expl"))


def _is_setting(scene: Scene, head: int, start: int) -> bool:
    """ "said under the deal Iran would pay", where the phrase belongs to the clause and not to the saying."""
    if scene.cue.form is not Form.FINITE or scene.low(start) in OF_SAYING or scene.items[start].pos != "ADP":
        return False
    subjects = children(scene.items, head, ("nsubj", "csubj", "expl"))
    return scene.low(start + 1) not in COMPLEMENTISERS and any(start < subject < head for subject in subjects)


def _clipped(scene: Scene, found: tuple[Range, ...]) -> tuple[Range, ...]:
    """The last stretch up to where a clause can end: a parse errs most often in what hangs on at the end."""
    *rest, (start, end) = found
    if start < scene.cue.end:
        return found
    limit = clause_end(scene, start)
    return (*rest, (start, _to_boundary(scene, start, end, limit)))


def parsed_end(scene: Scene, start: int, end: int) -> int:
    """Where content found by words, from `start` up to `end`, ends by the parse; `end` without one."""
    for clause in children(scene.items, scene.cue.start, ("ccomp", "acl", "advcl", "xcomp")):
        inside = subtree(scene.items, clause, (scene.cue.start,))
        if start in inside:
            last = max(stop for _, stop in runs(inside, scene.items))
            return _to_boundary(scene, start, last, end)
    return end


def _to_boundary(scene: Scene, start: int, end: int, limit: int) -> int:
    """The first mark or conjunction from `end` on that parts two clauses with a verb each; else `limit`."""
    whole = _behind_condition(scene, start, limit)
    for index in range(max(min(end, limit), whole), limit):
        if scene.items[index].pos in BOUNDARIES and not _goes_on(scene, index):
            sides = (whole, index), (index, limit)
            return index if all(first_finite(scene.items, *side) is not None for side in sides) else limit
    return limit


def _behind_condition(scene: Scene, start: int, limit: int) -> int:
    """ "that if it rained, it would ...": where the clause itself begins; `start` when no other opens it."""
    first = start + (scene.low(start) == "that")
    if scene.low(first) not in CONDITIONS:
        return start
    return next((index + 1 for index in range(first, limit) if scene.low(index) == ","), start)


def _goes_on(scene: Scene, index: int) -> bool:
    """ "and that ...", ", and that ...", ", that ...": more of what is said; "more and more"."""
    if scene.low(index - 1) == scene.low(index + 1) or _is_ones_own(scene, index):
        return True
    if scene.low(index + 1) == "that" or (scene.low(index) == "that" and scene.low(index - 1) in JOINING):
        return True
    if scene.low(index) == "," and (scene.low(index + 1) in INVERTING or ends_condition(scene, index)):
        return True  # "the law fails, should he leave"
    if opens_condition(scene, index):
        return is_spoken_on(scene, index - 1)
    again = index + 2
    joined = scene.low(index + 1) in JOINING and scene.low(again) == "that"
    return (joined and scene.items[again].pos == "SCONJ") or is_spoken_on(scene, index)


def _is_ones_own(scene: Scene, index: int) -> bool:
    """ "I am sure it is over, even though it rains": a subordinate clause that no writer can have added."""
    who = scene.speaker
    if who is None or scene.low(who.start) not in NARRATING:
        return False
    opener = index + (scene.low(index) == ",")
    return scene.items[opener].pos in ("SCONJ", "ADV") or scene.low(opener) == "or"


def _carried(scene: Scene) -> tuple[tuple[Range, ...], str] | None:
    """ "denied the fact that": the clause of the object, where its noun does no more than carry one."""
    for noun in children(scene.items, scene.cue.start, ("obj",)):
        if scene.items[noun].lemma not in scene.speech.carried or not scene.is_real:
            continue
        for clause in children(scene.items, noun, ("acl",)):
            found = runs(subtree(scene.items, clause), scene.items)
            if found and scene.items[found[0][0]].text.lower() == "that":
                return _clipped(scene, found), "that"
    return None


def _beside(scene: Scene) -> tuple[tuple[Range, ...], str] | None:
    """ "He said, no, it rains": a clause set beside the verb, right behind it."""
    if not scene.takes("clause") or not scene.is_real:
        return None
    for clause in children(scene.items, scene.cue.start, ("parataxis",)):
        found = runs(subtree(scene.items, clause), scene.items)
        between = scene.items[scene.cue.end : found[0][0]] if found else ()
        near = found and clause > scene.cue.start and all(item.text in SETTING_OFF for item in between)
        if near and has_child(scene.items, clause, ("nsubj", "csubj", "expl")):
            return _clipped(scene, found), "clause"
    return None


def _host(scene: Scene) -> tuple[tuple[Range, ...], str] | None:
    """ "It rained, X said": the clause that the cue stands beside."""
    items, cue = scene.items, scene.cue.start
    if scene.cue.form is not Form.FINITE or not (_is_set_beside(scene) or _is_as(scene)):
        return None
    if scene.speaker is None:
        return None  # "as predicted"
    host = items[cue].head
    if host is None or not scene.takes("parenthesis") or has_child(items, cue, ("obj",)):
        return None
    if any(item.text == ";" for item in items[host:cue]):
        return None  # another sentence in all but name
    if not has_child(items, host, ("nsubj", "csubj", "expl", "cop")):
        return None  # "the new rule, we say, of the sea": no clause
    asides = [cue, *(k for k in children(items, host, ("parataxis",)) if k > cue)]
    found = runs(subtree(items, host, asides), items)
    return (found, "aside" if len(found) > 1 else "before") if found else None


def _is_set_beside(scene: Scene) -> bool:
    return relation_of(scene.items[scene.cue.start]) == "parataxis"


def _is_as(scene: Scene) -> bool:
    """ "as X said": an adverbial clause that only says whose words the rest are."""
    items, cue = scene.items, scene.cue.start
    marks = [items[k].text.lower() for k in children(items, cue, ("mark", "advmod"))]
    return relation_of(items[cue]) == "advcl" and "as" in marks
