"""Link records as RDF, in the graph graph/links, and read back.

A record is {subject}/link/{digest of the object}, a mapping of SSSOM as its RDF has it
(owl:annotatedSource and so on); what people said of it is {record}/review/{number}. Only what is accepted
in the end becomes a plain skos:exactMatch, and for programs that read schema.org a schema:sameAs; never
owl:sameAs, because what lists elsewhere say of their entry need not hold of ours.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.model import Judgement, LinkRecord, Review, Settled, Standing
from kb.model.links import standing
from kb.ontology import digest, slug
from kb.storing.answer import term_text
from kb.storing.minting import below, links_graph
from kb.storing.questions import Row, ask, only
from kb.storing.store import Store
from kb.storing.terms import (
    DCT,
    EK,
    EKV,
    OWL,
    PAV,
    PROV,
    RDFS,
    SCHEMA,
    SEMAPV,
    SKOS,
    SSSOM,
    TYPE,
    XSD,
    decimal,
    instant,
    local_name,
    triple,
)

NOBODY = SSSOM.NoTermFound  # the object where there is none

CONCEPTS: dict[Judgement, NamedNode] = {
    Judgement.ACCEPTED: EKV["link-accepted"],
    Judgement.PROPOSED: EKV["link-proposed"],
    Judgement.REJECTED: EKV["link-rejected"],
    Judgement.NIL: EKV["link-nil"],
    Judgement.COULD_NOT_LOOK: EKV["link-not-looked-for"],
}
JUDGEMENTS = {local_name(concept.value): judgement for judgement, concept in CONCEPTS.items()}


def keep_links(store: Store, subjects: Sequence[str], records: Iterable[LinkRecord]) -> bool:
    """Store these records in place of all there were of these subjects; returns whether anything changed."""
    graph = links_graph(store.base_iri)
    stored = {quad for subject in subjects for quad in _stored(store, subject, graph.value)}
    wanted = {
        Quad(t.subject, t.predicate, t.object, graph)
        for held in standing(records)
        for t in _triples(held, store.base_iri)
    }
    return store.replace_quads(stored, wanted)


def load_links(store: Store, subjects: Iterable[str] | None = None) -> list[LinkRecord]:
    """The records of these subjects, or all, in the order of their subjects, the likeliest first."""
    where = "" if subjects is None else only(subjects, "subject")
    reviews: dict[str, list[Review]] = defaultdict(list)
    for row in ask(store, "link_reviews", where):
        reviews[row["record"]].append(_review(row))
    return [_record(row, reviews[row["record"]]) for row in ask(store, "links", where)]


def load_settled(store: Store, iris: Iterable[str]) -> dict[str, Settled]:
    """What is accepted of each of these, and what people rejected, by IRI; nothing where neither is."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "judged", only(iris)):
        found[row["iri"]].append(row)
    return {iri: _settled(rows) for iri, rows in found.items()}


def _settled(rows: Sequence[Row]) -> Settled:
    objects: dict[Judgement, list[str]] = defaultdict(list)
    for row in rows:
        objects[JUDGEMENTS[local_name(row["judgement"])]].append(row["object"])
    return Settled(
        accepted=tuple(objects[Judgement.ACCEPTED]),
        rejected=frozenset(objects[Judgement.REJECTED]),
        nothing=bool(objects[Judgement.NIL]),
    )


