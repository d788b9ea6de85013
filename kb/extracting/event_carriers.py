"""The verb that carries an event noun: that has its tense, its subject and its time.

"Norland launched an attack" carries by its object, "talks were held" by the passive, "the raids began"
by the subject, "a deal that the two struck" by a relative clause. The verbs stand in the lists `light`
and `occurring` of `[grammar.events]`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from kb.extracting.event_clauses import Clause
from kb.extracting.event_scene import Scene, comes_about, is_passive, is_past_form, phrase_start
from kb.extracting.event_tree import objects_of
from kb.extracting.event_words import OWNERS


class Way(Enum):
    """How a verb carries a noun."""

    OBJECT = auto()
    PASSIVE = auto()
    SUBJECT = auto()
    RELATIVE = auto()


@dataclass(frozen=True, slots=True)
class Carrier:
    """The token of the verb and how it carries the noun."""

    verb: int
    way: Way


def carrier_of(scene: Scene, first: int, last: int) -> Carrier | None:
    """The verb that carries the noun at these tokens; None for a noun that only stands somewhere."""
    return next(_carriers(scene, first, last), None)


def _carriers(scene: Scene, first: int, last: int) -> Iterator[Carrier]:
    start, clause = phrase_start(scene, first), scene.clause_of(first)
    for index in (start - 1, start - 2):
        if index >= clause.first and _is_light_before(scene, index, start):
            yield Carrier(index, Way.OBJECT)
    yield from _behind(scene, last, clause)
    yield from _travelling(scene, last)
    yield from _in_relative(scene, last, clause)
    yield from _over_clause(scene, last, clause)


def _travelling(scene: Scene, last: int) -> Iterator[Carrier]:
    """ "flew to Oslo for talks": the verb of a journey with what it is for, where a parse ties them."""
    tree = scene.tree
    verb = tree.head(last - 1) if tree is not None else None
    if tree is None or verb is None or tree.case(last - 1) not in {"on", "for"}:
        return
    if tree.relation(last - 1) == "obl" and scene.words.verb("travelling", scene.tokens, verb):
        yield Carrier(verb, Way.OBJECT)


def _is_light_before(scene: Scene, index: int, start: int) -> bool:
    """Whether a light verb stands right before the noun phrase, a particle at most between."""
    if not _is_light(scene, index) or _is_epithet(scene, index):
        return False
    return index == start - 1 or scene.tokens[start - 1].pos in {"ADP", "ADV", "PART", "PRON"}


def _is_light(scene: Scene, index: int) -> bool:
    return scene.tokens[index].pos == "VERB" and scene.words.verb("light", scene.tokens, index)


def _is_epithet(scene: Scene, index: int) -> bool:
    """Whether a gerund only describes the noun behind it: "the continuing war", "Vell's opening game"."""
    token, before = scene.tokens[index], scene.tokens[index - 1] if index else None
    owned = before is not None and before.text in OWNERS and before.pos != "AUX"
    goes_on = scene.words.has("aspectual", token) and (before is None or before.pos != "AUX")
    return token.text.endswith("ing") and (owned or goes_on)


def _behind(scene: Scene, last: int, clause: Clause) -> Iterator[Carrier]:
    """A verb behind the noun that is light and passive, or one of coming about."""
    for verb in _verbs_behind(scene, last, clause):
        if _is_for_it(scene, last, verb) or _is_of_another(scene, last - 1, verb):
            continue
        if _is_light(scene, verb) and (is_passive(scene, verb) or _is_reduced(scene, last - 1, verb)):
            yield Carrier(verb, Way.PASSIVE)
        elif comes_about(scene, verb):
            yield Carrier(verb, Way.SUBJECT)


def _is_for_it(scene: Scene, last: int, verb: int) -> bool:
    """Whether an infinitive with an object only says which or what for: "the last storm to hit the coast",
    "their vote to leave the union"; the noun has its verb elsewhere, as in "is expected to be held"."""
    tree = scene.tree
    if scene.words.verb("expecting", scene.tokens, verb):
        return any(token.text == "to" for token in scene.tokens[verb + 1 : verb + 2])
    tied = tree is not None and (tree.relation(verb) == "acl" or verb == last + 1)
    infinitive = tied and scene.tokens[verb - 1].text == "to"
    return infinitive and tree is not None and tree.has(verb, "obj")


def _is_of_another(scene: Scene, noun: int, verb: int) -> bool:
    """Whether a gerund goes on from a verb told in between: "the worst since a jet | fell, killing ten"."""
    tree = scene.tree
    head = tree.head(verb) if tree is not None and scene.tokens[verb].text.endswith("ing") else None
    if tree is None or head is None or not noun < head < verb:
        return False
    return scene.tokens[head].pos == "VERB" and head not in set(tree.above(noun))


def _is_reduced(scene: Scene, noun: int, verb: int) -> bool:
    """Whether a bare participle says of the noun what was done: "a vote held in May"."""
    tree = scene.tree
    if tree is None:
        return False
    hangs = tree.relation(verb) == "acl" and tree.head(verb) == noun
    signed = scene.words.has("signing", scene.tokens[verb])  # an event of its own
    return hangs and is_past_form(scene.tokens[verb]) and not signed and not objects_of(tree, verb)


def _verbs_behind(scene: Scene, last: int, clause: Clause) -> list[int]:
    """The word right behind; the first verbs of the clause ("the truce he brokered took hold"); behind a
    comma or a clause without verbs, those of the clauses that commas part from it."""
    own = [i for i in range(last, clause.last) if i == last or scene.tokens[i].pos == "VERB"]
    parenthesis = own and scene.tokens[last].text == ","
    if not parenthesis and any(scene.tokens[i].pos == "VERB" for i in own):
        return own[:3]
    parted = [later for later in scene.clauses if later.first >= clause.last and later.opener == ","][:2]
    firsts = [_first_verb(scene, later.first, later.last) for later in parted]
    return own[:3] + [verb for verb in firsts if verb is not None]


def _in_relative(scene: Scene, last: int, clause: Clause) -> Iterator[Carrier]:
    """The verb of the relative clause that follows the noun phrase: "the truce which took effect"."""
    if clause.last >= len(scene.tokens) or _first_verb(scene, last, clause.last) is not None:
        return
    relative = scene.clause_of(clause.last)
    verb = _first_verb(scene, relative.first, relative.last)
    named = relative.opener in scene.words.of("relatives") - {"who", "whom"}
    if named and verb is not None and (_is_light(scene, verb) or comes_about(scene, verb)):
        yield Carrier(verb, Way.RELATIVE)


def _over_clause(scene: Scene, last: int, clause: Clause) -> Iterator[Carrier]:
    """The verb behind a clause that tells what the noun is about: "a vote on whether to go will be held"."""
    tree = scene.tree
    verb = tree.head(last - 1) if tree is not None and tree.bases[last - 1] == "nsubj" else None
    if tree is None or verb is None or verb < clause.last or not tree.has(last - 1, "acl"):
        return
    if _is_light(scene, verb) and is_passive(scene, verb):
        yield Carrier(verb, Way.PASSIVE)
    elif comes_about(scene, verb):
        yield Carrier(verb, Way.SUBJECT)


def _first_verb(scene: Scene, first: int, last: int) -> int | None:
    return next((index for index in range(first, last) if scene.tokens[index].pos == "VERB"), None)
