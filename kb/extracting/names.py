"""Proper names in a sentence: where they begin and end, and what sort of thing they name.

Evidence comes from lists (territories, given names, words that end the names of bodies), from titles
before a name and from appositions behind it. A name that nothing decides is `weak`: the rest of the
article may still say what it is (see `kb.extracting.cast`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kb.extracting.vocabulary import (
    People,
    Territory,
    load_capitals,
    load_demonyms,
    load_people,
    load_territories,
)
from kb.model import EntityKind, Span, Token

PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "from", "to", "inside", "outside", "across", "around", "into", "toward",
                                "towards", "through", "throughout", "of"})  # fmt: skip
LONGEST = 5


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` up to `end` of a sentence that name something."""

    start: int
    end: int
    span: Span
    text: str
    kind: EntityKind
    rule: str
    weak: bool = False
    title: str = ""
    part_of: str | None = None
    title_start: int | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names with known meaning, and the people words, of one language."""

    people: People
    territories: dict[str, Territory]
    capitals: dict[str, Territory]
    demonyms: dict[str, Territory]


@cache
def load_gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language."""
    tables = (load_territories(code), load_capitals(code), load_demonyms(code))
    return Gazetteer(load_people(code), *(dict(table) for table in tables))


def find_names(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Name]:
    """The names of one sentence, in order, none within another."""
    return [
        name for start, end in find_runs(tokens, gazetteer) for name in _split(tokens, start, end, gazetteer)
    ]


