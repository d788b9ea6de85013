"""Nouns that point back: "The denial followed within hours" speaks of a denial told before.

Which nouns point to which kind of statement stands in `[grammar.events.anaphors]`; a noun that names
a kind of event points to the last event of that kind.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kb.extracting.event_words import EventWords, compile_words
from kb.model import (
    Event,
    EventType,
    Findings,
    Language,
    Occurrence,
    Role,
    Sentence,
    Statement,
    Status,
    Token,
)
from kb.ontology import load_event_types

REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.CLAIMED})
REACH = 3  # tokens
ANY = ""  # the row of nouns that may point to a statement of any kind


def find_referent(
    sentence: Sentence, before: int, occurrences: Sequence[Occurrence], language: Language
) -> Iterator[Occurrence]:
    """The last occurrence before the sentence that a noun of the sentence, left of `before`, points to."""
    earlier = [o for o in occurrences if o.trigger.end <= sentence.span.start]
    yield from _pointed_at([t for t in sentence.tokens if t.span.end <= before], earlier, language)


def find_pivot(
    sentence: Sentence, start: int, occurrences: Sequence[Occurrence], language: Language
) -> Iterator[Occurrence]:
    """The last occurrence before the sentence that "the attack", which begins at `start`, speaks of again."""
    earlier = [o for o in occurrences if o.trigger.end <= sentence.span.start]
    behind = [t for t in sentence.tokens if t.span.start >= start][: REACH + 1]
    if behind and _points(behind[0], compile_words(language, ())):
        yield from _pointed_at(behind, earlier, language)


def _pointed_at(
    tokens: Sequence[Token], earlier: Sequence[Occurrence], language: Language
) -> Iterator[Occurrence]:
    for noun in _pointing_nouns(tokens, compile_words(language, ())):
        fitting = [o for o in earlier if _fits(o, noun, language)] or _last_said(earlier, noun, language)
        if fitting:
            yield fitting[-1]
            return


def _last_said(earlier: Sequence[Occurrence], noun: str, language: Language) -> list[Occurrence]:
    """The last statement, where a plain "said" is now called a warning, a promise, an accusation."""
    said = [o for o in earlier if isinstance(o, Statement)]
    anaphors = language.grammar.get("events", {}).get("anaphors", {})
    named = any(noun in nouns for nouns in anaphors.values())
    return [o for o in said[-1:] if named and o.act == "say"]


def _pointing_nouns(tokens: Sequence[Token], words: EventWords) -> Iterator[str]:
    """The words that "the", "this" or their kin stand before, at the head of the sentence.

    Whether they are nouns is left to the lists they are looked up in: a tagger may err.
    """
    opening = next((i for i, token in enumerate(tokens[:REACH]) if _points(token, words)), None)
    if opening is not None:
        yield from (token.lemma.casefold() for token in tokens[opening + 1 : opening + 1 + REACH])


def _points(token: Token, words: EventWords) -> bool:
    return words.has("pointing", token) or words.has("possessives", token)


def find_antecedent(
    event: Event, findings: Findings, language: Language, presupposed: bool = False
) -> Event | None:
    """The last event before that "the crash", "these attacks" may speak of again; None for a first telling.

    It is of the same kind or a narrower one, or named by the same noun, and neither place nor target tells
    the two apart. What "two days after ..." counts from is `presupposed`: it needs no "the".
    """
    sentence = next((s for s in findings.sentences if s.span.covers(event.trigger)), None)
    counted = presupposed and event.time is not None and event.time.offset is not None
    if sentence is None or (event.time is not None and not counted):
        return None
    if not presupposed and not _is_pointed_at(event, sentence, language):
        return None
    earlier = [e for e in findings.events if e.trigger.end <= event.trigger.start]
    return next((e for e in reversed(earlier) if _may_be_same(e, event, findings.text)), None)


def _is_pointed_at(event: Event, sentence: Sentence, language: Language) -> bool:
    words = compile_words(language, ())
    before = [token for token in sentence.tokens if token.span.end <= event.trigger.start][-REACH:]
    pointing = [i for i, token in enumerate(before) if words.has("pointing", token)]
    return bool(pointing) and all(
        t.pos in {"ADJ", "NOUN", "PROPN", "NUM"} for t in before[pointing[-1] + 1 :]
    )


def _may_be_same(earlier: Event, event: Event, text: str) -> bool:
    types = _types("en")
    kinds = {earlier.type, types[earlier.type].broader if earlier.type in types else None}
    named_alike = event.trigger.of(text).casefold() in earlier.trigger.of(text).casefold().split()
    told_alike = earlier.status is event.status or {earlier.status, event.status} <= REAL
    return (event.type in kinds or named_alike) and told_alike and not _differ(earlier, event)


def _differ(earlier: Event, event: Event) -> bool:
    """Whether the later one names a place or a target that the earlier one does not."""
    place, before = event.place, earlier.place
    elsewhere = place is not None and (before is None or before.entity.key != place.entity.key)
    return elsewhere or not _targets(event) <= _targets(earlier)


def _targets(event: Event) -> set[str]:
    return {p.mention.entity.key for p in event.participants if p.role is Role.TARGET}


def _fits(occurrence: Occurrence, noun: str, language: Language) -> bool:
    if isinstance(occurrence, Statement):
        anaphors = language.grammar.get("events", {}).get("anaphors", {})
        return noun in anaphors.get(occurrence.act, ()) or noun in anaphors.get(ANY, ())
    return isinstance(occurrence, Event) and noun in _nouns(occurrence.type, language)


def _nouns(kind: str, language: Language) -> frozenset[str]:
    """The nouns of a kind and of its broader kinds: "the attack" may be an air strike."""
    types = _types(language.code)
    nouns: frozenset[str] = frozenset()
    name: str | None = kind
    while name in types:
        nouns |= types[name].nouns
        name = types[name].broader
    return nouns


@cache
def _types(language: str) -> dict[str, EventType]:
    return {type_.name: type_ for type_ in load_event_types(language)}
