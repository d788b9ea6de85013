"""How an article tells an event: happened, ongoing, planned, claimed, denied, hypothetical.

The rules are one visible list, tried in order; the first that fits names the status. A display
shortcut, never a verdict on truth. What a speaker says happened is claimed; what has not happened
yet is never told as a fact. The words stand in `[grammar.events]`.
"""

from collections.abc import Callable, Sequence

from kb.extracting.event_mood import (
    carried,
    governed,
    has_present,
    is_complement,
    is_due,
    is_idea,
    is_infinitive,
    is_inverted,
    is_past,
    is_unfounded,
    lies_ahead,
    noun_before,
)
from kb.extracting.event_scene import group_start, is_past_form, phrase_start
from kb.extracting.event_told import FRAME, Told
from kb.extracting.event_words import OWNERS
from kb.model import Status


def status_of(told: Told) -> Status:
    """The status of the first rule that fits; an event of the article's own telling happened."""
    if _is_presupposed(told):
        return Status.HAPPENED
    if _is_contrary(told):
        return Status.HAPPENED if told.statement is None else Status.CLAIMED
    return next((status for status, fits in RULES if fits(told)), Status.HAPPENED)


def tells_of_none(told: Told, status: Status) -> bool:
    """Whether a whole time is told to have gone by without it: "had not been attacked since May"."""
    when = told.time.when if told.time else None
    return status is Status.DENIED and not told.is_noun and when is not None and when.ends_open


def _is_presupposed(told: Told) -> bool:
    """ "condemned the attack": who praises or condemns takes it for granted, unless it is yet to come; so
    does who says when or where something was that had a time of its own."""
    if _is_done(told):
        return True
    if told.statement is None:
        return False
    if not told.is_noun or told.governor is not None:
        return _is_background(told)
    judged = told.statement.act in {"praise", "accuse"}
    return judged and _is_definite(told) and _is_object(told) and not _is_planned(told)


def _is_background(told: Told) -> bool:
    """Whether it is told in the past in a clause that only describes: "a town where ten died in 2009"."""
    clause = told.scene.clause_of(told.verb if told.verb is not None else told.first)
    relative = clause.opener in told.scene.words.of("relatives") and not is_complement(told.scene, clause)
    describing = relative or clause.opener in {"when", "where"}
    dated = told.time is not None and told.time.when is not None
    return describing and dated and is_past(told) and not told.scene.words.any("negations", told.group)


def _is_done(told: Told) -> bool:
    """Whether a participle tells in passing what was done on a day gone by: "accept a deal signed in May"."""
    scene, verb, when = told.scene, told.verb, told.time.when if told.time else None
    if verb is None or told.is_noun or when is None or scene.published is None or told.group:
        return False
    ended, known = when.window[1], scene.published.window[0]
    acting = any(token.relation == "obj" and token.head == verb for token in scene.tokens)
    reduced = scene.tokens[verb].relation == "acl" and is_past_form(scene.tokens[verb]) and not acting
    return reduced and ended is not None and known is not None and ended < known


def _is_definite(told: Told) -> bool:
    """Whether the noun phrase speaks of something known: "the attack", "Monday's attack", "their visit"."""
    modifiers = told.modifiers
    known = any(token.pos == "PRON" or token.text in OWNERS for token in modifiers)
    return known or (bool(modifiers) and modifiers[0].text.casefold() == "the")


def _is_object(told: Told) -> bool:
    """Whether the noun phrase is what the cue takes directly."""
    statement, start = told.statement, phrase_start(told.scene, told.first)
    return statement is not None and start > 0 and told.scene.tokens[start - 1].span == statement.trigger


def _is_denied(told: Told) -> bool:
    words = told.scene.words
    if words.any("negations", told.group) or words.any("negations", told.modifiers):
        return True
    if (
        is_unfounded(told, "truths")
        or governed(told, "preventing")
        or carried(told, "unmaking")
        or _has_no_subject(told)
    ):
        return True
    return told.statement is not None and told.statement.act == "deny" and _is_what_is_said(told)


def _is_contrary(told: Told) -> bool:
    """ "could not have happened without him": contrary to the fact that it did."""
    if [token.lemma for token in told.group[-1:]] != ["have"]:
        return False
    verb = told.verb if told.verb is not None else told.first
    behind = told.scene.tokens[verb + 1 : told.scene.clause_of(verb).last]
    return told.scene.words.any("possible", told.group) and any(t.text == "without" for t in behind)


def _is_what_is_said(told: Told) -> bool:
    """Whether the event is itself what is said: of "any role in the attack" only the role is denied."""
    said = told.statement.content if told.statement else ()
    trigger, tokens = told.scene.tokens[told.first].span, told.scene.tokens[: told.first]
    start = max((content.start for content in said if content.start <= trigger.start), default=0)
    before = [token for token in tokens[: -len(told.modifiers) or None] if token.span.start >= start]
    return not told.is_noun or told.governor is not None or all(token.pos != "NOUN" for token in before)


