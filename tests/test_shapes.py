"""What is stored conforms to the shapes, by construction; and the shapes refuse what they must."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kb.model import Findings
from kb.ontology import DEFAULT_BASE
from kb.storing import Store
from kb.storing.graph import build
from kb.storing.shapes import check, violations
from kb.storing.terms import EK, OA, RDFS, XSD
from tests.sample_findings import STORY_IRI, ancient, denial, story

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

STORIES = [story, denial, ancient]


@pytest.mark.parametrize("made", STORIES)
def test_a_report_conforms(made: Callable[[], Findings]) -> None:
    graph = build(made(), DEFAULT_BASE)
    assert list(violations([*graph.triples])) == []


@pytest.mark.parametrize("made", STORIES)
def test_whom_a_report_names_conforms(made: Callable[[], Findings]) -> None:
    described = build(made(), DEFAULT_BASE).entities.values()
    assert list(violations([triple for triples in described for triple in triples])) == []


# ------------------------------------------------------------------------- what the shapes refuse

REFUSAL = NamedNode(f"{STORY_IRI}/statement-refusal")
WHEN = NamedNode(f"{REFUSAL.value}/when")
WORDS = NamedNode(f"{REFUSAL.value}/evidence/words")
POSITION = NamedNode(f"{REFUSAL.value}/evidence/position")
EARLIEST = Literal("2016-06-17T00:00:00Z", datatype=XSD.dateTime)


def without(*gone: tuple[NamedNode, NamedNode]) -> list[Triple]:
    return [t for t in build(story(), DEFAULT_BASE).triples if (t.subject, t.predicate) not in gone]


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        (REFUSAL, EK.when),
        (REFUSAL, EK.evidence),
        (REFUSAL, EK.quoteKind),
        (REFUSAL, EK.statedIn),
        (REFUSAL, RDFS.label),
        (WHEN, EK.edtf),
        (WHEN, EK.resolvedBy),
        (WHEN, EK.dated),
        (WORDS, OA.exact),
        (POSITION, OA.start),
        (NamedNode(f"{REFUSAL.value}/resolution"), EK.rule),
        (NamedNode(f"{REFUSAL.value}/resolution"), EK.explanation),
        (NamedNode(f"{REFUSAL.value}/says/1"), EK.attitude),
        (NamedNode(f"{STORY_IRI}/event-asked"), EK.status),
        (NamedNode(f"{STORY_IRI}/event-asked"), EK.eventType),
        (NamedNode(STORY_IRI), EK.text),
    ],
    ids=lambda term: term.value.rpartition("/")[2],
)
def test_a_graph_that_lacks_something_is_refused(subject: NamedNode, predicate: NamedNode) -> None:
    assert list(violations(without((subject, predicate))))


@pytest.mark.parametrize(
    ("lexical", "conforms"),
    [
        ("2016-06-17T00:00:00Z", True),
        ("-0044-03-15T00:00:00Z", True),
        ("0000-01-01T00:00:00Z", True),
        ("12000-01-01T00:00:00Z", True),
        ("-12000-12-31T23:59:59Z", True),
        ("2016-06-17", False),
        ("2016-13-17T00:00:00Z", False),
        ("2016-02-30T00:00:00Z", False),
        ("44-03-15T00:00:00Z", False),
        ("-44-03-15T00:00:00Z", False),
        ("012000-01-01T00:00:00Z", False),
        ("2016-06-17T00:00:00", False),
    ],
)
def test_bounds_of_any_year_are_checked_by_their_form(lexical: str, conforms: bool) -> None:
    bound = Triple(WHEN, EK.earliest, Literal(lexical, datatype=XSD.dateTime))
    assert (list(violations([*without((WHEN, EK.earliest)), bound])) == []) is conforms


@pytest.mark.parametrize(
    "extra",
    [
        Triple(WHEN, EK.earliest, Literal("2016-06-16T00:00:00Z", datatype=XSD.dateTime)),
        Triple(REFUSAL, EK.quoteKind, NamedNode("https://w3id.org/event-knowledge/vocab/shouted")),
        Triple(REFUSAL, EK.speaker, Literal("Irina Volkova")),
        Triple(REFUSAL, EK.confidence, Literal("1.5", datatype=XSD.decimal)),
        Triple(POSITION, OA.end, Literal("3", datatype=XSD.integer)),
    ],
    ids=lambda triple: triple.predicate.value.rpartition("#")[2],
)
def test_a_graph_that_says_too_much_is_refused(extra: Triple) -> None:
    assert list(violations([*without(), extra]))


def tampered(store: Store, update: str) -> tuple[str, ...]:
    store.dataset().update(f"PREFIX ek: <{EK.namespace}> PREFIX oa: <{OA.namespace}> {update}")
    return check(store).problems


@pytest.mark.parametrize(
    ("update", "said"),
    [
        (
            f"DELETE {{ GRAPH ?g {{ <{WORDS.value}> oa:exact ?w }} }} "
            f"INSERT {{ GRAPH ?g {{ <{WORDS.value}> oa:exact 'Others' }} }} "
            f"WHERE {{ GRAPH ?g {{ <{WORDS.value}> oa:exact ?w }} }}",
            "but the text has",
        ),
        (
            f"DELETE {{ GRAPH ?g {{ <{WHEN.value}> ek:earliest ?e }} }} "
            f"WHERE {{ GRAPH ?g {{ <{WHEN.value}> ek:earliest ?e }} }}",
            "bounds are not those",
        ),
        (
            "DELETE { GRAPH ?g { ?e ek:eventType ?t } } "
            "INSERT { GRAPH ?g { ?e ek:eventType <https://w3id.org/event-knowledge/vocab/picnic> } } "
            "WHERE { GRAPH ?g { ?e ek:eventType ?t } }",
            "no kind of event",
        ),
        (
            "DELETE { GRAPH ?g { ?d ek:text ?t } } INSERT { GRAPH ?g { ?d ek:text 'Another text' } } "
            "WHERE { GRAPH ?g { ?d ek:text ?t } }",
            "not the one it was stored with",
        ),
        (
            "DELETE { GRAPH ?g { ?p a ek:Person ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } } "
            "WHERE { GRAPH ?g { ?p a ek:Person ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } }",
            "which has no name",
        ),
    ],
    ids=["evidence", "bounds", "kind", "text", "name"],
)
def test_what_was_tampered_with_is_found(update: str, said: str) -> None:
    with Store.in_memory() as store:
        store.replace_document(story())
        assert check(store).problems == ()
        assert any(said in problem for problem in tampered(store, update))


def test_a_report_counts_what_it_checked() -> None:
    with Store.in_memory() as store:
        store.replace_document(story())
        report = check(store)
    assert report.documents == 1
    assert report.checked > len(story().statements) + len(story().events)


def test_a_proposition_about_nothing_is_never_stored() -> None:
    lost = replace(story(), events=())
    with pytest.raises(ValueError, match="was not found"):
        build(lost, DEFAULT_BASE)
