"""From links between two to clusters of many: the surest links first, and none that a cluster forbids."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from kb.model import Link

BY_HAND = "joined-by-hand"
"""The rule of a link that a person made: it holds against every other."""

Allowed = Callable[[Collection[str], Collection[str]], bool]


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is one and the same, and the links that made it so."""

    members: frozenset[str]
    links: tuple[Link, ...] = ()

    @property
    def weakest(self) -> Link:
        """The link that is least sure."""
        return min(self.links, key=lambda link: (link.score, link.one, link.other))


def clusters(links: Iterable[Link], allowed: Allowed) -> list[Cluster]:
    """The clusters that these links make, two members or more each.

    Links are taken from the surest on, those that people made first; any other is left out when
    `allowed(members, members)` denies that the two clusters it would join are one. The order of the links
    given does not matter.
    """
    found: dict[str, Cluster] = {}
    for link in sorted(links, key=_surest_first):
        one = found.get(link.one, Cluster(frozenset({link.one})))
        other = found.get(link.other, Cluster(frozenset({link.other})))
        free = link.rule == BY_HAND or allowed(one.members, other.members)
        if one.members != other.members and free:
            joined = Cluster(one.members | other.members, (*one.links, *other.links, link))
            found |= dict.fromkeys(joined.members, joined)
    return sorted({id(cluster): cluster for cluster in found.values()}.values(), key=_first)


def apart(parted: Collection[frozenset[str]]) -> Allowed:
    """That no two are joined whom a person has parted."""

    def allowed(ones: Collection[str], others: Collection[str]) -> bool:
        return not any(frozenset((one, other)) in parted for one in ones for other in others)

    return allowed if parted else lambda _ones, _others: True


def by_hand(joined: Iterable[frozenset[str]], known: Collection[str]) -> list[Link]:
    """The links between those of the `known` whom a person has joined."""
    pairs = (sorted(pair) for pair in joined if pair <= set(known))
    return [Link(one, other, BY_HAND, 1.0, ("A person says so.",)) for one, other in pairs]


def agreeing(fits: Callable[[str, str], bool], joined: Sequence[Link]) -> Allowed:
    """That each two fit; whoever a person has `joined` with others fits where one of them does."""
    hands = clusters(joined, lambda _ones, _others: True)
    group = {iri: hand.members for hand in hands for iri in hand.members}

    def fit(pair: tuple[str, str]) -> bool:
        one, other = (group.get(iri, frozenset({iri})) for iri in pair)
        return any(fits(a, b) for a, b in product(one, other))

    return lambda ones, others: all(map(fit, product(ones, others)))


def _surest_first(link: Link) -> tuple[bool, float, str, str]:
    return link.rule != BY_HAND, -link.score, link.one, link.other


def reasons_of(cluster: Cluster) -> tuple[str, ...]:
    """Every reason of a cluster once, in the order of its links."""
    return tuple(dict.fromkeys(reason for link in cluster.links for reason in link.reasons))


def _first(cluster: Cluster) -> str:
    return min(cluster.members)
