"""What an article tells along with a name: role, affiliation and day, weighed against a record's own.

"Russian Foreign Minister Sergei Lavrov" fits a record described as foreign minister of Russia, and no
namesake who plays football; who was born after the day of the article is not meant at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.errors import BadDate
from kb.linking.authority import Held
from kb.linking.spelling import folded
from kb.when import When

ROLE = 30.0  # what it adds that all the article calls somebody stands in the record's description
OTHER_ROLE = 0.3  # a person of whom the record tells nothing of that
UNBORN = 0.01  # what begins only after the day
ENDED = 0.1  # what had ended before it: the dead are told of too
STEM = 5  # letters that words share: "Russian" and "Russia", "ministry" and "minister"
SMALL = frozenset({"the", "and", "for", "its", "his", "her", "who"})
SHORTEST = 3  # letters of a word that says anything


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The words for a role and an affiliation, and the day; "" and None where they are not told."""

    role: str = ""
    when: When | None = None

    def weigh(self, held: Held) -> Iterator[tuple[float, str]]:
        """By how much a record is likelier meant, or less likely, each with its reason."""
        told, own = _stems(self.role), _stems(held.description)
        shared = [word for word in told if word in own]
        if shared:
            yield 1 + ROLE * len(shared) / len(told), "It is described as what the article calls it."
        elif told and own and held.kind == "person":
            yield OTHER_ROLE, "It is described as something else than what the article calls it."
        if self._is_before(held.begun):
            yield UNBORN, f"It began only in {held.begun}."
        if self._is_after(held.ended):
            yield ENDED, f"It had ended in {held.ended}."

    def _is_before(self, begun: str) -> bool:
        day, first = self.when and self.when.latest, parsed(begun)
        return day is not None and first is not None and first.earliest is not None and day < first.earliest

    def _is_after(self, ended: str) -> bool:
        day, last = self.when and self.when.earliest, parsed(ended)
        return day is not None and last is not None and last.latest is not None and last.latest < day


UNTOLD = Circumstances()


def _stems(text: str) -> frozenset[str]:
    words = folded(text).split()
    return frozenset(word[:STEM] for word in words if len(word) >= SHORTEST and word not in SMALL)


def parsed(text: str) -> When | None:
    """The date of an EDTF text; None for anything else."""
    try:
        return When.parse(text) if text else None
    except BadDate:
        return None
