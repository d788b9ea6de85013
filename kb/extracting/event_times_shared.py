"""What dates a clause that has no words of time of its own: those of a clause beside it in the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from kb.extracting.event_clauses import HARD_MARKS, VERBAL, Clause, is_subordinate
from kb.extracting.event_scene import Scene, is_past_form
from kb.extracting.event_time_heads import free_times, is_told, lies_in
from kb.model import TimeExpression, TimexType
from kb.when import Grain, from_timex

WEEK = 8 * 86_400
"""Seconds from the begin of the day a week before publication to its end."""
SHARING = frozenset({",", "and", "but", "or", "then"})


def shared_time(scene: Scene, clause: Clause) -> TimeExpression | None:
    """What dates a clause without words of its own: a clause with "when" behind it, the opening words of the
    sentence, or, for a participle clause (", killing five"), the clause it hangs on."""
    if scene.words.any("accusing", [t for t in scene.tokens[clause.first : clause.last] if t.pos == "VERB"]):
        return None  # the day of the blame is not that of the deed
    return _of_when(scene, clause) or _of_before(scene, clause) or _of_behind(scene, clause)


def _of_when(scene: Scene, clause: Clause) -> TimeExpression | None:
    """ "ten people died when a dam broke on Monday": the time of the clause that "when" opens."""
    behind = [later for later in scene.clauses if later.first >= clause.last]
    reach = next((n for n, later in enumerate(behind) if later.opener not in {"and", "or"}), len(behind))
    if is_subordinate(clause, scene.words) or reach == len(behind) or behind[reach].opener != "when":
        return None
    if _is_taken_up(scene, behind[reach]):
        return None
    return next((time for time in free_times(scene) if lies_in(scene, time, behind[reach])), None)


def _is_taken_up(scene: Scene, clause: Clause) -> bool:
    """Whether "when" takes up a time right before it: "the worst since 1981, when a jet crashed"."""
    edge = scene.tokens[clause.first].span.start
    return any(0 <= edge - time.span.end <= len(", ") for time in scene.times)


def _of_behind(scene: Scene, clause: Clause) -> TimeExpression | None:
    """ "was found guilty and jailed on Friday": two verbs told in one breath of a day of the last week."""
    behind = next((later for later in scene.clauses if later.first == clause.last), None)
    if behind is None or is_subordinate(clause, scene.words) or not _goes_on(scene, behind):
        return None
    within = [time for time in free_times(scene) if lies_in(scene, time, behind)]
    return within[0] if len(within) == 1 and _is_of_the_news(scene, within[0]) else None


def _is_of_the_news(scene: Scene, time: TimeExpression) -> bool:
    """Whether it is a day of the week before publication."""
    when, published = time.when, scene.published
    if when is None or published is None or when.grain is not Grain.DAY:
        return False
    begin, known = when.window[0], published.window[1]
    return begin is not None and known is not None and 0 <= known - begin <= WEEK


def _of_before(scene: Scene, clause: Clause) -> TimeExpression | None:
    if clause.first == 0:
        return None
    previous = scene.clause_of(clause.first - 1)
    if clause.opener == "when":
        return _right_before(scene, clause)
    if is_subordinate(clause, scene.words) or clause.opener not in SHARING:
        return None
    if _is_participle(scene, clause) or _goes_on(scene, clause):
        within = [time for time in free_times(scene) if lies_in(scene, time, previous)]
        return _only(within) or _opening(scene) or (None if within else _of_leading(scene, previous))
    return _opening(scene) or _succeeding(scene, clause, previous)


def _of_leading(scene: Scene, clause: Clause) -> TimeExpression | None:
    """What dates the clause that a participle hangs on: "in 1981, when a jet crashed, killing ten"."""
    return _of_before(scene, clause) if clause.opener == "when" or _is_participle(scene, clause) else None


def _only(times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The only one, or the only date: "in the morning rush hour on Tuesday"."""
    dates = [time for time in times if time.type is TimexType.DATE]
    return times[0] if len(times) == 1 else dates[0] if len(dates) == 1 else None


def _succeeding(scene: Scene, clause: Clause, previous: Clause) -> TimeExpression | None:
    """What is told in the plain past behind ", and" followed at once: "attacked in May, and many fled"."""
    within = [time for time in free_times(scene) if lies_in(scene, time, previous)]
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
    meant = (time for time in scene.times if time.when is not None and not is_told(scene, time.span))
    taken_up = (time for time in meant if 0 <= edge - time.span.end <= len(", "))
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
    early = [time for time in free_times(scene) if verb and time.span.end <= scene.tokens[verb].span.start]
    return next((time for time in early if time.span.start >= max(marks, default=0)), None)
