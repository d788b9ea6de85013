"""A document's graph -> the rows of its entries. The one place that knows which triples the index shows.

To index something new, name its predicate here, give it a column in `schema` and raise the version there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.storing.index.lines import Triples, value_of
from kb.storing.terms import DCT, EK, LABEL, OA, SCHEMA, local_name
from kb.storing.terms import TYPE as RDF_TYPE
from kb.when.days import from_iso

Facts = Mapping[str, Sequence[str]]  # terms by predicate, both as they are written

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
WANTED = {TYPE, STATED_IN, TITLE, PUBLISHER, PUBLISHED, IDENTIFIER, NAME, WHEN, EVIDENCE, TRIGGER, TOLD_AGAIN}
WANTED |= {EDTF, DATED, EARLIEST, LATEST, SELECTOR, START, END, EXACT}
WANTED |= {STATUS, KIND, QUOTE_KIND, SAYS, DESCRIBES, *ROLES}
NOTHING: Facts = {}


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
    entries = [row for node, own in facts.items() if STATED_IN in own and (row := _entry(node, own, facts))]
    documents = [_document(node, own) for node, own in facts.items() if DOCUMENT in own.get(TYPE, ())]
    named = ((node, own) for node, own in facts.items() if NAME in own and STATED_IN not in own)
    names = {node[1:-1]: _one(own, NAME) for node, own in named if node[0] == "<"}
    return Derived(documents, entries, names, Counter(iri for row in entries for iri in row.about))


def _by_subject(triples: Triples) -> dict[str, dict[str, list[str]]]:
    """What is said of each subject, by predicate. Millions of quads come through here."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        subject, predicate, term = triple.split(" ", 2)
        if predicate in WANTED:
            if subject not in found:
                found[subject] = {predicate: [term]}
            elif predicate in (own := found[subject]):
                own[predicate].append(term)
            else:
                own[predicate] = [term]
    return found


def _document(node: str, own: Facts) -> DocumentRow:
    return DocumentRow(
        iri=value_of(node),
        title=_one(own, TITLE),
        publisher=_one(own, PUBLISHER) or None,
        published=_one(own, PUBLISHED),
        identifier=_one(own, IDENTIFIER),
    )


def _entry(node: str, own: Facts, facts: Mapping[str, Facts]) -> EntryRow | None:
    when = facts.get(own[WHEN][0], NOTHING) if WHEN in own else NOTHING
    start, end, exact = _selected(own, EVIDENCE, facts)
    if node[0] != "<" or not (NAME in own and EDTF in when and DATED in when and start and end and exact):
        return None
    return EntryRow(
        iri=node[1:-1],
        document=own[STATED_IN][0][1:-1],
        label=value_of(own[NAME][0]),
        edtf=value_of(when[EDTF][0]),
        dated=when[DATED][0].startswith('"true"'),
        begin=_second(when, EARLIEST),
        end=_second(when, LATEST),
        status=local_name(_one(own, STATUS)),
        type=_one(own, KIND) or None,
        quote_kind=local_name(_one(own, QUOTE_KIND)),
        quote=value_of(exact),
        position=(int(value_of(start)), int(value_of(end))),
        trigger=_position(*_selected(own, TRIGGER, facts)),
        again=tuple(_told_again(own, facts)) if TOLD_AGAIN in own else (),
        parts=tuple((ROLES[role], value_of(who)) for role in own if role in ROLES for who in own[role]),
        about=tuple(sorted(set(_described(own, facts)))) if SAYS in own else (),
    )


def _selected(own: Facts, predicate: str, facts: Mapping[str, Facts]) -> tuple[str, str, str]:
    """Start, end and words that the selectors of a piece of evidence give, each "" where none does."""
    start = end = exact = ""
    if predicate in own:
        for selector in facts.get(own[predicate][0], NOTHING).get(SELECTOR, ()):
            given = facts.get(selector, NOTHING)
            (start,) = given.get(START, (start,))[:1]
            (end,) = given.get(END, (end,))[:1]
            (exact,) = given.get(EXACT, (exact,))[:1]
    return start, end, exact


def _told_again(own: Facts, facts: Mapping[str, Facts]) -> list[tuple[int, int]]:
    """Where the words of further tellings stand, in the order of the text."""
    places = (_position(*_selected(facts.get(node, NOTHING), TRIGGER, facts)) for node in own[TOLD_AGAIN])
    return sorted(place for place in places if place is not None)


def _position(start: str, end: str, _: str) -> tuple[int, int] | None:
    return (int(value_of(start)), int(value_of(end))) if start and end else None


def _described(own: Facts, facts: Mapping[str, Facts]) -> Iterator[str]:
    for proposition in own[SAYS]:
        yield from map(value_of, facts.get(proposition, NOTHING).get(DESCRIBES, ()))


def _second(when: Facts, predicate: str) -> int | None:
    return _second_of(when[predicate][0]) if predicate in when else None


@lru_cache(maxsize=65_536)
def _second_of(term: str) -> int | None:
    return from_iso(value_of(term))


def _one(own: Facts, predicate: str) -> str:
    return value_of(own[predicate][0]) if predicate in own else ""
