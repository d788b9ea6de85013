"""What keeps words that look like an event out of the timeline.

A word that only modifies another, an attitude, a noun that nothing ties to the world. To keep out an
idiom, add it to `idioms` of `[grammar.events]`.
"""

from collections.abc import Set

from kb.extracting.event_carriers import Carrier, Way
from kb.extracting.event_doers import has_fit_subject
from kb.extracting.event_phrases import is_designated
from kb.extracting.event_roles import Cast
from kb.extracting.event_scene import Scene, group_start, is_modifier, is_past_form, phrase_start
from kb.extracting.event_times import has_time
from kb.extracting.event_told import innermost
from kb.extracting.event_tree import is_passive, objects_of, particle_of, subjects_of
from kb.extracting.event_words import NOMINAL, OWNERS, Named, is_verbal_gerund
from kb.model import Role, TimeExpression

CHARGED = 9  # tokens from "convicted" to what for
HARM = frozenset({"killing", "wounding"})
"""Kinds that are events of their own beside what did it: "the earthquake killed ten"."""

PRICED = frozenset({"priceMove", "marketCrash"})

SAYING = "communication"
"""The family of acts done by words: statements carry them, so its nouns name no events of their own."""


def is_event(scene: Scene, name: Named, carrier: Carrier | None, carrying: Set[int]) -> bool:
    """Whether the words name an event here; `carrying` are the verbs that carry event nouns."""
    if name.is_noun:
        made = name.type.broader != SAYING or _is_made(carrier)
        called = is_modifier(scene, name.last) or is_designated(scene.tokens, name.last - 1, scene.words)
        told = made and not called and not _is_suspended(scene, name)
        return told and not (_is_charge(scene, name) or _is_none(scene, name, carrier))
    carries = name.first in carrying and name.type.name not in HARM
    if _is_asked(scene, name.first) or carries or _is_purpose(scene, name) or _is_another_verb(scene, name):
        return False
    return has_fit_subject(scene, name) and not (_is_adjective(scene, name) or _is_stance(scene, name))


def _is_none(scene: Scene, name: Named, carrier: Carrier | None) -> bool:
    """Whether it only counts or says what there was not: "by 55 votes to 22", "without an agreement"."""
    start = phrase_start(scene, name.first)
    before = scene.tokens[start - 1].text.casefold() if start else ""
    counted = any(token.pos == "NUM" for token in scene.tokens[start : name.first])
    tallied = counted and scene.words.has("tallied", scene.tokens[name.last - 1])
    return before == "without" or (tallied and carrier is None)


def _is_asked(scene: Scene, verb: int) -> bool:
    """Whether it only stands in a question of what will be: "asked which side he will support"."""
    tree, group = scene.tree, scene.tokens[group_start(scene, verb) : verb]
    ahead = scene.words.any("future", group) or scene.words.any("possible", group)
    objects = tree.kids(verb, "obj", "obl") if tree is not None and ahead else ()
    marks = (k for i in objects for k in tree.kids(i, "det")) if tree is not None else ()
    return any(scene.words.has("asking_which", scene.tokens[mark]) for mark in marks)


def _is_suspended(scene: Scene, name: Named) -> bool:
    """Whether it is the object of a verb that tells the event: "suspended the talks", "vote on the deal"."""
    start = phrase_start(scene, name.first)
    if scene.tokens[name.last - 1].relation == "obl" and _is_voted_on(scene, name.last - 1, start):
        return True
    verbs = [index for index in range(max(0, start - 2), start) if scene.tokens[index].pos == "VERB"]
    return any(scene.words.verb("suspending", scene.tokens, index) for index in verbs)


def _is_voted_on(scene: Scene, noun: int, start: int) -> bool:
    head, known = scene.tokens[noun].head, scene.words.any("pointing", scene.tokens[start : start + 1])
    return known and head is not None and scene.words.has("voting", scene.tokens[head])


def _is_charge(scene: Scene, name: Named) -> bool:
    """Whether a bare noun only names what somebody is tried for: "convicted of murder"."""
    start, head = phrase_start(scene, name.first), scene.tokens[name.last - 1]
    before = scene.tokens[max(0, start - CHARGED) : start]
    generic = all(
        t.pos not in {"DET", "NUM", "PRON"} and t.text not in OWNERS for t in scene.tokens[start : name.first]
    )
    led = (
        generic and head.text.casefold() == head.lemma.casefold() and bool(before) and before[-1].pos == "ADP"
    )
    last = max((n for n, token in enumerate(before) if token.pos == "VERB"), default=0)
    return led and scene.words.any("charging", before[last:])


