"""Events: verbs and nouns that name a kind of event, with who, where, when, and how they are told.

The order of work is `find_events`; each step has a file of its own: `event_words` (what names an
event), `event_clauses`, `event_scene` and `event_carriers` (the grammar of a sentence), `event_guards`
(what is none after all), `event_doers`, `participants`, `event_places`, `event_times`, `event_times_shared`,
`status`, `event_labels`. To find another kind of event, add it to `ontologies/events`.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.event_carriers import Carrier, Way, carrier_of
from kb.extracting.event_guards import is_anchored, is_event
from kb.extracting.event_labels import evidence_of, label_of
from kb.extracting.event_places import cast_of
from kb.extracting.event_roles import Cast
from kb.extracting.event_scene import Scene, phrase_start
from kb.extracting.event_setting import set_scenes
from kb.extracting.event_themes import with_themes
from kb.extracting.event_times import time_of_noun, time_of_occasion, time_of_verb
from kb.extracting.event_told import Told, innermost
from kb.extracting.event_words import Named, compile_words
from kb.extracting.status import status_of, tells_of_none
from kb.model import (
    EntityKind,
    Event,
    EventType,
    Findings,
    Language,
    Passage,
    Role,
    Span,
    Statement,
    Status,
    TimeExpression,
    Token,
)
from kb.ontology import mint_key

NARROWER = {
    "aircraft": {
        "bombing": "airstrike",
        "attack": "airstrike",
        "departure": "withdrawal",
        "collapse": "shootdown",
    },
    "airliners": {"collapse": "shootdown"},
    "soldiers": {"departure": "withdrawal"},
    "storms": {"attack": "storm", "explosion": "storm"},
    "fires": {"explosion": "wildfire"},
    "securities": {"crash": "marketCrash", "collapse": "marketCrash", "demonstration": "priceMove"},
}
"""What a kind becomes when those of the list do it."""

ADDING = frozenset({"advcl", "acl", "obl", "nmod", "appos"})
ASIDE, UNSURE = 0.8, 0.9
"""What the confidence is multiplied by for what is told by the way, and for what is not real."""

UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED})

LASTING = frozenset({"offensive", "war"})
"""Kinds that last: their launch is an event apart from them."""

SIGNED = frozenset({"contract", "petition", "emergencyRule"})
"""Kinds that are a paper or a rule: what happens is that they are signed or declared."""


def find_events(findings: Findings, language: Language, types: Sequence[EventType]) -> tuple[Event, ...]:
    """The events of these kinds that the article's body tells, in the order of their words.

    Needs tokens; takes times, mentions and statements into account as far as they are there. What
    nothing anchors in the world (no one takes part, no place, no time) is left out.
    """
    words = compile_words(language, types)
    scenes = set_scenes(findings, words)
    body = (scene for scene in scenes if scene.sentence.passage is Passage.BODY)
    found = [event for scene in body for event in _events_in(scene)]
    return with_themes(sorted(found, key=lambda event: event.trigger), words, findings.text)


def _events_in(scene: Scene) -> Iterator[Event]:
    named = [name for name in scene.named if not _is_taken(scene, name)]
    carriers = {name: carrier_of(scene, name.first, name.last) for name in named if name.is_noun}
    carrying = {c.verb for name, c in carriers.items() if c and is_event(scene, name, c, frozenset())}
    for name in named:
        if is_event(scene, name, carriers.get(name), carrying):
            yield from _event(scene, name, carriers.get(name))


def _is_taken(scene: Scene, name: Named) -> bool:
    """Whether the words are the cue of a statement, or end in words of time ("March")."""
    span, head = scene.span(name.first, name.last), scene.tokens[name.last - 1].span
    said = any(statement.trigger.overlaps(span) for statement in scene.statements)
    return said or any(time.span.overlaps(head) for time in scene.times)


def _event(scene: Scene, name: Named, carrier: Carrier | None) -> Iterator[Event]:
    cast = cast_of(scene, name, carrier)
    time = time_of(scene, name, carrier)
    if not is_anchored(scene, name, carrier, cast, time):
        return
    time = time or (time_of_occasion(scene, name.first) if name.is_noun else None)
    trigger = _trigger(scene, name, carrier)
    statement = innermost(scene.statements, trigger)
    statement = None if _is_beside(scene, name, statement) else statement
    verb = carrier.verb if carrier else None
    told = Told(scene, name.first, name.last, name.is_noun, verb, time, statement)
    status = status_of(told)
    if tells_of_none(told, status):
        return
    yield Event(
        span=evidence_of(told),
        rule=_rule(scene, name, carrier),
        confidence=_confidence(told, cast, carrier, status),
        key=mint_key("event", scene.text, scene.sentence, trigger),
        trigger=trigger,
        label=label_of(told, cast.participants),
        time=time,
        place=cast.place,
        type=_type(scene, name, carrier, cast),
        status=status,
        participants=cast.participants,
    )


def _is_beside(scene: Scene, name: Named, statement: Statement | None) -> bool:
    """Whether a clause only tells when something was said: "rejected the offer before the two agreed"."""
    tree, verb = scene.tree, name.first
    head = tree.head(verb) if tree is not None and statement is not None else None
    if tree is None or head is None or statement is None or tree.relation(verb) != "advcl":
        return False
    timed = any(scene.words.has("timing", scene.tokens[mark]) for mark in tree.kids(verb, "mark", "advmod"))
    return timed and not name.is_noun and scene.tokens[head].span.overlaps(statement.trigger)


def time_of(scene: Scene, name: Named, carrier: Carrier | None) -> TimeExpression | None:
    """The expression that dates it."""
    if name.is_noun:
        return time_of_noun(scene, name.first, name.last, carrier)
    return time_of_verb(scene, name.first, name.last)


def _trigger(scene: Scene, name: Named, carrier: Carrier | None) -> Span:
    """The word of the event: the noun or verb, but "launched" where a campaign is launched, "signed" where a
    paper is signed."""
    if carrier and carrier.way is Way.OBJECT and _is_verb_the_event(scene, name, scene.tokens[carrier.verb]):
        return scene.tokens[carrier.verb].span
    return scene.span(name.first, name.last)


def _is_verb_the_event(scene: Scene, name: Named, verb: Token) -> bool:
    if name.type.name in SIGNED:
        return scene.words.has("signing", verb)
    phrase = scene.tokens[phrase_start(scene, name.first) : name.last]
    lasts = name.type.name in LASTING or scene.words.any("containers", phrase)
    return lasts and scene.words.has("launching", verb)


def _type(scene: Scene, name: Named, carrier: Carrier | None, cast: Cast) -> str:
    """The kind; a bombing by aircraft is an air strike, the departure of troops a withdrawal, the signing of
    a contract a signing, and whoever flies somewhere visits it."""
    clause, kind = scene.clause_of(name.first), name.type.name
    if kind == "contract" and _trigger(scene, name, carrier) != scene.span(name.first, name.last):
        return "signing"
    if kind == "collapse" and _is_of_body(cast):
        return "bankruptcy"
    if kind == "journey" and cast.place and _is_done_by_person(cast):
        return "visit"
    before = [token for token in scene.tokens[clause.first : name.first] if not _is_person(scene, token)]
    done_by = [kinds for who, kinds in NARROWER.items() if scene.words.any(who, before)]
    return kind if name.is_noun else next((kinds[kind] for kinds in done_by if kind in kinds), kind)


def _is_of_body(cast: Cast) -> bool:
    """Whether a body with a name collapsed, which is no building."""
    whose = [part.mention.entity for part in cast.participants]
    return any(one.kind is EntityKind.ORGANIZATION and not one.unnamed for one in whose)


def _is_person(scene: Scene, token: Token) -> bool:
    """ "suicide bombers" are no aircraft, and "a car bomb" nobody."""
    place = scene.first_token(token.span)
    return (
        place > 0
        and not scene.words.has("bombs", token)
        and scene.words.has("of_people", scene.tokens[place - 1])
    )


def _is_done_by_person(cast: Cast) -> bool:
    doers = (part.mention.entity for part in cast.participants if part.role is Role.INITIATOR)
    return any(doer.kind is EntityKind.PERSON for doer in doers)


def _rule(scene: Scene, name: Named, carrier: Carrier | None) -> str:
    if not name.is_noun:
        return "event-verb"
    if carrier is None:
        return "event-noun"
    off = scene.words.verb("unmaking", scene.tokens, carrier.verb)
    return "event-noun-called-off" if off else "event-noun-with-verb"


def _confidence(told: Told, cast: Cast, carrier: Carrier | None, status: Status) -> float:
    """Verbs and carried nouns with someone in them are sure; bare nouns, what is not real, and what a
    sentence tells by the way less so."""
    base = 0.8 if not told.is_noun or carrier is not None else 0.65
    base += 0.15 if cast.participants else 0
    aside = ASIDE ** min(2, _depth(told))
    return round(base * aside * (UNSURE if status in UNREAL else 1), 2)


def _depth(told: Told) -> int:
    """How many clauses and phrases that only add something stand above the word: "after the raid"."""
    tree, index = told.scene.tree, told.verb if told.verb is not None else told.last - 1
    if tree is None:
        return 0
    taken = told.is_noun and told.verb is None and tree.relation(index) in {"obj", "nsubj:pass"}
    return taken + sum(tree.relation(i).split(":")[0] in ADDING for i in (index, *tree.above(index)))
