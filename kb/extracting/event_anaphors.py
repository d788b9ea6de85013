"""Nouns that point back: "The accusation came a day after ..." speaks of an accusation told before.

Which nouns point to which kind of statement stands in `[grammar.events.anaphors]`; a noun that names
a kind of event points to the last event of that kind.
"""

from collections.abc import Iterator, Sequence

from kb.model import Event, Language, Occurrence, Sentence, Statement, Token
from kb.ontology import load_event_types

POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
REACH = 3  # tokens
ANY = ""  # the row of nouns that may point to a statement of any kind


def find_referent(
    sentence: Sentence, before: int, occurrences: Sequence[Occurrence], language: Language
) -> Iterator[Occurrence]:
    """The last occurrence before the sentence that a noun of the sentence, left of `before`, points to."""
    earlier = [o for o in occurrences if o.trigger.end <= sentence.span.start]
    for noun in _pointing_nouns([token for token in sentence.tokens if token.span.end <= before]):
        fitting = [o for o in earlier if _fits(o, noun, language)]
        if fitting:
            yield fitting[-1]
            return


def _pointing_nouns(tokens: Sequence[Token]) -> Iterator[str]:
    """The words that "the", "this" or their kin stand before, at the head of the sentence.

    Whether they are nouns is left to the lists they are looked up in: a tagger may err.
    """
    opening = next((i for i, token in enumerate(tokens[:REACH]) if token.text.casefold() in POINTING), None)
    if opening is not None:
        yield from (token.lemma.casefold() for token in tokens[opening + 1 : opening + 1 + REACH])


def _fits(occurrence: Occurrence, noun: str, language: Language) -> bool:
    if isinstance(occurrence, Statement):
        anaphors = language.grammar.get("events", {}).get("anaphors", {})
        return noun in anaphors.get(occurrence.act, ()) or noun in anaphors.get(ANY, ())
    return isinstance(occurrence, Event) and noun in _nouns(occurrence.type, language)


def _nouns(kind: str, language: Language) -> frozenset[str]:
    """The nouns of a kind and of its broader kinds: "the attack" may be an air strike."""
    types = {type_.name: type_ for type_ in load_event_types(language.code)}
    nouns: frozenset[str] = frozenset()
    name: str | None = kind
    while name in types:
        nouns |= types[name].nouns
        name = types[name].broader
    return nouns
