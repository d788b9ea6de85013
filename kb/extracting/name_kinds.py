"""What sort of thing a name names: a person, a body, a people, a place.

Evidence comes from lists (given names, words that end the names of bodies and places), from the office
told before or behind a name, and from the verb that follows. A name that nothing decides is `weak`:
the rest of the article may still say what it is (see `kb.extracting.cast`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.extracting.clause_words import PLACE_OPENERS, PLACE_PREPOSITIONS
from kb.extracting.gazetteer import Gazetteer, words
from kb.extracting.offices import Range, belonging, find_office
from kb.model import EntityKind, Span, Token

TAGGED = {"PER": EntityKind.PERSON, "ORG": EntityKind.ORGANIZATION, "LOC": EntityKind.PLACE}


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` up to `end` of a sentence that name something; `office` are the tokens of a title."""

    start: int
    end: int
    span: Span
    text: str
    kind: EntityKind
    rule: str
    weak: bool = False
    title: str = ""
    part_of: str | None = None
    office: Range | None = None


def make_name(
    tokens: Sequence[Token],
    start: int,
    end: int,
    text: str,
    kind: EntityKind,
    rule: str,
    *,
    weak: bool = False,
    part_of: str | None = None,
) -> Name:
    """A name with its characters."""
    span = Span(tokens[start].span.start, tokens[end - 1].span.end)
    return Name(start, end, span, text, kind, rule, weak, part_of=part_of)


def person(tokens: Sequence[Token], start: int, end: int, rule: str, gazetteer: Gazetteer) -> Name:
    """The name of a person with the office told beside it."""
    name = make_name(tokens, start, end, words(tokens, start, end), EntityKind.PERSON, rule)
    office = find_office(tokens, start, end, gazetteer)
    if office is None:
        return name
    part_of = belonging(tokens, office, gazetteer)
    return replace(name, title=words(tokens, *office), part_of=part_of, office=office)


def organisation(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name:
    """The name of a body, with the territory its adjective or its seat tells."""
    text, width = words(tokens, start, end), gazetteer.demonym_width(tokens, start)
    origin = gazetteer.demonyms[words(tokens, start, start + width)].name if width else None
    part_of = gazetteer.people.seats.get(text, origin)
    return make_name(tokens, start, end, text, EntityKind.ORGANIZATION, "body word", part_of=part_of)


def classified(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name:
    """The name that tokens `start` up to `end` are, by the best evidence there is."""
    people = gazetteer.people
    first, last = tokens[start].text, tokens[end - 1].text
    if first in people.given and (end - start > 1 or _acts(tokens, end)):
        return person(tokens, start, end, "given name", gazetteer)
    if any(gazetteer.is_body(t) for t in tokens[start:end]) or last in people.outlets | people.named_bodies:
        return organisation(tokens, start, end, gazetteer)
    if (last in people.place_words and end - start > 1) or first in PLACE_OPENERS:
        return make_name(tokens, start, end, words(tokens, start, end), EntityKind.PLACE, "place word")
    if start and tokens[start - 1].text in people.bodies:
        return organisation(tokens, start, end, gazetteer)
    if find_office(tokens, start, end, gazetteer) is not None:
        return person(tokens, start, end, "office", gazetteer)
    return _undecided(tokens, start, end)


def _undecided(tokens: Sequence[Token], start: int, end: int) -> Name:
    text = words(tokens, start, end)
    before = tokens[start - 1].text.lower() if start else ""
    if text.isupper() and end - start == 1 and len(text) > 1:
        return make_name(tokens, start, end, text, EntityKind.ORGANIZATION, "acronym", weak=True)
    if before in PLACE_PREPOSITIONS:
        return make_name(tokens, start, end, text, EntityKind.PLACE, "after preposition", weak=True)
    tagged = _tagged_kind(tokens[start:end])
    if tagged is not None:
        return make_name(tokens, start, end, text, tagged, "tagged", weak=True)
    kind = EntityKind.PERSON if _looks_personal(tokens, start, end, before) else EntityKind.ORGANIZATION
    return make_name(tokens, start, end, text, kind, "capitals", weak=True)


def _tagged_kind(tokens: Sequence[Token]) -> EntityKind | None:
    """The kind that the tagger gives a single word; two and more it knows less well than their form tells."""
    entity = tokens[0].entity if len(tokens) == 1 else None
    return TAGGED[entity[2:]] if entity else None


def _looks_personal(tokens: Sequence[Token], start: int, end: int, before: str) -> bool:
    """Two or three plain words without an article, or one or four that do something."""
    if end - start == 1:
        return before not in ("the", "a", "an") and _acts(tokens, end)
    plain = all(token.text[0].isalpha() and not _is_acronym(token.text) for token in tokens[start:end])
    length = end - start
    return (
        before not in ("the", "a", "an")
        and plain
        and (length in (2, 3) or (length == 4 and _acts(tokens, end)))
    )


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 1 and "." not in text


def _acts(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].pos in ("VERB", "AUX", "ADV")
