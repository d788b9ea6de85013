"""Which of several like-named stretches is meant: last May, this May, next May."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.dating.forms import Fields
from kb.dating.reckoning import first_number, last_number
from kb.dating.tense import FUTURE, PAST


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, and what the other direction would have given, if that is something else."""

    chosen: Fields
    other: Fields | None = None


def choose(candidates: Sequence[Fields], anchor: Fields, which: int | None, pointing: int) -> Choice:
    """One of the candidates (in order of time) by the words or, without them, by the direction."""
    if which == 0 or len(candidates) == 1:
        return Choice(candidates[len(candidates) // 2])
    if which is not None:
        return Choice(_named(candidates, anchor, which))
    past, future = _begun(candidates, anchor), _not_over(candidates, anchor)
    chosen = {PAST: past, FUTURE: future}.get(pointing) or _nearest((past, future), anchor)
    other = future if chosen == past else past
    return Choice(chosen, None if other == chosen else other)


def _named(candidates: Sequence[Fields], anchor: Fields, which: int) -> Fields:
    """ "Last May" must be over, "next May" not yet begun."""
    if which < 0:
        first = first_number(anchor) or 0
        return next((c for c in reversed(candidates) if (last_number(c) or 0) < first), candidates[0])
    last = last_number(anchor) or 0
    return next((c for c in candidates if (first_number(c) or 0) > last), candidates[-1])


def _begun(candidates: Sequence[Fields], anchor: Fields) -> Fields:
    """The last one that has begun."""
    last = last_number(anchor) or 0
    return next((c for c in reversed(candidates) if (first_number(c) or 0) <= last), candidates[0])


def _not_over(candidates: Sequence[Fields], anchor: Fields) -> Fields:
    """The first one that is not over."""
    first = first_number(anchor) or 0
    return next((c for c in candidates if (last_number(c) or 0) >= first), candidates[-1])


def _nearest(candidates: Sequence[Fields], anchor: Fields) -> Fields:
    """The one whose begin lies nearest; of two as near the later."""
    first = first_number(anchor) or 0
    return min(reversed(candidates), key=lambda c: abs((first_number(c) or 0) - first))
