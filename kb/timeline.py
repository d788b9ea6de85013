"""What happened when: the entries of a window, and how densely they stand.

Entries are asked of the store; everything after that is counting, done here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.merging import merge_entities
from kb.model import Bearer, EntityKind, Entry, Filter
from kb.storing import Store, rows
from kb.storing.telling import load_bearers
from kb.when import When

ASKED = "asked"
"""What stands for the words asked for, among the IRIs of names."""


@dataclass(frozen=True, slots=True)
class Bin:
    """How many entries may fall between two moments (seconds since 1970, `until` excluded)."""

    since: int
    until: int
    events: int
    statements: int


def timeline(store: Store, wanted: Filter) -> list[Entry]:
    """The entries a filter lets through, by earliest possible moment; those without a date come last.

    Where nothing has the words of `wanted.about`, they may be another form of a name that something has.
    """
    found = rows.timeline(store, wanted)
    asked = _under_another_name(store, wanted) if not found and " " in wanted.about else None
    return rows.timeline(store, asked) if asked else found


def _under_another_name(store: Store, wanted: Filter) -> Filter | None:
    """The filter that asks for whoever the words name by the rules of merging; None: they name nobody."""
    bearers = load_bearers(store)
    for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE):
        asked = Bearer(iri=ASKED, name=wanted.about, kind=kind)
        for merge in merge_entities([*bearers, asked]):
            if ASKED in merge.members:
                return replace(wanted, about=next(iri for iri in merge.members if iri != ASKED))
    return None


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
