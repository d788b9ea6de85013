"""Which entries of several articles are one: pairs to compare, links, clusters, and what stands for them.

A cluster has one entry of each article at most, and no two in it contradict each other. What the articles
tell differently within these limits (the day, those who take part, whether it happened) is told as a
disagreement, in sentences; nothing is decided between them.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.merging import events, statements
from kb.merging.blocking import Pair, pairs
from kb.merging.clusters import Allowed, Cluster, agreeing, apart, by_hand, clusters, reasons_of
from kb.merging.differing import disagreements
from kb.model import Link, Merge, Same, Told

OPEN = 10**12
"""More seconds than any date leaves open."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How entries of one kind are looked for and compared."""

    kind_of: Callable[[Told], str]
    link: Callable[[Told, Told], Link | None]
    contradict: Callable[[Told, Told], bool]


WAYS: Mapping[Same, Ways] = {
    Same.EVENT: Ways(events.kind_of, events.same_event, events.contradict),
    Same.STATEMENT: Ways(statements.kind_of, statements.same_statement, statements.contradict),
}


def merge_entries(
    told: Sequence[Told],
    parted: Collection[frozenset[str]] = (),
    joined: Collection[frozenset[str]] = (),
    watch: Callable[[Sequence[Pair]], Iterable[Pair]] = iter,
) -> list[Merge]:
    """The decisions on these entries; pairs of IRIs in `parted` never meet in one, those in `joined` do.

    `watch` is handed the pairs to compare and gives them back one by one, for a bar of progress.
    """
    known = {entry.iri: entry for entry in told}
    compared = [pair for kind in WAYS for pair in _pairs(told, kind)]
    links = [link for one, other in watch(compared) if (link := WAYS[one.kind].link(one, other))]
    hands = by_hand(joined, known)
    allowed = _allowed(known, parted, hands)
    return [_merge(cluster, known) for cluster in clusters([*links, *hands], allowed)]


def _pairs(told: Iterable[Told], kind: Same) -> Iterator[Pair]:
    return pairs((entry for entry in told if entry.kind is kind), WAYS[kind].kind_of)


def _allowed(known: Mapping[str, Told], parted: Collection[frozenset[str]], hands: Sequence[Link]) -> Allowed:
    def fit(one: str, other: str) -> bool:
        return _may_be_one(known[one], known[other])

    not_parted, fitting = apart(parted), agreeing(fit, hands)
    return lambda ones, others: not_parted(ones, others) and fitting(ones, others)


def _may_be_one(one: Told, other: Told) -> bool:
    return one.document != other.document and not WAYS[one.kind].contradict(one, other)


def _merge(cluster: Cluster, known: Mapping[str, Told]) -> Merge:
    versions = [known[iri] for iri in cluster.members]
    dates = Counter(str(version.when) for version in versions if version.dated)

    def rank(told: Told) -> tuple[bool, int, int, bool, int, str]:
        """What has a date stands for all; then the date most give, the finest, a fact, the fullest."""
        plain = told.status in ("", "happened", "ongoing")
        here = len(told.involved) + len(told.places[:1])
        return not told.dated, -dates[str(told.when)], _width(told), not plain, -here, told.iri

    members = sorted(versions, key=rank)
    return Merge(
        kind=members[0].kind,
        members=tuple(entry.iri for entry in members),
        rule=cluster.weakest.rule,
        score=cluster.weakest.score,
        reasons=reasons_of(cluster),
        disagreements=tuple(disagreements(members)),
    )


def _width(told: Told) -> int:
    """How many seconds the date leaves open."""
    begin, end = told.when.window
    return end - begin if begin is not None and end is not None else OPEN
