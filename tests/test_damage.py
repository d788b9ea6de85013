"""What is on the disk outlives the process, and what the disk spoils is told."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import StoreDamaged
from kb.model import Filter
from web import create_app

REPORT = "Title: Ferry\nDate: 2016-06-17\n\nDockers in Genoa went on strike on Thursday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    with KnowledgeBase.create(tmp_path / "kb") as base:
        for document in base.documents_in(report):
            base.read(document)
    return tmp_path / "kb"


@pytest.fixture
def spoilt(folder: Path) -> Path:
    """A base that opens, but whose data cannot be read: the middle of each large file is overwritten."""
    for path in (folder / "store").glob("*.sst"):
        content = path.read_bytes()
        if len(content) > 20_000:
            path.write_bytes(
                content[:100] + b"\xa5" * (len(content) // 2) + content[100 + len(content) // 2 :]
            )
    return folder


def test_a_power_cut_after_the_command_loses_nothing(folder: Path) -> None:
    for log in (folder / "store").glob("*.log"):  # what is in them may not have reached the disk
        log.write_bytes(b"")
    with KnowledgeBase.open(folder) as base:
        assert [entry.edtf for entry in base.timeline()] == ["2016-06-16"]


def cut(manifest: Path) -> bytes:
    """Take the second half away; returns the whole."""
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[: len(whole) // 2])
    return whole


@pytest.mark.parametrize("way", [KnowledgeBase.open, KnowledgeBase.create])
def test_a_list_of_files_that_was_cut_is_told_and_nothing_is_lost(
    folder: Path, way: Callable[[Path], KnowledgeBase]
) -> None:
    (manifest,) = (folder / "store").glob("MANIFEST-*")
    before = {path.name for path in (folder / "store").iterdir()}
    whole = cut(manifest)
    with pytest.raises(StoreDamaged, match=r"left as it is.*kb restore FILE --force"):
        way(folder)
    assert {path.name for path in (folder / "store").iterdir()} == before
    manifest.write_bytes(whole)
    with way(folder) as base:
        assert [entry.edtf for entry in base.timeline()] == ["2016-06-16"]


def test_a_cut_list_is_replaced_from_a_backup(folder: Path, tmp_path: Path) -> None:
    with KnowledgeBase.open(folder) as base:
        base.back_up(tmp_path / "monday.tar", datetime(2016, 6, 20, tzinfo=UTC))
    cut(next((folder / "store").glob("MANIFEST-*")))
    KnowledgeBase.restore(tmp_path / "monday.tar", folder, replace=True)
    with KnowledgeBase.open(folder) as base:
        assert len(base.timeline()) == 1


def test_a_note_that_a_power_cut_spoilt_keeps_nobody_out(folder: Path) -> None:
    (folder / "manifest.length").write_bytes(b"")
    with KnowledgeBase.create(folder) as base:
        assert len(base.timeline()) == 1
    assert (folder / "manifest.length").read_text().startswith("MANIFEST-")


QUESTIONS: dict[str, Callable[[KnowledgeBase], object]] = {
    "rows": lambda base: list(base.query("SELECT * { ?s ?p ?o }").rows()),
    "serialized": lambda base: base.query("SELECT * { ?s ?p ?o }").serialize("text/csv"),
    "graph": lambda base: base.query("CONSTRUCT WHERE { ?s ?p ?o }").serialize("text/turtle"),
    "timeline": lambda base: base.timeline(Filter()),
    "description": lambda base: base.describe("https://example.org/x"),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_damage_that_shows_when_data_is_read_is_told(
    spoilt: Path, question: Callable[[KnowledgeBase], object]
) -> None:
    with (
        KnowledgeBase.open(spoilt) as base,
        pytest.raises(StoreDamaged, match="restore the folder from a backup"),
    ):
        question(base)


def test_the_site_tells_of_damage(spoilt: Path) -> None:
    with KnowledgeBase.open(spoilt) as base:
        answer = create_app(base).test_client().get("/sparql?query=SELECT * {?s ?p ?o}")
    assert answer.status_code == 500
    assert "restore the folder from a backup" in answer.text
