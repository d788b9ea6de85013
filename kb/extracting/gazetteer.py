"""Names with known meaning, and the words that tell what a name names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kb.extracting.vocabulary import (
    People,
    Territory,
    load_capitals,
    load_demonyms,
    load_people,
    load_places,
    load_territories,
)
from kb.model import Token

LONGEST_WHOLE_NAME = 6  # tokens; a possessive ending counts as one


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The territories of the world under their names, capitals and peoples, and the people words."""

    people: People
    territories: Mapping[str, Territory]
    capitals: Mapping[str, Territory]
    demonyms: Mapping[str, Territory]
    places: Mapping[str, str | None]

    def is_capital(self, token: Token) -> bool:
        """Whether a token is a word of a name (days and months are none)."""
        return token.pos == "PROPN" and token.text.rpartition("-")[2] not in self.people.calendar

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


def whole_name_end(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int | None:
    """Where a name of a body begins at `start` that only a list can tell; None when none does."""
    if tokens[start].text not in gazetteer.people.whole_name_openings:
        return None
    for end in range(min(len(tokens), start + LONGEST_WHOLE_NAME), start + 1, -1):
        if words(tokens, start, end) in gazetteer.people.whole_names:
            return end
    return None


@cache
def load_gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language."""
    return Gazetteer(
        load_people(code), load_territories(code), load_capitals(code), load_demonyms(code), load_places(code)
    )


def words(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of tokens `start` up to `end`, as one would write them."""
    if end - start == 1:
        return tokens[start].text if start < len(tokens) else ""
    joined = " ".join(token.text for token in tokens[start:end])
    return joined.replace(" 's", "'s").replace(" '", "'").replace(" ,", ",")
