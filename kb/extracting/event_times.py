"""Which time expression dates an event: the one of its own clause, else the one its sentence opens with.

The expression that tells when something was said belongs to the statement and dates nothing else.
"""

from collections.abc import Sequence
from dataclasses import replace

from kb.extracting.event_carriers import Carrier, Way
from kb.extracting.event_clauses import HARD_MARKS, VERBAL, Clause, is_subordinate
from kb.extracting.event_scene import OWNERS, Scene, is_past_form, phrase_start
from kb.extracting.event_time_heads import governed_times, not_elsewhere
from kb.extracting.pivots import pivot_clause
from kb.model import Span, TimeExpression
from kb.when import Grain, When, from_timex

REACH = 9  # tokens
SHARING = frozenset({",", "and", "but", "or", "then"})


def time_of_verb(scene: Scene, first: int, last: int) -> TimeExpression | None:
    """The expression that dates the event of a verb; None when no words of its sentence do."""
    clause = scene.clause_of(first)
    if _resumes(scene, clause, first):
        clause = scene.clause_of(clause.first - 1)
    own = governed_times(scene, _free(scene), first)
    time = (
        own[0] if own else _nearest(scene, clause, scene.span(first, last), first) or _shared(scene, clause)
    )
    if time is not None and time.when is None:
        time = _dated(scene, clause) or time
    return _since_event(scene, time, first) if time else None


def _dated(scene: Scene, clause: Clause) -> TimeExpression | None:
    """A date of the clause itself, which comes before what hangs on something: "on 3 June, a day after"."""
    return next(
        (time for time in _free(scene) if time.when is not None and _lies_in(scene, time, clause)), None
    )


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
    offset = time.offset if time is not None else None
    if offset is not None and not pivot_clause(offset, scene.sentence).covers(scene.tokens[first].span):
        return _dated(scene, scene.clause_of(carrier.verb if carrier else first)) or time
    return time


def _time_of_noun(scene: Scene, first: int, last: int, carrier: Carrier | None) -> TimeExpression | None:
    own = governed_times(scene, _free(scene), last - 1)
    if own:
        return own[0]
    if carrier is None:
        return _beside(scene, first, last)
    if any(scene.words.verb(name, scene.tokens, carrier.verb) for name in ("unmaking", "putting_off")):
        return None  # the words tell when it was called off
    clause = scene.clause_of(carrier.verb)
    if carrier.way is Way.RELATIVE:
        return _nearest(scene, clause, scene.span(first, last), carrier.verb)
    return _nearest(scene, clause, scene.span(first, last), carrier.verb) or _shared(scene, clause)


def _nearest(scene: Scene, clause: Clause, trigger: Span, verb: int) -> TimeExpression | None:
    """The free expression of the clause that stands nearest to the trigger, adverbs before modifiers; none
    that hangs on another verb."""
    near = [time for time in _free(scene) if _lies_in(scene, time, clause)]
    own = not_elsewhere(scene, near, verb)
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
    return next((time for time in _free(scene) if near.covers(time.span)), None)


def _reach(scene: Scene, last: int) -> int:
    """Where the phrases behind a noun end: at a verb, at a comma, or some words on."""
    stop = range(last, min(last + REACH, len(scene.tokens)))
    return next((i for i in stop if scene.tokens[i].pos in VERBAL or scene.tokens[i].text == ","), stop.stop)


def _is_told(scene: Scene, span: Span) -> bool:
    """Whether a statement has taken the expression for the time of saying, from outside what is said."""
    telling = (s for s in scene.statements if s.time is not None and s.time.span == span)
    return any(not any(content.covers(span) for content in s.content) for s in telling)


def has_time(scene: Scene, index: int) -> bool:
    """Whether the clause of the token has any words of time, resolved or not."""
    clause = scene.clause_of(index)
    return any(_lies_in(scene, time, clause) for time in scene.times)


def _free(scene: Scene) -> list[TimeExpression]:
    """The expressions that mean a time and date no statement."""
    meant = [time for time in scene.times if time.when is not None or time.offset is not None]
    return [time for time in meant if not _is_told(scene, time.span)]


def _lies_in(scene: Scene, time: TimeExpression, clause: Clause) -> bool:
    return scene.span(clause.first, clause.last).overlaps(time.span)


def _distance(time: Span, trigger: Span) -> int:
    """Characters between them; an expression behind the trigger is preferred to one before it."""
    return time.start - trigger.end if time.start >= trigger.end else 2 * (trigger.start - time.end) + 1


