"""A count of right, found and gold, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """How many are right of how many found and how many gold; and what went wrong, in words."""

    hits: int = 0
    found: int = 0
    gold: int = 0
    misses: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.hits + other.hits,
            self.found + other.found,
            self.gold + other.gold,
            self.misses + other.misses,
        )

    @property
    def precision(self) -> float:
        """Right of all found, 0 to 1; 1 when nothing is found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right of all gold, 0 to 1; 1 when nothing is gold."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 1.0


Scores = Mapping[str, Tally]
