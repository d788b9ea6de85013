"""The weights: how much each clue speaks for each kind, and the lists of words that some clues ask for."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from kb.extracting.learnt.lists import listed_names
from kb.model import EntityKind

COMMON = "common.txt"
WEIGHTS = Path(__file__).parent.parent / "weights"
KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.THING)
Weights = Mapping[str, Sequence[float]]  # by clue, in the order of KINDS


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights of clues and of the pieces of words, and a letter for each list that a word stands in; equal
    only to itself, so that what was reckoned with it can be kept."""

    kinds: Weights
    spelling: Weights
    listed: Mapping[str, str]

    def shares(self, clues: Mapping[str, float]) -> dict[EntityKind, float]:
        """How likely each kind is, together 1."""
        return dict(zip(KINDS, likely(self.kinds, clues.items()), strict=True))


def likely(weights: Weights, clues: Iterable[tuple[str, float]]) -> list[float]:
    """The shares of the kinds, in their order, that clues and their strengths tell."""
    sums = [0.0] * len(KINDS)
    for clue, strength in clues:
        for index, weight in enumerate(weights.get(clue, ())):
            sums[index] += weight * strength
    powers = [exp(one - max(sums)) for one in sums]
    return [power / sum(powers) for power in powers]


@cache
def load_model(code: str) -> Model | None:
    """The weights of a language; None when nothing was learnt for it."""
    folder = WEIGHTS / code
    if not folder.exists():
        return None
    weights = json.loads((folder / "kinds.json").read_text(encoding="utf-8"))
    common = (folder / COMMON).read_text(encoding="utf-8").splitlines()
    return Model(weights["kinds"], weights["spelling"], listed_words(code, common))


def listed_words(code: str, common: Iterable[str]) -> dict[str, str]:
    """For each name and common word the letters of its lists, in the order of the names."""
    letters = listed_names(code)
    for word in common:
        letters[word] = f"{letters.get(word, '')}c"
    return dict(sorted(letters.items()))
