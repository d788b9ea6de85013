"""Which time expression dates an event: the one of its own clause, else the one its sentence opens with.

The expression that tells when something was said belongs to the statement and dates nothing else.
"""

from dataclasses import replace

from kb.extracting.event_carriers import Carrier, Way
from kb.extracting.event_clauses import VERBAL, Clause
from kb.extracting.event_scene import Scene, phrase_start, winning_verb
from kb.extracting.event_time_heads import free_times, governed_times, lies_in, not_elsewhere
from kb.extracting.event_times_shared import shared_time
from kb.extracting.event_words import OWNERS
from kb.extracting.pivots import pivot_clause
from kb.model import Span, TimeExpression
from kb.when import Grain, When

REACH = 9  # tokens
SET_APART = frozenset({"since", "after", "before"})
HARM = frozenset({"killing", "wounding", "death"})
"""Kinds that come about in what else is told: "the killing of ten in May's raid"."""


def time_of_verb(scene: Scene, first: int, last: int) -> TimeExpression | None:
    """The expression that dates the event of a verb; None when no words of its sentence do."""
    clause = scene.clause_of(first)
    if _resumes(scene, clause, first):
        clause = scene.clause_of(clause.first - 1)
    own = governed_times(scene, free_times(scene), first)
    time = (
        own[0]
        if own
        else _nearest(scene, clause, scene.span(first, last), first)
        or _of_result(scene, first)
        or shared_time(scene, clause)
        or _of_occasion_before(scene, clause)
    )
    if time is not None and time.when is None:
        time = _dated(scene, clause, time) or time
    return _since_event(scene, time, first) if time else None


def _of_result(scene: Scene, verb: int) -> TimeExpression | None:
    """ "beat Norland | to win the cup on Sunday": the day of what came of it."""
    kids = scene.tree.kids(verb, "advcl", "xcomp") if scene.tree is not None else ()
    results = (kid for kid in kids if winning_verb(scene, kid) == verb)
    return next((time for kid in results for time in governed_times(scene, free_times(scene), kid)), None)


def _of_occasion_before(scene: Scene, clause: Clause) -> TimeExpression | None:
    """ "an attack on Monday | in which ten died": the only time of the clause of the attack."""
    if clause.opener != "which" or clause.first == 0 or scene.tokens[clause.first - 1].text != "in":
        return None
    before = scene.clause_of(clause.first - 1)
    within = [time for time in free_times(scene) if lies_in(scene, time, before)]
    return within[0] if len(within) == 1 and within[0].when is not None else None


def _dated(scene: Scene, clause: Clause, hanging: TimeExpression) -> TimeExpression | None:
    """A date of the clause itself, beside what hangs on something: "on 3 June, a day after the vote"."""
    free = [time for time in free_times(scene) if time.when is not None and lies_in(scene, time, clause)]
    return next((time for time in free if _is_beside(scene, time, hanging)), None)


def _is_beside(scene: Scene, time: TimeExpression, hanging: TimeExpression) -> bool:
    """Not a date told further on: "four days after the arrest of Roe, suspected of May's raid"."""
    if hanging.offset is None or time.span.end <= hanging.span.start:
        return True
    end = pivot_clause(hanging.offset, scene.sentence).end
    return time.span.start - end < len(", on the ")


def _since_event(scene: Scene, time: TimeExpression, verb: int) -> TimeExpression:
    """ "have fled since the coup in July": what has been so since an event began with it, and lasts."""
    place = scene.first_token(time.span) - 1
    start = phrase_start(scene, place - 1) if place > verb and scene.tokens[place].pos == "ADP" else 0
    counted = start > verb and scene.tokens[start - 1].text.casefold() == "since"
    if not counted or time.when is None or "/" in str(time.when):
        return time
    return replace(time, when=When.since(time.when))


def _resumes(scene: Scene, clause: Clause, verb: int) -> bool:
    """Whether the verb is not that of the relative clause before it: "those who had fled came back"."""
    if clause.first == 0 or clause.opener not in scene.words.of("relatives"):
        return False
    before = [i for i in range(clause.first, verb) if scene.tokens[i].pos in VERBAL]
    resumed = len(before) > 0 and scene.tokens[before[-1]].pos == "VERB" and before[-1] == verb - 1
    return resumed and not _has_time_between(scene, clause, verb)


def _has_time_between(scene: Scene, clause: Clause, verb: int) -> bool:
    window = scene.span(clause.first, verb)
    return any(window.overlaps(time.span) for time in scene.times)


def time_of_noun(scene: Scene, first: int, last: int, carrier: Carrier | None) -> TimeExpression | None:
    """The expression that dates an event noun: that of the verb which carries it, else one beside it."""
    time = _time_of_noun(scene, first, last, carrier)
    if time is not None and _is_owned_by_another(scene, time, last - 1):
        return None
    if time is None or time.offset is None:
        return time
    if not pivot_clause(time.offset, scene.sentence).covers(scene.tokens[first].span):
        return _dated(scene, scene.clause_of(carrier.verb if carrier else first), time) or time
    return time


