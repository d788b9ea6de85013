"""Noun phrases that stand for someone without a name: "two diplomats", "the ministry", "its allies"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb.extracting.names import Gazetteer, Name
from kb.extracting.phrases import head_of, phrase_end, span_of
from kb.model import EntityKind, Span, Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens `start` up to `end` with their head: a noun phrase or a pronoun."""

    start: int
    end: int
    head: int
    span: Span
    kind: EntityKind | None  # None: nothing but its being a speaker tells
    definite: bool
    pronoun: str = ""  # "he", "she", "they", "it"


def find_descriptions(
    tokens: Sequence[Token], names: Iterable[Name], gazetteer: Gazetteer
) -> Iterator[Description]:
    """The descriptions and third-person pronouns of a sentence, in order; titles before names are none."""
    taken = {index for name in names for index in range(name.start, name.end)}
    taken |= {
        k for name in names if name.title_start is not None for k in range(name.title_start, name.start)
    }
    index = 0
    while index < len(tokens):
        end = phrase_end(tokens, index)
        if end == index:
            index += 1
            continue
        yield from _descriptions(tokens, index, end, taken, gazetteer)
        index = end


def describe(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Description:
    """The description that items `start` up to `end` are, whatever their head."""
    base = min(phrase_end(tokens, start), end) if phrase_end(tokens, start) > start else end
    head = head_of(tokens, start, base)
    first = tokens[start].text.lower()
    pronoun = gazetteer.people.pronouns.get(first, "") if base == start + 1 else ""
    kind = kind_of(tokens[head], gazetteer)
    return Description(start, end, head, span_of(tokens, start, end), kind, first in DEFINITE, pronoun)


def kind_of(token: Token, gazetteer: Gazetteer) -> EntityKind | None:
    """What sort of actor a head noun describes, None when it describes none."""
    people, low = gazetteer.people, token.text.lower()
    if token.pos == "PROPN" and low not in people.roles | people.bodies:
        return None
    if low in people.groups or (token.lemma.lower() in people.roles and low != token.lemma.lower()):
        return EntityKind.GROUP
    if low in people.roles or low == "person":
        return EntityKind.PERSON
    return EntityKind.ORGANIZATION if token.lemma.lower() in people.bodies else None


def _descriptions(
    tokens: Sequence[Token], start: int, end: int, taken: set[int], gazetteer: Gazetteer
) -> Iterator[Description]:
    for piece_start, piece_end in _owned_pieces(tokens, start, end):
        found = describe(tokens, piece_start, piece_end, gazetteer)
        if found.pronoun or (found.kind is not None and found.head not in taken):
            yield found


def _owned_pieces(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "the ministry's spokesman" holds two phrases: the owner, and the whole."""
    for index in range(start, end):
        if tokens[index].pos == "PART" and index > start:
            yield start, index
    yield start, end
