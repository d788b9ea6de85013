"""Links that are kept: what is found, judged, taken back, carried out and in; and what never happens."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from kb.errors import BadRequest, NotFound
from kb.linking import Authority
from kb.model import Judgement, LinkRecord, Review
from kb.model.links import standing, waiting
from kb.ontology import DEFAULT_BASE
from kb.storing import Store
from kb.storing.links import load_links
from kb.storing.minting import links_graph
from kb.storing.shapes import check, violations
from kb.storing.terms import OWL, SKOS
from kb.tying import Links
from kb.tying.finding import Finder, Subject, find_links
from tests.linking_story import (
    ACCEPTED,
    AIR_CAMPAIGN,
    CHANNEL,
    INTERFAX,
    IRINA,
    NIL,
    PLACE_JORDAN,
    PROPOSED,
    RECORDS,
    REJECTED,
    REVIEWER,
    TODAY,
    authority,
    held,
    look,
    matches,
    moment,
    q,
    story_store,
)
from tests.linking_world import KREMLIN, RUSSIAN
from tests.sample_findings import DENIAL_IRI, STORY_IRI, story


@pytest.fixture
def store() -> Iterator[Store]:
    with story_store() as made:
        yield made


@pytest.fixture
def links(store: Store) -> Links:
    return look(store)


def test_looking_accepts_proposes_and_says_who_is_nobody(links: Links) -> None:
    assert held(links, IRINA) == {q(101): ACCEPTED}
    assert held(links, INTERFAX) == {q(104): PROPOSED, q(105): PROPOSED}
    assert held(links, CHANNEL) == {"": NIL}


def test_a_record_says_by_what_it_was_found_when_and_why(links: Links) -> None:
    (found,) = (one.record for one in links.of(IRINA))
    assert (found.tool, found.date, found.justification) == ("kb link", "2026-03-01", "LexicalMatching")
    assert found.tool_version
    assert found.source_version
    assert found.reasons == ("It is named “Irina Volkova”.",)
    assert found.object_description == "spokeswoman of a ministry"


def test_only_what_is_accepted_matches_exactly_and_nothing_is_owl_same_as(store: Store, links: Links) -> None:
    assert matches(store, IRINA) == [q(101)]
    assert matches(store, INTERFAX) == []
    assert not [*store.quads(predicate=OWL.sameAs.value)]


def test_links_stand_in_their_own_graph_and_conform(store: Store, links: Links) -> None:
    graph = links_graph(DEFAULT_BASE).value
    assert {quad.graph_name.value for quad in store.quads(predicate=SKOS.exactMatch.value)} >= {graph}  # type: ignore[union-attr]
    links.judge(IRINA, q(101), REJECTED, REVIEWER, moment(1))
    assert check(store).problems == ()


def test_the_shapes_refuse_a_match_without_a_record(store: Store, links: Links) -> None:
    triples = [quad.triple for quad in store.quads(graph=links_graph(DEFAULT_BASE).value)]
    without = [triple for triple in triples if not triple.predicate.value.endswith("hasLink")]
    assert any("hasLink" in problem for problem in violations(without))


def test_the_unnamed_are_never_looked_for(store: Store, links: Links) -> None:
    unnamed = [one.record.subject for one in links.all() if "/doc/" in one.record.subject]
    assert [iri for iri in unnamed if "/entity/" in iri] == []


def test_a_seat_that_acts_is_the_government_in_it_and_no_building() -> None:
    from kb.linking.someone import link_someone
    from kb.linking.subjects import Search, Someone

    search = Search("our world", "1", TODAY)
    with Authority.in_memory() as known:
        known.add([RUSSIAN, KREMLIN])
        speaking = Someone(iri="kb:1", name="the Kremlin", kind="place", acts=True)
        standing_there = Someone(iri="kb:2", name="the Kremlin", kind="place")
        assert [one.object for one in link_someone(known, search, speaking, [])] == [RUSSIAN.iri]
        assert [one.object for one in link_someone(known, search, standing_there, [])] == [KREMLIN.iri]


def test_an_event_is_linked_by_its_name_date_and_place(links: Links) -> None:
    (found,) = links.of(AIR_CAMPAIGN)
    assert (found.record.object, found.judgement) == (q(106), ACCEPTED)
    assert found.record.justification == "CompositeMatching"
    assert any("2015-09/2016-03" in why for why in found.record.reasons)


def test_what_a_person_rejects_is_kept_and_not_proposed_again(store: Store, links: Links) -> None:
    links.judge(INTERFAX, q(105), REJECTED, REVIEWER, moment(1))
    again = look(store)
    assert held(again, INTERFAX) == {q(104): PROPOSED, q(105): REJECTED}
    links.judge(INTERFAX, q(104), REJECTED, REVIEWER, moment(2))
    assert INTERFAX not in {one.subject for one in look(store).waiting()}


def test_nobody_anywhere_is_kept_and_nothing_is_proposed_again(store: Store, links: Links) -> None:
    links.judge(INTERFAX, "", NIL, REVIEWER, moment(1))
    again = look(store)
    assert held(again, INTERFAX)[""] == NIL
    assert q(104) in held(again, INTERFAX)
    assert INTERFAX not in {one.subject for one in again.waiting()}


def test_accepting_one_deletes_no_candidate_and_undo_brings_all_back(store: Store, links: Links) -> None:
    before = held(links, INTERFAX)
    links.judge(INTERFAX, q(104), ACCEPTED, REVIEWER, moment(1))
    assert held(links, INTERFAX) == {q(104): ACCEPTED, q(105): PROPOSED}
    assert matches(store, INTERFAX) == [q(104)]
    links.judge(INTERFAX, q(105), ACCEPTED, REVIEWER, moment(2))
    assert matches(store, INTERFAX) == [q(105)]
    links.undo(INTERFAX, q(105))
    assert matches(store, INTERFAX) == [q(104)]
    links.undo(INTERFAX, q(104))
    assert held(links, INTERFAX) == before


def test_a_person_goes_before_the_tool(store: Store, links: Links) -> None:
    links.judge(IRINA, "Q900000999", ACCEPTED, REVIEWER, moment(1))
    assert held(links, IRINA) == {q(999): ACCEPTED, q(101): PROPOSED}
    assert matches(store, IRINA) == [q(999)]
    links.undo(IRINA, "Q900000999")
    assert held(links, IRINA) == {q(101): ACCEPTED}


def test_a_place_may_be_one_of_wikidata_and_one_of_geonames(store: Store, links: Links) -> None:
    links.judge(PLACE_JORDAN, "geonames:77", ACCEPTED, REVIEWER, moment(1))
    assert matches(store, PLACE_JORDAN) == [q(102), "https://sws.geonames.org/77/"]


def test_who_judged_and_when_is_kept_in_prov(store: Store, links: Links) -> None:
    links.judge(INTERFAX, q(104), ACCEPTED, "  Ann \t Roe ", moment(7))
    rows = list(
        store.query(
            "SELECT ?who ?when ?agent { ?link ek:hasReview ?r . ?r a ek:LinkReview ; prov:used ?link ;"
            " sssom:reviewer_label ?who ; prov:endedAtTime ?when ; prov:wasAssociatedWith ?agent }"
        ).rows()
    )
    assert rows == [("Ann Roe", "2026-03-02T10:07:00Z", f"{DEFAULT_BASE}reviewer/ann-roe")]


@pytest.mark.parametrize(
    ("subject", "identifier", "said", "by", "error"),
    [
        (f"{DEFAULT_BASE}entity/person/nobody", "Q1", ACCEPTED, REVIEWER, NotFound),
        (IRINA, "Irina", ACCEPTED, REVIEWER, BadRequest),
        (IRINA, "javascript:alert(1)", ACCEPTED, REVIEWER, BadRequest),
        (IRINA, "http://example.org/a b", ACCEPTED, REVIEWER, BadRequest),
        (IRINA, "Q42", PROPOSED, REVIEWER, BadRequest),
        (IRINA, "Q42", ACCEPTED, " ", BadRequest),
    ],
)
def test_what_cannot_be_judged_is_told(
    links: Links, subject: str, identifier: str, said: Judgement, by: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        links.judge(subject, identifier, said, by, moment(1))


def test_what_nobody_judged_cannot_be_taken_back(links: Links) -> None:
    with pytest.raises(NotFound, match="nothing to take back"):
        links.undo(IRINA, q(101))


def test_looking_twice_changes_nothing(store: Store, links: Links) -> None:
    before = set(store.quads())
    look(store)
    assert set(store.quads()) == before


def test_links_survive_reading_an_article_again(store: Store, links: Links) -> None:
    links.judge(INTERFAX, q(104), ACCEPTED, REVIEWER, moment(1))
    before = load_links(store)
    findings = story()
    document = replace(findings.document, title="Another title")
    store.replace_document(replace(findings, document=document))
    assert load_links(store) == before
    assert links.orphans() == []


def test_what_no_article_tells_any_more_is_an_orphan(store: Store, links: Links) -> None:
    links.judge(IRINA, q(101), ACCEPTED, REVIEWER, moment(1))
    store.remove(STORY_IRI)
    assert [record.subject for record in links.orphans()] == [IRINA]
    store.remove(DENIAL_IRI)
    assert INTERFAX not in {one.subject for one in links.waiting()}


def test_an_interrupted_search_keeps_what_it_found(store: Store) -> None:
    def interrupted(subjects: Sequence[Subject]) -> Iterable[Subject]:
        yield from subjects[:3]
        raise KeyboardInterrupt

    with authority() as known, pytest.raises(KeyboardInterrupt):
        find_links(store, Finder(store, known, TODAY), "", interrupted)
    assert len({record.subject for record in load_links(store)}) == 3


def test_only_what_is_asked_about_is_looked_for(store: Store) -> None:
    assert {one.record.subject for one in look(store, "interfax").all()} >= {INTERFAX}
    assert IRINA not in {one.record.subject for one in look(store, "interfax").all()}


def test_the_least_certain_comes_first(links: Links) -> None:
    assert links.waiting()[0].subject == INTERFAX
    assert [one.uncertainty for one in links.waiting()] == sorted(
        (one.uncertainty for one in links.waiting()), reverse=True
    )


def test_all_above_a_score_can_be_accepted_at_once(store: Store, links: Links) -> None:
    count = links.accept_above(0.0, REVIEWER, moment(1))
    assert count
    assert links.waiting() == []


# ---------------------------------------------------------------------------------------------- the law


def record(object_: str, found: Judgement, *said: tuple[Judgement, int]) -> LinkRecord:
    reviews = tuple(Review(judgement, REVIEWER, f"2026-03-02T10:0{minute}:00Z") for judgement, minute in said)
    return LinkRecord(
        subject="kb:1", subject_label="One", object=object_, found=found, confidence=0.5, reviews=reviews
    )


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([record(q(1), ACCEPTED), record(q(2), PROPOSED)], [ACCEPTED, PROPOSED]),
        ([record(q(1), ACCEPTED), record(q(2), PROPOSED, (ACCEPTED, 1))], [PROPOSED, ACCEPTED]),
        ([record(q(1), ACCEPTED), record("", NIL, (NIL, 1))], [PROPOSED, NIL]),
        ([record(q(1), PROPOSED, (ACCEPTED, 2)), record("", NIL, (NIL, 1))], [ACCEPTED, REJECTED]),
        ([record(q(1), ACCEPTED, (REJECTED, 1)), record(q(2), PROPOSED)], [REJECTED, PROPOSED]),
        ([record(q(1), PROPOSED, (ACCEPTED, 1)), record("http://x.org/1", ACCEPTED)], [ACCEPTED, ACCEPTED]),
    ],
)
def test_what_is_held_when_all_that_was_said_is_taken_together(
    records: list[LinkRecord], expected: list[Judgement]
) -> None:
    assert [one.judgement for one in standing(records)] == expected
    assert bool(waiting(records)) == (not {ACCEPTED, NIL} & set(expected))


def test_the_world_of_these_tests_names_no_real_item() -> None:
    assert all(int(one.iri.rpartition("Q")[2]) > 900_000_000 for one in RECORDS)
