"""Who takes part in an event, in which role, and where it took place.

Where the sentence is parsed, the tree tells: subjects, objects and agents of a verb, those that hang on
a noun, and those of the verb that carries it. Where it is not, word order does (`participants_nearby`).
The prepositions and their roles stand in `[grammar.events.roles]`.
"""

from collections.abc import Iterator
from dataclasses import replace

from kb.extracting import participants_nearby as nearby
from kb.extracting.event_carriers import Carrier, Way
from kb.extracting.event_phrases import PHRASE, phrase_headed_by
from kb.extracting.event_roles import PLACING, Cast, is_circumstance, is_placing, once_each, role_of
from kb.extracting.event_scene import Scene, is_blamed, winning_verb
from kb.extracting.event_tree import Tree, is_passive, objects_of, subjects_of
from kb.model import EntityKind, Mention, Role, Span

Found = Iterator[tuple[Role, Mention]]


def cast_of_verb(scene: Scene, verb: int, last: int) -> Cast:
    """The cast of an event told by a verb; `last` ends the trigger."""
    tree = scene.tree
    if tree is None:
        return nearby.cast_of_verb(scene, verb, last)
    told = _of_verb if scene.tokens[verb].pos != "AUX" else _of_copula
    told_parts = _clear_of(scene, scene.span(verb, last), told(scene, tree, verb))
    participants = once_each(told_parts, scene.tokens[verb].span)
    place = _place_of(scene, tree, verb)
    return nearby.placed(scene, verb, Cast(participants, place))


def _clear_of(scene: Scene, trigger: Span, found: Found) -> Found:
    """Those found, without the words of the verb at their head ("shot dead | one of the pilots"), and without
    the deed that belongs to it ("stand trial")."""
    for role, mention in found:
        if not mention.span.overlaps(trigger) or mention.span.start < trigger.start:
            yield role, mention
        elif mention.span.end > trigger.end:
            first = scene.tokens[scene.last_token(trigger)].span.start
            yield role, replace(mention, span=Span(first, mention.span.end))
        elif not scene.words.is_kind(scene.tokens[scene.first_token(mention.span)]):
            yield role, mention


def cast_of_noun(scene: Scene, first: int, last: int, carrier: Carrier | None) -> Cast:
    """The cast of an event told by a noun, with the verb that carries it if there is one."""
    tree = scene.tree
    if tree is None:
        return nearby.cast_of_noun(scene, first, last, carrier)
    doers = list(_of_carrier(scene, tree, last - 1, carrier))
    acting = any(role is Role.INITIATOR for role, _ in doers)
    own = [(role, m) for role, m in _of_noun(scene, tree, last - 1) if not (acting and _is_pronoun(scene, m))]
    found = [*own, *doers]
    heads = [last - 1] if carrier is None else [last - 1, carrier.verb]
    place = _place_within(scene, tree, heads) or next(
        filter(None, (_place_of(scene, tree, i) for i in heads)), None
    )
    return Cast(once_each(found, scene.span(first, last)), place)


def _is_pronoun(scene: Scene, mention: Mention) -> bool:
    """Whether it is "its", "their": where somebody does it, those are meant."""
    return mention.span.of(scene.text).casefold() in scene.words.of("possessives")


# ----------------------------------------------------------------------------------------- of a verb


def _of_verb(scene: Scene, tree: Tree, verb: int) -> Found:
    objects = objects_of(tree, verb)
    undergone = is_passive(tree, verb) or _undergoes(scene, verb, objects)
    subject, found = (Role.TARGET, _anything) if undergone else (Role.INITIATOR, _actor)
    for i in _punished(scene, tree, verb) or _winners(scene, tree, verb) or subjects_of(tree, verb):
        within = _described(scene, tree, verb, i)
        yield from ((subject, actor) for actor in (found(scene, i) if within is None else [within]))
    yield from ((Role.TARGET, actor) for i in objects for actor in _anything(scene, i))
    if scene.words.verb("suspending", scene.tokens, verb):  # "lifted sanctions against Peru"
        yield from (found for i in objects for found in _of_noun(scene, tree, i) if found[0] is Role.TARGET)
    yield from _obliques(scene, tree, verb)