def _is_made(carrier: Carrier | None) -> bool:
    """Whether an act of words is done here, "issued a threat"; "the threat came" points back to one."""
    return carrier is not None and carrier.way in {Way.OBJECT, Way.PASSIVE}


def _is_purpose(scene: Scene, name: Named) -> bool:
    """Whether a noun only tells what for: "their aim of winning the war"."""
    before = scene.tokens[max(0, name.first - 2) : name.first]
    return len(before) == 2 and before[1].text == "of" and scene.words.has("purposes", before[0])


def _is_another_verb(scene: Scene, name: Named) -> bool:
    """Whether a particle that is none of the words makes another verb of it: "leaves out the rebels"."""
    particle = particle_of(scene.tree, name.first) if scene.tree is not None else None
    return particle is not None and name.last == name.first + 1 and not _is_parted(scene, name, particle)


def _is_parted(scene: Scene, name: Named, particle: int) -> bool:
    """Whether the words with the particle name the kind all the same: "shot it down"."""
    words = (scene.tokens[name.first].lemma.casefold(), scene.tokens[particle].text.casefold())
    return words in scene.words.verbs or words in scene.words.with_object


def _is_stance(scene: Scene, name: Named) -> bool:
    """Whether it tells what someone within a statement thinks: "is opposed to", "supports"."""
    saying = name.type.broader == SAYING and not _is_to_come(scene, name)
    return saying and innermost(scene.statements, scene.span(name.first, name.last)) is not None


def _is_adjective(scene: Scene, name: Named) -> bool:
    """Whether the word only describes the noun behind it: "the wounded men", "(that) rescue teams"."""
    if name.last - name.first > 1 or not is_modifier(scene, name.last):
        return False
    if is_verbal_gerund(scene.tokens, name.first, scene.words):
        return False
    token, before = scene.tokens[name.first], scene.tokens[name.first - 1].pos if name.first else ""
    bare = token.text.casefold() == token.lemma.casefold() and group_start(scene, name.first) == name.first
    return before in {"DET", "ADJ", "ADP", "NUM"} or (bare and before in {"", "SCONJ", "PUNCT"})


# ---------------------------------------------------------------------------------------- anchoring


def is_anchored(
    scene: Scene, name: Named, carrier: Carrier | None, cast: Cast, time: TimeExpression | None
) -> bool:
    """Whether something ties the words to the world: a verb that carries them, a time, someone, somewhere,
    or a speaker who speaks of just that."""
    if _is_going(scene, name):
        return cast.place is not None
    if name.type.name in PRICED and scene.words.verb("needs_priced", scene.tokens, name.first):
        return _has_priced_subject(scene, name.first)
    if name.type.broader == SAYING:
        return time is not None or has_time(scene, name.first) or _is_addressed(scene, name, cast)
    if name.is_noun and _is_mere_mention(scene, name, carrier, cast, time):
        return False
    if not name.is_noun and time is None and cast.place is None and _is_by_the_way(scene, name.first):
        return False
    if not name.is_noun and scene.words.verb("needs_object", scene.tokens, name.first):
        return _has_object(scene, name.first, name.last)
    if carrier or time or cast.anchors:
        return True
    return _is_spoken_of(scene, name) if name.is_noun else _has_subject(scene, name.first)


def _is_going(scene: Scene, name: Named) -> bool:
    """Whether a verb that needs a place names the kind by itself: "left Oslo", not "left two men dead"."""
    alone = scene.words.verbs.get((scene.tokens[name.first].lemma.casefold(),))
    needs = not name.is_noun and scene.words.verb("needs_place", scene.tokens, name.first)
    return needs and (alone is None or alone == name.type)


def _is_by_the_way(scene: Scene, verb: int) -> bool:
    """Whether a verb without time and place only describes ("those who had fled"), is but an idea
    ("toppling them would be folly"), or tells what can be."""
    if scene.tree is None:
        return False
    infinitive = scene.tree.has(verb, "mark")
    relation = scene.tree.relation(verb).split(":")[0]
    describes = relation == "acl" and not (infinitive or _is_suffered(scene, verb) or _is_finite(scene, verb))
    group = scene.tokens[group_start(scene, verb) : verb]
    return describes or relation == "csubj" or scene.words.any("able", group)


