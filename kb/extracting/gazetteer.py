"""Names with known meaning, and the words that tell what a name names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kb.extracting.territories import (
    Territory,
    load_capitals,
    load_demonyms,
    load_places,
    load_territories,
)
from kb.extracting.vocabulary import People, load_people, load_speech
from kb.model import Token

ADDRESS = re.compile(r"[@/\\_#]|\w\.\w{3,}")  # of a page, a mailbox, a file
SITUATING = frozenset({"in", "from", "near", "to", "around"})
LONGEST_WHOLE_NAME = 7  # tokens; a possessive ending counts as one


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The territories of the world under their names, capitals and peoples, and the people words; equal only
    to itself."""

    people: People
    territories: Mapping[str, Territory]
    capitals: Mapping[str, Territory]
    demonyms: Mapping[str, Territory]
    places: Mapping[str, str | None]
    saying: frozenset[str]  # verbs
    located: frozenset[str]  # all names of territories, capitals and other places
    land_openings: frozenset[str]  # first words of names of lands that have small words in them

    def is_capital(self, token: Token) -> bool:
        """Whether a token is a word of a name (days and months are none)."""
        day = token.text.removesuffix(".").rpartition("-")[2]  # "Dec.", "mid-Sixties"
        named = token.pos == "PROPN" and day not in self.people.calendar
        return named and not token.text.islower() and ADDRESS.search(token.text) is None

    def is_title(self, token: Token) -> bool:
        """Whether a word is a title or the name of a role."""
        return token.text.rstrip(".") in self.people.titles or token.text.lower() in self.people.roles

    def is_modifier(self, token: Token) -> bool:
        """Whether a word stands before titles ("deputy", "foreign")."""
        return token.text.lower() in self.people.modifiers and token.text not in self.people.given

    def is_body(self, token: Token) -> bool:
        """Whether a capitalised word tells that a name is that of a body."""
        return token.text in self.people.firm_words or (
            token.text[0].isupper() and token.text.lower() in self.people.bodies
        )

    def demonym_width(self, tokens: Sequence[Token], start: int) -> int:
        """How many tokens at `start` are the adjective of a territory; 0 when none is."""
        return next((w for w in (2, 1) if words(tokens, start, start + w) in self.demonyms), 0)


def is_of_person(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> bool:
    """Whether a given name opens what begins at `start`, so that a word for an office in it is a name too:
    "Martin Luther King", "Jeffrey Dean Morgan"."""
    return tokens[start].text in gazetteer.people.given and not gazetteer.is_title(tokens[start])


def whole_name_end(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int | None:
    """Where a name of a body begins at `start` that only a list can tell; None when none does."""
    if tokens[start].text not in gazetteer.people.whole_name_openings:
        return None
    for end in range(min(len(tokens), start + LONGEST_WHOLE_NAME), start + 1, -1):
        if words(tokens, start, end) in gazetteer.people.whole_names:
            return end
    return None


def small_place_end(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int | None:
    """Where the name of a place ends that is written small behind a preposition: "clubs in tampa bay"."""
    before = tokens[start - 1].text.lower() if start else ""
    if before not in SITUATING or not tokens[start].text.islower():
        return None
    for end in range(min(len(tokens), start + 3), start, -1):
        name = words(tokens, start, end)
        if name.islower() and name not in gazetteer.people.small and name.title() in gazetteer.located:
            return end
    return None


def whole_land_end(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int | None:
    """Where the full name of a land with small words in it ends ("United States of America"); else None."""
    if tokens[start].text not in gazetteer.land_openings:
        return None
    ends = range(min(len(tokens), start + LONGEST_WHOLE_NAME), start + 2, -1)
    return next((end for end in ends if words(tokens, start, end) in gazetteer.territories), None)


@cache
def load_gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language."""
    territories, capitals, places = load_territories(code), load_capitals(code), load_places(code)
    return Gazetteer(
        people=load_people(code),
        territories=territories,
        capitals=capitals,
        demonyms=load_demonyms(code),
        places=places,
        saying=frozenset(load_speech(code).acts),
        located=frozenset({*territories, *capitals, *places}),
        land_openings=frozenset(
            name.split()[0].partition("'")[0] for name in territories if " of " in name or "'s " in name
        ),
    )


def words(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of tokens `start` up to `end`, as one would write them."""
    if end - start == 1:
        return tokens[start].text if start < len(tokens) else ""
    joined = " ".join(token.text for token in tokens[start:end]).replace(" ’s ", "'s ")
    return joined.replace(" 's", "'s").replace(" '", "'").replace(" ,", ",")
