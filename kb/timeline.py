"""What happened when: the entries of a window, how many there are, and how densely they stand.

All is asked of the index, which is as fast for a million entries as for a hundred.
"""

from collections.abc import Sequence
from dataclasses import replace

from kb.merging import merge_entities
from kb.model import Bearer, Bin, Bins, EntityKind, Entry, Filter, Overview, Window
from kb.storing import Store
from kb.storing.rereading import list_corrections
from kb.storing.telling import load_bearers
from kb.when import When

ASKED = "asked"
"""What stands for the words asked for, among the IRIs of names."""


def timeline(store: Store, wanted: Filter) -> list[Entry]:
    """The entries a filter lets through, by earliest possible moment; those without a date come last.

    Where nothing has the words of `wanted.about`, they may be another form of a name that something has.
    """
    wanted = meant(store, wanted)
    found = store.index.window(wanted)
    asked = _under_another_name(store, wanted) if not found and " " in wanted.about else None
    return store.index.window(asked) if asked else found


def meant(store: Store, wanted: Filter) -> Filter:
    """The filter with what only the store knows of it: the entries whose dates people set right."""
    if not wanted.reviewed or wanted.among is not None:
        return wanted
    return replace(wanted, among=frozenset(right.iri for right in list_corrections(store)))


def _under_another_name(store: Store, wanted: Filter) -> Filter | None:
    """The filter that asks for whoever the words name by the rules of merging; None: they name nobody."""
    bearers = load_bearers(store)
    for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE):
        asked = Bearer(iri=ASKED, name=wanted.about, kind=kind)
        for merge in merge_entities([*bearers, asked]):
            if ASKED in merge.members:
                return replace(wanted, about=next(iri for iri in merge.members if iri != ASKED))
    return None


def window(store: Store, wanted: Filter, limit: int, offset: int) -> Window:
    """At most so many of the entries behind the first `offset`; and how many there are in all."""
    wanted = meant(store, wanted)
    total, part = store.index.total(wanted), replace(wanted, limit=limit)
    return Window(tuple(store.index.window(part, offset)), total.entries, total.undated)


def density(store: Store, wanted: Filter, most: int) -> list[Bin]:
    """Equal bins over the time of all dated entries, at most so many; none when nothing is dated.

    Where a few far dates would leave nearly everything in few bins, those are cut into finer ones.

    An entry is counted in the bin of its begin, of its end when it has no begin. Of a window what begins in
    it is counted. Bins are whole seconds, and whole days where there are thousands of entries.
    """
    return store.index.density(meant(store, wanted), most)


def overview(store: Store, wanted: Filter, by: str, whole: Sequence[Bin], most: int) -> Overview:
    """The lanes and facets of a window, with at most so many bins over its time.

    Where the window is open, its time is that of `whole`, the density of everything.
    """
    since = wanted.since.window[0] if wanted.since else None
    until = wanted.until.window[1] if wanted.until else None
    first = since if since is not None else min([b.since for b in whole], default=0)
    last = until + 1 if until is not None else max([b.until for b in whole], default=0)
    width = max(1, -(-(last - first) // most))
    bins = Bins(since=first, width=width, number=max(0, -(-(last - first) // width)))
    return store.index.overview(meant(store, wanted), by, bins)


def around(store: Store, moment: When, number: int, wanted: Filter) -> list[Entry]:
    """The dated entries nearest to the begin of a moment: so many from before it, so many from then on."""
    begin, end = moment.window
    return store.index.around(meant(store, wanted), (begin if begin is not None else end) or 0, number)
