"""Links that are kept: what is found of whom, and what becomes of it when articles change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from kb.linking import Authority, Record
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
    assert found.reasons == (
        "It is named “Irina Volkova”.",
        "It is described as what the article calls it.",
    )
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


NAMESAKE = replace(RECORDS[0], iri=q(108), description="goalkeeper of a club")
UNBORN = replace(RECORDS[0], iri=q(109), description="", begun="2017-02")


@pytest.mark.parametrize("other", [NAMESAKE, UNBORN], ids=["of another role", "born after all that is told"])
def test_of_two_of_a_name_the_one_is_meant_whom_the_articles_tell(store: Store, other: Record) -> None:
    with Authority.in_memory() as known:
        known.add([*RECORDS, other])
        find_links(store, Finder(store, known, TODAY), "", iter)
    assert held(Links(store), IRINA) == {q(101): ACCEPTED}


def test_an_event_is_linked_by_its_name_date_and_place(links: Links) -> None:
    (found,) = links.of(AIR_CAMPAIGN)
    assert (found.record.object, found.judgement) == (q(106), ACCEPTED)
    assert found.record.justification == "CompositeMatching"
    assert any("2015-09/2016-03" in why for why in found.record.reasons)


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


def test_the_world_of_these_tests_names_no_real_item() -> None:
    assert all(int(one.iri.rpartition("Q")[2]) > 900_000_000 for one in RECORDS)
