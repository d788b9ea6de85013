"""A backup holds everything, is verified, and never takes the place of what is there unasked."""

import json
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from kb.errors import BadRequest, BadSource, StoreLocked
from kb.linking.authority import Authority
from kb.model import Filter
from kb.saved import QUERIES, load_stories, load_view, save_view
from kb.storing import Store, backup, shapes
from tests.sample_findings import ANCIENT_IRI, STORY_IRI, ancient, denial, story
from tests.test_cli import kb

MADE = datetime(2020, 1, 1, tzinfo=UTC).isoformat()
UNNAMED = "INSERT DATA { <x:s> <x:p> 1 . GRAPH <x:g> { <x:s> <x:p> 'ü\\n'@en } }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        for findings in (story(), denial()):
            store.replace_document(findings)
        store.update(UNNAMED)
    return tmp_path / "kb"


@pytest.fixture
def archive(folder: Path) -> Path:
    Authority.create(folder).close()
    with Store.open(folder) as store:
        backup.back_up(store, folder.parent / "a.tar", MADE)
    return folder.parent / "a.tar"


def test_what_is_restored_is_what_was_backed_up(folder: Path, archive: Path, tmp_path: Path) -> None:
    manifest = backup.restore(archive, tmp_path / "copy")
    with Store.open(folder) as store, Store.open(tmp_path / "copy") as copy:
        assert {*copy.quads()} == {*store.quads()}
        assert copy.index.window(Filter()) == store.index.window(Filter())
        assert shapes.check_index(copy).problems == ()
    assert manifest.documents == 2
    with closing(sqlite3.connect(tmp_path / "copy" / "authority.sqlite")) as authority:
        assert authority.execute("SELECT count(*) FROM sqlite_master").fetchone() > (0,)
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_what_people_keep_is_backed_up_and_verified(folder: Path, tmp_path: Path) -> None:
    archive, copy = tmp_path / "a.tar", tmp_path / "copy"
    view, query = save_view(folder, "Häfen", "about=port"), save_view(folder, "All", "ASK {}", QUERIES)
    (folder / "stories").mkdir()
    (folder / "stories" / "strike.md").write_text("# The strike", encoding="utf-8")
    (folder / "views" / ".half.json.part").write_text("{")
    with Store.open(folder) as store:
        files = backup.back_up(store, archive, MADE).files
    assert set(files) > {f"views/{view.name}.json", f"queries/{query.name}.json", "stories/strike.md"}
    assert not any("half" in name for name in files)
    backup.restore(archive, copy)
    assert (load_view(copy, view.name), load_view(copy, query.name, QUERIES)) == (view, query)
    assert [story.text for story in load_stories(copy)] == ["# The strike"]
    rewritten(lambda files: files.update({"stories/strike.md": b"# Another"}))(archive)
    with pytest.raises(BadSource, match=r"stories/strike\.md is not what was backed up"):
        backup.restore(archive, tmp_path / "other")


def test_a_store_that_is_written_is_backed_up_as_it_was_when_it_began(folder: Path, tmp_path: Path) -> None:
    with Store.create(folder) as writer, Store.open(folder) as reader:

        def watch(graphs):  # type: ignore[no-untyped-def]
            writer.replace_document(ancient())
            writer.remove(STORY_IRI)
            return graphs

        assert backup.back_up(reader, tmp_path / "a.tar", MADE, watch).documents == 2
    backup.restore(tmp_path / "a.tar", tmp_path / "copy")
    with Store.open(tmp_path / "copy") as copy:
        assert (STORY_IRI in copy, ANCIENT_IRI in copy) == (True, False)


def test_what_is_there_is_replaced_only_by_force(folder: Path, archive: Path) -> None:
    with Store.create(folder) as store:
        store.remove(STORY_IRI)
    with pytest.raises(BadRequest, match="--force"):
        backup.restore(archive, folder)
    with Store.open(folder) as store:
        assert STORY_IRI not in store
    backup.restore(archive, folder, replace=True)
    with Store.open(folder) as store:
        assert STORY_IRI in store


