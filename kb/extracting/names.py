"""Proper names in a sentence: where they begin and end, and what each run of capitals holds.

A run may hold several names: a country and a title before the one who bears it, an adjective of
origin before a body. What sort of thing a name names is told in `kb.extracting.name_kinds`.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.clause_words import PLACE_PREPOSITIONS
from kb.extracting.gazetteer import Gazetteer, is_of_person, whole_name_end, words
from kb.extracting.lands import is_in_land
from kb.extracting.name_kinds import Name, classified, make_name, organisation, person
from kb.extracting.name_runs import find_runs
from kb.model import EntityKind, Token

LONGEST_KNOWN = 5


def find_names(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Name]:
    """The names of one sentence, in order, none within another."""
    return [
        name for start, end in find_runs(tokens, gazetteer) for name in _split(tokens, start, end, gazetteer)
    ]


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether nearly all long words are capitalised, so that capitals tell nothing."""
    long = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _split(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """The names in one run: what stands before a title, and the one who bears it."""
    known = _known(tokens, start, end, gazetteer)
    title_end = _title_end(tokens, start, end, gazetteer)
    if whole_name_end(tokens, start, gazetteer) == end or _is_body_of_a_country(
        tokens, known, end, gazetteer
    ):
        yield organisation(tokens, start, end, gazetteer)
    elif known is not None:
        yield known
        rest = known.end if known.end >= end or gazetteer.is_capital(tokens[known.end]) else known.end + 1
        yield from _split(tokens, rest, end, gazetteer) if rest < end else ()
    elif title_end > start:
        yield from _body_in_title(tokens, start, title_end, gazetteer)
        if title_end == end:
            yield from _land_in_title(tokens, start, end, gazetteer)
        if title_end < end:
            yield person(tokens, title_end, end, "title", gazetteer)
    elif gazetteer.demonym_width(tokens, start):
        yield from _after_demonym(tokens, start, end, gazetteer)
    elif (land := _land_start(tokens, start, end, gazetteer)) < end:
        yield from _split(tokens, start, land, gazetteer)
        yield from _split(tokens, land, end, gazetteer)
    else:
        yield classified(tokens, start, end, gazetteer)


def _land_start(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where the land behind the name of a town begins: "San Rafael California"; `end` when none does."""
    for begin in range(max(start + 1, end - 2), end):
        town, land = words(tokens, start, begin), words(tokens, begin, end)
        if town in gazetteer.places and land in gazetteer.places:
            return begin
    return end


def _known(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """A territory that begins the run, or a capital, a region or another place that is all of it."""
    for stop in range(min(end, start + LONGEST_KNOWN), start, -1):
        text = words(tokens, start, stop)
        text = text.title() if text.islower() else text
        territory = gazetteer.territories.get(text)
        if territory is not None and not _is_given_name(tokens, start, stop, end, gazetteer):
            return make_name(tokens, start, stop, territory.name, EntityKind.PLACE, "territory")
        if stop == end and (place := _listed_place(tokens, start, end, text, gazetteer)):
            return place
    if is_in_land(tokens, start, end, gazetteer):
        return make_name(tokens, start, end, words(tokens, start, end), EntityKind.PLACE, "situated")
    return None


def _listed_place(
    tokens: Sequence[Token], start: int, end: int, text: str, gazetteer: Gazetteer
) -> Name | None:
    """The capital, region or other place that this text is the name of."""
    if text in gazetteer.capitals:
        country = gazetteer.capitals[text].name
        return make_name(tokens, start, end, text, EntityKind.PLACE, "capital", part_of=country)
    if text in gazetteer.people.regions:
        return make_name(tokens, start, end, text, EntityKind.PLACE, "region")
    if text not in gazetteer.places or _is_bare_given_name(tokens, start, text, gazetteer):
        return None
    land = gazetteer.places[text]
    return make_name(tokens, start, end, text, EntityKind.PLACE, "place", part_of=land)


def _is_bare_given_name(tokens: Sequence[Token], start: int, text: str, gazetteer: Gazetteer) -> bool:
    """ "Austin", "Florence": a place only where a preposition says so."""
    before = tokens[start - 1].text.lower() if start else ""
    return text in gazetteer.people.given and before not in PLACE_PREPOSITIONS


def _is_body_of_a_country(
    tokens: Sequence[Token], known: Name | None, end: int, gazetteer: Gazetteer
) -> bool:
    """ "US Northern Command", "UK Space Agency": the country belongs to the name of the body."""
    if (
        known is None
        or known.rule != "territory"
        or not known.end < end
        or tokens[known.end].text in ("of", "the")
    ):
        return False
    titled = any(_is_office(tokens, k, known.end, end, gazetteer) for k in range(known.end, end))
    of_tasks = tokens[known.end].text in gazetteer.people.portfolios  # "US Department of State"
    return not titled and (of_tasks or gazetteer.is_body(tokens[end - 1]))


def _is_given_name(tokens: Sequence[Token], start: int, stop: int, end: int, gazetteer: Gazetteer) -> bool:
    """A territory's name that is a given name too, before a surname."""
    return end - start == 2 and stop == start + 1 and tokens[start].text in gazetteer.people.given


def _title_end(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> int:
    """The index after the last title word of a run with its "of" phrase; `start` when there is none."""
    if is_of_person(tokens, start, gazetteer):
        return start
    offices = (k + 1 for k in range(start, end) if _is_office(tokens, k, start, end, gazetteer))
    last = max(offices, default=start)
    if start < last < end and tokens[last].text in ("of", "for"):
        last = _office_end(tokens, last + 1, end, gazetteer)
    while start < last < end and gazetteer.is_modifier(tokens[last]):
        last += 1
    return last


def _is_office(tokens: Sequence[Token], at: int, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """A title, and not what a body minds: "Ministry of Justice", "Justice Department"."""
    behind = at - 2 >= start and tokens[at - 1].text == "of" and gazetteer.is_body(tokens[at - 2])
    minded = behind or (at + 1 < end and gazetteer.is_body(tokens[at + 1]))
    return gazetteer.is_title(tokens[at]) and not (minded and gazetteer.is_modifier(tokens[at]))


def _office_end(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> int:
    """ "Minister of Education Ada Bell": the office ends where a given name, or the last two words, begin."""
    given = next((k for k in range(start, end) if tokens[k].text in gazetteer.people.given), None)
    if given is not None:
        return given
    name = max(start + 1, end - 2)
    return name if end - start > 2 and gazetteer.is_capital(tokens[name]) else end


def _body_in_title(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """The body or country named at the beginning of a title ("State Department Spokesman")."""
    stop = next((k for k in range(start, end) if _opens_title(tokens[k], gazetteer)), end)
    body = next((k for k in range(stop - 1, start - 1, -1) if gazetteer.is_body(tokens[k])), None)
    origin = gazetteer.demonym_width(tokens, start)
    if body is not None:
        # "Office of the High Commissioner": the title belongs to the name of the body
        held = [token.text for token in tokens[body + 1 : body + 3]] == ["of", "the"]
        yield organisation(tokens, start, end if held else body + 1, gazetteer)
    elif stop > start and not origin and not _is_portfolio(tokens, start, stop, gazetteer):
        text = words(tokens, start, stop)
        yield make_name(tokens, start, stop, text, EntityKind.ORGANIZATION, "before title", weak=True)


def _land_in_title(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """The place at the end of a title without a name: "the Lord Mayor of Brisbane"."""
    last = max((k + 1 for k in range(start, end - 1) if tokens[k].text == "of"), default=end)
    land = _known(tokens, last, end, gazetteer) if last < end else None
    if land is not None and land.end == end:
        yield land


def _is_portfolio(tokens: Sequence[Token], start: int, stop: int, gazetteer: Gazetteer) -> bool:
    """ "Water Minister": what the minister minds, no body."""
    holder = stop < len(tokens) and tokens[stop].text.lower() in gazetteer.people.portfolio_holders
    return holder and not any(token.text.isupper() for token in tokens[start:stop])


def _opens_title(token: Token, gazetteer: Gazetteer) -> bool:
    return gazetteer.is_title(token) or (gazetteer.is_modifier(token) and not gazetteer.is_body(token))


def _after_demonym(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """ "Danish Defence Ministry"; "Danish" alone names nothing, "the Danes" are a people."""
    rest = start + gazetteer.demonym_width(tokens, start)
    if rest < end:
        name = classified(tokens, rest, end, gazetteer)
        firm = end - rest == 1 and tokens[rest].text in gazetteer.people.firm_words  # "British Airways"
        is_body = firm or (name.kind is EntityKind.ORGANIZATION and not name.weak)
        yield organisation(tokens, start, end, gazetteer) if is_body else name
    elif _is_people(tokens, start, end):
        text = words(tokens, start, end)
        country = gazetteer.demonyms[text].name
        yield make_name(tokens, start, end, text, EntityKind.GROUP, "people", part_of=country)


def _is_people(tokens: Sequence[Token], start: int, end: int) -> bool:
    plural = tokens[end - 1].text.endswith(("s", "men")) and not tokens[start].text.endswith("ese")
    return plural and (end >= len(tokens) or tokens[end].pos not in ("NOUN", "PROPN", "ADJ"))
