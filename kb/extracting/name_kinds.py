"""What sort of thing a name names: a person, a body, a people, a place.

Evidence comes from lists (given names, words that end the names of bodies and places), from the office
told before or behind a name, and from the verb that follows. A name that nothing decides is `weak`:
the rest of the article may still say what it is (see `kb.extracting.cast`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.extracting.clause_words import PLACE_OPENERS, PLACE_PREPOSITIONS
from kb.extracting.gazetteer import Gazetteer, words
from kb.extracting.name_cues import ARTICLES, low
from kb.extracting.offices import Range, belonging, find_office
from kb.extracting.unknown_names import Unknown, acts, guessed_kind
from kb.model import EntityKind, Span, Token

LONGEST_EPITHET = 2  # tokens: "the Great"
PEOPLE = re.compile(r"[A-Z]\w+(?:[^aeiourd]ians|icans|iscans)")  # "Melanesians", but no "Guardians"
REGNAL = re.compile(r"I|II|III|IV|V|VI{1,3}|IX|XI{0,3}|XIV|XV|XVI")


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
    if _is_known_thing(tokens, start, end, gazetteer):
        return make_name(tokens, start, end, words(tokens, start, end), EntityKind.THING, "other")
    other = None if _is_ruled(tokens, start, end, gazetteer) else _other_kind(tokens, start, end, gazetteer)
    if other is not None:
        return make_name(tokens, start, end, words(tokens, start, end), other, "other", weak=True)
    return _formed(tokens, start, end, gazetteer) or _by_context(tokens, start, end, gazetteer)


def _formed(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """The name whose own words tell what it is."""
    people, last = gazetteer.people, tokens[end - 1].text
    if _is_ruled(tokens, start, end, gazetteer):
        return person(tokens, start, end, "number", gazetteer)
    if end - start > 1 and _ends_as_body(tokens[end - 1], gazetteer):
        return organisation(tokens, start, end, gazetteer)
    # a "George Washington Bridge" is no person, but an "Ada Hill" may be one
    if end - start > 1 and last in people.place_words and last not in people.surnames_of_places:
        return make_name(tokens, start, end, words(tokens, start, end), EntityKind.PLACE, "place word")
    if tokens[start].text in people.given and (end - start > 1 or _is_somebody(tokens, start, end)):
        return person(tokens, start, end, "given name", gazetteer)
    if _is_situated(tokens, start, end, gazetteer):
        return make_name(tokens, start, end, words(tokens, start, end), EntityKind.PLACE, "place word")
    listed = last in people.outlets | people.named_bodies
    is_body = listed or _holds_body_word(tokens, start, end, gazetteer)
    return organisation(tokens, start, end, gazetteer) if is_body else None


def _by_context(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name:
    """The name by what stands beside it, and by what a tagger takes it for."""
    if start and tokens[start - 1].text in gazetteer.people.bodies:
        return organisation(tokens, start, end, gazetteer)
    if find_office(tokens, start, end, gazetteer) is not None:
        return person(tokens, start, end, "office", gazetteer)
    kind, rule = guessed_kind(Unknown(tokens, start, end, gazetteer))
    return make_name(tokens, start, end, words(tokens, start, end), kind, rule, weak=True)


def _other_kind(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> EntityKind | None:
    """A people, or what is no person, body or place: "Europeans", "Islam", "the Paris Agreement"."""
    people, last = gazetteer.people, tokens[end - 1].text
    if last in people.peoples or PEOPLE.fullmatch(last):
        return EntityKind.GROUP
    if end - start == 1:
        unnaming = last in people.unnaming or last.endswith("ism") or len(last) == 1  # "X"
        return EntityKind.THING if unnaming else None
    return (
        EntityKind.THING if last in people.things and not _is_headed(tokens, start, end, gazetteer) else None
    )


def _is_headed(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a body is what the words before "for" or "of" name: "Observatory for Human Rights"."""
    joint = next((k for k in range(start + 1, end) if tokens[k].text in ("for", "of")), start)
    return joint > start and gazetteer.is_body(tokens[joint - 1])


def _is_known_thing(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "Hurricane Rita", "Tropical Storm Rita", "World War II"; short forms stand for it too."""
    people, opening = gazetteer.people, tokens[start : min(start + 2, end - 1)]
    if any(token.text in people.opening_things for token in opening):
        return True
    numbered = end - start > 1 and tokens[end - 2].text in people.numbered
    return numbered and REGNAL.fullmatch(tokens[end - 1].text) is not None


def _is_somebody(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a given name alone is a person: one that acts is, one behind "in" or "the" is not."""
    return acts(tokens, end) or low(tokens, start - 1) not in ARTICLES | PLACE_PREPOSITIONS


def _holds_body_word(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a word tells of a body; alone, it needs an article or something to do: "the Ministry"."""
    if end - start > 1:
        return any(gazetteer.is_body(token) for token in tokens[start:end])
    told = low(tokens, start - 1) in ARTICLES or Unknown(tokens, start, end, gazetteer).active
    return told and gazetteer.is_body(tokens[start])


def _is_situated(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "Peak District", "Mount Kenya", "Gulf of Mexico", "Kingdom of Norway"."""
    people, first, last = gazetteer.people, tokens[start].text, tokens[end - 1].text
    of = next((k for k in range(start + 1, end) if tokens[k].text == "of"), None)
    if first in people.parts_of_lands and words(tokens, start + 1, end) in gazetteer.located:
        return True
    held = of is not None and tokens[of - 1].text in people.place_words | people.realms
    return held or first in PLACE_OPENERS or (last in people.place_words and end - start > 1)


def _is_ruled(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "Ramesses II", "Peter the Great": a name, and which of those who bear it."""
    before = tokens[end - 2].text
    told = before == "the" and end - start > LONGEST_EPITHET and gazetteer.is_capital(tokens[end - 3])
    counted = end - start in (2, 3) and before not in gazetteer.people.numbered
    return told or (counted and REGNAL.fullmatch(tokens[end - 1].text) is not None)


def _ends_as_body(token: Token, gazetteer: Gazetteer) -> bool:
    return token.text in gazetteer.people.realms or (gazetteer.is_body(token) and not token.text.isupper())