def _shared(scene: Scene, clause: Clause) -> TimeExpression | None:
    """What dates a clause without words of its own: a clause with "when" behind it, the opening words of the
    sentence, or, for a participle clause (", killing five"), the clause it hangs on."""
    return _of_when(scene, clause) or _of_before(scene, clause)


def _of_when(scene: Scene, clause: Clause) -> TimeExpression | None:
    """ "ten people died when a dam broke on Monday": the time of the clause that "when" opens."""
    behind = [later for later in scene.clauses if later.first >= clause.last]
    reach = next((n for n, later in enumerate(behind) if later.opener not in {"and", "or"}), len(behind))
    if is_subordinate(clause, scene.words) or reach == len(behind) or behind[reach].opener != "when":
        return None
    return next((time for time in _free(scene) if _lies_in(scene, time, behind[reach])), None)


def _of_before(scene: Scene, clause: Clause) -> TimeExpression | None:
    if clause.first == 0:
        return None
    previous = scene.clause_of(clause.first - 1)
    if clause.opener == "when":
        return _right_before(scene, clause)
    if is_subordinate(clause, scene.words) or clause.opener not in SHARING:
        return None
    if _is_participle(scene, clause) or _goes_on(scene, clause):
        within = [time for time in _free(scene) if _lies_in(scene, time, previous)]
        return within[0] if len(within) == 1 else _opening(scene)
    return _opening(scene) or _succeeding(scene, clause, previous)


def _succeeding(scene: Scene, clause: Clause, previous: Clause) -> TimeExpression | None:
    """What is told in the plain past behind ", and" followed at once: "attacked in May, and many fled"."""
    within = [time for time in _free(scene) if _lies_in(scene, time, previous)]
    plain = _is_plain_past(scene, clause) and _is_plain_past(scene, previous)
    edge = [token.text for token in scene.tokens[clause.first - 1 : clause.first + 1]]
    follows = clause.opener == "and" and "," in edge and plain
    return within[0] if follows and len(within) == 1 and _bounds(within[0]) else None


def _bounds(time: TimeExpression) -> bool:
    """Whether it has a begin and an end."""
    when = time.when
    return when is not None and None not in when.window


def _is_plain_past(scene: Scene, clause: Clause) -> bool:
    verbs = [token for token in scene.tokens[clause.first : clause.last] if token.pos in VERBAL]
    first = verbs[0] if verbs else None
    return first is not None and first.pos == "VERB" and is_past_form(first)


def _right_before(scene: Scene, clause: Clause) -> TimeExpression | None:
    """The expression that "when" takes up: "on 18 March, when police opened fire"."""
    edge = scene.tokens[clause.first].span.start
    taken_up = (time for time in _free(scene) if 0 <= edge - time.span.end <= len(", "))
    return next((_closed(time) for time in taken_up), None)


def _closed(time: TimeExpression) -> TimeExpression:
    """ "since last week, when talks broke down": what came about then did not last until now."""
    if time.when is None or not time.when.ends_open:
        return time
    begun = from_timex(time.value)
    return replace(time, when=begun) if begun is not None and not begun.ends_open else time


def _is_participle(scene: Scene, clause: Clause) -> bool:
    """Whether the clause begins with a gerund, its comma apart."""
    tokens: Sequence[str] = [t.text for t in scene.tokens[clause.first : clause.last] if t.pos != "PUNCT"]
    return clause.opener == "," and bool(tokens) and tokens[0].endswith("ing")


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a verb follows "and" directly: the subject and the time are those of the clause before."""
    parts = [
        token.pos for token in scene.tokens[clause.first : clause.last] if token.pos not in {"PUNCT", "ADV"}
    ]
    return clause.opener == "and" and parts[1:2] == ["VERB"]


def _opening(scene: Scene) -> TimeExpression | None:
    """The expression before the first verb of the sentence, if no bracket or dash parts them (a dateline)."""
    verb = next((index for index, token in enumerate(scene.tokens) if token.pos in VERBAL), 0)
    marks = [token.span.end for token in scene.tokens[:verb] if token.text in HARD_MARKS | {"-"}]
    early = [time for time in _free(scene) if verb and time.span.end <= scene.tokens[verb].span.start]
    return next((time for time in early if time.span.start >= max(marks, default=0)), None)