def load_labels(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """What the store calls each of these, by IRI; what it does not hold is left out."""
    return {row["iri"]: row["label"] for row in ask(store, "labels", only(iris))}


def _stored(store: Store, subject: str, graph: str) -> Iterator[Quad]:
    """What the graph says of a subject, of its records and of what was said of these."""
    yield from store.quads(subject, graph=graph)
    for record in _parts(store, subject, EK.hasLink, graph):
        yield from store.quads(record, graph=graph)
        for review in _parts(store, record, EK.hasReview, graph):
            yield from store.quads(review, graph=graph)


def _parts(store: Store, iri: str, predicate: NamedNode, graph: str) -> Iterator[str]:
    yield from (term_text(quad.object) for quad in store.quads(iri, predicate.value, graph=graph))


def _triples(held: Standing, base: str) -> Iterator[Triple]:
    record, subject = held.record, NamedNode(held.record.subject)
    node = below(subject, "link", digest(record.object, 12))
    yield triple(subject, EK.hasLink, node)
    yield triple(node, TYPE, SSSOM.Mapping)
    yield triple(node, TYPE, EK.LinkRecord)
    yield triple(node, EK.judgement, CONCEPTS[held.judgement])
    yield from _mapping(node, record)
    for name, text in _texts(record):
        yield triple(node, name, Literal(text))
    for number, review in enumerate(record.reviews, 1):
        yield from _review_triples(node, number, review, base)
    if held.judgement == Judgement.ACCEPTED:
        yield triple(subject, SKOS.exactMatch, NamedNode(record.object))
        yield triple(subject, SCHEMA.sameAs, NamedNode(record.object))


def _mapping(node: NamedNode, record: LinkRecord) -> Iterator[Triple]:
    yield triple(node, OWL.annotatedSource, NamedNode(record.subject))
    yield triple(node, OWL.annotatedProperty, SKOS.exactMatch)
    yield triple(node, OWL.annotatedTarget, NamedNode(record.object) if record.object else NOBODY)
    yield triple(node, EK.foundToBe, CONCEPTS[record.found])
    yield triple(node, SSSOM.mapping_justification, SEMAPV[record.justification])
    yield triple(node, SSSOM.confidence, decimal(record.confidence))
    if record.date:
        yield triple(node, PAV.authoredOn, Literal(record.date, datatype=XSD.date))


def _texts(record: LinkRecord) -> Iterator[tuple[NamedNode, str]]:
    """The properties that are texts, without the empty ones."""
    given = {
        SSSOM.subject_label: record.subject_label,
        SSSOM.object_label: record.object_label,
        SSSOM.object_category: record.object_kind,
        DCT.description: record.object_description,
        RDFS.comment: "\n".join(record.reasons),
        SSSOM.mapping_tool: record.tool,
        SSSOM.mapping_tool_version: record.tool_version,
        SSSOM.object_source: record.source,
        SSSOM.object_source_version: record.source_version,
    }
    return ((name, text) for name, text in given.items() if text)


def _review_triples(record: NamedNode, number: int, review: Review, base: str) -> Iterator[Triple]:
    node, reviewer = below(record, "review", number), NamedNode(f"{base}reviewer/{slug(review.reviewer)}")
    yield triple(record, EK.hasReview, node)
    yield triple(node, TYPE, EK.LinkReview)
    yield triple(node, PROV.used, record)
    yield triple(node, EK.judgement, CONCEPTS[review.judgement])
    yield triple(node, PROV.endedAtTime, instant(review.made))
    yield triple(node, PROV.wasAssociatedWith, reviewer)
    yield triple(node, SSSOM.reviewer_label, Literal(review.reviewer))


def _review(row: Row) -> Review:
    return Review(JUDGEMENTS[local_name(row["judgement"])], row["reviewer"], row["made"])


def _record(row: Row, reviews: Sequence[Review]) -> LinkRecord:
    return LinkRecord(
        subject=row["subject"],
        subject_label=row.get("subjectLabel", ""),
        object="" if row["object"] == NOBODY.value else row["object"],
        object_label=row.get("objectLabel", ""),
        object_kind=row.get("objectKind", ""),
        object_description=row.get("objectDescription", ""),
        found=JUDGEMENTS[local_name(row["found"])],
        confidence=float(row["confidence"]),
        reasons=tuple(filter(None, row.get("reasons", "").split("\n"))),
        justification=local_name(row["justification"]),
        tool=row.get("tool", ""),
        tool_version=row.get("toolVersion", ""),
        source=row.get("source", ""),
        source_version=row.get("sourceVersion", ""),
        date=row.get("date", ""),
        reviews=tuple(reviews),
    )
