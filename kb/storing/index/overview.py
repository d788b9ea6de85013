"""What is in a window: the values one can filter by with their counts, and how densely lanes are filled.

To add a filter with counts, add a line to `_facets`.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from heapq import nlargest
from typing import NamedTuple, TypeAlias, TypeVar

from kb.model import LANES, Bins, Counted, Filter, Lane, Overview, lanes_by
from kb.storing.index.conditions import CERTAINTIES, asked
from kb.storing.index.counting import in_days, total
from kb.storing.index.keeping import KINDS
from kb.storing.index.remembered import Names
from kb.storing.index.seen import POSITION, Columns, Look, look

BY = LANES[:-1]
VALUES = 20  # of a filter, at most
MOST_LANES = 12
NOBODY, OTHERS, ALL = 0, 1, 2  # lanes that no term names
OWN = {NOBODY: ("nobody", "nobody named"), OTHERS: ("others", "others"), ALL: ("all", "all")}

Key = TypeVar("Key", bound=Hashable)
Count = TypeVar("Count", int, tuple[int, int])
Name: TypeAlias = tuple[str, str]  # a key and its label
Namings: TypeAlias = Collection[int]  # as `Look` has them


class Told(NamedTuple):
    """Whom and what entries name, each once and those that are one by the same id; and their names."""

    namings: Namings
    names: Mapping[int, Name]


def overview(connection: sqlite3.Connection, names: Names, wanted: Filter, by: str, bins: Bins) -> Overview:
    """The lanes and facets of what a filter lets through; BadRequest when there are no lanes by that."""
    by, question = lanes_by(by), asked(connection, wanted)
    if question is None:
        return Overview(total=0, undated=0, one_in=1, bins=bins, lanes=(), facets={})
    ready = total(connection, in_days(question)) if question.is_plain else None
    seen = look(connection, question, ready)
    counted = len(seen.entries.kind) * seen.one_in, sum(seen.entries.undated) * seen.one_in
    entries, undated = ready if ready and seen.one_in > 1 else counted
    told = {by: _told(names, seen.named[by], by) for by in BY}
    return Overview(
        total=entries,
        undated=undated,
        one_in=seen.one_in,
        bins=bins,
        lanes=tuple(_lanes(seen, told.get(by), bins, not question.is_ever)),
        facets=_facets(seen, told),
    )


def _told(names: Names, namings: Namings, by: str) -> Told:
    """One source may have several IRIs and has one name."""
    ids = {naming % POSITION for naming in namings}
    people = names.of(ids)
    own = {id_: (people[id_][1].iri, people[id_][1].label) for id_ in ids}
    if by == "source":
        own = {id_: (label, label) for id_, (_, label) in own.items()}
    first = {name: id_ for id_, name in own.items()}
    less = {id_: first[name] - id_ for id_, name in own.items() if first[name] != id_}
    moved = {naming + less.get(naming % POSITION, 0) for naming in namings} if less else {*namings}
    return Told(moved, own)


def _facets(seen: Look, told: Mapping[str, Told]) -> dict[str, tuple[Counted, ...]]:
    entries = seen.entries
    counts = {
        "kind": _as_named(Counter(KINDS[kind] for kind in entries.kind)),
        "status": _as_named(Counter(filter(None, entries.status))),
        "certainty": _as_named(_certainties(Counter(entries.certainty))),
        "disputed": _as_named(Counter("1" for disputed in entries.disputed if disputed)),
    }
    for by in BY:
        found = Counter([naming % POSITION for naming in told[by].namings])
        counts[by] = {told[by].names[id_]: n for id_, n in found.items()}
    return {name: tuple(_most(count, seen.one_in)) for name, count in counts.items()}


def _as_named(counts: Mapping[str, int]) -> dict[Name, int]:
    return {(key, key): n for key, n in counts.items()}


def _certainties(counts: Mapping[int, int]) -> Counter[str]:
    """How many are sure, approximate, uncertain, of numbers as `keeping.certainty` gives them."""
    sure, approximate, uncertain = CERTAINTIES
    meant = {0: (sure,), 1: (approximate,), 2: (uncertain,), 3: (approximate, uncertain)}
    found: Counter[str] = Counter()
    for certainty, n in counts.items():
        found.update(dict.fromkeys(meant[certainty], n))
    return found


def _most(counts: Mapping[Name, int], one_in: int) -> Iterator[Counted]:
    ordered = _fullest(counts, VALUES, {name: name for name in counts})
    return (Counted(key, label, counts[key, label] * one_in) for key, label in ordered)


def _fullest(counts: Mapping[Key, Count], most: int, names: Mapping[Key, Name]) -> list[Key]:
    """Those that count the most, by label and key where they count alike."""
    fullest = nlargest(most, counts.values())
    among = [key for key, n in counts.items() if n >= fullest[-1]]  # thousands are not worth putting in order
    by_name = sorted(among, key=lambda key: names[key][::-1])
    return sorted(by_name, key=lambda key: counts[key], reverse=True)[:most]


def _lanes(seen: Look, told: Told | None, bins: Bins, is_window: bool) -> Iterator[Lane]:
    """The fullest lanes first, of no name a single one; an entry stands in each lane it has a name of.

    Of a window those come first of which most is dated in it: what is undated may lie in any.
    """
    every = range(0, len(seen.entries.kind) * POSITION, POSITION)
    if told is None:
        return _filled([ALL], [position + ALL for position in every], seen, OWN, bins)
    counts = Counter([naming % POSITION for naming in told.namings])
    named = {naming - naming % POSITION for naming in told.namings}
    unnamed = [position + NOBODY for position in every if position not in named]
    surely = _dated(told, seen) if is_window else Counter[int]()
    ranked = {id_: (surely[id_], n) for id_, n in counts.items()}
    shown = _fullest(ranked, MOST_LANES - bool(unnamed), told.names)
    among = {*shown}
    standing = [naming for naming in told.namings if naming % POSITION in among]
    others = [position + OTHERS for position in named - {naming - naming % POSITION for naming in standing}]
    lanes = [*standing, *unnamed, *others]
    return _filled([*shown, NOBODY, OTHERS], lanes, seen, {**told.names, **OWN}, bins)


def _dated(told: Told, seen: Look) -> Counter[int]:
    """How many dated entries name each."""
    undated = seen.entries.undated
    return Counter([naming % POSITION for naming in told.namings if not undated[naming // POSITION]])


def _filled(
    order: Iterable[int], lanes: Namings, seen: Look, names: Mapping[int, Name], bins: Bins
) -> Iterator[Lane]:
    """The lanes with anything in them; a lane is told like a term that an entry names."""
    counts = Counter([standing % POSITION for standing in lanes])
    begun = _begun(lanes, seen.entries, bins)
    for lane in order:
        if lane in counts:
            events, statements = (
                tuple([n * seen.one_in for n in begun[lane, kind]]) for kind in range(len(KINDS))
            )
            yield Lane(*names[lane], counts[lane] * seen.one_in, events, statements)


def _begun(lanes: Namings, entries: Columns, bins: Bins) -> Mapping[tuple[int, int], list[int]]:
    """By lane and kind, how many begin in each bin; what is undated or begins elsewhere in none."""
    found: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0] * bins.number)
    for standing in lanes:
        position, lane = divmod(standing, POSITION)
        at = entries.at[position]
        if at is not None and 0 <= (bin_ := (at - bins.since) // bins.width) < bins.number:
            found[lane, entries.kind[position]][bin_] += 1
    return found