def _punished(scene: Scene, tree: Tree, verb: int) -> list[int]:
    """Whom a deed is held against: "arrested two men for killing a nurse"."""
    head = tree.head(verb) if tree.relation(verb) == "advcl" else None
    led = head is not None and any(tree.tokens[kid].text == "for" for kid in tree.kids(verb, "mark", "case"))
    if head is None or not led or not scene.words.has("punishing", scene.tokens[head]):
        return []
    return [i for noun in objects_of(tree, head) for i in tree.joined(noun)]


def _winners(scene: Scene, tree: Tree, verb: int) -> list[int]:
    """Who won, and not who lost: "Norland beat Southia to win the cup"."""
    won = winning_verb(scene, verb)
    return [] if won is None else subjects_of(tree, won)


def _described(scene: Scene, tree: Tree, verb: int, noun: int) -> Mention | None:
    """The noun that a relative clause describes, where it stands within a phrase of another: of "the captain
    of the ferry that sank" the ferry."""
    described = tree.relation(verb) == "acl:relcl" and tree.head(verb) == noun
    described = described and tree.relation(noun) == "nmod"
    if not described or scene.tokens[noun].pos != "NOUN":
        return None
    return phrase_headed_by(scene.text, scene.sentence, tree, noun, scene.words)


def _undergoes(scene: Scene, verb: int, objects: list[int]) -> bool:
    """Whether the subject of the verb does not act: "ten died", "the euro fell", "dozens injured"."""
    token, words = scene.tokens[verb], scene.words
    bare = not objects and (words.has("needs_priced", token) or words.has("hurting", token))
    return bare or words.has("undergoing", token)


def _of_copula(scene: Scene, tree: Tree, verb: int) -> Found:
    """Who is what: the subject and the noun that a form of "be" joins."""
    what = tree.head(verb) if tree.relation(verb) == "cop" else None
    if what is None:
        yield from _of_verb(scene, tree, verb)
        return
    yield from ((Role.INITIATOR, actor) for i in subjects_of(tree, what) for actor in _actor(scene, i))
    yield from ((Role.TARGET, actor) for actor in _actor(scene, what))


def _obliques(scene: Scene, tree: Tree, verb: int, carrying: bool = False) -> Found:
    """Those that a preposition ties to the verb; "by" whom only where it is passive."""
    for oblique in (i for i in tree.kids(verb, "obl") if scene.tokens[i].pos != "NUM"):
        preposition = tree.case(oblique)
        agent = tree.relation(oblique) == "obl:agent" or (preposition == "by" and is_passive(tree, verb))
        role = Role.INITIATOR if agent else role_of(scene.words, preposition, "")
        if role is None or preposition == "among" or (preposition == "by" and not agent):
            continue
        for actor in (a for i in tree.joined(oblique) for a in _actor(scene, i)):
            placed = is_placing(scene.words, actor, preposition) or preposition in PLACING
            beside = placed or (not carrying and _is_on(actor, preposition))
            if agent or not (beside or is_circumstance(actor, preposition, of_noun=carrying)):
                yield role, actor


def _is_on(actor: Mention, preposition: str) -> bool:
    """ "landed on the island": a place, where a verb comes before."""
    return preposition == "on" and actor.entity.kind is EntityKind.PLACE


# ----------------------------------------------------------------------------------------- of a noun


def _of_noun(scene: Scene, tree: Tree, noun: int) -> Found:
    """Owners and names before it, and those that prepositions tie to it."""
    bare = "doer" if scene.words.has("of_doer", scene.tokens[noun]) else "noun"
    owning = Role.TARGET if scene.words.has("owned_undergoes", scene.tokens[noun]) else Role.INITIATOR
    for kid in tree.kids(noun, "nmod:poss", "compound", "amod", "nmod:unmarked", "nmod:desc"):
        owner = tree.relation(kid) == "nmod:poss"
        for actor in _actor(scene, kid):
            if owner or actor.rule != PHRASE or not scene.words.is_kind(scene.tokens[noun]):
                yield owning if owner or actor.rule != PHRASE else Role.TARGET, actor
    for kid in tree.kids(noun, "nmod", "obl"):
        preposition = tree.case(kid)
        if preposition == "on" and is_blamed(scene, noun):
            continue
        role = role_of(scene.words, preposition, bare)
        yield from _agents_behind(scene, tree, kid)
        for actor in (a for i in tree.joined(kid) for a in _actor(scene, i)):
            placed = is_placing(scene.words, actor, preposition)
            if role and preposition and not (placed or is_circumstance(actor, preposition, of_noun=True)):
                yield role, actor