def _is_finite(scene: Scene, verb: int) -> bool:
    """Whether a past form with an object, taken for a participle, tells: "after rebels stormed it"."""
    tree = scene.tree
    return (
        tree is not None
        and tree.relation(verb) == "acl"
        and tree.has(verb, "obj")
        and is_past_form(scene.tokens[verb])
    )


def _is_suffered(scene: Scene, verb: int) -> bool:
    """Whether people came to harm, which is told for its own sake: "a man who was killed"."""
    return scene.words.any("harming", scene.tokens[verb : verb + 1])


def _is_addressed(scene: Scene, name: Named, cast: Cast) -> bool:
    """Whether an act of words is told by a verb with who does it and to whom: "thanked the rescuers"."""
    roles = {participant.role for participant in cast.participants}
    if name.is_noun or (
        scene.words.has("stances", scene.tokens[name.first]) and not _is_to_come(scene, name)
    ):
        return False
    refused = scene.tree is not None and name.type.name == "refusal" and scene.tree.has(name.first, "xcomp")
    return Role.INITIATOR in roles and (Role.TARGET in roles or refused)


def _is_to_come(scene: Scene, name: Named) -> bool:
    """ "will support": what somebody is going to do is no stance of his."""
    return scene.words.any("future", scene.tokens[group_start(scene, name.first) : name.first])


def _is_mere_mention(
    scene: Scene, name: Named, carrier: Carrier | None, cast: Cast, time: TimeExpression | None
) -> bool:
    """Whether "the war", "these attacks" only speak again of what was told: nobody, nowhere, no time, and
    nothing is counted from it."""
    if time or (carrier and carrier.way is not Way.SUBJECT):
        return False
    token = scene.tokens[name.last - 1]
    if name.type.name == "agreement" and carrier is None and token.text.casefold() != token.lemma.casefold():
        return True  # "broke EU treaties"
    if cast.anchors:
        return False
    opening = scene.tokens[phrase_start(scene, name.first)]
    return scene.words.has("pointing", opening) and not _is_pivot(scene, name)


def _is_pivot(scene: Scene, name: Named) -> bool:
    """Whether an expression such as "a day after" counts from here."""
    start = scene.tokens[name.first].span.start
    pivots = [time.offset.pivot for time in scene.times if time.offset is not None]
    return any(pivot <= start for pivot in pivots)


def _has_priced_subject(scene: Scene, verb: int) -> bool:
    """Whether what rises or falls has a price, a size or a rate: "shares fell", "the euro rose"."""
    clause = scene.clause_of(verb)
    before = scene.tokens[clause.first : verb]
    if not any(token.pos in NOMINAL for token in before) and clause.first > 0:
        before = scene.tokens[scene.clause_of(clause.first - 1).first : verb]
    return scene.words.any("priced", before)


def _has_object(scene: Scene, verb: int, last: int) -> bool:
    """Whether a noun phrase follows directly: "won the vote", not "won back", "won it", "were winning"."""
    if scene.tree is not None:
        named = [i for i in objects_of(scene.tree, verb) if scene.tokens[i].text != "it"]
        return bool(named) or is_passive(scene.tree, verb)
    behind = scene.tokens[last : last + 4]
    first = behind[0].pos if behind else ""
    return first in {"DET", "NUM", "PROPN", "ADJ", "NOUN"} and any(t.pos in NOMINAL for t in behind)


def _has_subject(scene: Scene, verb: int) -> bool:
    """Whether a noun or number is its subject, taken for an actor or not: before it in its clause, or that of
    the verb it is joined to."""
    tree = scene.tree
    joined = subjects_of(tree, verb) if tree is not None and tree.relation(verb) == "conj" else ()
    if any(scene.tokens[i].pos in NOMINAL - {"PRON"} for i in joined):
        return True
    before = scene.tokens[scene.clause_of(verb).first : group_start(scene, verb)]
    return any(token.pos in {"NOUN", "PROPN", "NUM"} for token in before)


def _is_spoken_of(scene: Scene, name: Named) -> bool:
    """Whether what is said begins with the noun phrase: "called for a strike"."""
    start = scene.tokens[phrase_start(scene, name.first)].span.start
    contents = (content for statement in scene.statements for content in statement.content)
    return any(0 <= start - content.start <= len("against ") for content in contents)
