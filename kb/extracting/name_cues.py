"""What the words beside a name tell of its kind: "the Nareth region", "founder of Veltro", "Okoro, who led".

For names that no list knows; each cue is sure enough to stand against what a tagger says.
"""

from collections.abc import Sequence

from kb.extracting.clause_words import PLACE_PREPOSITIONS
from kb.extracting.gazetteer import Gazetteer
from kb.model import EntityKind, Token

ARTICLES = frozenset({"the", "a", "an"})
WORKING = frozenset({"of", "for", "at"})


def cued_kind(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> EntityKind | None:
    """The kind that the words before and behind tokens `start` up to `end` tell; None when they tell none."""
    if _is_of_place(tokens, start, end, gazetteer):
        return EntityKind.PLACE
    if _is_of_person(tokens, start, end, gazetteer):
        return EntityKind.PERSON
    ruling = low(tokens, end) in gazetteer.people.ruling
    return EntityKind.ORGANIZATION if ruling or _is_employer(tokens, start, end, gazetteer) else None


def _is_of_place(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "the Nareth region", "the town of Nareth", "the river Nareth", "the siege of Nareth"."""
    nouns, before = gazetteer.people.place_nouns, [low(tokens, index) for index in (start - 2, start - 1)]
    of = before[1] == "of" and (before[0] in nouns or before[0] in gazetteer.people.landed)
    named = before[1] in nouns or of
    return named or (
        low(tokens, end) in nouns and low(tokens, start - 1) in PLACE_PREPOSITIONS | {"the", "of"}
    )


def _is_of_person(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "Okoro, who led the inquiry", "Okoro herself", "Okoro and his wife", "her and Okoro", "Dear Okoro"."""
    people, behind = gazetteer.people, low(tokens, end)
    told = behind == "who" or (behind == "," and low(tokens, end + 1) == "who")
    joined = [low(tokens, k) for k in ((end + 1) if behind == "and" else start - 2,)]
    beside = "and" in (behind, low(tokens, start - 1)) and people.pronouns.get(joined[0]) in ("he", "she")
    greeted = start == 1 and tokens[0].text in people.greetings
    return told or beside or greeted or behind in ("himself", "herself")


def _is_employer(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "a Veltro spokesman", "head of Veltro"; whose office it is, is not told by "king of"."""
    roles = gazetteer.people.roles
    behind = low(tokens, end) in roles and low(tokens, start - 1) in ARTICLES
    before = low(tokens, start - 1) in WORKING and low(tokens, start - 2) in gazetteer.people.heads_of_bodies
    return behind or before


def low(tokens: Sequence[Token], index: int) -> str:
    """The word at `index` in lower case; the empty string outside of the sentence."""
    return tokens[index].text.lower() if 0 <= index < len(tokens) else ""
