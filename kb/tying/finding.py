"""Looking for what is stored in the authority: names by name, entries by type, date and place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial

from kb.errors import NotFound
from kb.linking import Authority
from kb.linking.asking import state_of
from kb.linking.circumstances import parsed
from kb.linking.context import Clue, find_clues
from kb.linking.happenings import kinds_above, known_events, link_happening
from kb.linking.roles import offices_of
from kb.linking.services import BATCH as SERVED
from kb.linking.services import Service
from kb.linking.someone import clues_of, link_someone
from kb.linking.spelling import folded
from kb.linking.subjects import Happening, Search, Someone
from kb.model import Judgement, LinkRecord, Same, Told
from kb.model.links import standing
from kb.ontology import load_event_types
from kb.storing import Store
from kb.storing.linkable import Linkable, load_days, load_linkable
from kb.storing.loading import load_text
from kb.storing.telling import load_told
from kb.tying.links import Links
from kb.when import When

Subject = Someone | Happening
Watch = Callable[[Sequence[Subject]], Iterable[Subject]]

SOURCE = "the authority of the knowledge base"
BATCH = 50  # subjects stored at a time
TEXTS = 500  # articles kept in memory
ASKED = 50  # articles that are asked what they call somebody
PLACE = "place"


class Finder:
    """Looks for the subjects of one store in one authority, as they are on one day."""

    def __init__(self, store: Store, authority: Authority, today: date) -> None:
        self._store = store
        self._authority = authority
        self._search = Search(SOURCE, state_of(authority), today)
        self._events = known_events(authority)
        self._text = lru_cache(TEXTS)(partial(load_text, store))
        self._clues = cache(self._clues_in)

    def subjects(self, about: str = "") -> list[Subject]:
        """What can be linked, all or what has these words in its label, or this IRI."""
        names = _someones(self._store)
        told = load_told(self._store, {}) if self._events else []
        subjects: list[Subject] = [*names, *map(_happening, told)]
        return [subject for subject in subjects if _is_about(subject, about)]

    def found(self, subject: Subject) -> list[LinkRecord]:
        """The link records of a subject, the likeliest first."""
        if isinstance(subject, Happening):
            return link_happening(self._search, subject, self._events)
        clues = clues_of(self._clues(document) for document in subject.documents)
        return link_someone(self._authority, self._search, subject, clues, list(self._offices(subject)))

    def _clues_in(self, document: str) -> list[Clue]:
        return find_clues(self._authority, self._text(document))

    def _offices(self, someone: Someone) -> Iterator[str]:
        """What the articles call somebody; places have no office."""
        if someone.kind != PLACE:
            for document in someone.documents[:ASKED]:
                yield from offices_of(self._text(document), (someone.name, *someone.names))


class ServiceFinder:
    """Looks for the names of one store in a reconciliation service elsewhere, as it is on one day."""

    def __init__(self, store: Store, service: Service, today: date) -> None:
        self._store = store
        self._service = service
        self._search = Search(service.address, "", today)
        self._names: list[Someone] = []
        self._places: dict[str, int] = {}

    def subjects(self, about: str = "") -> list[Subject]:
        """The names that can be looked for."""
        self._names = [someone for someone in _someones(self._store) if _is_about(someone, about)]
        self._places = {someone.iri: place for place, someone in enumerate(self._names)}
        return [*self._names]

    def found(self, subject: Subject) -> list[LinkRecord]:
        """The link records of a name; the next ones are asked for in the same request."""
        if isinstance(subject, Happening):
            return []
        place = self._places[subject.iri]
        return self._service.found(self._search, subject, self._names[place + 1 : place + SERVED])


def find_in_folder(store: Store, about: str, today: date, watch: Watch) -> Counter[Judgement]:
    """Look in the authority beside the store; NotFound when there is none."""
    if store.folder is None:
        raise NotFound("A knowledge base in memory has no authority beside it. Make one in a folder.")
    with Authority.open(store.folder) as authority:
        return find_links(store, Finder(store, authority, today), about, watch)


def find_links(store: Store, finder: Finder | ServiceFinder, about: str, watch: Watch) -> Counter[Judgement]:
    """Look for all, or for what is about these words, and keep what is found; counts what is held of it.

    Subjects are stored a batch at a time, and what was found is stored even when the call is interrupted.
    """
    links, waiting = Links(store), dict[str, list[LinkRecord]]()
    counts: Counter[Judgement] = Counter()
    try:
        for subject in watch(finder.subjects(about)):
            waiting[subject.iri] = finder.found(subject)
            if len(waiting) >= BATCH:
                counts += _kept(links, waiting)
    finally:
        counts += _kept(links, waiting)
    return counts


def _kept(links: Links, waiting: dict[str, list[LinkRecord]]) -> Counter[Judgement]:
    """Store what waits; counts one judgement a subject, the most that is held of any of its links."""
    links.keep_found(waiting)
    held = (_best(records) for records in waiting.values() if records)
    counts = Counter(held)
    waiting.clear()
    return counts


ORDER = (Judgement.ACCEPTED, Judgement.PROPOSED, Judgement.NIL, Judgement.COULD_NOT_LOOK, Judgement.REJECTED)


def _best(records: Iterable[LinkRecord]) -> Judgement:
    return min((one.judgement for one in standing(records)), key=ORDER.index)


def _is_about(subject: Subject, about: str) -> bool:
    name = subject.name if isinstance(subject, Someone) else subject.label
    return not about or subject.iri == about or folded(about) in folded(name)


def _someones(store: Store) -> list[Someone]:
    days = load_days(store)
    return [_someone(linkable, parsed(days.get(linkable.iri, ""))) for linkable in load_linkable(store)]


def _someone(linkable: Linkable, when: When | None) -> Someone:
    return Someone(
        iri=linkable.iri,
        name=linkable.label,
        kind=linkable.kind,
        names=linkable.other_names,
        wholes=linkable.wholes,
        documents=linkable.documents,
        acts=linkable.acts,
        when=when,
    )


def _happening(told: Told) -> Happening:
    return Happening(
        iri=told.iri,
        label=told.label,
        words=folded(f"{told.label} {told.said}"),
        kinds=tuple(kinds_above(told.type, _broader())) if told.type else (),
        when=told.when if told.dated else None,
        places=tuple(_places(told)),
        is_statement=told.kind == Same.STATEMENT,
    )


def _places(told: Told) -> Iterator[str]:
    yield from (place.label for place in told.places if place.label)
    yield from (one.who.label for one in told.involved if one.who.iri.rpartition("/")[0].endswith("/place"))


@cache
def _broader() -> Mapping[str, str | None]:
    return {kind.name: kind.broader for kind in load_event_types()}