def _agents_behind(scene: Scene, tree: Tree, target: int) -> Found:
    """ "the killing of a nurse by soldiers": "by" tells the doer, though it stands beside the target."""
    if tree.case(target) == "of":
        agents = (kid for kid in tree.kids(target, "nmod", "obl") if tree.case(kid) == "by")
        yield from ((Role.INITIATOR, actor) for agent in agents for actor in _actor(scene, agent))


def _of_carrier(scene: Scene, tree: Tree, noun: int, carrier: Carrier | None) -> Found:
    """Who does it by the verb that carries it: "Norland launched an attack", "talks were held by"."""
    if carrier is None:
        return
    verb, way = carrier.verb, carrier.way
    if way in {Way.OBJECT, Way.RELATIVE} and not is_passive(tree, verb):
        heads = (i for i in subjects_of(tree, verb) if i != noun)
        yield from ((Role.INITIATOR, actor) for i in heads for actor in _actor(scene, i))
    if way is Way.SUBJECT:
        yield from ((Role.TARGET, actor) for i in objects_of(tree, verb) for actor in _actor(scene, i))
    yield from _obliques(scene, tree, verb, carrying=True)


# ---------------------------------------------------------------------------------------- who, where


def _actor(scene: Scene, head: int) -> Iterator[Mention]:
    """The mention or noun phrase that the token heads; of "the coach, Claudio Roe," who is named; "nobody" is
    none."""
    if scene.words.has("negations", scene.tokens[head]):
        return
    start, end = scene.tokens[head].span.start, scene.tokens[head].span.end
    yield from (
        _called(scene, head) or actor
        for actor in scene.actors
        if actor.span.start < end and start < actor.span.end
    )


def _called(scene: Scene, head: int) -> Mention | None:
    """Who is named behind a comma, where a common noun tells an office: "its chief executive, Ann Roe,"."""
    tree, tokens = scene.tree, scene.tokens
    if tree is None or tokens[head].pos != "NOUN" or not tree.has(head, "appos"):
        return None
    beside = (kid for kid in tree.kids(head, "appos") if tokens[kid].pos == "PROPN")
    named = (m for kid in beside for m in scene.mentions if m.span.overlaps(tokens[kid].span))
    people = (m for m in named if m.entity.kind is EntityKind.PERSON and not m.entity.unnamed)
    return next((m for m in people if tokens[scene.first_token(m.span) - 1].text == ","), None)


def _anything(scene: Scene, head: int) -> Iterator[Mention]:
    """The same, a deed included: "signed the treaty"."""
    span = scene.tokens[head].span
    yield from tuple(_actor(scene, head)) or (d for d in scene.deeds if d.span.overlaps(span))


def _place_of(scene: Scene, tree: Tree, index: int) -> Mention | None:
    """The place that a preposition ties to the word, or to what hangs on it; a name rather than a phrase,
    else the place that opens the sentence for all its verbs."""
    found = list(_places(scene, tree, index))
    if not found:
        found = [
            place
            for i in tree.above(index)
            if tree.relation(index) in SHARING
            for place in _near(scene, tree, i)
        ][:1]
    return next((mention for mention in found if mention.rule != PHRASE), next(iter(found), None))


def _place_within(scene: Scene, tree: Tree, heads: list[int]) -> Mention | None:
    """The named place it is told to be in, whatever it is on: "talks on Syria were held in Geneva"."""
    found = (place for i in heads for place in _places(scene, tree, i, on=False))
    return next((place for place in found if place.rule != PHRASE), None)


SHARING = frozenset({"conj", "xcomp", "advcl", "acl"})


def _places(scene: Scene, tree: Tree, index: int, on: bool = True) -> Iterator[Mention]:
    """Beside the word first, then within its objects and the phrases that hang on it."""
    yield from _near(scene, tree, index, on)
    for kid in tree.kids(index, "obj", "nsubj:pass", "obl", "nmod"):
        yield from _near(scene, tree, kid, on)


def _near(scene: Scene, tree: Tree, index: int, on: bool = True) -> Iterator[Mention]:
    for kid in tree.kids(index, "obl", "nmod"):
        preposition = tree.case(kid)
        if preposition == "on" and is_blamed(scene, index):
            continue
        span = scene.tokens[kid].span
        named = [mention for mention in scene.mentions if mention.span.overlaps(span)]
        for mention in (*named, *_actor(scene, kid)):
            if is_placing(scene.words, mention, preposition) or (on and _is_on(mention, preposition)):
                yield mention
