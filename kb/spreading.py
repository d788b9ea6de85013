"""Articles read by several processes: only the reading is spread, who asks stores what comes back.

Reading is a pure function of an article, so it may be done anywhere and again after a worker is lost: in
processes of this machine, or on other machines by Dask, an optional extra that is needed on each of them:
`pip install 'event-knowledge[cluster]'`.
"""

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, ProcessPoolExecutor, wait
from concurrent.futures import Future as Reading
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Protocol

from kb.errors import BadRequest
from kb.model import Corrections, Document, Findings
from kb.pipeline import find

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 3  # articles handed out for each thread of a worker, so that none waits for the next
PATIENCE = 15  # seconds until the scheduler must answer
MISSING = "--cluster needs Dask here and on every worker: pip install 'event-knowledge[cluster]'"


@dataclass(frozen=True, slots=True)
class Job:
    """An article to read, and what people set right in it."""

    document: Document
    corrections: Corrections


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: its findings, or None and why there are none."""

    job: Job
    findings: Findings | None
    error: str = ""


class Workers(Protocol):
    """Whoever reads articles for this process."""

    def read(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcomes as they come, in no order; jobs are taken a few at a time."""
        ...


class Processes:
    """Processes of this machine."""

    def __init__(self, pool: Executor, number: int) -> None:
        self._pool = pool
        self._number = number

    def read(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcomes as they come, in no order; jobs are taken a few at a time."""
        waiting = iter(jobs)
        given = dict(map(self._hand_out, islice(waiting, AHEAD * self._number)))
        while given:
            for reading in wait(given, return_when=FIRST_COMPLETED).done:
                yield _read_here(given.pop(reading), reading)
                given.update(map(self._hand_out, islice(waiting, 1)))

    def _hand_out(self, job: Job) -> "tuple[Reading[Findings], Job]":
        try:
            return self._pool.submit(find, job.document, dict(job.corrections)), job
        except BrokenExecutor as error:
            lost: Reading[Findings] = Reading()
            lost.set_exception(error)
            return lost, job


@contextmanager
def processes(number: int) -> Iterator[Processes]:
    """So many processes; what is not read when this ends is called off. They leave Ctrl-C to this one."""
    pool = ProcessPoolExecutor(number, get_context("spawn"), _leave_interrupts)
    try:
        yield Processes(pool, number)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_here(job: Job, reading: "Reading[Findings]") -> Outcome:
    error = reading.exception()
    if error is None:
        return Outcome(job, reading.result())
    lost = isinstance(error, BrokenExecutor)
    return _failed(job, "its process was lost" if lost else f"{type(error).__name__}: {error}", "--jobs")


class Cluster:
    """The workers of one scheduler."""

    def __init__(self, client: "Client") -> None:
        self._client = client

    def read(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcomes as they come, in no order; jobs are taken a few at a time."""
        from distributed import as_completed

        waiting = iter(jobs)
        given = dict(map(self._hand_out, islice(waiting, AHEAD * self._threads())))
        done = as_completed(given)
        for future in done:
            yield _outcome(given.pop(future), future)
            for following in islice(waiting, 1):
                handed, job = self._hand_out(following)
                given[handed] = job
                done.add(handed)

    def _hand_out(self, job: Job) -> "tuple[Future, Job]":
        future = self._client.submit(find, job.document, dict(job.corrections), pure=False)
        return future, job

    def _threads(self) -> int:
        """How many articles can be read at once; BadRequest when there is no worker."""
        threads = sum(self._client.nthreads().values())
        if not threads:
            raise BadRequest("The cluster has no workers. Start some: dask worker tcp://HOST:PORT")
        return int(threads)


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler listens at this address; what is not read when this ends is called off.

    BadRequest when Dask is not installed or nobody answers there.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise BadRequest(MISSING) from error
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise BadRequest(f"No Dask scheduler answers at {address}. Start one: dask scheduler") from error
    with client:  # whose end calls off what was handed out
        yield Cluster(client)


def _outcome(job: Job, future: "Future") -> Outcome:
    if future.status == "finished":
        return Outcome(job, future.result())
    error = future.exception() if future.status == "error" else None
    return _failed(job, f"{type(error).__name__}: {error}" if error else "its worker was lost", "--cluster")


def _failed(job: Job, why: str, option: str) -> Outcome:
    named = job.document.title or job.document.iri
    return Outcome(job, None, f"{named}: {why}. Read it again without {option}.")
