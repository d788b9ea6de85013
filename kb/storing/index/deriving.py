"""A document's graph -> the rows of its entries. The one place that knows which triples the index shows.

To index something new, name its predicate here, give it a column in `schema` and raise the version there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kb.storing.index.lines import Triples, value_of
from kb.storing.terms import DCT, EK, LABEL, OA, SCHEMA, local_name
from kb.storing.terms import TYPE as RDF_TYPE
from kb.when.days import from_iso

Facts = Mapping[str, Sequence[str]]

ROLES: dict[str, str] = {  # the ranks of queries/actors.rq; the audience is asked for, and not shown
    EK.place.value: "0",
    EK.speaker.value: "1",
    EK.initiator.value: "2",
    EK.target.value: "3",
    EK.participant.value: "4",
    EK.speakingFor.value: "5",
    EK.audience.value: "9",
}
TYPE, DOCUMENT, STATED_IN = RDF_TYPE.value, EK.SourceDocument.value, EK.statedIn.value
TITLE, PUBLISHER = DCT.title.value, SCHEMA.publisher.value
PUBLISHED, IDENTIFIER = SCHEMA.datePublished.value, DCT.identifier.value
NAME, WHEN, EVIDENCE, TRIGGER = LABEL.value, EK.when.value, EK.evidence.value, EK.trigger.value
EDTF, DATED, EARLIEST, LATEST = EK.edtf.value, EK.dated.value, EK.earliest.value, EK.latest.value
SELECTOR, START, END, EXACT = OA.hasSelector.value, OA.start.value, OA.end.value, OA.exact.value
STATUS, KIND, QUOTE_KIND = EK.status.value, EK.eventType.value, EK.quoteKind.value
SAYS, DESCRIBES = EK.says.value, EK.describes.value
WANTED = {
    TYPE,
    STATED_IN,
    TITLE,
    PUBLISHER,
    PUBLISHED,
    IDENTIFIER,
    NAME,
    WHEN,
    EVIDENCE,
    TRIGGER,
    EDTF,
    DATED,
}
WANTED |= {EARLIEST, LATEST, SELECTOR, START, END, EXACT, STATUS, KIND, QUOTE_KIND, SAYS, DESCRIBES, *ROLES}
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
    entries = [row for iri, own in facts.items() if STATED_IN in own and (row := _entry(iri, own, facts))]
    documents = [_document(iri, own) for iri, own in facts.items() if DOCUMENT in own.get(TYPE, ())]
    names = {iri: own[NAME][0] for iri, own in facts.items() if NAME in own and STATED_IN not in own}
    return Derived(documents, entries, names, Counter(iri for row in entries for iri in row.about))


def _by_subject(triples: Triples) -> dict[str, dict[str, list[str]]]:
    """What is said of each subject, by predicate. Millions of quads come through here."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        predicate, term = triple[1], triple[2]
        if predicate not in WANTED:
            continue
        own = found.setdefault(triple[0], {})
        value = term[1:-1] if term[0] == "<" else value_of(term)
        if predicate in own:
            own[predicate].append(value)
        else:
            own[predicate] = [value]
    return found


def _document(iri: str, own: Facts) -> DocumentRow:
    return DocumentRow(
        iri, _one(own, TITLE), _one(own, PUBLISHER) or None, _one(own, PUBLISHED), _one(own, IDENTIFIER)
    )


def _entry(iri: str, own: Facts, facts: Mapping[str, Facts]) -> EntryRow | None:
    when = facts.get(_one(own, WHEN), NOTHING)
    evidence = _selected(own, EVIDENCE, facts)
    if not (NAME in own and EDTF in when and DATED in when and {START, END, EXACT} <= evidence.keys()):
        return None
    return EntryRow(
        iri=iri,
        document=own[STATED_IN][0],
        label=own[NAME][0],
        edtf=when[EDTF][0],
        dated=when[DATED][0] == "true",
        begin=_second(when, EARLIEST),
        end=_second(when, LATEST),
        status=local_name(_one(own, STATUS)),
        type=_one(own, KIND) or None,
        quote_kind=local_name(_one(own, QUOTE_KIND)),
        quote=evidence[EXACT][0],
        position=(int(evidence[START][0]), int(evidence[END][0])),
        trigger=_position(_selected(own, TRIGGER, facts)),
        parts=tuple((rank, who) for role, rank in ROLES.items() for who in own.get(role, ())),
        about=tuple(sorted(set(_described(own, facts)))),
    )


def _selected(own: Facts, predicate: str, facts: Mapping[str, Facts]) -> Facts:
    """What the selectors of a piece of evidence say, together."""
    found: dict[str, Sequence[str]] = {}
    for selector in facts.get(_one(own, predicate), NOTHING).get(SELECTOR, ()):
        found.update(facts.get(selector, NOTHING))
    return found


def _position(selected: Facts) -> tuple[int, int] | None:
    return (int(selected[START][0]), int(selected[END][0])) if {START, END} <= selected.keys() else None


def _described(own: Facts, facts: Mapping[str, Facts]) -> Iterator[str]:
    for proposition in own.get(SAYS, ()):
        yield from facts.get(proposition, NOTHING).get(DESCRIBES, ())


def _second(when: Facts, predicate: str) -> int | None:
    return from_iso(when[predicate][0]) if predicate in when else None


def _one(own: Facts, predicate: str) -> str:
    return own[predicate][0] if predicate in own else ""
