"""Articles read by several processes of this machine: the same findings, and nothing lost with a process."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.base import KnowledgeBase, documents_in
from kb.cli import main
from kb.model import Document
from kb.spreading import Job, processes

TELLING = "On Monday Ann Roe, the mayor of Oslo, said that bridge number {} had collapsed."
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    records = ({"doc_id": str(n), "dct": f"2016-06-1{n}", "text": TELLING.format(n)} for n in range(5))
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records))
    return file


def _read(folder: Path, articles: Path, *options: str) -> str:
    done = CliRunner().invoke(main, ["read", str(articles), "--kb", str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_two_processes_find_what_one_finds(articles: Path, tmp_path: Path) -> None:
    one, two = _read(tmp_path / "one", articles), _read(tmp_path / "two", articles, "--jobs", "2")
    assert sorted(one.splitlines()) == sorted(two.splitlines())
    with KnowledgeBase.open(tmp_path / "one") as here, KnowledgeBase.open(tmp_path / "two") as there:
        assert {*here.store.quads()} == {*there.store.quads()}


def test_an_article_whose_process_is_lost_is_told(articles: Path) -> None:
    def jobs(documents: list[Document]) -> Iterator[Job]:
        for number, document in enumerate(documents):
            yield Job(document, {})
            if number == 3:
                _kill_children()

    with processes(1) as workers:
        outcomes = list(workers.read(jobs([*documents_in(str(articles))])))
    assert len(outcomes) == 5
    lost = [outcome.error for outcome in outcomes if outcome.findings is None]
    assert lost
    assert all("its process was lost. Read it again without --jobs." in error for error in lost)


def _kill_children() -> None:
    """End the processes that this one has started for reading."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    for child in children:
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8"):
            os.kill(int(child), signal.SIGKILL)


def test_a_cluster_has_processes_of_its_own(articles: Path, tmp_path: Path) -> None:
    options = ["--kb", str(tmp_path / "kb"), "--jobs", "2", "--cluster", "tcp://127.0.0.1:1"]
    done = CliRunner().invoke(main, ["read", str(articles), *options])
    assert done.exit_code == 2
    assert "Give --jobs or --cluster" in done.output


def test_a_query_ends_with_an_interrupt(articles: Path, tmp_path: Path) -> None:
    _read(tmp_path / "kb", articles)
    run = "from kb.cli import main; main()"
    command = [sys.executable, "-c", run, "query", RUNAWAY, "--kb", str(tmp_path / "kb")]
    asked = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(4)  # so that it is in the middle of the answer
    assert asked.poll() is None
    asked.send_signal(signal.SIGINT)
    assert asked.wait(timeout=20) == -signal.SIGINT
