"""Articles read by two workers of Dask: the same findings, and what fails for one holds up no other."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kb.base import KnowledgeBase, documents_in
from kb.cli import main
from kb.errors import BadRequest
from kb.model import Document
from kb.spreading import cluster

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

TELLING = "On Friday Ann Roe, the mayor of Oslo, said that the bridge had collapsed on 3 May 2016."


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as made:
        yield made


@pytest.fixture
def articles(tmp_path: Path) -> list[Document]:
    """Five articles, the third of which cannot be read and the fourth not be stored."""
    for number in range(5):
        text = f"Date: 2016-06-1{number}\n\n{TELLING} It was the {number + 2}th accident there.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    found = [document for number in range(5) for document in documents_in(tmp_path / f"{number}.txt")]
    found[2] = replace(found[2], title="The unreadable", language=None)  # type: ignore[arg-type]
    found[3] = replace(found[3], text="\ud83d is half a character.")
    return found


def test_two_workers_find_what_one_process_finds(
    two_workers: Any, articles: list[Document], tmp_path: Path
) -> None:
    whole = [articles[place] for place in (0, 1, 4)]
    with KnowledgeBase.create(tmp_path / "here") as here, KnowledgeBase.create(tmp_path / "there") as there:
        for document in whole:
            here.read(document)
        with cluster(two_workers.scheduler_address) as workers:
            outcomes = list(there.read_spread(articles, workers))
        assert {*here.store.quads()} == {*there.store.quads()}
    assert {outcome.job.document.iri for outcome in outcomes if outcome.findings} == {d.iri for d in whole}
    errors = sorted(outcome.error for outcome in outcomes if outcome.error)
    assert len(errors) == 2
    assert any(error.startswith("The unreadable: ") for error in errors)


def test_both_workers_read(two_workers: Any, articles: list[Document]) -> None:
    from kb.spreading import Job

    client = distributed.Client(two_workers.scheduler_address)
    jobs = [Job(replace(articles[0], iri=f"{articles[0].iri}{number}"), {}) for number in range(12)]
    with cluster(two_workers.scheduler_address) as workers:
        assert sum(1 for outcome in workers.read(jobs) if outcome.findings) == 12
    counted = client.run(lambda dask_worker: len(dask_worker.state.log))
    assert len(counted) == 2
    assert all(counted.values())
    client.close()


def test_a_worker_that_is_killed_loses_no_article(two_workers: Any, articles: list[Document]) -> None:
    from kb.spreading import Job

    victim = next(iter(distributed.Client(two_workers.scheduler_address).run(os.getpid).values()))
    jobs = [Job(replace(articles[0], iri=f"{articles[0].iri}x{number}"), {}) for number in range(12)]
    with cluster(two_workers.scheduler_address) as workers:
        outcomes = workers.read(jobs)
        first = next(outcomes)
        os.kill(victim, signal.SIGKILL)
        assert len([first, *outcomes]) == 12


def test_the_verb_reads_over_a_cluster(two_workers: Any, articles: list[Document], tmp_path: Path) -> None:
    words = ["read", *(str(tmp_path / f"{number}.txt") for number in range(3)), "--kb", str(tmp_path / "kb")]
    done = CliRunner().invoke(main, [*words, "--cluster", two_workers.scheduler_address])
    assert done.exit_code == 0, done.output
    assert done.output.count("Read “") == 3


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.spreading.PATIENCE", 1)
    with pytest.raises(BadRequest, match="dask scheduler"), cluster("tcp://127.0.0.1:1"):
        pytest.fail("nobody answers there")
