"""From links between two to clusters of many: the surest links first, and none that a cluster forbids."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from kb.model import Link

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

    Links are taken from the surest on; one is left out when `allowed(members, members)` denies that the
    two clusters it would join are one. The order of the links given does not matter.
    """
    found: dict[str, Cluster] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.one, link.other)):
        one = found.get(link.one, Cluster(frozenset({link.one})))
        other = found.get(link.other, Cluster(frozenset({link.other})))
        if one.members != other.members and allowed(one.members, other.members):
            joined = Cluster(one.members | other.members, (*one.links, *other.links, link))
            found |= dict.fromkeys(joined.members, joined)
    return sorted({id(cluster): cluster for cluster in found.values()}.values(), key=_first)


def apart(parted: Collection[frozenset[str]]) -> Allowed:
    """That no two are joined whom a person has parted."""

    def allowed(ones: Collection[str], others: Collection[str]) -> bool:
        return not any(frozenset((one, other)) in parted for one in ones for other in others)

    return allowed if parted else lambda _ones, _others: True


def reasons_of(cluster: Cluster) -> tuple[str, ...]:
    """Every reason of a cluster once, in the order of its links."""
    return tuple(dict.fromkeys(reason for link in cluster.links for reason in link.reasons))


def _first(cluster: Cluster) -> str:
    return min(cluster.members)
