"""Articles read on other machines, by Dask: only the reading is spread, who asks stores what comes back.

Reading is a pure function of an article, so it may be done anywhere and again after a worker is lost. Dask
is an optional extra, needed on every machine: `pip install 'event-knowledge[cluster]'`.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

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
    why = f"{type(error).__name__}: {error}" if error else "its worker was lost"
    return Outcome(
        job, None, f"{job.document.title or job.document.iri}: {why}. Read it again without --cluster."
    )
