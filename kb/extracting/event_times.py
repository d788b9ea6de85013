"""Which time expression dates an event: the one of its own clause, else the one its sentence opens with.

The expression that tells when something was said belongs to the statement and dates nothing else.
"""

from collections.abc import Sequence

from kb.extracting.event_clauses import Clause, is_subordinate
from kb.extracting.event_scene import Scene
from kb.model import Span, TimeExpression

SHARING = frozenset({",", "and", "but", "or", "then"})


def time_of(scene: Scene, first: int, last: int) -> TimeExpression | None:
    """The expression that dates the event at these tokens, None when no words of its sentence do."""
    clause = scene.clause_of(first)
    trigger = scene.span(first, last)
    own = [time for time in _free(scene) if _lies_in(scene, time, clause)]
    if own:
        return min(own, key=lambda time: _distance(time.span, trigger))
    return _shared(scene, clause)


def is_told(scene: Scene, span: Span) -> bool:
    """Whether a statement has taken the expression for the time of saying."""
    return any(statement.time is not None and statement.time.span == span for statement in scene.statements)


def _free(scene: Scene) -> list[TimeExpression]:
    """The expressions that mean a time and date no statement."""
    meant = [time for time in scene.times if time.when is not None or time.offset is not None]
    return [time for time in meant if not is_told(scene, time.span)]


def _lies_in(scene: Scene, time: TimeExpression, clause: Clause) -> bool:
    return scene.span(clause.first, clause.last).overlaps(time.span)


def _distance(time: Span, trigger: Span) -> int:
    """Characters between them; an expression behind the trigger is preferred to one before it."""
    return time.start - trigger.end if time.start >= trigger.end else 2 * (trigger.start - time.end) + 1


def _shared(scene: Scene, clause: Clause) -> TimeExpression | None:
    """What dates a clause without words of its own: the opening words of the sentence, or, for a participle
    clause (", killing five"), the clause it hangs on."""
    if clause.first == 0 or is_subordinate(clause, scene.words) or clause.opener not in SHARING:
        return None
    previous = scene.clause_of(clause.first - 1)
    if _is_participle(scene, clause):
        within = [time for time in _free(scene) if _lies_in(scene, time, previous)]
        return within[0] if len(within) == 1 else None
    return _opening(scene)


def _is_participle(scene: Scene, clause: Clause) -> bool:
    """Whether the clause begins with a gerund, its comma apart."""
    tokens: Sequence[str] = [t.text for t in scene.tokens[clause.first : clause.last] if t.pos != "PUNCT"]
    return clause.opener == "," and bool(tokens) and tokens[0].endswith("ing")


def _opening(scene: Scene) -> TimeExpression | None:
    """The expression before the first verb of the sentence."""
    verbs = [token.span.start for token in scene.tokens if token.pos in {"VERB", "AUX"}]
    early = [time for time in _free(scene) if verbs and time.span.end <= verbs[0]]
    return early[0] if early else None
