"""Which pairs of entries are worth comparing, so that the work grows with the entries, not their square.

Two entries meet when they share a key: somebody who takes part (or the place), the kind of thing, and a day;
or, where one is dated to a month only, the month.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import TypeAlias

from kb.merging.dates import buckets, days_of
from kb.model import Told

Key: TypeAlias = tuple[str, str, int]
Pair: TypeAlias = tuple[Told, Told]


def pairs(told: Iterable[Told], kind_of: Callable[[Told], str]) -> Iterator[Pair]:
    """The pairs of entries of two documents that share a key, each pair once."""
    listed = sorted(told, key=_iri)
    by_level: Mapping[str, dict[Key, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for entry in listed:
        for level, key in _keys(entry, kind_of(entry)):
            by_level[level][key].append(entry)
    yield from _once(_meeting(by_level))


def _keys(entry: Told, kind: str) -> Iterator[tuple[str, Key]]:
    days = days_of(entry)
    if days is None:
        return
    there = {one.who.iri for one in entry.involved} | {place.iri for place in entry.places[:1]}
    for level, number in buckets(days):
        yield from ((level, (who, kind, number)) for who in sorted(there))


def _meeting(by_level: Mapping[str, Mapping[Key, list[Told]]]) -> Iterator[Pair]:
    for group in by_level["day"].values():
        yield from combinations(group, 2)
    for key, group in by_level["whole"].items():
        yield from combinations(group, 2)
        yield from product(group, by_level["in"].get(key, ()))


def _once(found: Iterable[Pair]) -> Iterator[Pair]:
    seen: set[tuple[str, str]] = set()
    for one, other in found:
        pair = (min(one.iri, other.iri), max(one.iri, other.iri))
        if one.document != other.document and pair not in seen:
            seen.add(pair)
            yield (one, other) if one.iri < other.iri else (other, one)


def _iri(entry: Told) -> str:
    return entry.iri
