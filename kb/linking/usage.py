"""How the words beside a name use it: "England captain" is a team, "the town of Ireland" no country.

The words stand in the language's file, under `grammar.places_used` and `grammar.short_regions`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kb.languages import load_language
from kb.linking.spelling import is_acronym
from kb.model import Span

LANGUAGE = "en"  # that of the words below
TOWN, REGION = "city", "region"
STOP = re.compile(r"[.!?]\s")
POSSESSIVE = r"(?: ?['’]s)?"
RESULT = r"\b\d{1,3}[-–]\d{1,3}\b"
RUN = r"(?: [A-Z][\w&’'-]*){0,4}"  # the words of a firm's name behind that of the place
LIST = r"(?:[A-Z][\w’' -]*(?:, and |, | and ))*"  # other names before it: "the states of Sonora and ..."
LONGEST_WAY = 3  # words between a team's name and its people


@dataclass(frozen=True, slots=True)
class Usage:
    """What the words around tell of a name.

    `name` is what it is short for, "" where it is not; `kind` as what kind it is told, "" where nothing
    says so, `prefers` the kind it has if any bears it ("Washington state", but "Iran state television");
    `is_place` is False where it cannot be that of a place, though a place bears it.
    """

    name: str = ""
    kind: str = ""
    prefers: str = ""
    is_place: bool = True


def usage_of(text: str, span: Span) -> Usage:
    """How the words around a span use the name in it."""
    name, before, after = span.of(text), text[: span.start][-80:], text[span.end :][:120]
    if (short := _short_regions().get(name.removesuffix("."))) and re.search(r"\w, $", before):
        return Usage(name=short, kind=REGION)
    if re.search(_any("town_of") + r" of $", before):
        return Usage(kind=TOWN)
    if re.search(_any("region_of") + rf" of {LIST}$", before) or re.match(" " + _any("region_behind"), after):
        return Usage(prefers=REGION)
    others = (
        after.startswith("$"),
        _is_team(before, after),
        _is_side(name, before, after),
        _is_part(name, before, after),
    )
    return Usage(is_place=not any(others))


def _is_team(before: str, after: str) -> bool:
    """ "England captain", "Kentucky's head coach", but not "a Georgia coach" of buses: no article before."""
    way = rf"(?: {_any('team_modifiers')}){{0,{LONGEST_WAY}}}"
    bare = not re.search(r"\b(?:[Aa]n?|[Tt]his|[Ee]very) $", before)
    return bare and bool(re.match(rf"{POSSESSIVE}{way} {_any('team_people')}", after))


def _is_side(name: str, before: str, after: str) -> bool:
    """ "Colorado defeated Nebraska and won the title": one side of a contest in a sentence on sport."""
    contest = _any("contests")
    won, lost = re.match(rf" {contest}", after), re.search(rf"{contest} (?:the )?$", before)
    around = f"{STOP.split(before)[-1]}{name}{STOP.split(after)[0]}"
    return bool(won or lost) and bool(re.search(rf"{_any('sport')}|{RESULT}", around))


def _is_part(name: str, before: str, after: str) -> bool:
    """Whether it is part of a longer name that is no place's: "Tour de France", "Japan Air Lines"."""
    run = re.match(RUN, after)
    behind = run[0].split() if run else []
    firm = _words("firm_tails").intersection(behind[:2]) or (
        _words("firm_forms").intersection(behind) and not is_acronym(name)
    )
    return bool(firm or re.search(rf"[A-Z][\w’'-]+ {_any('foreign_of')} $", before))


@cache
def _any(table: str) -> str:
    """A pattern of any of the words of a table."""
    return rf"\b(?:{'|'.join(map(re.escape, sorted(_words(table))))})\b"


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_language(LANGUAGE).grammar["places_used"][table].split())


def _short_regions() -> Mapping[str, str]:
    regions: Mapping[str, str] = load_language(LANGUAGE).grammar["short_regions"]
    return regions
