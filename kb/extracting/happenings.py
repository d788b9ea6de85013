"""Every other verb and event noun: what a text tells of besides what belongs on a timeline.

Annotated corpora count nearly every verb as an event. A timeline should not, so these stay out of it:
`find_happenings` serves the measuring interface alone. Their types are no kinds of `ontologies/events`:
"phase" for the verbs that tell the phase of another event, "state" for a copula, "attitude" for saying,
wanting and planning, "naming" for an event noun that nothing anchors, else "happening".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kb.extracting.event_carriers import Carrier, carrier_of
from kb.extracting.event_roles import Cast
from kb.extracting.event_scene import Scene, is_modifier
from kb.extracting.event_setting import set_scene, set_scenes
from kb.extracting.event_times import time_of_noun, time_of_verb
from kb.extracting.event_told import Told, innermost
from kb.extracting.event_tree import subjects_of
from kb.extracting.event_words import NOMINAL, compile_words, is_nominal
from kb.extracting.nearby import Nearby
from kb.extracting.participants import cast_of_noun, cast_of_verb
from kb.extracting.status import status_of
from kb.model import (
    Event,
    EventType,
    Findings,
    Language,
    Participant,
    Span,
    TimeExpression,
    Token,
)
from kb.ontology import mint_key

RELATIVES = frozenset({"who", "whom", "which", "that"})
NAMING = NOMINAL | {"VERB", "ADJ"}
"""What may be used as a noun, see `is_nominal`."""


def find_happenings(findings: Findings, language: Language, types: Sequence[EventType]) -> tuple[Event, ...]:
    """What triggers neither a statement nor an event found before, headlines included."""
    words = compile_words(language, types)
    saying = _saying(language)
    nearby = Nearby(findings)
    scenes = set_scenes(findings, words)
    return tuple(
        _happening(scene, index, saying, _own_cast(scene, index))
        for scene in scenes
        for index in sorted({*_verbs(scene), *_nouns(scene)})
        if not _is_taken(nearby, scene.tokens[index].span)
    )


def find_happenings_at(
    findings: Findings, language: Language, types: Sequence[EventType], spans: Sequence[Span]
) -> tuple[Event, ...]:
    """Whatever stands at these spans, told as a happening; a span without any token yields none.

    What is told around them need not be among them: whose subject it shares then takes part in it as well.
    """
    words, saying = compile_words(language, types), _saying(language)
    nearby = Nearby(findings)
    found = [(span, s) for span in spans for s in nearby.sentences.touching(span) if s.tokens]
    scenes = ((span, set_scene(nearby, sentence, words)) for span, sentence in found)
    return tuple(
        _at(scene, span, saying) for span, scene in scenes if scene.first_token(span) < len(scene.tokens)
    )


def _at(scene: Scene, span: Span, saying: frozenset[str]) -> Event:
    index = scene.first_token(span)
    return replace(_happening(scene, index, saying, _cast(scene, index)), trigger=span)


def _is_taken(nearby: Nearby, span: Span) -> bool:
    """Whether a statement or an event is told by these words, or a time."""
    return bool(nearby.triggered.touching(span) or nearby.times.touching(span))


@cache
def _saying(language: Language) -> frozenset[str]:
    """The verbs of saying."""
    return frozenset(word for words in language.speech.get("acts", {}).values() for word in words.split())


def _verbs(scene: Scene) -> Iterator[int]:
    """The full verbs, and the forms of "be" and "have" that stand alone."""
    for index, token in enumerate(scene.tokens):
        full = token.pos == "VERB" and not scene.words.has("linking_participles", token)
        if full or (token.lemma in {"be", "have"} and _stands_alone(scene, index)):
            yield index


def _nouns(scene: Scene) -> Iterator[int]:
    """The heads of event nouns, of a kind or of none, and of the names of events."""
    for name in scene.named:
        if name.is_noun and not is_modifier(scene, name.last):
            yield name.last - 1
    for index, token in enumerate(scene.tokens):
        deed = token.pos in NAMING and index not in scene.idioms and _names_deed(scene, index, token)
        if deed and not is_modifier(scene, index + 1):
            yield index


def _names_deed(scene: Scene, index: int, token: Token) -> bool:
    named = token.pos == "PROPN" and scene.words.has("named_events", token)
    return named or (scene.words.has("deeds", token) and is_nominal(scene.tokens, index, index + 1))


def _stands_alone(scene: Scene, index: int) -> bool:
    behind = scene.tokens[index + 1 : index + 4]
    follower = next((token.pos for token in behind if token.pos not in {"ADV", "PART"}), "")
    return scene.tokens[index].pos == "AUX" and follower not in {"VERB", "AUX"}


def _happening(scene: Scene, index: int, saying: frozenset[str], cast: Cast) -> Event:
    time = _time(scene, index, _carrier(scene, index))
    trigger = scene.tokens[index].span
    told = Told(scene, index, index + 1, False, None, time, innermost(scene.statements, trigger))
    return Event(
        span=_clause(scene, index),
        rule="other-verb",
        confidence=0.2,
        key=mint_key("happening", scene.text, scene.sentence, trigger),
        trigger=trigger,
        label=trigger.of(scene.text),
        time=time,
        place=cast.place,
        type=_type(scene, index, saying),
        status=status_of(told),
        participants=cast.participants,
    )


def _is_noun(scene: Scene, index: int) -> bool:
    return scene.tokens[index].pos in NOMINAL


def _carrier(scene: Scene, index: int) -> Carrier | None:
    return carrier_of(scene, index, index + 1) if _is_noun(scene, index) else None


def _cast(scene: Scene, index: int) -> Cast:
    if _is_noun(scene, index):
        return cast_of_noun(scene, index, index + 1, _carrier(scene, index))
    cast = cast_of_verb(scene, index, index + 1)
    people = (part for part in cast.participants if part.mention not in scene.deeds)
    return Cast(tuple(_as_worded(scene, index, part) for part in people), cast.place)


def _own_cast(scene: Scene, index: int) -> Cast:
    """Who takes part by the words of the clause itself: the subject of a carrying verb, or of the clause that
    an adverbial one hangs on ("to win it, Norland opened its ports"), is told with that verb."""
    if _is_noun(scene, index):
        return cast_of_noun(scene, index, index + 1, None)
    cast, tree = _cast(scene, index), scene.tree
    if tree is None or tree.relation(index).split(":")[0] != "advcl" or tree.has(index, "nsubj"):
        return cast
    shared = [scene.tokens[i].span for i in subjects_of(tree, index)]
    own = (p for p in cast.participants if not any(p.mention.span.overlaps(span) for span in shared))
    return Cast(tuple(own), cast.place)


def _as_worded(scene: Scene, verb: int, part: Participant) -> Participant:
    """The participant at the words of the clause itself: of "a town that fell", at "that"."""
    tree = scene.tree
    noun = tree.head(verb) if tree is not None and tree.relation(verb) == "acl:relcl" else None
    if tree is None or noun is None or not part.mention.span.overlaps(scene.tokens[noun].span):
        return part
    spans = [scene.tokens[i].span for i in tree.kids(verb, "nsubj", "obj")]
    words = next((span for span in spans if span.of(scene.text).casefold() in RELATIVES), None)
    return part if words is None else replace(part, mention=replace(part.mention, span=words))


def _time(scene: Scene, index: int, carrier: Carrier | None) -> TimeExpression | None:
    if _is_noun(scene, index):
        return time_of_noun(scene, index, index + 1, carrier)
    return time_of_verb(scene, index, index + 1)


def _clause(scene: Scene, index: int) -> Span:
    clause = scene.clause_of(index)
    return scene.span(clause.first, clause.last)


def _type(scene: Scene, index: int, saying: frozenset[str]) -> str:
    token, words = scene.tokens[index], scene.words
    if token.pos == "AUX":
        return "state"
    if token.pos != "VERB":
        return "naming"
    if token.lemma in saying or words.has("wishing", token) or words.has("intending", token):
        return "attitude"
    return "phase" if words.has("aspectual", token) else "happening"