def _time_of_noun(scene: Scene, first: int, last: int, carrier: Carrier | None) -> TimeExpression | None:
    own = governed_times(scene, free_times(scene), last - 1)
    if own:
        return own[0]
    if carrier is None or _follows(scene, carrier.verb):
        followed = _of_what_follows(scene, last - 1) if carrier is None else None
        return _beside(scene, first, last) or followed
    if any(scene.words.verb(name, scene.tokens, carrier.verb) for name in ("unmaking", "putting_off")):
        return None  # the words tell when it was called off
    clause = scene.clause_of(carrier.verb)
    if carrier.way is Way.RELATIVE:
        return _nearest(scene, clause, scene.span(first, last), carrier.verb)
    return _nearest(scene, clause, scene.span(first, last), carrier.verb) or shared_time(scene, clause)


def _of_what_follows(scene: Scene, noun: int) -> TimeExpression | None:
    """The day behind what something else followed: "the strike followed talks on Friday"."""
    verb = scene.tokens[noun].head if scene.tokens[noun].relation == "obj" else None
    if verb is None or not _follows(scene, verb):
        return None
    return next(
        (t for t in governed_times(scene, free_times(scene), verb) if scene.first_token(t.span) > noun), None
    )


def _follows(scene: Scene, verb: int) -> bool:
    """Whether the verb tells what came after its object: "the strike followed talks on Friday"."""
    tree = scene.tree
    return scene.words.verb("following", scene.tokens, verb) and tree is not None and tree.has(verb, "obj")


def time_of_occasion(scene: Scene, first: int) -> TimeExpression | None:
    """ "was caught on Friday during a raid", "killing ten in attacks": what happened in it dates it."""
    start = phrase_start(scene, first)
    led = [token.text for token in scene.tokens[max(0, start - 1) : start + 1]]
    head = scene.tokens[first].head
    if scene.tree is None or head is None or led[:1] not in (["in"], ["during"]):
        return None
    known = scene.words.any("pointing", scene.tokens[start : start + 1])
    verb = scene.tokens[head].pos == "VERB" and head < start and not known
    return time_of_verb(scene, head, head + 1) if verb else None


def _nearest(scene: Scene, clause: Clause, trigger: Span, verb: int) -> TimeExpression | None:
    """The free expression of the clause that stands nearest to the trigger, adverbs before modifiers; none
    that hangs on another verb."""
    near = [time for time in free_times(scene) if lies_in(scene, time, clause)]
    own = not_elsewhere(scene, near, verb)
    own = [time for time in own if time.when is None or not time.when.begins_open] or own
    adverbs = [time for time in own if not _modifies(scene, time)]
    coarse = (Grain.YEAR, Grain.DECADE, Grain.CENTURY)
    exact = [time for time in own if time.when is None or time.when.grain not in coarse]
    return min(adverbs or exact, key=lambda time: _distance(time.span, trigger), default=None)


def _modifies(scene: Scene, time: TimeExpression) -> bool:
    """Whether it stands within a noun phrase: "the 2015 treaty"."""
    first, last = scene.first_token(time.span), scene.last_token(time.span)
    before = scene.tokens[first - 1].pos if first else ""
    after = scene.tokens[last].pos if last < len(scene.tokens) else ""
    owner = last < len(scene.tokens) and scene.tokens[last].text in OWNERS
    return owner or (before in {"DET", "ADJ"} and after in {"NOUN", "PROPN", "ADJ"})


def _beside(scene: Scene, first: int, last: int) -> TimeExpression | None:
    """An expression within the noun phrase, or behind it with no verb or comma between.

    What follows the object of a verb dates the verb ("blocked a deal in 2010"), unless "of" ties it.
    """
    start = phrase_start(scene, first)
    is_object = start > 0 and scene.tokens[start - 1].pos == "VERB"
    tied = last < len(scene.tokens) and scene.tokens[last].text == "of"
    end = last if is_object and not tied else _reach(scene, last)
    near = scene.span(start, end)
    return next((time for time in free_times(scene) if near.covers(time.span)), None)


def _is_owned_by_another(scene: Scene, time: TimeExpression, noun: int) -> bool:
    """Whether it dates something further on: "the arrest of a suspect in May's raid"."""
    first, after = scene.first_token(time.span), scene.last_token(time.span)
    owns = after < len(scene.tokens) and scene.tokens[after].text in OWNERS
    tied = noun + 1 < first and scene.tokens[noun + 1].text == "of"
    harm = any(name.last - 1 == noun and name.type.name in HARM for name in scene.named)
    return owns and tied and not harm


def _reach(scene: Scene, last: int) -> int:
    """Where the phrases behind a noun end: at a verb or comma, before what it followed, or some words on."""
    stop = range(last, min(last + REACH, len(scene.tokens)))
    return next((i for i in stop if _ends_phrases(scene, i)), stop.stop)


def _ends_phrases(scene: Scene, index: int) -> bool:
    token, behind = scene.tokens[index], scene.tokens[index + 1 : index + 2]
    other = token.text in SET_APART and any(
        t.pos == "DET" for t in behind
    )  # "the first vote since the 2003 war"
    return other or token.pos in VERBAL or token.text == ","


def has_time(scene: Scene, index: int) -> bool:
    """Whether the clause of the token has any words of time, resolved or not."""
    clause = scene.clause_of(index)
    return any(lies_in(scene, time, clause) for time in scene.times)


def _distance(time: Span, trigger: Span) -> int:
    """Characters between them; an expression behind the trigger is preferred to one before it."""
    return time.start - trigger.end if time.start >= trigger.end else 2 * (trigger.start - time.end) + 1
