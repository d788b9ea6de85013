"""A document's graph -> the rows of its entries. The one place that knows which triples the index shows.

To index something new, name its predicate here, give it a column in `schema` and raise the version there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kb.storing.index.lines import Triples, value_of
from kb.storing.terms import DCT, EK, LABEL, OA, SCHEMA, local_name
from kb.storing.terms import TYPE as RDF_TYPE
from kb.when.days import from_iso

Own = dict[str, str]  # a term by predicate, both as they are written

ROLES: dict[str, str] = {  # the ranks of queries/actors.rq; the audience is asked for, and not shown
    str(EK.place): "0",
    str(EK.speaker): "1",
    str(EK.initiator): "2",
    str(EK.target): "3",
    str(EK.participant): "4",
    str(EK.speakingFor): "5",
    str(EK.audience): "9",
}
TYPE, DOCUMENT, STATED_IN = map(str, (RDF_TYPE, EK.SourceDocument, EK.statedIn))
TITLE, PUBLISHER, PUBLISHED = map(str, (DCT.title, SCHEMA.publisher, SCHEMA.datePublished))
IDENTIFIER, NAME, WHEN = map(str, (DCT.identifier, LABEL, EK.when))
EVIDENCE, TRIGGER, SELECTOR = map(str, (EK.evidence, EK.trigger, OA.hasSelector))
TOLD_AGAIN = str(EK.toldAgain)
EDTF, DATED, EARLIEST, LATEST = map(str, (EK.edtf, EK.dated, EK.earliest, EK.latest))
START, END, EXACT = map(str, (OA.start, OA.end, OA.exact))
STATUS, KIND, QUOTE_KIND = map(str, (EK.status, EK.eventType, EK.quoteKind))
SAYS, DESCRIBES = map(str, (EK.says, EK.describes))
ONE = {STATED_IN, TITLE, PUBLISHER, PUBLISHED, IDENTIFIER, NAME, WHEN, EVIDENCE, TRIGGER}
ONE |= {EDTF, DATED, EARLIEST, LATEST, START, END, EXACT, STATUS, KIND, QUOTE_KIND}
MANY = {SELECTOR, SAYS, DESCRIBES, TOLD_AGAIN, *ROLES}
NOTHING: Own = {}

_PLACE = re.compile("[0-9]{1,18}")


class Facts(NamedTuple):
    """What is said of each subject, by predicate: once, or with several terms; and what the documents are."""

    one: dict[str, Own]
    many: dict[str, list[tuple[str, str]]]
    documents: list[str]


class DocumentRow(NamedTuple):
    """What timelines show of a document."""

    iri: str
    title: str
    publisher: str | None
    published: str
    identifier: str


class EntryRow(NamedTuple):
    """What timelines show of an entry. `parts` are roles by rank with IRIs, `about` the IRIs described."""

    iri: str
    document: str
    label: str
    edtf: str
    dated: bool
    begin: int | None
    end: int | None
    status: str
    type: str | None
    quote_kind: str
    quote: str
    position: tuple[int, int]
    trigger: tuple[int, int] | None
    again: tuple[tuple[int, int], ...]
    parts: tuple[tuple[str, str], ...]
    about: tuple[str, ...]


class Derived(NamedTuple):
    """The rows of one graph, and the names of everyone described in it."""

    documents: list[DocumentRow]
    entries: list[EntryRow]
    names: dict[str, str]
    spoken_of: Counter[str]  # how many statements of the graph speak of each entry


def derive(triples: Triples) -> Derived:
    """The rows that a graph gives; what is no whole entry is none."""
    facts = _by_subject(triples)
    entries = [
        row for node, own in facts.one.items() if STATED_IN in own and (row := _entry(node, own, facts))
    ]
    documents = [_document(node, facts.one.get(node, NOTHING)) for node in facts.documents]
    named = [(node, own) for node, own in facts.one.items() if NAME in own and STATED_IN not in own]
    names = {node[1:-1]: _one(own, NAME) for node, own in named if node[0] == "<"}
    return Derived(documents, entries, names, Counter(iri for row in entries for iri in row.about))


def _by_subject(triples: Triples) -> Facts:
    """What is said of each subject. Millions of quads come through here, mostly subject by subject."""
    facts, last, own = Facts({}, {}, []), "", NOTHING
    for triple in triples:
        subject, predicate, term = triple.split(" ", 2)
        if predicate in ONE:
            if subject != last:
                last, own = subject, facts.one.setdefault(subject, {})
            own[predicate] = term
        elif predicate in MANY:
            facts.many.setdefault(subject, []).append((predicate, term))
        elif predicate == TYPE and term == DOCUMENT:
            facts.documents.append(subject)
    return facts


def _document(node: str, own: Own) -> DocumentRow:
    return DocumentRow(
        iri=value_of(node),
        title=_one(own, TITLE),
        publisher=_one(own, PUBLISHER) or None,
        published=_one(own, PUBLISHED),
        identifier=_one(own, IDENTIFIER),
    )


class Several(NamedTuple):
    """What is said of an entry with several terms: its roles, where it is told again, what it speaks of."""

    parts: tuple[tuple[str, str], ...]
    again: tuple[tuple[int, int], ...]
    about: tuple[str, ...]


def _entry(node: str, own: Own, facts: Facts) -> EntryRow | None:
    """The row of an entry, its fields by their places: their names would cost more than many of them."""
    when, words = facts.one.get(own.get(WHEN, ""), NOTHING), _selected(own, EVIDENCE, facts)
    position = _position(words)
    whole = NAME in own and EDTF in when and DATED in when and EXACT in words
    if node[0] != "<" or position is None or not whole:
        return None
    several = _several(facts.many[node], facts) if node in facts.many else Several((), (), ())
    return EntryRow(
        node[1:-1],
        own[STATED_IN][1:-1],
        value_of(own[NAME]),
        _often(when[EDTF]),
        when[DATED].startswith('"true"'),
        _second(when[EARLIEST]) if EARLIEST in when else None,
        _second(when[LATEST]) if LATEST in when else None,
        _local(own[STATUS]) if STATUS in own else "",
        _often(own[KIND]) if KIND in own else None,
        _local(own[QUOTE_KIND]) if QUOTE_KIND in own else "",
        value_of(words[EXACT]),
        position,
        _position(_selected(own, TRIGGER, facts)) if TRIGGER in own else None,
        several.again,
        several.parts,
        several.about,
    )


def _selected(own: Own, predicate: str, facts: Facts) -> Own:
    """What the selectors of a piece of evidence say: start, end, words."""
    found: Own = {}
    for _, selector in facts.many.get(own.get(predicate, ""), ()):
        found |= facts.one.get(selector, NOTHING)
    return found


def _several(several: Iterable[tuple[str, str]], facts: Facts) -> Several:
    parts, again, about = [], [], set[str]()
    for predicate, term in several:
        if predicate in ROLES:
            parts.append((ROLES[predicate], value_of(term)))
        elif predicate == TOLD_AGAIN:
            again.append(_position(_selected(facts.one.get(term, NOTHING), TRIGGER, facts)))
        elif predicate == SAYS:
            about.update(_described(term, facts))
    places = sorted(place for place in again if place is not None) if again else ()
    return Several(tuple(parts), tuple(places), tuple(sorted(about)))


def _position(selected: Own) -> tuple[int, int] | None:
    start, end = (_number(selected[place]) if place in selected else None for place in (START, END))
    return None if start is None or end is None else (start, end)


def _described(proposition: str, facts: Facts) -> Iterator[str]:
    told = facts.many.get(proposition, ())
    return (value_of(term) for predicate, term in told if predicate == DESCRIBES)


_often = lru_cache(maxsize=65_536)(value_of)
"""The value of a term of which there are few, such as dates: `value_of`, remembered."""


@lru_cache(maxsize=65_536)
def _number(term: str) -> int | None:
    """The place in a text that a term tells; None for what is none, as anybody may write it."""
    text = value_of(term)
    return int(text) if _PLACE.fullmatch(text) else None


@lru_cache(maxsize=1024)
def _local(term: str) -> str:
    return local_name(value_of(term))


@lru_cache(maxsize=65_536)
def _second(term: str) -> int | None:
    return from_iso(value_of(term))


def _one(own: Own, predicate: str) -> str:
    return value_of(own[predicate]) if predicate in own else ""
