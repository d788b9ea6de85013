"""Which names of a knowledge base name one and the same person, body or place.

Names that are written alike have one IRI already; here come titles, legal forms, middle names, surnames
alone, acronyms and short names. A name that could be that of two is left alone, two different first
names are two people, and the unnamed are never looked at.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from kb.merging.clusters import Cluster, apart, clusters, reasons_of
from kb.merging.people import could_be_one, person_name
from kb.merging.same_names import RULES, Cast
from kb.merging.wording import Wording, core_of, load_wording
from kb.model import Bearer, EntityKind, Link, Merge, Same


def merge_entities(
    bearers: Sequence[Bearer], parted: Collection[frozenset[str]] = (), language: str = "en"
) -> list[Merge]:
    """The decisions on these names; pairs of IRIs in `parted` never meet in one."""
    wording = load_wording(language)
    known = {bearer.iri: bearer for bearer in bearers}
    links: list[Link] = []
    for rule in RULES:  # each builds on what those before it found
        cast = Cast(known, _clusters(links, known, parted, wording), wording)
        links += rule(cast)
    return [_merge(cluster, known, wording) for cluster in _clusters(links, known, parted, wording)]


def _clusters(
    links: Iterable[Link],
    known: Mapping[str, Bearer],
    parted: Collection[frozenset[str]],
    wording: Wording,
) -> list[Cluster]:
    not_parted = apart(parted)

    def allowed(ones: Collection[str], others: Collection[str]) -> bool:
        return not_parted(ones, others) and _are_one([known[iri] for iri in (*ones, *others)], wording)

    return clusters(links, allowed)


def _are_one(bearers: Iterable[Bearer], wording: Wording) -> bool:
    """Whether no two people among them have different first names."""
    people = [person_name(bearer, wording) for bearer in bearers if bearer.kind == EntityKind.PERSON]
    return all(could_be_one(one, other, wording) for one, other in combinations(people, 2))


def _merge(cluster: Cluster, known: Mapping[str, Bearer], wording: Wording) -> Merge:
    def rank(bearer: Bearer) -> tuple[int, int, int, bool, int, str]:
        """The fullest name stands for all; of two as full the one that more documents have."""
        core, name = core_of(bearer, wording), bearer.name
        letters = sum(map(len, core))
        return -len(core), -len(bearer.documents), -letters, name.isascii(), len(name), bearer.iri

    members = sorted((known[iri] for iri in cluster.members), key=rank)
    return Merge(
        kind=Same.ENTITY,
        members=tuple(bearer.iri for bearer in members),
        rule=cluster.weakest.rule,
        score=cluster.weakest.score,
        reasons=reasons_of(cluster),
    )
