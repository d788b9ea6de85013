"""What happened when: the entries of a window, and how densely they stand.

Entries are asked of the store; everything after that is counting, done here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Entry, Filter
from kb.storing import Store, rows
from kb.when import When


@dataclass(frozen=True, slots=True)
class Bin:
    """How many entries may fall between two moments (seconds since 1970, `until` excluded)."""

    since: int
    until: int
    events: int
    statements: int


def timeline(store: Store, wanted: Filter) -> list[Entry]:
    """The entries a filter lets through, by earliest possible moment; those without a date come last."""
    return rows.timeline(store, wanted)


def density(entries: Sequence[Entry], bins: int = 128) -> list[Bin]:
    """Equal bins over the span of all dated entries; an entry counts in the bin of its earliest bound.

    At most `bins` of them, fewer when they would be shorter than a second; none when nothing is dated.
    """
    starts = [(begin, entry.kind) for entry in entries if (begin := _begin(entry)) is not None]
    if not starts:
        return []
    first, last = min(starts)[0], max(starts)[0]
    width = -(-(last - first + 1) // bins)
    counts = Counter(((begin - first) // width, kind) for begin, kind in starts)
    return [
        Bin(
            since=first + number * width,
            until=first + (number + 1) * width,
            events=counts[number, "event"],
            statements=counts[number, "statement"],
        )
        for number in range((last - first) // width + 1)
    ]


def _begin(entry: Entry) -> int | None:
    if not entry.dated:
        return None
    begin, end = When.parse(entry.edtf).window
    return end if begin is None else begin
