"""Who takes part in an event by word order alone, for sentences without a parse.

Of a verb: the subject before it, objects and prepositional phrases behind it, passive voice turned
round. Of a noun: owners and modifiers before it, prepositional phrases behind it, the subject of the
light verb that governs it. The prepositions and their roles stand in `[grammar.events.roles]`.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.event_carriers import Carrier, Way
from kb.extracting.event_clauses import VERBAL, Clause, is_subordinate
from kb.extracting.event_phrases import PHRASE
from kb.extracting.event_roles import Cast, is_circumstance, is_placing, once_each, role_of
from kb.extracting.event_scene import (
    Scene,
    clause_before,
    group_start,
    is_owner,
    is_passive,
    phrase_start,
    preposition_of,
)
from kb.extracting.event_words import NOMINAL
from kb.model import EntityKind, Mention, Participant, Role

LINKING = frozenset({"CCONJ", "DET", "PRON", "ADJ"})


def cast_of_verb(scene: Scene, verb: int, last: int) -> Cast:
    """The cast of an event told by a verb; `last` ends the trigger."""
    passive = is_passive(scene, verb)
    undergone = passive or scene.words.has("undergoing", scene.tokens[verb])
    before = Role.TARGET if undergone else Role.INITIATOR
    found = [(before, mention) for mention in subjects(scene, verb)]
    start = last - 1 if last - verb > 1 and scene.tokens[last - 1].text in {"to", "into"} else last
    found += _behind(scene, start, _reach(scene, last), "" if passive else "object")
    return placed(scene, verb, _cast(scene, found, verb, scene.clause_of(verb)))


def placed(scene: Scene, verb: int, cast: Cast) -> Cast:
    """The cast with the place that is a verb's object: "took Vell"; who leaves a place does nothing to it."""
    objects = [p for p in cast.participants if p.role is Role.TARGET and _lies_behind(scene, verb, p)]
    place = cast.place or next((p.mention for p in objects), None)
    if not scene.words.verb("needs_place", scene.tokens, verb):
        return Cast(cast.participants, place)
    return Cast(tuple(p for p in cast.participants if p not in objects), place)


def _lies_behind(scene: Scene, verb: int, participant: Participant) -> bool:
    """Whether it is a place behind the verb, or a name that only a place can have: "left Old Vell"."""
    mention, kind = participant.mention, participant.mention.entity.kind
    name = scene.words.verb("needs_place", scene.tokens, verb) and mention.span.of(scene.text)[:1].isupper()
    placed = kind is EntityKind.PLACE or (name and kind in {EntityKind.THING, EntityKind.ORGANIZATION})
    return placed and mention.span.start > scene.tokens[verb].span.start


def cast_of_noun(scene: Scene, first: int, last: int, carrier: Carrier | None) -> Cast:
    """The cast of an event told by a noun, with the verb that carries it if there is one."""
    start = phrase_start(scene, first)
    found = [(Role.INITIATOR, mention) for mention in scene.actors_in(start, first)]
    found += _doers(scene, carrier)
    doer = scene.words.has("of_doer", scene.tokens[last - 1])
    found += _behind(scene, last, _reach(scene, last), "doer" if doer else "noun")
    found += _agents(scene, carrier)
    return _cast(scene, found, first, *_clauses_of_noun(scene, start, last, carrier))


def _clauses_of_noun(scene: Scene, start: int, last: int, carrier: Carrier | None) -> list[Clause]:
    """Where its place may stand: beside a noun alone, else in its clause and that of its verb."""
    if carrier is None:
        return [Clause(start, _reach(scene, last))]
    return [scene.clause_of(last - 1), scene.clause_of(carrier.verb)]


def _doers(scene: Scene, carrier: Carrier | None) -> Iterator[tuple[Role, Mention]]:
    """The subject of the verb that has the noun as its object, be it in a relative clause."""
    if carrier is None or carrier.way not in {Way.OBJECT, Way.RELATIVE} or is_passive(scene, carrier.verb):
        return
    clause, group = scene.clause_of(carrier.verb), group_start(scene, carrier.verb)
    own = _heads(scene, scene.actors_in(clause.first, group), clause.first + 1)
    doers = own if carrier.way is Way.RELATIVE else subjects(scene, carrier.verb)
    yield from ((Role.INITIATOR, mention) for mention in doers)


def _agents(scene: Scene, carrier: Carrier | None) -> Iterator[tuple[Role, Mention]]:
    """Who stands behind a passive verb: "the attack was carried out by ..."."""
    if carrier is not None and is_passive(scene, carrier.verb):
        behind = _behind(scene, carrier.verb + 1, _reach(scene, carrier.verb + 1), "")
        yield from (found for found in behind if found[0] is Role.INITIATOR)


# ------------------------------------------------------------------------------------- before a verb


def subjects(scene: Scene, verb: int) -> list[Mention]:
    """The subject of the verb, joined ones included; of a clause without one, that of the clause before."""
    group = group_start(scene, verb)
    clause = scene.clause_of(verb)
    if is_trailing(scene, verb):
        return subjects(scene, next(i for i in range(clause.first, verb) if scene.tokens[i].pos == "VERB"))
    floor = clause.first + is_subordinate(clause, scene.words)
    before = _heads(scene, scene.actors_in(clause.first, group), floor)
    if before or _has_nouns(scene, clause.first, group):
        return before
    return _antecedent(scene, clause.first, clause.opener)


