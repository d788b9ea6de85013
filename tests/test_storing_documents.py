"""Documents in the store: twice is once, a correction replaces, whom nobody mentions is forgotten."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kb.errors import BadSource, NotFound
from kb.model import Document, Findings, Span
from kb.ontology import DEFAULT_BASE
from kb.storing import Store, rows
from kb.storing.dates import bounds
from kb.storing.graph import build
from kb.storing.minting import graph_of
from kb.storing.terms import EK, OA, instant, triple
from kb.when import When
from tests.sample_findings import DENIAL_IRI, STORY, STORY_IRI, ancient, denial, story, told_quads

REFUSAL = f"{STORY_IRI}/statement-refusal"
INTERFAX = f"{DEFAULT_BASE}entity/organization/interfax"
VOLKOVA = f"{DEFAULT_BASE}entity/person/irina-volkova"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.in_memory() as made:
        yield made


def labels(store: Store, iri: str) -> list[str]:
    return [label for (label,) in store.query(f"SELECT ?l {{ <{iri}> rdfs:label ?l }}").rows() if label]


def test_reading_twice_changes_nothing(store: Store) -> None:
    assert store.replace_document(story()) is True
    once = told_quads(store)
    assert store.replace_document(story()) is False
    assert told_quads(store) == once


def test_building_twice_gives_the_same_graph() -> None:
    assert build(story(), DEFAULT_BASE) == build(story(), DEFAULT_BASE)


def test_there_are_no_blank_nodes() -> None:
    for told in build(story(), DEFAULT_BASE).triples:
        assert not isinstance(told.subject, BlankNode)
        assert not isinstance(told.object, BlankNode)


def test_no_triple_stands_in_two_graphs(store: Store) -> None:
    for findings in (story(), denial(), ancient()):
        store.replace_document(findings)
    triples = [quad.triple for quad in store.quads()]
    assert len(triples) == len(set(triples))


def test_the_order_of_reading_does_not_matter() -> None:
    with Store.in_memory() as one, Store.in_memory() as other:
        for findings in (story(), denial(), ancient()):
            one.replace_document(findings)
        for findings in (ancient(), denial(), story()):
            other.replace_document(findings)
        assert told_quads(one) == told_quads(other)


def test_a_corrected_version_replaces_the_old_one(store: Store) -> None:
    store.replace_document(story())
    corrected = replace(story(), statements=story().statements[:1])
    assert store.replace_document(corrected) is True
    with Store.in_memory() as fresh:
        fresh.replace_document(corrected)
        assert told_quads(store) == told_quads(fresh)


def test_removing_leaves_nothing_behind(store: Store) -> None:
    empty = told_quads(store)
    store.replace_document(story())
    store.remove(STORY_IRI)
    assert told_quads(store) == empty


def test_removing_what_is_not_there_is_an_error(store: Store) -> None:
    for iri in (STORY_IRI, "no iri at all", ""):
        with pytest.raises(NotFound):
            store.remove(iri)


def test_removing_one_of_two_leaves_what_reading_the_other_alone_would_give(store: Store) -> None:
    store.replace_document(story())
    store.replace_document(denial())
    store.remove(STORY_IRI)
    with Store.in_memory() as fresh:
        fresh.replace_document(denial())
        assert told_quads(store) == told_quads(fresh)


def test_whom_another_document_mentions_stays(store: Store) -> None:
    store.replace_document(story())
    store.replace_document(denial())
    store.remove(DENIAL_IRI)
    assert labels(store, INTERFAX) == ["Interfax"]
    store.remove(STORY_IRI)
    assert labels(store, INTERFAX) == []


def test_a_name_written_in_two_ways_has_one_label(store: Store) -> None:
    store.replace_document(story())
    shouted = denial()
    carriers = tuple(
        replace(c, entity=replace(c.entity, name=c.entity.name.upper()))
        for c in shouted.statements[0].carriers
    )
    store.replace_document(replace(shouted, statements=(replace(shouted.statements[0], carriers=carriers),)))
    assert labels(store, INTERFAX) == ["Interfax"]


def test_a_corrected_name_is_taken_over_when_nobody_else_bears_it(store: Store) -> None:
    store.replace_document(denial())
    statement = denial().statements[0]
    carriers = tuple(
        replace(c, entity=replace(c.entity, name=c.entity.name.upper())) for c in statement.carriers
    )
    store.replace_document(replace(denial(), statements=(replace(statement, carriers=carriers),)))
    assert labels(store, INTERFAX) == ["INTERFAX"]


def test_the_unnamed_belong_to_their_document(store: Store) -> None:
    store.replace_document(story())
    official = f"{STORY_IRI}/entity/pentagon-official"
    (graph,) = {quad.graph_name for quad in store.quads(official)}
    assert graph == graph_of(DEFAULT_BASE, STORY_IRI)


# --------------------------------------------------------------------------------------- evidence


def test_evidence_is_the_text_at_its_offsets_no_break_spaces_included(store: Store) -> None:
    store.replace_document(story())
    asked = "SELECT ?s ?e ?w { ?x oa:hasSelector ?p, ?q . ?p oa:start ?s ; oa:end ?e . ?q oa:exact ?w }"
    found = [(int(s or 0), int(e or 0), w or "") for s, e, w in store.query(asked).rows()]
    assert all(STORY[start:end] == words for start, end, words in found)
    assert any("\u00a0" in words for _, _, words in found)


@pytest.mark.parametrize(
    "wrong",
    [Span(0, len(STORY) + 1), Span(5, 5), Span(9, 3), Span(-4, 3)],
    ids=["beyond", "empty", "back", "before"],
)
def test_evidence_outside_the_text_is_refused(store: Store, wrong: Span) -> None:
    before = {*store.quads()}
    event = replace(story().events[0], span=wrong)
    with pytest.raises(ValueError, match="does not lie in a text"):
        store.replace_document(replace(story(), events=(event,), statements=()))
    assert {*store.quads()} == before


def test_an_entry_without_a_date_is_refused(store: Store) -> None:
    event = replace(story().events[0], date=None)
    with pytest.raises(ValueError, match="has no date"):
        store.replace_document(replace(story(), events=(event,), statements=()))


@pytest.mark.parametrize(
    "text", ["", "\x00", "a\u2028b", "\U0001f600 smile", 'quote " \\ and \r\n\t ends', "\ufffe"]
)
def test_any_text_is_kept_as_it_is(store: Store, text: str) -> None:
    store.replace_document(Findings(Document(iri=STORY_IRI, text=text)))
    assert rows.document(store, STORY_IRI).text == text


def test_half_a_character_is_refused_with_what_to_do(store: Store) -> None:
    with pytest.raises(BadSource, match="character 3 is half of a character"):
        store.replace_document(Findings(Document(iri=STORY_IRI, text="ab \ud83d")))


# ------------------------------------------------------------------------------------ what it says


def values(subject: str, predicate: NamedNode) -> set[str]:
    graph = build(story(), DEFAULT_BASE)
    return {
        str(getattr(t.object, "value", ""))
        for t in graph.triples
        if (t.subject, t.predicate) == (NamedNode(subject), predicate)
    }


@pytest.mark.parametrize(
    ("part", "predicate", "expected"),
    [
        ("", EK.speaker, {VOLKOVA}),
        ("", EK.speakingFor, {f"{DEFAULT_BASE}entity/organization/russian-foreign-ministry"}),
        ("", EK.audience, {INTERFAX}),
        ("", EK.cue, {"tell"}),
        ("", EK.quoteKind, {"https://w3id.org/event-knowledge/vocab/direct"}),
        ("/when", EK.edtf, {"2016-06-17"}),
        ("/when", EK.earliest, {"2016-06-17T00:00:00Z"}),
        ("/when", EK.latest, {"2016-06-17T23:59:59Z"}),
        ("/when", EK.dated, {"true"}),
        ("/resolution", EK.rule, {"https://w3id.org/event-knowledge/vocab/rule/nearest-past-weekday"}),
        ("/resolution", EK.anchor, {STORY_IRI}),
        ("/resolution", EK.anchorValue, {"2016-06-17"}),
        ("/verbatim/1/words", OA.exact, {"We see no sense in such strikes,"}),
        ("/says/1", EK.attitude, {"https://w3id.org/event-knowledge/vocab/opposes"}),
        ("/says/1", EK.describes, {f"{STORY_IRI}/event-asked"}),
    ],
)
def test_a_statement_says(part: str, predicate: NamedNode, expected: set[str]) -> None:
    assert values(REFUSAL + part, predicate) == expected


def test_steps_are_kept_in_their_order() -> None:
    (steps,) = values(f"{STORY_IRI}/statement-patience/resolution", EK.explanation)
    assert steps.splitlines() == [
        "The charge was made on 2016-06-16.",
        "That was a day after this, so this was on 2016-06-15.",
    ]


def test_an_open_end_has_no_bound() -> None:
    assert values(f"{STORY_IRI}/event-coalition/when", EK.latest) == set()
    assert values(f"{STORY_IRI}/statement-cable/when", EK.earliest) == set()
    assert values(f"{STORY_IRI}/statement-cable/when", EK.dated) == {"false"}


def test_a_season_is_stored_with_the_bounds_of_its_window() -> None:
    span = NamedNode("https://example.org/when")
    assert {*bounds(span, When.parse("2016-21"))} >= {
        triple(span, EK.earliest, instant("2016-03-01T00:00:00Z")),
        triple(span, EK.latest, instant("2016-05-31T23:59:59Z")),
    }


def test_a_date_that_hangs_on_another_says_so() -> None:
    found = values(f"{STORY_IRI}/statement-patience/resolution", EK.dependsOn)
    assert found == {f"{STORY_IRI}/statement-accusation/resolution"}


@pytest.mark.parametrize(
    ("published", "datatype"),
    [
        ("2016-06-17", "date"),
        ("2016-06-17T10:00:00Z", "dateTime"),
        ("2016-06", "EDTF"),
        ("2016-06-17~", "EDTF"),
    ],
)
def test_a_day_of_publication_has_the_datatype_of_its_form(published: str, datatype: str) -> None:
    made = replace(story(), document=replace(story().document, published=When.parse(published)))
    (value,) = (
        t.object for t in build(made, DEFAULT_BASE).triples if t.predicate.value.endswith("datePublished")
    )
    assert isinstance(value, Literal)
    assert value.datatype.value.endswith(datatype)
