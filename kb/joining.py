"""What is one and the same over all articles: asked of the store, decided by merging, stored again.

Names come first, so that entries are compared by what stands for those who take part.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from kb.errors import BadRequest, NotFound
from kb.merging import merge_entities, merge_entries
from kb.merging.blocking import Pair
from kb.model import Joining, Merge, Parting, Same
from kb.storing import Store
from kb.storing.merges import drop_judgement, keep_judgement, keep_merges, load_judgements
from kb.storing.telling import canonical_names, load_bearers, load_told

Watch = Callable[[Sequence[Pair]], Iterable[Pair]]


def merge(store: Store, watch: Watch = iter) -> list[Merge]:
    """Decide anew, in place of all decided before, and store it; what people parted or joined holds."""
    store.catch_up()
    return store.transact(lambda: _merge(store, watch))


def _merge(store: Store, watch: Watch) -> list[Merge]:
    parted, joined = load_judgements(store, Parting), load_judgements(store, Joining)
    bearers = load_bearers(store)
    names = merge_entities(bearers, parted, joined)
    entries = merge_entries(load_told(store, canonical_names(bearers, names)), parted, joined, watch)
    keep_merges(store, [*names, *entries])
    return [*names, *entries]


def unmerge(store: Store) -> None:
    """Drop all that was decided; what people parted or joined is kept."""
    store.transact(lambda: keep_merges(store, []))


def part(store: Store, one: str, other: str, made: datetime) -> None:
    """Keep for good that two are not one and the same, and decide anew.

    BadRequest when they are one IRI or somebody joined them, NotFound when one is not stored.
    """
    _be_two(store, one, other)
    if frozenset((one, other)) in load_judgements(store, Joining):
        raise BadRequest(f"They were joined. Take that back first: kb join {one} {other} --undo")
    _judge(store, Parting(one, other, _moment(made)))


def rejoin(store: Store, one: str, other: str) -> None:
    """Take a parting back and decide anew; NotFound when the two were not parted."""
    _take_back(store, Parting, one, other)


def join(store: Store, one: str, other: str, made: datetime) -> None:
    """Keep for good that two are one and the same, and decide anew.

    BadRequest when they are one IRI, two sorts of thing or somebody parted them, NotFound when one is not
    stored.
    """
    _be_two(store, one, other)
    if frozenset((one, other)) in load_judgements(store, Parting):
        raise BadRequest(f"They were parted. Take that back first: kb part {one} {other} --undo")
    sorts = _sorts(store)
    if one not in sorts or sorts[one] != sorts.get(other):
        raise BadRequest("Only two events, two statements, or two names can be one and the same.")
    _judge(store, Joining(one, other, _moment(made)))


def unjoin(store: Store, one: str, other: str) -> None:
    """Take a joining back and decide anew; NotFound when nobody joined the two."""
    _take_back(store, Joining, one, other)


def _be_two(store: Store, one: str, other: str) -> None:
    if one == other:
        raise BadRequest("That is one thing already. Name two.")
    for iri in (one, other):
        if not any(store.quads(iri)):
            raise NotFound(f"Nothing is stored under {iri}. List what there is: kb timeline")


def _sorts(store: Store) -> dict[str, Same]:
    """What sort of thing each IRI is that can be one with others; the unnamed are none."""
    names = dict.fromkeys((bearer.iri for bearer in load_bearers(store)), Same.ENTITY)
    return names | {told.iri: told.kind for told in load_told(store, {})}


def _judge(store: Store, judgement: Parting) -> None:
    store.transact(lambda: keep_judgement(store, judgement))
    merge(store)


def _take_back(store: Store, kind: type[Parting], one: str, other: str) -> None:
    if not store.transact(lambda: drop_judgement(store, kind, one, other)):
        raise NotFound(f"Nobody made a {kind.__name__.lower()} of {one} and {other}: nothing to take back.")
    merge(store)


def _moment(made: datetime) -> str:
    return made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
