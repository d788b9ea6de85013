"""Seats that speak: "the Kremlin said" is the government of Russia, and no building."""

from collections.abc import Sequence
from functools import cache

from kb.languages import load_language
from kb.linking.kinds import kind_fit
from kb.linking.spelling import folded

LANGUAGE = "en"  # that of the words for governments
GOVERNMENT = "government"


def meant_names(label: str, kind: str) -> Sequence[str]:
    """The names to look a label up by, until one is known: for a seat that acts also the government in it."""
    territory = _seats().get(folded(label))
    if territory is None or not kind or not kind_fit(kind, GOVERNMENT):
        return [label]
    return [
        label,
        *(pattern.format(territory) for pattern in load_language(LANGUAGE).grammar["people"]["governments"]),
    ]


def governed(label: str, kind: str) -> bool:
    """Whether a label is a seat of which is not told whether the building or the government is meant."""
    return not kind and folded(label) in _seats()


@cache
def _seats() -> dict[str, str]:
    seats = load_language(LANGUAGE).grammar["seats"]
    return {folded(seat): territory for seat, territory in seats.items()}