def _has_no_subject(told: Told) -> bool:
    """ "no soldier attacked", "neither he nor she fled": a negative word in the subject."""
    scene, verb = told.scene, told.verb
    start = scene.clause_of(told.first).first
    subject = scene.tokens[start : group_start(scene, verb)] if verb is not None else ()
    return scene.words.any("negations", [t for t in subject if t.pos in {"DET", "PRON", "CCONJ"}])


def _is_planned(told: Told) -> bool:
    words = told.scene.words
    if _is_warned_of(told):
        return False
    if words.any("future", told.mood) or words.any("planned_adjectives", told.modifiers):
        return True
    if _is_when_it_comes(told):
        return True
    if told.statement is None and words.any("obliged", told.group):
        return True
    if (
        carried(told, "intending")
        or carried(told, "putting_off")
        or noun_before(told, "planned_nouns")
        or governed(told, "intending")
        or is_due(told)
        or lies_ahead(told)
    ):
        return True
    return told.statement is not None and told.statement.act in {"promise", "threaten"} and not is_past(told)


def _is_warned_of(told: Told) -> bool:
    """Whether a warning tells what would follow: "warned that a strike would trigger a crisis"."""
    would = told.scene.words.any("conditional", told.mood)
    return would and told.statement is not None and told.statement.act == "warn"


def _is_when_it_comes(told: Told) -> bool:
    """Whether it is told in the present of a time to come: "the day will come when we try them"."""
    scene, clause = told.scene, told.scene.clause_of(told.verb if told.verb is not None else told.first)
    if clause.opener != "when" or clause.first == 0 or told.verb is None or is_past(told):
        return False
    before = scene.clause_of(clause.first - 1)
    return scene.words.any("future", [t for t in scene.tokens[before.first : before.last] if t.pos == "AUX"])


def _is_hypothetical(told: Told) -> bool:
    words = told.scene.words
    if words.any("possible", told.mood) or words.any("unreal_adjectives", told.modifiers):
        return True
    if _is_warned_of(told):
        return True
    if told.scene.clause_of(told.first).opener in words.of("conditions") or is_inverted(told):
        return True
    if _is_called_so(told):
        return False
    came_true = told.is_noun and told.verb is not None and told.verb > told.first and is_past(told)
    wished = not _is_definite(told) and not came_true and governed(told, "wishing")
    if wished or noun_before(told, "unreal_nouns") or is_infinitive(told) or is_idea(told):
        return True
    wishing = told.statement is not None and (told.statement.act in WISHES or _is_against(told))
    return wishing and not is_past(told) and not _is_aside(told)


def _is_aside(told: Told) -> bool:
    """Whether a gerund behind a comma goes on telling: "rejected the plan, killing ten"."""
    before = told.scene.tokens[told.first - 1].text if told.first else ""
    return not told.is_noun and before == "," and told.scene.tokens[told.first].text.endswith("ing")


def _is_against(told: Told) -> bool:
    """Whether what is said begins with "against", or behind it: "warned (them) against a strike"."""
    starts = {content.start for content in told.statement.content} if told.statement else set()
    against = [i for i, token in enumerate(told.scene.tokens) if token.text.casefold() == "against"]
    return any(t.span.start in starts for i in against for t in told.scene.tokens[i : i + 2])


def _is_claimed(told: Told) -> bool:
    words = told.scene.words
    alleged = words.any("alleged", [*told.group, *told.modifiers, *told.frame[-1:]])
    return (
        alleged
        or _is_called_so(told)
        or told.statement is not None
        or _is_charged(told)
        or is_unfounded(told, "proofs")
    )


def _is_called_so(told: Told) -> bool:
    """Whether the noun is what somebody calls it: "after what he called a massacre"."""
    frame = told.frame[-FRAME:] if told.is_noun else ()
    words = [token.text.casefold() for token in frame]
    verb = told.scene.words.any("calling", frame[-1:])
    return verb and "what" in words


def _is_charged(told: Told) -> bool:
    """Whether a gerund tells what somebody is accused of: "accused the army of shelling ports"."""
    led = [token.text for token in told.scene.tokens[max(0, told.first - 1) : told.first + 1]]
    accused = any(told.scene.words.verb("accusing", told.scene.tokens, i) for i in told.governing[0])
    return not told.is_noun and accused and led[0] in {"of", "for"} and led[-1].endswith("ing")


def _is_ongoing(told: Told) -> bool:
    when = told.time.when if told.time else None
    if when is not None and when.ends_open and when.window[0] is not None:
        return True
    if told.verb is None:
        return False
    progressive = told.scene.tokens[told.verb].text.endswith("ing") and has_present(told)
    phase = any(token.lemma in {"continue", "keep"} for token in [*told.group, told.scene.tokens[told.verb]])
    return progressive or (phase and not is_past(told))


WISHES = frozenset({"call for", "demand", "urge", "propose", "ask", "oppose", "reject", "predict", "offer"})
RULES: Sequence[tuple[Status, Callable[[Told], bool]]] = (
    (Status.DENIED, _is_denied),
    (Status.PLANNED, _is_planned),
    (Status.HYPOTHETICAL, _is_hypothetical),
    (Status.CLAIMED, _is_claimed),
    (Status.ONGOING, _is_ongoing),
)
