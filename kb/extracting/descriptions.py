"""Noun phrases that stand for someone without a name: "two diplomats", "the ministry", "its allies"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.extracting.clause_words import DEFINITE, POSSESSIVE
from kb.extracting.gazetteer import Gazetteer
from kb.extracting.name_kinds import Name
from kb.extracting.phrases import head_of, phrase_end, span_of
from kb.model import EntityKind, Span, Token


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens `start` up to `end` with their head: a noun phrase or a pronoun.

    `kind` is None when nothing but its being a speaker tells that it stands for someone; `joint` when
    it names several ("Oslo and Riga"); `pronoun` is "he", "she", "they", "it" or empty.
    """

    start: int
    end: int
    head: int
    span: Span
    kind: EntityKind | None
    definite: bool = False
    pronoun: str = ""
    joint: bool = False


def find_descriptions(
    tokens: Sequence[Token], names: Sequence[Name], gazetteer: Gazetteer
) -> Iterator[Description]:
    """The descriptions and third-person pronouns of a sentence, in order; names and titles are none."""
    taken = {index for name in names for index in range(name.start, name.end)}
    taken |= {index for name in names if name.office is not None for index in range(*name.office)}
    index = 0
    while index < len(tokens):
        end = phrase_end(tokens, index)
        for start, stop in _owned_pieces(tokens, index, end):
            found = _described(tokens, start, stop, end, gazetteer)
            if found.pronoun or (found.kind is not None and found.head not in taken):
                yield found
        yield from _with_followers(tokens, index, end, names, gazetteer)
        index = max(end, index + 1)


def describe(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Description:
    """The description that tokens `start` up to `end` are, whatever their head."""
    return _described(tokens, start, end, phrase_end(tokens, start), gazetteer)


def _described(
    tokens: Sequence[Token], start: int, end: int, reached: int, gazetteer: Gazetteer
) -> Description:
    """The same; the noun phrase that begins at `start` ends at `reached`."""
    base = min(reached, end) if reached > start else end
    head = head_of(tokens, start, base)
    first = tokens[start].text.lower()
    pronoun = gazetteer.people.pronouns.get(first, "") if base == start + 1 else ""
    kind = kind_of(tokens[head], gazetteer)
    return Description(start, end, head, span_of(tokens, start, end), kind, first in DEFINITE, pronoun)


def joint(tokens: Sequence[Token], start: int, end: int) -> Description:
    """Several who act as one."""
    return Description(start, end, end - 1, span_of(tokens, start, end), EntityKind.GROUP, joint=True)


def kind_of(token: Token, gazetteer: Gazetteer) -> EntityKind | None:
    """What sort of actor a head noun describes, None when it describes none."""
    people, low, lemma = gazetteer.people, token.text.lower(), token.lemma.lower()
    if token.pos == "PROPN" and low not in people.roles and low not in people.bodies:
        return None
    if low in people.groups or (lemma in people.roles and low != lemma):
        return EntityKind.GROUP
    if low in people.roles or low == "person":
        return EntityKind.PERSON
    return EntityKind.ORGANIZATION if lemma in people.bodies else None


def _owned_pieces(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "the ministry's spokesman" holds two phrases: the owner, and the whole."""
    for index in range(start + 1, end):
        if tokens[index].pos == "PART":
            yield start, index
    if start < end:
        yield start, end


def _with_followers(
    tokens: Sequence[Token], start: int, end: int, names: Sequence[Name], gazetteer: Gazetteer
) -> Iterator[Description]:
    """ "X and its allies" as one."""
    if (
        end + 1 < len(tokens)
        and tokens[end].pos == "CCONJ"
        and tokens[end + 1].text.lower() in POSSESSIVE
        and any(name.end == end and name.start >= start for name in names)
    ):
        stop = phrase_end(tokens, end + 1)
        if kind_of(tokens[head_of(tokens, end + 1, stop)], gazetteer) is EntityKind.GROUP:
            yield joint(tokens, start, stop)
