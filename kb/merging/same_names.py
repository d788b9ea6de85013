"""The rules by which two different names, or one name read as two kinds of thing, are taken for one.

Each rule takes the cast of a knowledge base and yields links, with the reason in a sentence. To add one,
write it here and name it in `RULES`, in the order they build on each other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias, TypeVar

from kb.merging.clusters import Cluster
from kb.merging.people import PersonName, could_be_one, person_name
from kb.merging.wording import Wording, core_of, initials_of, is_acronym, words_of
from kb.model import Bearer, EntityKind, Link

Key = TypeVar("Key")
Value = TypeVar("Value")
Person: TypeAlias = tuple[Bearer, PersonName]

BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
MOSTLY = 3
"""So many times more articles must read a name of one word as a body for the others to be misreadings."""


class Cast:
    """Everyone and everywhere with a name, and who among them is one already."""

    def __init__(self, known: Mapping[str, Bearer], joined: Sequence[Cluster], wording: Wording) -> None:
        self.bearers = sorted(known.values(), key=lambda bearer: bearer.iri)
        self.wording = wording
        self._cluster = {iri: min(cluster.members) for cluster in joined for iri in cluster.members}

    def one(self, bearer: Bearer) -> str:
        """What stands for a bearer and all that are one with it already."""
        return self._cluster.get(bearer.iri, bearer.iri)

    def are_one(self, bearers: Sequence[Bearer]) -> bool:
        """Whether there are any, and all are one already."""
        return len({self.one(bearer) for bearer in bearers}) == 1

    @cached_property
    def cores(self) -> dict[str, tuple[str, ...]]:
        """The telling words of each name, by IRI."""
        return {bearer.iri: core_of(bearer, self.wording) for bearer in self.bearers}

    @cached_property
    def by_core(self) -> dict[tuple[str, ...], list[Bearer]]:
        """The bearers of the same telling words."""
        return _grouped((self.cores[bearer.iri], bearer) for bearer in self.bearers)

    @cached_property
    def by_surname(self) -> dict[str, list[Person]]:
        """The people with the parts of their names."""
        people = (bearer for bearer in self.bearers if bearer.kind == EntityKind.PERSON)
        named = ((bearer, person_name(bearer, self.wording)) for bearer in people)
        return _grouped((name.last, (bearer, name)) for bearer, name in named)

    @cached_property
    def bodies(self) -> list[Bearer]:
        """Organizations and groups."""
        return [bearer for bearer in self.bearers if bearer.kind in BODIES]


def same_name(cast: Cast) -> Iterator[Link]:
    """ "Dow Corp." and "the Dow Corporation": titles, legal forms, accents and case make no other name."""
    for group in cast.by_core.values():
        for one, other in pairwise(group):
            if one.kind == other.kind:
                why = f"“{one.name}” and “{other.name}” differ in title, legal form or spelling alone."
                yield Link(one.iri, other.iri, "same-name", 0.95, (why,))


def same_name_of_two_kinds(cast: Cast) -> Iterator[Link]:
    """The same words read as a body here and a place there: a name of several words, or of a country."""
    for core, group in cast.by_core.items():
        for one, other in pairwise(group):
            if one.kind != other.kind and (why := _why_one_kind(core, one, other, cast.wording)):
                yield Link(one.iri, other.iri, "same-name-of-two-kinds", 0.85, (why,))


def _why_one_kind(core: tuple[str, ...], one: Bearer, other: Bearer, wording: Wording) -> str:
    if " ".join(core) in wording.territories:
        return f"“{one.name}” is the country, as a place and as one that acts."
    if len(core) > 1:
        return f"“{one.name}” is a name of several words, read as {one.kind} and as {other.kind}."
    body, stray = sorted((one, other), key=lambda bearer: -len(bearer.documents))
    if body.kind in BODIES and len(body.documents) >= MOSTLY * len(stray.documents):
        return f"“{body.name}” is read as {body.kind} in {len(body.documents)} articles, else hardly ever."
    return ""


def middle_name(cast: Cast) -> Iterator[Link]:
    """ "Ann B. Roe", "A. Roe", "Ann Roe": one person, if nobody else of that name is known."""
    for last, people in cast.by_surname.items():
        fitting = {one.iri: _fitting(name, people, cast.wording) for one, name in people if name.first}
        known = {bearer.iri: bearer for bearer, _ in people}
        for one, others in fitting.items():
            if len(others) > 1 and all(fitting[other] == others for other in others):
                names = [f"“{known[iri].name}”" for iri in (one, min(others - {one}))]
                why = f"No other {last.title()} has a first name that fits {' and '.join(sorted(names))}."
                yield Link(one, min(others - {one}), "middle-name", 0.9, (why,))


def _fitting(name: PersonName, people: Sequence[Person], wording: Wording) -> frozenset[str]:
    """The people named in full whose names do not contradict this one."""
    full = [(bearer, other) for bearer, other in people if other.first]
    return frozenset(bearer.iri for bearer, other in full if could_be_one(name, other, wording))


def surname(cast: Cast) -> Iterator[Link]:
    """ "Roe" alone is Ann Roe where she is the only one of that surname."""
    for last, people in cast.by_surname.items():
        full = [bearer for bearer, name in people if name.first]
        if last not in cast.wording.given and cast.are_one(full):
            for bearer in (bearer for bearer, name in people if not name.first):
                why = f"Only one person with the surname {bearer.name} is named in full: {full[0].name}."
                yield Link(bearer.iri, full[0].iri, "surname", 0.8, (why,))


def acronym(cast: Cast) -> Iterator[Link]:
    """ "WTU" is the World Tea Union where no other body or place has these initials."""
    whole = [b for b in cast.bearers if len(cast.cores[b.iri]) > 1 and b.kind != EntityKind.PERSON]
    of_initials = _grouped((initials_of(cast.cores[b.iri], cast.wording), b) for b in whole)
    for short in cast.bearers:
        named = of_initials.get(short.name.replace(".", ""), [])
        if is_acronym(short.name) and _is_safe(short, named) and cast.are_one(named):
            why = f"“{short.name}” are the initials of {named[0].name}, and of nobody else known."
            yield Link(short.iri, named[0].iri, "acronym", 0.85, (why,))


def _is_safe(short: Bearer, named: Sequence[Bearer]) -> bool:
    """Two letters may stand for much: then an article must have them beside the full name."""
    letters = short.name.replace(".", "")
    beside = any(letters in bearer.capitals for bearer in named)
    return short.kind != EntityKind.PERSON and (len(letters) > 2 or beside)


def known_names(cast: Cast) -> Iterator[Link]:
    """ "the Fed" and "the Federal Reserve": names that readers are expected to know."""
    known = cast.wording.known
    bodies = [b for b in cast.bearers if b.kind != EntityKind.PERSON and cast.cores[b.iri] in known]
    for group in _grouped((known[cast.cores[b.iri]], b) for b in bodies).values():
        for one, other in pairwise(group):
            why = f"“{one.name}” and “{other.name}” are known as names of one body."
            yield Link(one.iri, other.iri, "known-names", 0.9, (why,))


def short_name(cast: Cast) -> Iterator[Link]:
    """ "Harlow" is the Harlow Motor Group, all other words of which tell but what sort of body it is.

    No other name known may begin with the word, and nobody may have it for a surname.
    """
    opening = _grouped((words_of(b.name)[0], b) for b in cast.bearers if len(cast.cores[b.iri]) > 1)
    wording = cast.wording
    unfit = wording.common | wording.given | wording.territories | cast.by_surname.keys()
    for body in cast.bodies:
        core = cast.cores[body.iri]
        longer = opening.get(core[0], []) if len(core) == 1 and core[0] not in unfit else []
        tails = {word for other in longer for word in cast.cores[other.iri][1:]}
        if cast.are_one(longer) and tails <= wording.tails and not is_acronym(body.name):
            why = f"Of all names known only {longer[0].name} begins with “{body.name}”."
            yield Link(body.iri, longer[0].iri, "short-name", 0.7, (why,))


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


RULES: tuple[Callable[[Cast], Iterator[Link]], ...] = (
    same_name,
    same_name_of_two_kinds,
    middle_name,
    surname,
    known_names,
    acronym,
    short_name,
)
