"""The vocabulary keeps its promises: every term labelled, defined, aligned; nothing stored without a term."""

import json
from collections.abc import Iterator

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kb.model import AnchorKind, Attitude, QuoteKind, Status
from kb.ontology import DEFAULT_BASE, EK, EKV, FOLDER, VERSION, load_event_types
from kb.storing.graph import build
from kb.storing.terms import PREFIXES
from tests.sample_findings import ancient, denial, story

VOCABULARY = Graph().parse(FOLDER / "kb.ttl", format="turtle")
SHAPES = Graph().parse(FOLDER / "shapes.ttl", format="turtle")
ONTOLOGY = URIRef(str(EK).rstrip("#"))
ALIGNMENTS = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    SKOS.closeMatch,
    SKOS.exactMatch,
    SKOS.relatedMatch,
    SKOS.scopeNote,
)


def subjects(namespace: str) -> list[URIRef]:
    found = {s for s in VOCABULARY.subjects() if isinstance(s, URIRef) and s.startswith(namespace)}
    return sorted(found - {ONTOLOGY})


def short(iri: URIRef) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def stored_terms() -> Iterator[str]:
    """Every predicate and every class of our own that stored graphs use."""
    for findings in (story(), denial(), ancient()):
        graph = build(findings, DEFAULT_BASE)
        for triple in (*graph.triples, *(t for described in graph.entities.values() for t in described)):
            yield triple.predicate.value
            if triple.predicate.value == str(RDF.type):
                yield str(getattr(triple.object, "value", ""))


TERMS = subjects(str(EK))
CONCEPTS = subjects(str(EKV))


@pytest.mark.parametrize("term", TERMS, ids=short)
def test_a_term_is_labelled_defined_and_aligned(term: URIRef) -> None:
    assert [
        label.language for label in VOCABULARY.objects(term, RDFS.label) if isinstance(label, Literal)
    ] == ["en"]
    assert VOCABULARY.value(term, SKOS.definition)
    assert any(VOCABULARY.value(term, alignment) for alignment in ALIGNMENTS)


@pytest.mark.parametrize("concept", CONCEPTS, ids=short)
def test_a_concept_is_labelled_defined_and_in_one_scheme(concept: URIRef) -> None:
    assert VOCABULARY.value(concept, SKOS.prefLabel)
    assert VOCABULARY.value(concept, SKOS.definition)
    if (concept, RDF.type, SKOS.Concept) in VOCABULARY:
        assert len(list(VOCABULARY.objects(concept, SKOS.inScheme))) == 1


def test_the_vocabulary_has_a_version_and_a_title() -> None:
    assert VOCABULARY.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{VERSION}")
    assert VOCABULARY.value(ONTOLOGY, OWL.versionInfo) == Literal(VERSION)
    assert VOCABULARY.value(ONTOLOGY, DCTERMS.title)


def test_every_class_leads_to_a_vocabulary_others_use() -> None:
    for term in VOCABULARY.subjects(RDF.type, OWL.Class):
        reached = [*VOCABULARY.transitive_objects(term, RDFS.subClassOf)]
        for ancestor in list(reached):
            reached += VOCABULARY.objects(ancestor, SKOS.closeMatch)
        assert any(not str(node).startswith(str(EK)) for node in reached), term


def test_everything_stored_in_our_namespace_is_a_defined_term() -> None:
    used = {URIRef(iri) for iri in stored_terms() if iri.startswith(str(EK))}
    assert used <= set(TERMS)


def test_what_the_shapes_speak_of_is_a_defined_term() -> None:
    used = {
        node for triple in SHAPES for node in triple if isinstance(node, URIRef) and node.startswith(str(EK))
    }
    assert used <= set(TERMS)


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("attitudes", {str(a) for a in Attitude}),
        ("statuses", {str(s) for s in Status}),
        ("quoteKinds", {str(q) for q in QuoteKind}),
        ("anchorKinds", {f"{a}-anchor" for a in AnchorKind}),
    ],
)
def test_the_concepts_of_a_closed_list_are_those_of_the_model(scheme: str, names: set[str]) -> None:
    concepts = {s for s in VOCABULARY.subjects(SKOS.inScheme, EKV[scheme]) if isinstance(s, URIRef)}
    assert {concept.removeprefix(EKV) for concept in concepts} == names


def test_no_kind_of_event_bears_the_name_of_another_concept() -> None:
    kinds = {EKV[kind.name] for kind in load_event_types()}
    assert kinds.isdisjoint(CONCEPTS)


def test_contraries_are_said_both_ways() -> None:
    pairs = set(VOCABULARY.subject_objects(EK.contraryOf))
    assert pairs
    assert pairs == {(other, one) for one, other in pairs}


def test_every_term_that_is_stored_has_a_short_name_in_json_ld() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    named = {
        context[p] + n
        for p, _, n in (v["@id"].partition(":") for v in context.values() if isinstance(v, dict))
    }
    classes = {str(c) for c in VOCABULARY.subjects(RDF.type, OWL.Class)}
    assert {iri for iri in stored_terms() if iri.startswith(str(EK))} - classes <= named


def test_the_prefixes_of_the_context_are_those_of_queries() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    prefixes = {name: value for name, value in context.items() if isinstance(value, str)}
    assert prefixes.items() <= PREFIXES.items()
