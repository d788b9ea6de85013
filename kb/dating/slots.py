"""What a pattern caught: the value of each slot, by name, as meanings read it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kb.dating.forms import Form


class Slots:
    """The slots inside an expression, then those of its neighbours in the same range or list.

    `words` are the words of the expression itself, in lower case; `pairs` all that was caught in it, in
    order, `beside` all that was caught in its neighbours. A slot caught only beside the expression gives
    what the expression leaves out ("3" in "3 to 5 June" takes the month).
    """

    def __init__(
        self, words: tuple[str, ...], inside: Sequence[tuple[str, Any]], beside: Sequence[tuple[str, Any]]
    ) -> None:
        self.words = words
        self.pairs = tuple(inside)
        self.beside = tuple(beside)
        self.inside = _first_of_each(inside)
        self._all = _first_of_each([*inside, *beside])

    def get(self, *names: str) -> Any:
        """The value of the first of these slots that was caught, or None."""
        return next((self._all[name] for name in names if name in self._all), None)

    def has(self, *names: str) -> bool:
        """Whether one of these slots was caught in the expression itself."""
        return any(name in self.inside for name in names)


def _first_of_each(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found


Meaning = Callable[[Slots], Form | None]
"""From what was caught to what it says; None when it says nothing after all."""
