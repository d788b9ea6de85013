"""The index follows the store: updated with it, recovered after a kill, rebuilt and told where it must be."""

import logging
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from kb.errors import BadRequest, StoreDamaged, StoreLocked
from kb.model import Filter, Merge, Same
from kb.storing import Store, shapes
from kb.storing.index import files
from kb.storing.index.files import told
from kb.storing.index.remembered import Answers
from kb.storing.merges import keep_merges
from kb.storing.outbox import State
from tests.sample_findings import DENIAL_IRI, STORY_IRI, ancient, denial, story

EVERYTHING = (story, denial, ancient)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        for findings in EVERYTHING:
            store.replace_document(findings())
    return tmp_path / "kb"


def problems(store: Store) -> tuple[str, ...]:
    return shapes.check_index(store).problems


def merge(*members: str, differ: tuple[str, ...] = ()) -> Merge:
    return Merge(
        kind=Same.EVENT, members=members, rule="test", score=1.0, reasons=("Both.",), disagreements=differ
    )


ONE, OTHER, THIRD = f"{STORY_IRI}/event-border", f"{DENIAL_IRI}/event-denied", f"{STORY_IRI}/event-campaign"
RUSSIA, SYRIA = "entity/organization/russia", "entity/place/syria"

CHANGES: dict[str, Sequence[Callable[[Store], object]]] = {
    "removed": [lambda s: s.remove(STORY_IRI)],
    "removed and read again": [lambda s: s.remove(STORY_IRI), lambda s: s.replace_document(story())],
    "merged": [lambda s: keep_merges(s, [merge(ONE, OTHER, differ=("They differ.",))])],
    "merged otherwise": [
        lambda s: keep_merges(s, [merge(ONE, OTHER)]),
        lambda s: keep_merges(s, [merge(OTHER, ONE, THIRD)]),
    ],
    "merged and parted": [lambda s: keep_merges(s, [merge(ONE, OTHER)]), lambda s: keep_merges(s, [])],
    "names merged": [
        lambda s: keep_merges(s, [merge(f"{s.base_iri}{RUSSIA}", f"{s.base_iri}{SYRIA}")]),
        lambda s: s.remove(DENIAL_IRI),
    ],
    "one of several removed": [
        lambda s: keep_merges(s, [merge(ONE, OTHER)]),
        lambda s: s.remove(STORY_IRI),
    ],
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_after_every_change_the_index_is_that_which_would_be_built_anew(
    folder: Path, changes: Sequence[Callable[[Store], object]]
) -> None:
    with Store.create(folder) as store:
        assert store.index.window(Filter())  # what is remembered of it may not outlive a change
        for change in changes:
            change(store)
            assert problems(store) == ()
        followed = store.index.window(Filter())
        store.reindex()
        assert store.index.window(Filter()) == followed


def test_names_that_become_one_are_found_by_either(folder: Path) -> None:
    with Store.create(folder) as store:
        wanted = Filter(about=f"{store.base_iri}{SYRIA}")
        alone = store.index.total(wanted).entries
        assert store.index.total(Filter(about="syria denied")).entries == 0
        keep_merges(store, [merge(f"{store.base_iri}{RUSSIA}", f"{store.base_iri}{SYRIA}")])
        assert store.index.total(wanted).entries > alone
        assert store.index.total(Filter(about="syria denied")).entries == 1


def test_a_reader_holds_to_the_state_it_began_with(folder: Path) -> None:
    with Store.create(folder) as writer, Store.open(folder) as reader:
        before = reader.index.window(Filter())
        writer.remove(STORY_IRI)
        assert reader.index.window(Filter()) == before
        with Store.open(folder) as later:
            assert len(later.index.window(Filter())) < len(before)


def test_answers_are_worked_out_once_for_each_state() -> None:
    answers, worked_out = Answers[int](), Counter[str]()

    def answer(question: str) -> int:
        worked_out[question] += 1
        return worked_out[question]

    for state in (State(1, "a"), State(1, "a"), State(2, "b"), State(2, "b")):
        for question in ("one", "other"):
            answers.of(question, state, lambda asked=question: answer(asked))  # type: ignore[misc]
    assert worked_out == {"one": 2, "other": 2}


def index_file(folder: Path) -> Path:
    path = files.newest(folder)
    assert path
    return path


def meddled(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute(sql)
        connection.commit()
        connection.close()

    return change


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "is missing"),
    "no database": (lambda path: path.write_bytes(b"\0" * 5000), "is damaged"),
    "empty": (lambda path: path.write_bytes(b""), "is damaged"),
    "of another version": (meddled("UPDATE meta SET value = 0 WHERE name = 'version'"), "another version"),
    "of another store": (meddled("UPDATE meta SET value = 'x' WHERE name = 'stamp'"), "another state"),
    "ahead of the store": (meddled("UPDATE meta SET value = 99 WHERE name = 'sequence'"), "another state"),
}


