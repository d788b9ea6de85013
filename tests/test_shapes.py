"""What is stored conforms to the shapes, by construction; and the shapes refuse what they must."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pyoxigraph import Literal, NamedNode, Triple

from kb.model import (
    Anchor,
    AnchorKind,
    Attitude,
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    Participant,
    Proposition,
    QuoteKind,
    Resolution,
    Role,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.ontology import DEFAULT_BASE
from kb.storing.graph import build
from kb.storing.shapes import check, violations
from kb.storing.store import Store
from kb.storing.terms import EK, OA, RDFS, XSD
from kb.when import When
from tests.sample_findings import STORY_IRI, ancient, denial, story

STORIES = [story, denial, ancient]


@pytest.mark.parametrize("made", STORIES)
def test_a_report_conforms(made: Callable[[], Findings]) -> None:
    graph = build(made(), DEFAULT_BASE)
    assert list(violations([*graph.triples])) == []


@pytest.mark.parametrize("made", STORIES)
def test_whom_a_report_names_conforms(made: Callable[[], Findings]) -> None:
    described = build(made(), DEFAULT_BASE).entities.values()
    assert list(violations([triple for triples in described for triple in triples])) == []


# ------------------------------------------------------------------ whatever the finders may find

EDTF = [
    "2016-06-17",
    "2016-06",
    "2014-09/..",
    "../2016-06-17",
    "/",
    "-0043-03-15",
    "Y12000",
    "2001-21",
    "1984~",
]
TEXTS = some.text(some.characters(exclude_categories=["Cs"]), min_size=3, max_size=60)
NAMES = some.text(min_size=1, max_size=12, alphabet="abcXYZ é-'中/#<\"")


@some.composite
def findings(draw: some.DrawFn) -> Findings:
    """Any findings over any text: what holds of them holds of whatever the finders find."""
    text = draw(TEXTS)
    published = draw(some.none() | some.sampled_from(EDTF).map(When.parse))
    about = Document(
        iri=STORY_IRI,
        text=text,
        title=draw(NAMES),
        url=draw(some.none() | NAMES),
        publisher=draw(some.none() | NAMES),
        author=draw(some.none() | NAMES),
        doc_id=draw(some.none() | NAMES),
        published=published,
    )
    events = draw(some.lists(_event(text), max_size=2, unique_by=lambda event: event.key))
    keys = [event.key for event in events]
    statements = draw(some.lists(_statement(text, keys), max_size=2, unique_by=lambda found: found.key))
    return Findings(document=about, events=tuple(events), statements=tuple(statements))


@some.composite
def _span(draw: some.DrawFn, text: str) -> Span:
    start = draw(some.integers(0, len(text) - 1))
    return Span(start, draw(some.integers(start + 1, len(text))))


@some.composite
def _mention(draw: some.DrawFn, text: str) -> Mention:
    name = draw(NAMES)
    kind, whole = draw(some.sampled_from(EntityKind)), draw(some.none() | NAMES)
    entity = Entity(name, name, kind, unnamed=draw(some.booleans()), part_of=whole)
    return Mention(span=draw(_span(text)), rule="name", entity=entity)


@some.composite
def _resolution(draw: some.DrawFn, text: str) -> Resolution:
    when = When.parse(draw(some.sampled_from(EDTF)))
    time = TimeExpression(
        span=draw(_span(text)),
        rule=draw(NAMES),
        type=draw(some.sampled_from(TimexType)),
        value="XXXX",
        mod=draw(some.none() | some.just("MID")),
        when=draw(some.none() | some.just(when)),
    )
    anchor = Anchor(draw(some.sampled_from(AnchorKind)), when, draw(some.none() | _span(text)))
    return Resolution(
        when=when,
        rule=draw(NAMES),
        steps=tuple(draw(some.lists(NAMES, max_size=2))),
        confidence=draw(some.floats(0, 1)),
        expression=draw(some.none() | some.just(time)),
        anchor=draw(some.none() | some.just(anchor)),
    )


@some.composite
def _event(draw: some.DrawFn, text: str) -> Event:
    return Event(
        key=draw(some.sampled_from(["event-1", "event-2", "event-3"])),
        span=draw(_span(text)),
        trigger=draw(_span(text)),
        rule=draw(NAMES),
        confidence=draw(some.floats(0, 1)),
        label=draw(NAMES),
        date=draw(_resolution(text)),
        place=draw(some.none() | _mention(text)),
        type="airstrike",
        status=draw(some.sampled_from(Status)),
        participants=tuple(
            Participant(draw(some.sampled_from(Role)), mention)
            for mention in draw(some.lists(_mention(text), max_size=2))
        ),
    )


@some.composite
def _statement(draw: some.DrawFn, text: str, keys: list[str]) -> Statement:
    described = draw(some.lists(some.sampled_from(keys), max_size=2, unique=True)) if keys else []
    return Statement(
        key=draw(some.sampled_from(["statement-1", "statement-2"])),
        span=draw(_span(text)),
        trigger=draw(_span(text)),
        rule=draw(NAMES),
        label=draw(NAMES),
        date=draw(_resolution(text)),
        cue=draw(NAMES),
        act=draw(NAMES),
        kind=draw(some.sampled_from(QuoteKind)),
        content=tuple(draw(some.lists(_span(text), max_size=2))),
        verbatim=tuple(draw(some.lists(_span(text), max_size=2))),
        speaker=draw(some.none() | _mention(text)),
        speaking_for=draw(some.none() | _mention(text)),
        audience=tuple(draw(some.lists(_mention(text), max_size=2))),
        carriers=tuple(draw(some.lists(_mention(text), max_size=3))),
        about=(Proposition(draw(_span(text)), draw(some.sampled_from(Attitude)), tuple(described)),),
    )


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(findings())
def test_whatever_is_found_what_is_stored_of_it_is_sound(found: Findings) -> None:
    with Store.in_memory() as store:
        store.replace_document(found)
        assert check(store).problems == ()
        assert store.replace_document(found) is False


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
    assert report.evidences > len(story().statements) + len(story().events)


def test_a_proposition_about_nothing_is_never_stored() -> None:
    lost = replace(story(), events=())
    with pytest.raises(ValueError, match="was not found"):
        build(lost, DEFAULT_BASE)