def is_trailing(scene: Scene, verb: int) -> bool:
    """Whether a gerund behind a comma hangs on a verb of its clause: "shot at the crowd, killing five"."""
    first = scene.clause_of(verb).first
    behind_comma = verb - 1 > first and scene.tokens[verb - 1].text == ","
    return behind_comma and any(token.pos == "VERB" for token in scene.tokens[first : verb - 1])


def _has_nouns(scene: Scene, first: int, last: int) -> bool:
    """Whether the clause has a subject of its own that nobody took for an actor."""
    opening = scene.tokens[first:last]
    return any(t.pos in NOMINAL or (t.pos == "PRON" and not scene.words.has("relatives", t)) for t in opening)


def _heads(scene: Scene, mentions: list[Mention], floor: int) -> list[Mention]:
    """The last mention that no preposition governs and that owns nothing, with those joined to it."""
    free = [m for m in mentions if not preposition_of(scene, m, floor) and not is_owner(scene, m)]
    if not free:
        return []
    heads = [free[-1]]
    for mention in reversed(free[:-1]):
        if not _joined(scene, mention, heads[0]):
            break
        heads.insert(0, mention)
    return heads


def _joined(scene: Scene, left: Mention, right: Mention) -> bool:
    between = scene.tokens[scene.last_token(left.span) : scene.first_token(right.span)]
    return 0 < len(between) <= 4 and all(token.pos in LINKING or token.text == "," for token in between)


def _antecedent(scene: Scene, first: int, opener: str) -> list[Mention]:
    """For a clause without a subject: the last mention before a relative, else the subject before."""
    earlier = scene.actors_in(0, first)
    if not earlier:
        return []
    if opener in scene.words.of("relatives"):
        return [earlier[-1]]
    previous = clause_before(scene, scene.clause_of(first))
    verbs = [i for i in range(previous.first, previous.last) if scene.tokens[i].pos == "VERB"]
    return subjects(scene, verbs[0]) if verbs else _heads(scene, earlier, 0)


# ------------------------------------------------------------------------------------ behind a word


def _reach(scene: Scene, last: int) -> int:
    """Where the phrases that belong to a word end: at the next verb, or with its clause."""
    clause = scene.clause_of(last - 1)
    return next((i for i in range(last, clause.last) if scene.tokens[i].pos in VERBAL), clause.last)


def _behind(scene: Scene, first: int, last: int, bare: str) -> Iterator[tuple[Role, Mention]]:
    """The mentions behind a word with the roles of their prepositions; `bare` says what none means."""
    role: Role | None = None
    for mention in scene.actors_in(first, last):
        preposition = preposition_of(scene, mention, first)
        if preposition == "of" and scene.tokens[first].text != "of":
            role = None  # it belongs to the phrase before it
        elif preposition or role is None:
            role = role_of(scene.words, preposition, bare)
        if role is not None and not (
            _is_place(scene, mention, preposition) or _is_aside(scene, mention, preposition, bare)
        ):
            yield role, mention
        if not preposition and bare == "object":
            bare = ""


def _is_aside(scene: Scene, mention: Mention, preposition: str, bare: str) -> bool:
    """Whether a phrase only describes the one before, or tells how or where: ", the scholar who"."""
    before = scene.tokens[scene.first_token(mention.span) - 1]
    if not preposition:
        return mention.rule == PHRASE and before.text == ","
    return is_circumstance(mention, preposition, of_noun=bare in {"noun", "doer"})


def _is_place(scene: Scene, mention: Mention, preposition: str) -> bool:
    """Whether a place is told as one: "in Vell", "to Vell", "in the city of Vell"."""
    outer = _outer_preposition(scene, mention) if preposition == "of" else preposition
    return is_placing(scene.words, mention, outer)


def _outer_preposition(scene: Scene, mention: Mention) -> str:
    """The preposition before "the city of"."""
    index = scene.first_token(mention.span) - 1
    while index >= 0 and scene.tokens[index].text != "of":
        index -= 1
    start = phrase_start(scene, index - 1) if index > 0 else 0
    return scene.tokens[start - 1].text.casefold() if start > 0 else ""


# ---------------------------------------------------------------------------------------- together


def _cast(scene: Scene, found: list[tuple[Role, Mention]], trigger: int, *clauses: Clause) -> Cast:
    """Everyone once, and the place."""
    return Cast(once_each(found, scene.tokens[trigger].span), _place(scene, trigger, clauses))


def _place(scene: Scene, trigger: int, clauses: Sequence[Clause]) -> Mention | None:
    """The first place behind the trigger in these clauses, else the one that a clause opens with; a name
    rather than a noun phrase."""
    found = [mention for clause in clauses for mention in _places(scene, trigger, clause)]
    named = (mention for mention in found if mention.rule != PHRASE)
    return next(named, next(iter(found), None))


def _places(scene: Scene, trigger: int, clause: Clause) -> Iterator[Mention]:
    verbs = [index for index in range(clause.first, trigger) if scene.tokens[index].pos in VERBAL]
    behind = scene.actors_in(max(trigger, clause.first), clause.last)
    opening = scene.actors_in(clause.first, verbs[0] if verbs else trigger)
    for mention in behind + opening:
        if _is_place(scene, mention, preposition_of(scene, mention, clause.first)):
            yield mention
