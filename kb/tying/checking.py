"""What is wrong with links that are accepted: identifiers that moved or were deleted, and who is gone."""

from collections.abc import Iterator

from kb.linking import Authority
from kb.linking.record import WIKIDATA
from kb.model import Judgement, LinkRecord
from kb.storing import Store
from kb.tying.links import Links


def check_links(store: Store) -> Iterator[str]:
    """What a person should look at, a sentence each, beginning with the IRI it is about."""
    links = Links(store)
    for orphan in links.orphans():
        yield (
            f"{orphan.subject}: “{orphan.subject_label}” was judged, but no article tells it any more. "
            "Take it back with: kb links judge IRI undo ID"
        )
    if store.folder and Authority.is_in(store.folder):
        with Authority.open(store.folder) as authority:
            yield from _astray(authority, links)


def _astray(authority: Authority, links: Links) -> Iterator[str]:
    accepted: dict[str, LinkRecord] = {}
    for held in links.all():
        if held.judgement == Judgement.ACCEPTED:
            yield from _moved(authority, held.record)
            yield from _twice(accepted.setdefault(held.record.object, held.record), held.record)


def _moved(authority: Authority, record: LinkRecord) -> Iterator[str]:
    now = authority.moved(record.object)
    if now != record.object:
        where = f"was redirected to {now}" if now else "was deleted"
        again = f"Look for it again: kb link --about {record.subject}"
        yield f"{record.subject}: {record.object} {where}. {again}"


def _twice(first: LinkRecord, second: LinkRecord) -> Iterator[str]:
    """Two that are linked to one thing may be one themselves; a seat and a country may, bodies seldom."""
    same_kind = first.subject.rsplit("/", 2)[-2:-1] == second.subject.rsplit("/", 2)[-2:-1]
    if first.subject != second.subject and same_kind and first.object.startswith(WIKIDATA):
        yield (
            f"{second.subject}: it is linked to {second.object} like {first.subject}. "
            f"If they are one: kb join {first.subject} {second.subject}"
        )
