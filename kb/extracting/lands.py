"""Towns told with the land they lie in: "Poole, Dorset", "Lawrence, Kan.", "Lawrence, KS"."""

from collections.abc import Sequence

from kb.extracting.clause_words import PLACE_PREPOSITIONS
from kb.extracting.gazetteer import Gazetteer, words
from kb.extracting.name_cues import low
from kb.model import Token

LONGEST = 3  # tokens in the name of a land


def is_in_land(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether the name is that of a land shortened behind a comma, or of a town before one.

    A land written out may also be the next of several, so a preposition must open the town, and a comma, a
    bracket or the end close the land: "born in Poole, Dorset, but".
    """
    if is_short_land(tokens, start, gazetteer):
        return end == start + 1
    if low(tokens, end) != "," or (end - start > 1 and tokens[start].text in gazetteer.people.given):
        return False
    if end + 1 < len(tokens) and is_short_land(tokens, end + 1, gazetteer):
        return True
    return low(tokens, start - 1) in PLACE_PREPOSITIONS and _is_closed_land(tokens, end + 1, gazetteer)


def is_short_land(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether "N.J.", "Calif." or "KS" stands at `index`, behind a comma."""
    short = tokens[index].text.removesuffix(".")
    behind = low(tokens, index - 1) == "," and tokens[index].pos == "PROPN"
    return behind and short in gazetteer.people.short_regions


def _is_closed_land(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> bool:
    return any(
        words(tokens, start, end) in gazetteer.located and low(tokens, end) in ("", ".", ",", ")", ";")
        for end in range(start + 1, min(len(tokens), start + LONGEST) + 1)
    )
