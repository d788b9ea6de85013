"""Nouns that point back: "The denial followed within hours" speaks of a denial told before.

Which nouns point to which kind of statement stands in `[grammar.events.anaphors]`; a noun that names
a kind of event points to the last event of that kind.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kb.extracting.event_sameness import REAL, kinds_by_name, kinds_of, may_be_same
from kb.extracting.event_words import EventWords, compile_words
from kb.model import (
    Event,
    Findings,
    Language,
    Occurrence,
    Sentence,
    Statement,
    Token,
)

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
    if _is_pronoun(behind, compile_words(language, ())):
        yield from [o for o in earlier if isinstance(o, Event) and o.status in REAL][-1:]
    elif behind and _points(behind[0], compile_words(language, ())):
        yield from _pointed_at(behind, earlier, language)


def _is_pronoun(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether the clause is "it" or "that" alone, which speaks of what was told last."""
    alone = len(tokens) > 1 and tokens[1].pos in {"PUNCT", "CCONJ"}
    return alone and words.has("standing_for_events", tokens[0])


def _pointed_at(
    tokens: Sequence[Token], earlier: Sequence[Occurrence], language: Language
) -> Iterator[Occurrence]:
    for noun in _pointing_nouns(tokens, compile_words(language, ())):
        fitting = [o for o in earlier if _fits(o, noun, language)] or _last_said(earlier, noun, language)
        if fitting:
            yield fitting[-1]
            return


def names_statement(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a noun names something said: "Kerry's remarks"."""
    anaphors = language.grammar.get("events", {}).get("anaphors", {})
    listed = {noun for nouns in anaphors.values() for noun in nouns}
    return any(token.pos == "NOUN" and token.lemma.casefold() in listed for token in tokens)


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
        named = tokens[opening + 1 : opening + 1 + REACH]
        yield from (t.lemma.casefold() for t in takewhile(lambda t: not words.has("further", t), named))


def _points(token: Token, words: EventWords) -> bool:
    return words.has("pointing", token) or words.has("possessives", token)


def find_antecedent(
    event: Event, findings: Findings, language: Language, presupposed: bool = False
) -> Event | None:
    """The last event before that "the crash", "these attacks" may speak of again; None for a first telling.

    It is of the same kind or a narrower one, or named by the same noun, and neither place nor target tells
    the two apart. What "two days after ..." counts from is `presupposed`: it needs no "the", and may be
    told in full only later.
    """
    counted = presupposed and event.time is not None and event.time.offset is not None
    if event.time is not None and not counted:
        return None
    sentence = next((s for s in findings.sentences if s.span.covers(event.trigger)), None)
    if sentence is None:
        return None
    if not presupposed and not _is_pointed_at(event, sentence, language):
        return None
    earlier = [e for e in findings.events if e.trigger.end <= event.trigger.start]
    words, text = compile_words(language, ()), findings.text
    later = [e for e in findings.events if e.trigger.start >= sentence.span.end]
    orders = ((earlier[::-1], False), (earlier[::-1], True), (later, True)) if presupposed else ()
    told = ((e, loosely) for events, loosely in orders or ((earlier[::-1], False),) for e in events)
    return next((e for e, loosely in told if may_be_same(e, event, text, words, loosely)), None)


def _is_pointed_at(event: Event, sentence: Sentence, language: Language) -> bool:
    words = compile_words(language, ())
    before = [token for token in sentence.tokens if token.span.end <= event.trigger.start][-REACH:]
    pointing = [i for i, token in enumerate(before) if words.has("pointing", token)]
    return bool(pointing) and all(
        t.pos in {"ADJ", "NOUN", "PROPN", "NUM"} for t in before[pointing[-1] + 1 :]
    )


def _fits(occurrence: Occurrence, noun: str, language: Language) -> bool:
    if isinstance(occurrence, Statement):
        anaphors = language.grammar.get("events", {}).get("anaphors", {})
        return noun in anaphors.get(occurrence.act, ()) or noun in anaphors.get(ANY, ())
    return isinstance(occurrence, Event) and noun in _nouns(occurrence.type, language)


def _nouns(kind: str, language: Language) -> frozenset[str]:
    """The nouns of a kind and of its broader kinds: "the attack" may be an air strike."""
    types = kinds_by_name(language.code)
    kinds = (types[name] for name in kinds_of(kind, language.code) if name in types)
    return frozenset(noun for type_ in kinds for noun in type_.nouns)