@pytest.mark.parametrize("opened", [Store.open, Store.create], ids=["read", "written"])
@pytest.mark.parametrize(("spoil", "told"), SPOILT.values(), ids=SPOILT)
def test_an_index_that_cannot_be_used_is_built_anew_and_that_is_told(
    folder: Path,
    spoil: Callable[[Path], object],
    told: str,
    opened: Callable[[Path], Store],
    caplog: pytest.LogCaptureFixture,
) -> None:
    spoil(index_file(folder))
    with caplog.at_level(logging.WARNING), opened(folder) as store:
        assert len(store.index.window(Filter())) == 12
        assert problems(store) == ()
    assert told in caplog.text
    caplog.clear()
    with Store.open(folder) as store:
        assert len(store.index.window(Filter())) == 12
    assert caplog.text == ""


def test_an_index_that_was_left_behind_catches_up_without_being_built(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed, Store.create(folder) as store:
        killed.setattr(Store, "_follow", lambda _: None)  # killed between the two commits
        store.remove(STORY_IRI)
    with Store.open(folder) as store:
        assert problems(store) == ()
        assert len(store.index.window(Filter())) == 4
    assert caplog.text == ""


def test_interrupting_a_build_leaves_the_old_index_and_nothing_else(folder: Path) -> None:
    def interrupted(graphs: Sequence[str]) -> Iterable[str]:
        yield graphs[0]
        raise KeyboardInterrupt

    before = sorted(path.name for path in folder.iterdir())
    with Store.create(folder) as store:
        with pytest.raises(KeyboardInterrupt):
            store.reindex(interrupted)
        assert len(store.index.window(Filter())) == 12
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_full_disk_is_told_and_the_article_is_kept(folder: Path) -> None:
    with Store.create(folder) as store:
        store.remove(STORY_IRI)
        connection = store.index._connection
        connection.execute("VACUUM")  # no page is left free
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreDamaged, match="make room"):
            _grow(store)
    with Store.open(folder) as store:
        assert problems(store) == ()


def _failed(code: int, words: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


SAID = {
    "a full disk": (sqlite3.SQLITE_FULL, "database or disk is full", StoreDamaged, "make room"),
    "a disk that fails": (sqlite3.SQLITE_IOERR_READ, "disk I/O error", StoreDamaged, "health"),
    "a folder one may not write": (sqlite3.SQLITE_READONLY, "readonly database", StoreDamaged, "permissions"),
    "another who writes": (sqlite3.SQLITE_BUSY, "database is locked", StoreLocked, "Try again"),
    "a damaged file": (sqlite3.SQLITE_CORRUPT, "disk image is malformed", StoreDamaged, "kb reindex"),
    "words full text refuses": (
        sqlite3.SQLITE_ERROR, "fts5: phrases are not supported (detail!=full)", BadRequest, "plain words",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "words", "kind", "advice"), SAID.values(), ids=SAID)
def test_each_failure_of_the_index_has_words_of_its_own(
    code: int, words: str, kind: type[Exception], advice: str
) -> None:
    with pytest.raises(kind, match=advice) as caught, told(None):
        raise _failed(code, words)
    assert ("disk is full" in str(caught.value)) == (code == sqlite3.SQLITE_FULL)


def test_a_phrase_that_full_text_refuses_is_no_full_disk() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text, detail = none)")
    with pytest.raises(BadRequest, match="plain words"), told(None):
        connection.execute("SELECT * FROM words WHERE words MATCH ?", ('"full disk"',))
    connection.close()


def _grow(store: Store) -> None:
    for _ in range(40):
        for findings in EVERYTHING:
            store.replace_document(findings())
        store.remove(STORY_IRI)


def test_a_copied_folder_has_its_index_with_it(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    with Store.open(tmp_path / "copy") as store:
        assert problems(store) == ()
