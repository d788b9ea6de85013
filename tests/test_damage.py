"""What is on the disk outlives the process, and what the disk spoils is told."""

from collections.abc import Callable
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
