"""Which entry of the knowledge base a name from elsewhere means: the other way round of `finding`.

Names are looked up in the index, by the beginnings of their words; a score from 0 to 100 weighs how much
of the name is matched, and the facts that the asker knows. Without a name who bears out the facts is found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kb.linking.spelling import folded
from kb.model import Named
from kb.storing import Store
from kb.storing.facts import Value, bearers, is_named, kind_of, values

ENTITY_KINDS = ("Person", "Organization", "Group", "Place")
ENTRY_KINDS = ("Event", "Statement")
KINDS = (*ENTITY_KINDS, *ENTRY_KINDS)
FACTS = 0.3  # of the score, where the asker gives facts
MATCH = 95.0  # from this score on a candidate that no other comes near is the one meant
NEAR = 10.0  # points
MOST_BY_FACTS = 500  # candidates weighed where nothing but facts is known
POOL = 25  # candidates weighed for each one that is wanted, at least


@dataclass(frozen=True, slots=True)
class Fact:
    """What the asker knows: a property, values any of which will do, and whether it must hold."""

    property: str
    values: tuple[str, ...]
    required: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that somebody wants to know, of these kinds (all, when there are none), with facts."""

    name: str
    kinds: frozenset[str] = frozenset()
    facts: tuple[Fact, ...] = ()
    limit: int = 5
    iris: tuple[str, ...] = ()  # where they are known already

    @property
    def by_facts(self) -> bool:
        """Whether nothing but facts is known of who is meant."""
        return bool(self.facts) and not self.name.strip() and not self.iris


@dataclass(frozen=True, slots=True)
class Match:
    """Who or what may be meant; `score` from 0 to 100, `features` what it is made of, from 0 to 100."""

    iri: str
    name: str
    kind: str
    score: float
    features: Mapping[str, float] = field(default_factory=dict)
    certain: bool = False


def reconcile(store: Store, asked: Asked) -> list[Match]:
    """Who and what may be meant, the best first; the first is `certain` where none comes near."""
    weighed = (_weighed(store, asked, named) for named in _candidates(store, asked))
    found = sorted((one for one in weighed if one), key=lambda one: (-one.score, len(one.name), one.iri))
    best = found[: asked.limit]
    return [_decided(one, place, found) for place, one in enumerate(best)]


def _decided(one: Match, place: int, found: Sequence[Match]) -> Match:
    alone = len(found) == 1 or found[1].score < one.score - NEAR
    certain = place == 0 and one.score >= MATCH and alone
    return Match(one.iri, one.name, one.kind, one.score, one.features, certain)


def _candidates(store: Store, asked: Asked) -> Iterator[Named]:
    if asked.by_facts:
        yield from islice(_borne_out(store, asked), MOST_BY_FACTS)
        return
    pool = max(asked.limit, POOL)
    if asked.iris:
        yield from (Named(iri, str(label)) for iri in asked.iris for label in values(store, iri, "label"))
    for begins in _beginnings(store.base_iri, asked.kinds):
        yield from store.index.names(asked.name, begins, pool)
    if not asked.kinds or asked.kinds & {*ENTRY_KINDS}:
        yield from (Named(entry.iri, entry.label) for entry in store.index.search(asked.name, pool))


def _borne_out(store: Store, asked: Asked) -> Iterator[Named]:
    """The named of whom any of the facts holds that are not denied, those that must hold first."""
    facts = sorted((fact for fact in asked.facts if not fact.denied), key=lambda fact: not fact.required)
    found = (iri for fact in facts for iri in bearers(store, fact.property, _meant(store, fact)))
    for iri in dict.fromkeys(found):
        label = next(iter(values(store, iri, "label")), None)
        if label and is_named(store, iri) and _kind(store, iri) in KINDS:
            yield Named(iri, str(label))


def _meant(store: Store, fact: Fact) -> Iterator[str]:
    """The values of a fact, and the IRIs of who and what is called so."""
    for value in fact.values:
        called = store.index.names(value, "", POOL)
        yield from (value, *(one.iri for one in called if folded(one.label) == folded(value)))


def _beginnings(base: str, kinds: frozenset[str]) -> Iterator[str]:
    """What the IRIs of these kinds begin with; the unnamed stand elsewhere and are never told."""
    if not kinds:
        yield f"{base}entity/"
    yield from (f"{base}entity/{kind.lower()}/" for kind in ENTITY_KINDS if kind in kinds)


def _weighed(store: Store, asked: Asked, named: Named) -> Match | None:
    kind = _kind(store, named.iri)
    if asked.kinds and kind not in asked.kinds:
        return None
    name = 100.0 if asked.iris and not asked.name else name_score(asked.name, named.label)
    features, met = {} if asked.by_facts else {"name": name}, []
    for fact in asked.facts:
        holds = _holds(fact, values(store, named.iri, fact.property), store.base_iri)
        if fact.required and not holds:
            return None
        met.append(holds)
        features[fact.property] = 100.0 * holds
    weight = 1.0 if asked.by_facts else FACTS
    share = weight * sum(met) / len(met) + (1 - weight) * name / 100 if met else name / 100
    return Match(named.iri, named.label, kind, round(100 * share, 2), features)


def _kind(store: Store, iri: str) -> str:
    """By the IRI where that tells it, which spares a look into the store."""
    told = iri.removeprefix(f"{store.base_iri}entity/").partition("/")[0].capitalize()
    return told if told in ENTITY_KINDS else kind_of(store, iri)


def name_score(asked: str, label: str) -> float:
    """How well a label fits a name, from 0 to 100; half of its words fit half as well."""
    one, other = folded(asked), folded(label)
    if one == other:
        return 100.0 if asked == label else 98.0
    mine, theirs = one.split(), other.split()
    if sorted(mine) == sorted(theirs):
        return 96.0
    shared = sum(len(word) for word in mine if any(known.startswith(word) for known in theirs))
    whole = max(sum(map(len, mine)), sum(map(len, theirs)), 1)
    return round(90.0 * shared / whole, 2)


def _holds(fact: Fact, known: Iterable[Value], base: str) -> bool:
    texts = {text for value in known for text in _texts(value, base)}
    return any(folded(value) in texts or value in texts for value in fact.values) != fact.denied


def _texts(value: Value, base: str) -> tuple[str, ...]:
    if isinstance(value, Named):
        return value.iri, value.iri.removeprefix(base), folded(value.label)
    return value, folded(value)
