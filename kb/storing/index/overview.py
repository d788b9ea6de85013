"""What is in a window: the values one can filter by with their counts, and how densely lanes are filled.

To add a filter with counts, add a line to `_facets`.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kb.errors import BadRequest
from kb.model import Bins, Counted, Filter, Lane, Overview
from kb.storing.index.conditions import CERTAINTIES, asked
from kb.storing.index.counting import in_days, total
from kb.storing.index.keeping import KINDS
from kb.storing.index.seen import Look, Seen, look, named_by_id

BY = ("actor", "place", "source", "type")  # what lanes can go by
NONE = "none"  # a single lane
VALUES = 20  # of a filter, at most
MOST_LANES = 12
NOBODY, OTHERS, ALL = ("nobody", "nobody named"), ("others", "others"), ("all", "all")

Name = tuple[str, str]  # a key and its label


def overview(connection: sqlite3.Connection, wanted: Filter, by: str, bins: Bins) -> Overview:
    """The lanes and facets of what a filter lets through; BadRequest when there are no lanes by that."""
    if by not in (*BY, NONE):
        raise BadRequest(f"There are no lanes by {by!r}. Choose: {', '.join((*BY, NONE))}.")
    question = asked(connection, wanted)
    if question is None:
        return Overview(total=0, undated=0, one_in=1, bins=bins, lanes=(), facets={})
    seen = look(connection, question)
    entries, undated = len(seen.entries) * seen.one_in, sum(one.row.undated for one in seen.entries)
    counted = (entries, undated * seen.one_in)
    exact = total(connection, in_days(question)) if question.is_plain and seen.one_in > 1 else counted
    named = _named(connection, seen)
    return Overview(
        total=exact[0],
        undated=exact[1],
        one_in=seen.one_in,
        bins=bins,
        lanes=tuple(_lanes(seen, named, by, bins)),
        facets=_facets(seen, named),
    )


def _named(connection: sqlite3.Connection, seen: Look) -> Mapping[str, list[set[Name]]]:
    """By what lanes can go by, the names in each entry; one source may have several IRIs and has one name."""
    ids = {id_ for one in seen.entries for several in one.named.values() for id_ in several}
    names = named_by_id(connection, ids)
    found = {by: [{names[id_] for id_ in one.named[by]} for one in seen.entries] for by in BY}
    found["source"] = [{(label, label) for _, label in several} for several in found["source"]]
    return found


def _facets(seen: Look, named: Mapping[str, list[set[Name]]]) -> dict[str, tuple[Counted, ...]]:
    rows = [one.row for one in seen.entries]
    plain = {
        "kind": (KINDS[row.kind] for row in rows),
        "status": (row.status for row in rows if row.status),
        "certainty": (name for row in rows for name in _certainties(row.certainty)),
        "disputed": ("1" for row in rows if row.disputed),
    }
    counts = {name: Counter((key, key) for key in keys) for name, keys in plain.items()}
    counts |= {by: Counter(name for several in named[by] for name in several) for by in BY}
    return {name: tuple(_most(count, seen.one_in)) for name, count in counts.items()}


def _certainties(certainty: int) -> Iterator[str]:
    sure, approximate, uncertain = CERTAINTIES
    if not certainty:
        yield sure
    yield from (name for bit, name in ((1, approximate), (2, uncertain)) if certainty & bit)


def _most(counts: "Counter[Name]", one_in: int) -> Iterator[Counted]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    return (Counted(key, label, count * one_in) for (key, label), count in ordered[:VALUES])


def _lanes(seen: Look, named: Mapping[str, list[set[Name]]], by: str, bins: Bins) -> Iterator[Lane]:
    """The fullest lanes first; an entry stands in each lane it has a name of."""
    if by == NONE:
        yield from _filled({ALL: seen.entries} if seen.entries else {}, bins, seen.one_in)
        return
    members: dict[Name, list[Seen]] = {}
    for one, names in zip(seen.entries, named[by], strict=True):
        for name in names or {NOBODY}:
            members.setdefault(name, []).append(one)
    nobody = members.pop(NOBODY, [])
    ordered = sorted(members, key=lambda name: (-len(members[name]), name[1], name[0]))
    room = MOST_LANES - bool(nobody)
    shown = {*ordered[:room]}
    pairs = zip(seen.entries, named[by], strict=True)
    rest = [one for one, names in pairs if names and not names & shown] if len(ordered) > room else []
    lanes = {name: members[name] for name in ordered[:room]} | {NOBODY: nobody, OTHERS: rest}
    yield from _filled({name: several for name, several in lanes.items() if several}, bins, seen.one_in)


def _filled(lanes: Mapping[Name, Sequence[Seen]], bins: Bins, one_in: int) -> Iterator[Lane]:
    for (key, label), several in lanes.items():
        events, statements = (_density(several, kind, bins, one_in) for kind in range(len(KINDS)))
        yield Lane(key, label, len(several) * one_in, events, statements)


def _density(several: Iterable[Seen], kind: int, bins: Bins, one_in: int) -> tuple[int, ...]:
    """How many of a kind begin in each bin; what is undated or begins elsewhere in none."""
    dated = (s.row for s in several if s.row.kind == kind and not (s.row.undated or s.row.unbounded))
    counts = Counter((row.at - bins.since) // bins.width for row in dated)
    return tuple(counts[number] * one_in for number in range(bins.number))
