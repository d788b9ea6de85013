"""Events: verbs and nouns that name a kind of event, with who, where, when, and how they are told.

The order of work is `find_events`; each step has a file of its own: `event_words` (what names an
event), `event_clauses`, `event_scene` (the grammar of a sentence), `participants`, `event_times`,
`status`, `event_labels`. To find another kind of event, add it to `ontologies/events`.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.event_clauses import clause_at
from kb.extracting.event_labels import evidence_of, label_of
from kb.extracting.event_scene import Scene, comes_about, group_start, is_modifier, phrase_start, set_scene
from kb.extracting.event_times import time_of
from kb.extracting.event_words import EventWords, Named, compile_words, find_named
from kb.extracting.participants import Cast, cast_of_noun, cast_of_verb
from kb.extracting.status import Told, innermost, status_of
from kb.model import Event, EventType, Findings, Language, Passage, Sentence
from kb.ontology import mint_key

SAYING = "communication"
"""The family of acts done by words: statements carry them, so its nouns name no events of their own."""


def find_events(findings: Findings, language: Language, types: Sequence[EventType]) -> tuple[Event, ...]:
    """The events of these kinds that the article's body tells, in the order of their words.

    Needs tokens; takes times, mentions and statements into account as far as they are there. What
    nothing anchors in the world (no one takes part, no place, no time) is left out.
    """
    words = compile_words(language, types)
    body = (sentence for sentence in findings.sentences if sentence.passage is Passage.BODY)
    found = [event for sentence in body for event in _events_in(findings, sentence, words)]
    return tuple(sorted(found, key=lambda event: event.trigger))


def _events_in(findings: Findings, sentence: Sentence, words: EventWords) -> Iterator[Event]:
    if not sentence.tokens:
        return
    scene = set_scene(findings, sentence, words)
    named = [name for name in find_named(scene.tokens, words) if not _is_taken(scene, name)]
    governors = {name: governor_of(scene, name.first) for name in named if name.is_noun}
    for name in named:
        if _is_event(scene, name, governors):
            yield from _event(scene, name, governors.get(name))


def _is_taken(scene: Scene, name: Named) -> bool:
    """Whether the words are the cue of a statement, or words of time ("March")."""
    span = scene.span(name.first, name.last)
    cues = (statement.trigger for statement in scene.statements)
    return any(taken.overlaps(span) for taken in (*cues, *(time.span for time in scene.times)))


def _is_event(scene: Scene, name: Named, governors: dict[Named, int | None]) -> bool:
    if name.is_noun:
        return not is_modifier(scene, name.last) and (
            name.type.broader != SAYING or governors[name] is not None
        )
    return name.first not in governors.values() and not (
        _is_adjective(scene, name) or _is_stance(scene, name)
    )


def _is_stance(scene: Scene, name: Named) -> bool:
    """Whether it tells what someone within a statement thinks: "is opposed to", "supports"."""
    return (
        name.type.broader == SAYING
        and innermost(scene.statements, scene.span(name.first, name.last)) is not None
    )


def _is_adjective(scene: Scene, name: Named) -> bool:
    """Whether the word only describes the noun behind it: "the wounded men", "(that) rescue teams"."""
    if name.last - name.first > 1 or not is_modifier(scene, name.last):
        return False
    token, before = scene.tokens[name.first], scene.tokens[name.first - 1].pos if name.first else ""
    bare = token.text.casefold() == token.lemma.casefold() and group_start(scene, name.first) == name.first
    return before in {"DET", "ADJ", "ADP", "NUM"} or (bare and before in {"", "SCONJ", "PUNCT"})


def governor_of(scene: Scene, noun: int) -> int | None:
    """The light verb that carries the noun: the one it is the object of, or the passive one behind it."""
    start = phrase_start(scene, noun)
    clause = scene.clause_of(noun)
    for index in (start - 1, start - 2):
        if index >= clause.first and _is_light(scene, index, start):
            return index
    return _passive_behind(scene, noun, clause.last)


def _is_light(scene: Scene, index: int, start: int) -> bool:
    token = scene.tokens[index]
    if token.pos != "VERB" or not scene.words.verb("light", scene.tokens, index) or _is_epithet(scene, index):
        return False
    return index == start - 1 or scene.tokens[start - 1].pos in {"ADP", "ADV", "PART", "PRON"}


def _is_epithet(scene: Scene, index: int) -> bool:
    """Whether a gerund only describes the noun behind it: "the continuing fighting"."""
    token, before = scene.tokens[index], scene.tokens[index - 1].pos if index else ""
    return token.text.endswith("ing") and scene.words.has("aspectual", token) and before != "AUX"


def _passive_behind(scene: Scene, noun: int, last: int) -> int | None:
    """ "the attack was carried out": the first verb behind the noun, if light and passive."""
    behind = [index for index in range(noun + 1, last) if scene.tokens[index].pos == "VERB"]
    if not behind or not scene.words.verb("light", scene.tokens, behind[0]):
        return None
    between = scene.tokens[noun + 1 : behind[0]]
    return behind[0] if any(token.lemma == "be" for token in between) else None


def _event(scene: Scene, name: Named, governor: int | None) -> Iterator[Event]:
    cast = cast_of(scene, name, governor)
    time = time_of(scene, name.first, name.last)
    if not is_anchored(scene, name, cast, governor is not None or time is not None):
        return
    trigger = scene.span(name.first, name.last)
    statement = innermost(scene.statements, trigger)
    told = Told(scene, name.first, name.last, name.is_noun, governor, time, statement)
    yield Event(
        span=evidence_of(told),
        rule=_rule(name, governor),
        confidence=_confidence(name, cast, governor),
        key=mint_key("event", scene.text, trigger),
        trigger=trigger,
        label=label_of(told, cast.participants),
        time=time,
        place=cast.place,
        type=name.type.name,
        status=status_of(told),
        participants=cast.participants,
    )


def cast_of(scene: Scene, name: Named, governor: int | None) -> Cast:
    """Who takes part and where."""
    if name.is_noun:
        return cast_of_noun(scene, name.first, name.last, governor)
    return cast_of_verb(scene, name.first, name.last)


def is_anchored(scene: Scene, name: Named, cast: Cast, carried: bool) -> bool:
    """Whether something ties the words to the world: a light verb or a time, someone, somewhere, or, for
    a noun, a verb that says it came about, or a speaker who speaks of just that."""
    if carried or cast.participants or cast.place:
        return True
    return name.is_noun and (_comes_about(scene, name) or _is_spoken_of(scene, name))


def _is_spoken_of(scene: Scene, name: Named) -> bool:
    """Whether what is said begins with the noun phrase: "called for a strike"."""
    start = scene.tokens[phrase_start(scene, name.first)].span.start
    contents = (content for statement in scene.statements for content in statement.content)
    return any(0 <= start - content.start <= len("against ") for content in contents)


def _comes_about(scene: Scene, name: Named) -> bool:
    clause = scene.clauses[clause_at(scene.clauses, name.first)]
    behind = [index for index in range(name.last, clause.last) if scene.tokens[index].pos == "VERB"]
    return any(comes_about(scene, index) for index in [name.last, *behind[:1]])


def _rule(name: Named, governor: int | None) -> str:
    if not name.is_noun:
        return "event-verb"
    return "event-noun" if governor is None else "light-verb-and-event-noun"


def _confidence(name: Named, cast: Cast, governor: int | None) -> float:
    """Verbs and carried nouns with someone in them are sure; bare nouns are not."""
    base = 0.85 if not name.is_noun or governor is not None else 0.7
    return base + 0.1 if cast.participants else base - 0.1