def find_runs(tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised tokens with the small words inside names."""
    index = 0
    while index < len(tokens):
        if not is_capital(tokens[index], gazetteer):
            index += 1
            continue
        end = _run_end(tokens, index, gazetteer)
        yield index, end
        index = end


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether nearly all long words are capitalised, so that capitals tell nothing."""
    long = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def is_capital(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a token is a word of a name (days and months are none)."""
    return token.pos == "PROPN" and token.text not in gazetteer.people.calendar


def _run_end(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int:
    people, index = gazetteer.people, start + 1
    while index < len(tokens):
        if is_capital(tokens[index], gazetteer):
            index += 1
        elif _is_inside(tokens, start, index, people, gazetteer):
            index += 1
        else:
            break
    while index > start + 1 and not is_capital(tokens[index - 1], gazetteer):
        index -= 1
    return index


def _is_inside(tokens: Sequence[Token], start: int, index: int, people: People, gazetteer: Gazetteer) -> bool:
    word = tokens[index].text
    follows = next((t for t in tokens[index + 1 : index + 3] if t.text != "the"), None)
    if follows is None or not is_capital(follows, gazetteer):
        return False
    if word in people.particles:
        return True
    joins = word in people.joins and word not in ("and", "in", "on", "the")
    opened = any(t.text.lower() in people.bodies | people.roles for t in tokens[start:index])
    nearby = tokens[index - 1].text
    if word == "the":
        return tokens[index - 1].text in people.joins
    return opened and (joins or (word == "on" and nearby.lower() in people.bodies))


def _split(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """The names in one run: what stands before a title, and the one who bears it."""
    known = _known(tokens, start, end, gazetteer)
    if known is not None and known.end < end:
        yield known
        yield from _split(tokens, _past_join(tokens, known.end, gazetteer), end, gazetteer)
        return
    if known is not None:
        yield known
        return
    title_end = _title_end(tokens, start, end, gazetteer)
    if title_end > start:
        yield from _body_in_title(tokens, start, title_end, gazetteer)
        if title_end < end:
            yield _person(tokens, title_end, end, "title", gazetteer)
        return
    if _demonym_at(tokens, start, gazetteer) is not None:
        yield from _after_demonym(tokens, start, end, gazetteer)
        return
    yield _classified(tokens, start, end, gazetteer)


def _past_join(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> int:
    return index + (0 if is_capital(tokens[index], gazetteer) else 1)


def _known(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """A territory or capital that begins the run."""
    for stop in range(min(end, start + LONGEST), start, -1):
        text = _text(tokens, start, stop)
        territory = gazetteer.territories.get(text)
        if territory is not None and not _goes_on_as_person(tokens, start, stop, end, gazetteer):
            return _name(tokens, start, stop, territory.name, EntityKind.PLACE, "territory")
        if text in gazetteer.capitals and stop == end:
            return _name(
                tokens, start, stop, text, EntityKind.PLACE, "capital", part_of=gazetteer.capitals[text].name
            )
        if text in gazetteer.people.regions and stop == end:
            return _name(tokens, start, stop, text, EntityKind.PLACE, "region")
    return None


def _goes_on_as_person(
    tokens: Sequence[Token], start: int, stop: int, end: int, gazetteer: Gazetteer
) -> bool:
    """ "Georgia Meloni", "Jordan Henderson": a territory's name that is a given name too."""
    return end - start == 2 and stop == start + 1 and tokens[start].text in gazetteer.people.given


def _title_end(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> int:
    """The index after the last title word of a run, "Secretary of State" and lower-case roles before it included."""
    people, last = gazetteer.people, start
    for index in range(start, end):
        if is_title(tokens[index], people):
            last = index + 1
    if last < end and tokens[last].text == "of":
        last = _office_end(tokens, last + 1, end, people)
    while start < last < end and _is_modifier(tokens[last], people):
        last += 1
    return last


def _is_modifier(token: Token, people: People) -> bool:
    return token.text.lower() in people.modifiers and token.text not in people.given


def _office_end(tokens: Sequence[Token], start: int, end: int, people: People) -> int:
    """ "Minister of Education Stefania G.": the office ends where a given name, or the last two words, begin."""
    for index in range(start, end):
        if tokens[index].text in people.given:
            return index
    return max(start + 1, end - 2) if end - start > 2 else end


def is_title(token: Token, people: People) -> bool:
    """Whether a word is a title or the name of a role."""
    return token.text.rstrip(".") in people.titles or token.text.lower() in people.roles


def _body_in_title(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """The body or country named at the beginning of a title ("State Department Spokesman")."""
    index = start
    while (
        index < end
        and not is_title(tokens[index], gazetteer.people)
        and tokens[index].text.lower() not in gazetteer.people.modifiers
    ):
        index += 1
    body = next(
        (k for k in range(index - 1, start - 1, -1) if _is_body_word(tokens[k], gazetteer.people)), None
    )
    if body is not None:
        begin = start + (1 if _demonym_at(tokens, start, gazetteer) is not None and body > start + 1 else 0)
        yield _organisation(tokens, begin, body + 1, gazetteer, start)
    elif index > start and _demonym_at(tokens, start, gazetteer) is None:
        yield _name(
            tokens,
            start,
            index,
            _text(tokens, start, index),
            EntityKind.ORGANIZATION,
            "before title",
            weak=True,
        )


def _after_demonym(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """ "Danish Defence Ministry"; "Danish" alone names nothing, "the Danes" are a people."""
    width = _demonym_at(tokens, start, gazetteer) or 1
    if start + width < end:
        rest = _classified(tokens, start + width, end, gazetteer)
        if rest.kind is EntityKind.ORGANIZATION and not rest.weak:
            yield _organisation(tokens, start, end, gazetteer, start)
        else:
            yield rest
    elif _is_people(tokens, start, end):
        text = _text(tokens, start, end)
        part_of = gazetteer.demonyms[text].name
        yield _name(tokens, start, end, text, EntityKind.GROUP, "people", part_of=part_of)


def _is_people(tokens: Sequence[Token], start: int, end: int) -> bool:
    plural = tokens[end - 1].text.endswith(("s", "men"))
    follows = tokens[end].pos if end < len(tokens) else ""
    return plural and follows not in ("NOUN", "PROPN", "ADJ") and not tokens[start].text.endswith("ese")


def _demonym_at(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int | None:
    """How many tokens at `start` are the adjective of a territory."""
    for width in (2, 1):
        if _text(tokens, start, min(start + width, len(tokens))) in gazetteer.demonyms:
            return width
    return None


def _classified(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name:
    people = gazetteer.people
    words = [token.text for token in tokens[start:end]]
    if words[0] in people.given and (len(words) > 1 or _says(tokens, end)):
        return _person(tokens, start, end, "given name", gazetteer)
    if any(_is_body_word(token, people) for token in tokens[start:end]) or words[-1] in people.outlets:
        return _organisation(tokens, start, end, gazetteer, start)
    if words[-1] in people.place_words or words[0] in (
        "Lake",
        "Mount",
        "Port",
        "St.",
        "Fort",
        "Cape",
        "Gulf",
    ):
        return _name(tokens, start, end, _text(tokens, start, end), EntityKind.PLACE, "place word")
    if _has_role_before(tokens, start, people) or _has_role_behind(tokens, end, people):
        return _person(tokens, start, end, "role", gazetteer)
    return _undecided(tokens, start, end, gazetteer)


def _undecided(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name:
    text = _text(tokens, start, end)
    before = tokens[start - 1].text.lower() if start else ""
    if text.isupper() and end - start == 1 and len(text) > 1:
        return _name(tokens, start, end, text, EntityKind.ORGANIZATION, "acronym", weak=True)
    if before in PLACE_PREPOSITIONS and before != "of":
        return _name(tokens, start, end, text, EntityKind.PLACE, "after preposition", weak=True)
    plain = (
        before not in ("the", "a", "an")
        and end - start in (2, 3)
        and all(t.text[0].isalpha() for t in tokens[start:end])
    )
    kind = (
        EntityKind.PERSON if plain or (end - start == 1 and _says(tokens, end)) else EntityKind.ORGANIZATION
    )
    return _name(tokens, start, end, text, kind, "capitals", weak=True)


def _says(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].pos in ("VERB", "AUX", "ADV")


def _has_role_before(tokens: Sequence[Token], start: int, people: People) -> bool:
    return start > 0 and tokens[start - 1].text.lower() in people.roles and tokens[start - 1].pos == "NOUN"


def _has_role_behind(tokens: Sequence[Token], end: int, people: People) -> bool:
    """ "X, the foreign minister": a role within the apposition."""
    if end >= len(tokens) or tokens[end].text != ",":
        return False
    if end + 2 < len(tokens) and tokens[end + 1].pos == "NUM" and tokens[end + 2].text == ",":
        return True
    for token in tokens[end + 1 : end + 8]:
        if token.text == "," or token.pos in ("VERB", "AUX"):
            return False
        if token.text.lower() in people.roles:
            return True
    return False


def _is_body_word(token: Token, people: People) -> bool:
    return token.text in people.firm_words or (
        token.text[0].isupper() and token.text.lower() in people.bodies
    )


def _person(tokens: Sequence[Token], start: int, end: int, rule: str, gazetteer: Gazetteer) -> Name:
    begin = title_start(tokens, start, gazetteer)
    name = _name(tokens, start, end, _text(tokens, start, end), EntityKind.PERSON, rule)
    if begin == start:
        return name
    return replace(
        name,
        title=_text(tokens, begin, start),
        part_of=_belonging(tokens, begin, start, gazetteer),
        title_start=begin,
    )


def title_start(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int:
    """Where the words of office before a name begin; `start` when there are none."""
    begin = start
    while begin > 0 and (
        tokens[begin - 1].pos in ("PROPN", "NOUN", "ADJ") or tokens[begin - 1].text in ("'s", "of")
    ):
        begin -= 1
    if not any(is_title(token, gazetteer.people) for token in tokens[begin:start]):
        return start
    return begin


def _belonging(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> str | None:
    for index in range(end - 1, start - 1, -1):
        if _is_body_word(tokens[index], gazetteer.people):
            return _text(tokens, start, index + 1)
    for stop in range(end, start, -1):
        text = _text(tokens, start, stop)
        territory = gazetteer.territories.get(text) or gazetteer.demonyms.get(text)
        if territory is not None:
            return territory.name
    return None


def _organisation(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer, run: int) -> Name:
    width = _demonym_at(tokens, run, gazetteer)
    part_of = gazetteer.demonyms[_text(tokens, run, run + width)].name if width else None
    text = _text(tokens, start, end)
    part_of = gazetteer.people.seats.get(text, part_of)
    return _name(tokens, start, end, text, EntityKind.ORGANIZATION, "body word", part_of=part_of)


def _name(
    tokens: Sequence[Token],
    start: int,
    end: int,
    text: str,
    kind: EntityKind,
    rule: str,
    weak: bool = False,
    part_of: str | None = None,
) -> Name:
    span = Span(tokens[start].span.start, tokens[end - 1].span.end)
    return Name(start, end, span, text, kind, rule, weak, "", part_of)


def _text(tokens: Sequence[Token], start: int, end: int) -> str:
    words = " ".join(token.text for token in tokens[start:end])
    return words.replace(" 's", "'s").replace(" '", "'")
