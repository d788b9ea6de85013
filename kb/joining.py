"""What is one and the same over all articles: asked of the store, decided by merging, stored again.

Names come first, so that entries are compared by what stands for those who take part.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from kb.errors import BadRequest, NotFound
from kb.merging import merge_entities, merge_entries
from kb.merging.blocking import Pair
from kb.model import Merge, Parting
from kb.storing import Store
from kb.storing.merges import drop_parting, keep_merges, keep_parting, load_partings
from kb.storing.telling import canonical_names, load_bearers, load_told

Watch = Callable[[Sequence[Pair]], Iterable[Pair]]


def merge(store: Store, watch: Watch = iter) -> list[Merge]:
    """Decide anew, in place of all decided before, and store it; partings by people hold."""
    parted = load_partings(store)
    bearers = load_bearers(store)
    names = merge_entities(bearers, parted)
    entries = merge_entries(load_told(store, canonical_names(bearers, names)), parted, watch)
    keep_merges(store, [*names, *entries])
    return [*names, *entries]


def unmerge(store: Store) -> None:
    """Drop all that was decided; what people parted is kept."""
    keep_merges(store, [])


def part(store: Store, one: str, other: str, made: datetime) -> None:
    """Keep for good that two are not one and the same, and decide anew.

    BadRequest when they are one IRI, NotFound when one is not stored.
    """
    if one == other:
        raise BadRequest("One thing cannot be parted from itself. Name two.")
    for iri in (one, other):
        if not any(store.quads(iri)):
            raise NotFound(f"Nothing is stored under {iri}, so there is nothing to part.")
    keep_parting(store, Parting(one, other, made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))
    merge(store)


def rejoin(store: Store, one: str, other: str) -> None:
    """Take a parting back and decide anew; NotFound when the two were not parted."""
    if not drop_parting(store, one, other):
        raise NotFound(f"{one} and {other} were not parted, so there is nothing to take back.")
    merge(store)
