"""Weights that make a log-linear model fit examples: AdaGrad on the likelihood, small weights preferred.

Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
Journal of Machine Learning Research 12, 2011.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from kb.extracting.learnt.model import KINDS, likely
from kb.model import EntityKind

Example = tuple[Mapping[str, float], EntityKind]
CLOSE = 1e-3  # a share that is as near as this to the right one teaches nothing
SEED = 1


@dataclass(slots=True)
class Fitting:
    """How a model is fitted: passes over the examples, how strongly weights are drawn to nothing, how long
    the first steps are, and how often a clue must be met."""

    passes: int
    decay: float
    step: float
    least: int
    weights: dict[str, list[float]] = field(default_factory=dict)
    moved: dict[str, list[float]] = field(default_factory=dict)  # the sums of squared slopes

    def fit(self, examples: Sequence[Example]) -> dict[str, list[float]]:
        """The weights, rounded to what still tells."""
        met = Counter(clue for clues, _ in examples for clue in clues)
        kept = [({c: s for c, s in clues.items() if met[c] >= self.least}, kind) for clues, kind in examples]
        chance = random.Random(SEED)  # noqa: S311  (no secret hangs on it)
        for _ in range(self.passes):
            chance.shuffle(kept)
            for clues, kind in kept:
                self._learn(clues, kind)
        return {clue: [round(one, 2) for one in found] for clue, found in sorted(self.weights.items())}

    def _learn(self, clues: Mapping[str, float], kind: EntityKind) -> None:
        shares = likely(self.weights, clues.items())
        for index, share in enumerate(shares):
            missed = share - (KINDS[index] is kind)
            if abs(missed) >= CLOSE:
                for clue, strength in clues.items():
                    self._move(clue, index, missed * strength)

    def _move(self, clue: str, index: int, slope: float) -> None:
        weights = self.weights.setdefault(clue, [0.0] * len(KINDS))
        moved = self.moved.setdefault(clue, [1e-6] * len(KINDS))
        slope += self.decay * weights[index]
        moved[index] += slope * slope
        weights[index] -= self.step * slope / sqrt(moved[index])
