"""One process owns the store; what others write goes through it: whole, checked, on its next page."""

import socket
import stat
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import BadRequest, NotFound, Outdated, OwnerGone, StoreLocked
from kb.model import Filter, Judgement, LinkRecord, Merge, Same
from kb.storing import Store, shapes
from kb.storing.merges import keep_merges
from kb.storing.minting import links_graph
from kb.storing.owning import Guest, Owner, shared
from kb.storing.owning.wire import SOCKET, Wire, connected
from kb.storing.workers.frames import END
from kb.tying.links import Links
from kb.when import When
from tests.sample_findings import DENIAL_IRI, STORY_IRI, ancient, denial, story

REPORT = "Title: Ferry number {n}\nDate: 2016-06-17\n\nDockers in Genoa went on strike on Thursday.\n"
MADE = datetime(2020, 1, 1, tzinfo=UTC)
ONE, OTHER = f"{STORY_IRI}/event-border", f"{DENIAL_IRI}/event-denied"
TOGETHER = Merge(kind=Same.EVENT, members=(ONE, OTHER), rule="test", score=1.0, reasons=("Both.",))


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Store]:
    """A store that somebody owns who takes what others write."""
    with Store.create(tmp_path / "kb") as store, Owner(store, tmp_path / "kb"):
        store.replace_document(story())
        yield store


@pytest.fixture
def guest(owner: Store) -> Iterator[Store]:
    assert owner.folder
    with shared(owner.folder) as store:
        assert isinstance(store, Guest)
        yield store


def test_what_a_guest_writes_the_owner_has_at_once(owner: Store, guest: Store) -> None:
    assert guest.replace_document(denial())
    assert not guest.replace_document(denial())
    assert keep_merges(guest, [TOGETHER])
    guest.remove(STORY_IRI)
    assert (STORY_IRI in owner, DENIAL_IRI in owner) == (False, True)
    assert shapes.check_index(owner).problems == ()


def test_what_a_guest_stores_is_what_the_owner_itself_would(owner: Store, guest: Store) -> None:
    for findings in (story(), ancient(), denial()):
        guest.replace_document(findings)
    with Store.in_memory() as alone:
        for findings in (story(), ancient(), denial()):
            alone.replace_document(findings)
        assert {*owner.quads()} == {*alone.quads()}


def test_a_guest_reads_what_it_wrote_once_it_catches_up(guest: Store) -> None:
    guest.replace_document(denial())
    guest.catch_up()
    assert DENIAL_IRI in guest
    assert {entry.document.iri for entry in guest.index.window(Filter())} == {STORY_IRI, DENIAL_IRI}


def test_an_update_is_done_by_the_owner(owner: Store, guest: Store) -> None:
    guest.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }")
    assert owner.has_graph("x:g")


def test_an_error_of_the_owner_is_told_as_such(guest: Store) -> None:
    with pytest.raises(NotFound, match="There is no document x:gone here"):
        guest.remove("x:gone")
    assert guest.replace_document(denial())  # and the next is done


def test_a_change_that_rests_on_what_others_changed_is_refused(owner: Store, guest: Store) -> None:
    owner.replace_document(denial())
    keep_merges(owner, [TOGETHER])
    with pytest.raises(Outdated):
        keep_merges(guest, [TOGETHER])


def test_what_is_gone_is_not_brought_together(owner: Store, guest: Store) -> None:
    guest.replace_document(denial())
    owner.remove(STORY_IRI)
    with pytest.raises(Outdated):
        keep_merges(guest, [TOGETHER])


def test_a_document_corrected_meanwhile_is_found_again_with_the_correction(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Title: A\nDate: 2016-06-17\n\nDockers in Genoa went on strike on Thursday.\n"
    )
    folder = tmp_path / "kb"
    with (
        KnowledgeBase.create(folder) as base,
        Owner(base.store, folder),
        KnowledgeBase.share(folder) as other,
    ):
        (document,) = other.documents_in(tmp_path / "a.txt")
        other.read(document)
        base.correct(document.iri, When.parse("2016-06-24"), MADE)
        other.read(document)  # its snapshot knows of no correction
        assert [entry.edtf for entry in base.timeline()] == ["2016-06-23"]


def test_a_guest_may_part_and_correct_and_merge(tmp_path: Path, owner: Store) -> None:
    owner.replace_document(denial())
    with KnowledgeBase(shared(tmp_path / "kb")) as base:
        base.part(ONE, OTHER, MADE)
        base.rejoin(ONE, OTHER)
        base.join(ONE, OTHER, MADE)
        base.merge()
    assert any(entry.versions for entry in owner.index.window(Filter()))
    assert shapes.check_index(owner).problems == ()


