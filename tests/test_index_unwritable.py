"""Who cannot write beside a store reads its index as it lies, or has one built where that is bearable."""

import logging
from pathlib import Path

import pytest

from kb.errors import StoreDamaged
from kb.model import Filter
from kb.storing import Store
from kb.storing.index import frozen
from tests.sample_findings import ancient, story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
    return tmp_path / "kb"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was built in memory."""
    calls: list[object] = []
    beside = frozen.Index.beside
    monkeypatch.setattr(frozen.Index, "beside", lambda *given: [calls.append(given), beside(*given)][1])
    return calls


def unwritable(monkeypatch: pytest.MonkeyPatch, read_only_disk: bool) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr(frozen, "_is_read_only", lambda _: read_only_disk)


def timeline(folder: Path) -> list[str]:
    with Store.open(folder) as store:
        return [entry.iri for entry in store.index.window(Filter())]


def test_on_a_disk_that_can_only_be_read_the_index_is_read_as_it_lies_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, built: list[object]
) -> None:
    wanted, before = timeline(folder), {path.name for path in folder.iterdir()}
    unwritable(monkeypatch, read_only_disk=True)
    assert (timeline(folder), built) == (wanted, [])
    assert {path.name for path in folder.iterdir()} == before


def spoil(path: Path) -> None:
    path.write_bytes(b"no database" * 100)


@pytest.mark.parametrize("what", ["another's folder", "damaged", "gone"])
def test_else_it_is_built_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, built: list[object], what: str
) -> None:
    wanted = timeline(folder)
    for path in folder.glob("index-*.sqlite"):
        {"damaged": spoil, "gone": Path.unlink}.get(what, Path.exists)(path)
    unwritable(monkeypatch, read_only_disk=what != "another's folder")
    assert (timeline(folder), len(built)) == (wanted, 1)


def test_an_index_of_another_state_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, built: list[object], tmp_path: Path
) -> None:
    (index,) = folder.glob("index-*.sqlite")
    older = index.read_bytes()
    with Store.create(folder) as store:
        store.replace_document(ancient())
    wanted = timeline(folder)
    index.write_bytes(older)
    built.clear()
    unwritable(monkeypatch, read_only_disk=True)
    assert (timeline(folder), len(built)) == (wanted, 1)


def test_what_takes_long_is_said_and_what_takes_too_long_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    unwritable(monkeypatch, read_only_disk=False)
    monkeypatch.setattr("kb.storing.indexed.size_of", lambda _: 50_000_000)
    with caplog.at_level(logging.WARNING):
        timeline(folder)
    assert "in about 5 s" in caplog.text
    monkeypatch.setattr("kb.storing.indexed.size_of", lambda _: 600_000_000)
    with pytest.raises(StoreDamaged, match=r"600 MB is too large.*Copy the folder"):
        timeline(folder)
