"""kb link over the store and kb links as their user meets them."""

from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.linking import Authority, Record
from kb.model import Judgement
from tests.linking_story import INTERFAX, IRINA, PLACE_JORDAN, q, story_folder
from tests.sample_findings import STORY_IRI
from tests.test_cli import folder, kb

__all__ = ["folder"]  # a fixture

BY = ("--by", "Ann Roe")


@pytest.fixture
def story(folder: Path) -> Path:
    return story_folder(folder)


@pytest.fixture
def linked(story: Path) -> Path:
    assert kb("link", folder=story).exit_code == 0
    return story


def held(folder: Path, subject: str) -> dict[str, str]:
    with KnowledgeBase.open(folder) as base:
        return {one.record.object: str(one.judgement) for one in base.links.of(subject)}


def test_linking_counts_what_is_held(story: Path) -> None:
    assert "accepted" in kb("link", folder=story).stderr
    assert "There is nothing of that name" in kb("link", "--about", "Atlantis", folder=story).stderr


def test_an_entity_is_named_by_what_follows_the_base(story: Path) -> None:
    assert kb("link", "--about", "entity/place/jordan", folder=story).stderr == "Linked: accepted 1.\n"
    assert held(story, PLACE_JORDAN) == {q(102): "accepted"}


def test_without_an_authority_it_says_how_to_make_one(story: Path) -> None:
    (story / "authority.sqlite").unlink()
    result = kb("link", folder=story)
    assert result.exit_code == 1
    assert "kb authority build" in result.stderr


def test_review_takes_a_number_or_an_identifier_and_can_be_left(linked: Path) -> None:
    result = kb("links", "review", *BY, folder=linked, stdin="2\n")
    assert "Interfax" in result.output
    assert sorted(held(linked, INTERFAX).values()) == ["accepted", "proposed"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("r\n", {q(104): "rejected", q(105): "rejected"}),
        ("n\n", {q(104): "proposed", q(105): "proposed", "": "nil"}),
        ("Q900000777\n", {q(777): "accepted", q(104): "proposed", q(105): "proposed"}),
        ("s\n", {q(104): "proposed", q(105): "proposed"}),
        ("q\n", {q(104): "proposed", q(105): "proposed"}),
    ],
)
def test_what_is_typed_in_review_is_kept(linked: Path, typed: str, expected: dict[str, str]) -> None:
    kb("links", "review", *BY, folder=linked, stdin=typed)
    assert held(linked, INTERFAX) == expected


def test_all_above_a_score_is_accepted_unasked(linked: Path) -> None:
    assert "2 accepted" in kb("links", "review", "--above", "0", *BY, folder=linked).output
    assert "Nothing more waits" in kb("links", "review", *BY, folder=linked).stderr


def test_a_judgement_is_made_and_taken_back(linked: Path) -> None:
    kb("links", "judge", "entity/person/irina-volkova", "reject", "Q900000101", *BY, folder=linked)
    assert held(linked, IRINA) == {q(101): "rejected"}
    kb("links", "judge", "entity/person/irina-volkova", "undo", "Q900000101", *BY, folder=linked)
    assert held(linked, IRINA) == {q(101): "accepted"}
    kb("links", "judge", "entity/person/irina-volkova", "nil", *BY, folder=linked)
    assert held(linked, IRINA) == {q(101): "proposed", "": "nil"}
    kb("links", "judge", "entity/person/irina-volkova", "undo", *BY, folder=linked)
    assert held(linked, IRINA) == {q(101): "accepted"}


def test_the_list_says_who_holds_what(linked: Path) -> None:
    kb("links", "judge", "entity/organization/interfax", "accept", "Q900000104", *BY, folder=linked)
    lines = kb("links", "list", "--judgement", "accepted", folder=linked).output.splitlines()
    assert any("Interfax" in line and "Ann Roe" in line for line in lines)
    assert all("proposed" not in line for line in lines)


def test_links_go_out_and_come_back(linked: Path, tmp_path: Path) -> None:
    kb("links", "judge", "entity/organization/interfax", "accept", "Q900000104", *BY, folder=linked)
    kb("links", "export", tmp_path / "out.sssom.tsv", folder=linked)
    other = story_folder(tmp_path / "other")
    assert "taken in" in kb("links", "import", tmp_path / "out.sssom.tsv", folder=other).stderr
    assert held(other, INTERFAX) == held(linked, INTERFAX)


def test_check_tells_redirected_and_deleted_identifiers_and_orphans(linked: Path) -> None:
    assert kb("links", "check", folder=linked).exit_code == 0
    kb("links", "judge", "entity/person/irina-volkova", "accept", "Q900000101", *BY, folder=linked)
    nothing = Record(iri=q(102), kind="", source="Wikidata", names=(), deleted=True)
    with Authority.open(linked) as known:
        new = Record(iri=q(201), kind="person", source="x", names=(), replaces=(q(101),))
        known.add([nothing, new])
    result = kb("links", "check", folder=linked)
    assert result.exit_code == 1
    assert f"{q(101)} was redirected to {q(201)}" in result.output
    assert f"{q(102)} was deleted" in result.output
    kb("remove", STORY_IRI, folder=linked)
    assert "no article tells it any more" in kb("links", "check", folder=linked).output


def test_a_redirected_identifier_is_followed_and_a_deleted_one_never_linked(linked: Path) -> None:
    with Authority.open(linked) as known:
        known.add([Record(iri=q(102), kind="", source="Wikidata", names=(), deleted=True)])
        known.add([Record(iri=q(201), kind="person", source="x", names=(), replaces=(q(101),))])
    kb("link", folder=linked)
    assert held(linked, PLACE_JORDAN) == {"": str(Judgement.NIL)}
    assert held(linked, IRINA) == {q(201): "accepted"}


def test_nil_is_said_of_no_identifier(linked: Path) -> None:
    result = kb("links", "judge", "entity/organization/interfax", "nil", "Q900000104", *BY, folder=linked)
    assert result.exit_code == 2
    assert "reject" in result.stderr
    assert "" not in held(linked, INTERFAX)


def test_a_mapping_set_that_was_cut_off_is_not_taken_in(linked: Path, tmp_path: Path) -> None:
    kb("links", "export", tmp_path / "out.tsv", folder=linked)
    whole = (tmp_path / "out.tsv").read_bytes()
    other = story_folder(tmp_path / "other")
    for end in (len(whole) - 40, whole.index(b"Interfax") + 20):
        (tmp_path / "cut.tsv").write_bytes(whole[:end])
        result = kb("links", "import", tmp_path / "cut.tsv", folder=other)
        assert result.exit_code == 1
        assert "whole" in result.stderr
    assert held(other, INTERFAX) == {}


def test_who_reviews_must_say_who_they_are(linked: Path) -> None:
    assert kb("links", "review", folder=linked).exit_code == 2
