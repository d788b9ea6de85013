"""Which names of a knowledge base name one and the same person, body or place.

Names that are written alike have one IRI already; here come titles, legal forms, middle names, surnames
alone, acronyms and short names. A name that could be that of two is left alone, two different first
names are two people, and the unnamed are never looked at.
"""

from collections.abc import Collection, Mapping, Sequence

from kb.merging.clusters import Allowed, Cluster, agreeing, apart, by_hand, clusters, reasons_of
from kb.merging.people import could_be_one, person_name
from kb.merging.same_names import RULES, Cast
from kb.merging.wording import Wording, core_of, load_wording
from kb.model import Bearer, EntityKind, Link, Merge, Same


def merge_entities(
    bearers: Sequence[Bearer],
    parted: Collection[frozenset[str]] = (),
    joined: Collection[frozenset[str]] = (),
    language: str = "en",
) -> list[Merge]:
    """The decisions on these names; pairs of IRIs in `parted` never meet in one, those in `joined` do."""
    wording = load_wording(language)
    known = {bearer.iri: bearer for bearer in bearers}
    hands = by_hand(joined, known)
    allowed = _allowed(known, parted, hands, wording)
    links = [*hands]
    for rule in RULES:  # each builds on what those before it found
        cast = Cast(known, clusters(links, allowed), wording)
        links += rule(cast)
    return [_merge(cluster, known, wording) for cluster in clusters(links, allowed)]


def _allowed(
    known: Mapping[str, Bearer],
    parted: Collection[frozenset[str]],
    hands: Sequence[Link],
    wording: Wording,
) -> Allowed:
    def fit(one: str, other: str) -> bool:
        return _may_be_one(known[one], known[other], wording)

    not_parted, fitting = apart(parted), agreeing(fit, hands)
    return lambda ones, others: not_parted(ones, others) and fitting(ones, others)


def _may_be_one(one: Bearer, other: Bearer, wording: Wording) -> bool:
    """Whether they are not two people with different first names."""
    people = one.kind == other.kind == EntityKind.PERSON
    return not people or could_be_one(person_name(one, wording), person_name(other, wording), wording)


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