@pytest.mark.parametrize("folder", ["kb", "a folder of a very long name " * 5 + "/kb"])
def test_the_socket_is_for_its_user_alone_and_goes_with_the_owner(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder
    with Store.create(path) as store:
        with Owner(store, path):
            assert stat.S_IMODE((path / SOCKET).stat().st_mode) == 0o600
            with shared(path) as guest:
                guest.replace_document(story())
        assert not (path / SOCKET).exists()
        with pytest.raises(StoreLocked, match="Another process is writing"):
            shared(path)


def left_behind(folder: Path) -> None:
    """A socket as somebody leaves it who is killed."""
    folder.mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(folder / SOCKET))


def test_the_socket_of_one_who_was_killed_hinders_nobody(tmp_path: Path) -> None:
    left_behind(tmp_path / "kb")
    with shared(tmp_path / "kb") as store:
        assert type(store) is Store
        assert not (tmp_path / "kb" / SOCKET).exists()


def test_a_new_owner_takes_the_place_of_one_who_was_killed(tmp_path: Path) -> None:
    left_behind(tmp_path / "kb")
    with (
        Store.create(tmp_path / "kb") as store,
        Owner(store, tmp_path / "kb"),
        shared(tmp_path / "kb") as guest,
    ):
        assert guest.replace_document(story())
        assert STORY_IRI in store


def test_a_guest_whose_owner_ends_is_told_what_to_do(tmp_path: Path) -> None:
    with Store.create(tmp_path / "kb") as store:
        with Owner(store, tmp_path / "kb"):
            guest = shared(tmp_path / "kb")
        with pytest.raises(OwnerGone, match="start the command again"):
            guest.replace_document(story())
        guest.close()
        assert STORY_IRI not in store


@pytest.mark.parametrize("request_", [b'{"do": "keep", "protocol": 0}', b'{"do": "dance", "protocol": 1}'])
def test_what_another_version_asks_is_refused(tmp_path: Path, owner: Store, request_: bytes) -> None:
    wire = connected(tmp_path / "kb")
    assert isinstance(wire, Wire)
    wire.send(END + request_)
    with pytest.raises(BadRequest, match="restart it"):
        next(wire.answer())
    wire.close()


def test_a_guest_that_builds_the_index_sees_how_far_it_is(owner: Store, guest: Store) -> None:
    seen: list[str] = []

    def watch(graphs: Sequence[str]) -> Iterable[str]:
        for graph in graphs:
            seen.append(graph)
            yield graph

    owner.replace_document(denial())
    guest.reindex(watch)
    assert len(seen) == 2
    assert shapes.check_index(owner).problems == ()


def test_interrupting_a_guest_that_builds_the_index_leaves_the_old_one(owner: Store, tmp_path: Path) -> None:
    def interrupted(graphs: Sequence[str]) -> Iterable[str]:
        yield graphs[0]
        raise KeyboardInterrupt

    owner.replace_document(denial())
    with shared(tmp_path / "kb") as guest, pytest.raises(KeyboardInterrupt):
        guest.reindex(interrupted)
    with shared(tmp_path / "kb") as later:
        assert later.replace_document(ancient())
    assert shapes.check_index(owner).problems == ()


def test_reading_twice_what_others_mention_too_changes_nothing(owner: Store) -> None:
    assert owner.replace_document(denial())
    assert not owner.replace_document(denial())


def _link(subject: str, number: int) -> LinkRecord:
    return LinkRecord(
        subject=subject,
        subject_label="Border",
        object=f"http://www.wikidata.org/entity/Q{number}",
        found=Judgement.PROPOSED,
        confidence=0.9,
        justification="LexicalMatching",
        date="2020-01-01",
    )


SUBJECTS = tuple(f"{STORY_IRI}/event-{name}" for name in ("border", "campaign", "coalition"))


def test_what_a_guest_finds_and_judges_of_links_is_kept_one_after_the_other(
    owner: Store, guest: Store, tmp_path: Path
) -> None:
    links, kept = Links(guest), Links(owner)
    for number, subject in enumerate(SUBJECTS, 1):
        links.keep_found({subject: [_link(subject, number)]})
    kept.judge(SUBJECTS[0], "Q1", Judgement.REJECTED, "Ann Roe", MADE)
    links.judge(SUBJECTS[0], "Q7", Judgement.ACCEPTED, "Jo Doe", MADE)
    assert links.accept_above(0.5, "Jo Doe", MADE) == 2
    links.undo(SUBJECTS[2], "Q3")
    held = {one.record.object.rpartition("/")[2]: str(one.judgement) for one in kept.all()}
    assert held == {"Q1": "rejected", "Q7": "accepted", "Q2": "accepted", "Q3": "proposed"}
    kept.export(tmp_path / "links.tsv")
    guest.update(f"CLEAR GRAPH <{links_graph(owner.base_iri).value}>")
    assert links.bring_in(tmp_path / "links.tsv") == 4
    assert {one.record.object.rpartition("/")[2]: str(one.judgement) for one in kept.all()} == held
