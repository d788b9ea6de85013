"""What people say of links: what is held then, who said it and when, and how it is taken back."""

from collections.abc import Iterator

import pytest

from kb.errors import BadRequest, NotFound
from kb.model import Judgement, LinkRecord, Review
from kb.model.links import standing, waiting
from kb.ontology import DEFAULT_BASE
from kb.storing import Store
from kb.tying import Links
from tests.linking_story import (
    ACCEPTED,
    INTERFAX,
    IRINA,
    NIL,
    PLACE_JORDAN,
    PROPOSED,
    REJECTED,
    REVIEWER,
    held,
    look,
    matches,
    moment,
    q,
    story_store,
)
from tests.sample_findings import STORY_IRI


@pytest.fixture
def store() -> Iterator[Store]:
    with story_store() as made:
        yield made


@pytest.fixture
def links(store: Store) -> Links:
    return look(store)


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


def test_of_two_words_of_one_second_the_later_counts(store: Store, links: Links) -> None:
    for identifier, said in ((q(104), ACCEPTED), (q(105), ACCEPTED), ("", NIL)):
        links.judge(INTERFAX, identifier, said, REVIEWER, moment(1))
    assert held(links, INTERFAX) == {q(104): PROPOSED, q(105): PROPOSED, "": NIL}
    assert matches(store, INTERFAX) == []


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
        (f"{STORY_IRI}/entity/pentagon-official", "Q1", ACCEPTED, REVIEWER, NotFound),
        (IRINA, "Irina", ACCEPTED, REVIEWER, BadRequest),
        (IRINA, "javascript:alert(1)", ACCEPTED, REVIEWER, BadRequest),
        *(
            (IRINA, f"http://example.org{rest}", ACCEPTED, REVIEWER, BadRequest)
            for rest in ("/a b", "/{a}", "/a|b", "/%zz", "/a#b#c", ":port/", "/[1]", "/\ue000")
        ),
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