def test_a_damaged_store_is_replaced(folder: Path, archive: Path) -> None:
    for path in (folder / "store").glob("MANIFEST*"):
        path.write_bytes(b"spoilt")
    backup.restore(archive, folder, replace=True)
    with Store.open(folder) as store:
        assert STORY_IRI in store


def test_a_store_that_somebody_writes_is_not_replaced(folder: Path, archive: Path) -> None:
    with Store.create(folder) as store:
        with pytest.raises(StoreLocked):
            backup.restore(archive, folder, replace=True)
        assert STORY_IRI in store
    with Store.open(folder) as store:
        assert STORY_IRI in store


def rewritten(change: Callable[[dict[str, bytes]], object]) -> Callable[[Path], None]:
    def rewrite(archive: Path) -> None:
        with tarfile.open(archive) as tar:
            files = {name: opened.read() for name in tar.getnames() if (opened := tar.extractfile(name))}
        change(files)
        with tarfile.open(archive, "w") as tar:
            for name, content in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, BytesIO(content))

    return rewrite


def told_otherwise(**facts: object) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), **facts}).encode()

    return change


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:15_000]), "Give a file of kb backup"),
    "no archive": (lambda path: path.write_bytes(b"something else"), "is no archive, or is cut short. Give"),
    "a file changed": (rewritten(lambda files: files.update({"quads.nq.gz": b"x"})), "is damaged"),
    "a file missing": (rewritten(lambda files: files.pop("quads.nq.gz")), "it has no quads.nq.gz"),
    "no manifest": (rewritten(lambda files: files.pop("manifest.json")), "it has no manifest.json"),
    "another manifest": (rewritten(lambda files: files.update({"manifest.json": b"[]"})), "is no backup"),
    "of a newer version": (rewritten(told_otherwise(schema_version=99)), "newer version"),
    "fewer than were written": (rewritten(told_otherwise(quads=1)), "its manifest says 2 and 1"),
    "of other files": (rewritten(told_otherwise(files={"../evil": "0"})), "it has no"),
    "of files for elsewhere": (
        rewritten(
            lambda files: (files.update({"../evil": b""}), told_otherwise(files={"../evil": "0"})(files))
        ),
        "which is no place of a backup",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), SPOILT.values(), ids=SPOILT)
def test_what_is_no_sound_backup_is_told_and_changes_nothing(
    folder: Path, archive: Path, spoil: Callable[[Path], object], told: str
) -> None:
    spoil(archive)
    with pytest.raises(BadSource, match=told):
        backup.restore(archive, folder, replace=True)
    with Store.open(folder) as store:
        assert STORY_IRI in store
    assert sorted(path.name for path in folder.parent.iterdir()) == ["a.tar", "kb"]


def test_a_restoring_that_was_killed_between_two_steps_is_taken_back(folder: Path, archive: Path) -> None:
    folder.replace(folder.with_name(".kb.replaced"))
    with pytest.raises(BadRequest, match="There is a knowledge base"):
        backup.restore(archive, folder)
    with Store.open(folder) as store:
        assert STORY_IRI in store


def test_a_backup_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Store.open(folder) as store, pytest.raises(BadRequest, match="Give another place"):
        backup.back_up(store, tmp_path / "file" / "a.tar", MADE)


def test_the_commands_tell_what_they_did(folder: Path, tmp_path: Path) -> None:
    assert "Backed up 2 documents" in kb("backup", tmp_path / "b.tar", folder=folder).stderr
    assert "Restored 2 documents" in kb("restore", tmp_path / "b.tar", folder=tmp_path / "copy").stderr
    refused = kb("restore", tmp_path / "b.tar", folder=tmp_path / "copy")
    assert (refused.exit_code, "--force" in refused.stderr) == (1, True)
    assert kb("restore", tmp_path / "b.tar", "--force", folder=tmp_path / "copy").exit_code == 0
