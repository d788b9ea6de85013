"""What another process writes is on the next page, and nobody's answer changes while it is given."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from web import create_app

KB = "from web.commands import main; main(prog_name='kb')"
NUMBERS = range(1, 4)


def read_elsewhere(folder: Path, number: int) -> None:
    """Read a report in a process of its own."""
    report = folder.parent / f"report-{number}.txt"
    report.write_text(
        f"Title: Ferry number {number}\nDate: 2016-06-17\n\nDockers in Genoa went on strike on Thursday.\n",
        encoding="utf-8",
    )
    arguments = [sys.executable, "-c", KB, "read", str(report), "--kb", str(folder)]
    subprocess.run(arguments, check=True, capture_output=True)


def read_all_elsewhere(folder: Path) -> None:
    for number in NUMBERS:
        read_elsewhere(folder, number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    read_elsewhere(tmp_path / "kb", 1)
    return tmp_path / "kb"


@pytest.fixture
def site(folder: Path) -> FlaskClient:
    return create_app(KnowledgeBase.open(folder)).test_client()


def titles(base: KnowledgeBase) -> list[str]:
    return sorted(view.title for view in base.documents())


def test_what_another_process_reads_is_on_the_next_page(folder: Path, site: FlaskClient) -> None:
    assert "Ferry number 2" not in site.get("/documents").text
    read_elsewhere(folder, 2)
    assert "Ferry number 2" in site.get("/documents").text


def test_a_snapshot_is_kept_as_long_as_nobody_writes(folder: Path) -> None:
    with KnowledgeBase.open(folder) as base:
        assert base.refreshed() is base


def test_a_snapshot_in_use_stays_as_it_was(folder: Path) -> None:
    with KnowledgeBase.open(folder) as old:
        read_elsewhere(folder, 2)
        with old.refreshed() as new:
            assert titles(old) == ["Ferry number 1"]
            assert titles(new) == ["Ferry number 1", "Ferry number 2"]


def test_who_writes_has_nothing_to_refresh(tmp_path: Path) -> None:
    with KnowledgeBase.create(tmp_path / "kb") as base:
        assert base.refreshed() is base


def test_the_last_snapshot_is_kept_when_the_folder_goes(folder: Path, site: FlaskClient) -> None:
    shutil.rmtree(folder)
    assert "Ferry number 1" in site.get("/documents").text


def test_readers_are_answered_while_another_process_writes(folder: Path, site: FlaskClient) -> None:
    with ThreadPoolExecutor(5) as threads:
        writing = threads.submit(read_all_elsewhere, folder)
        statuses: set[int] = set()
        while not writing.done():
            pages = [threads.submit(site.application.test_client().get, "/") for _ in range(4)]
            statuses |= {page.result().status_code for page in pages}
    writing.result()
    assert statuses == {200}
    assert all(f"Ferry number {number}" in site.get("/documents").text for number in NUMBERS)
