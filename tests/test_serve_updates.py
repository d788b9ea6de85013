"""`kb serve --writable` as a process: an update that would never end is stopped, and holds up nobody."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import IncompleteRead
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from kb.storing.owning import Guest
from kb.storing.planning.scratch import SCRATCH
from tests.sample_findings import story
from tests.test_serve_command import KB, TOKEN, asked

LIMITS = ["--timeout", "4", "--memory", "300", "--rows", "100000000", "--queries", "3"]
JOINED = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
RUNAWAY = f"INSERT {{ <x:all> <x:of> ?a }} WHERE {{ GRAPH ?m {{ {JOINED} }} }}"
LATER = f"INSERT DATA {{ <x:s> <x:p> 0 }} ; {RUNAWAY}"
ENDLESS = f"SELECT * {{ {JOINED} }}"


class Site:
    """A site that may be written to, and what it says on its standard error."""

    def __init__(self, process: subprocess.Popen[str], folder: Path, address: str) -> None:
        self.process, self.folder, self.address = process, folder, address
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stderr or ():
            self.said.append(line)

    def update(self, text: str) -> tuple[int, str]:
        """The status and the text of what comes of an update."""
        headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
        try:
            with urlopen(Request(f"{self.address}sparql", data=text.encode(), headers=headers)) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """A site over this folder; it is killed in the end."""
    command = [sys.executable, "-c", KB, "serve", "--kb", str(folder), "--port", "0", "--writable", *LIMITS]
    environment = {**os.environ, "KB_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"}
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **piped) as process:  # type: ignore[call-overload]
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address
        yield Site(process, folder, address[0])
        process.kill()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("updates") / "kb") as found:
        yield found


@pytest.mark.parametrize("update", [RUNAWAY, LATER], ids=["alone", "behind another"])
def test_an_update_that_never_ends_is_stopped_and_holds_up_no_other_writer(site: Site, update: str) -> None:
    with ThreadPoolExecutor() as threads:
        runaway = threads.submit(site.update, update)
        time.sleep(1)
        assert site.update("INSERT DATA { <x:meanwhile> <x:p> 1 }")[0] == 204
        assert site.update("INSERT { <x:m> <x:q> ?o } WHERE { <x:meanwhile> <x:p> ?o , ?o }")[0] == 204
        assert asked(site.address, "ASK FROM <x:none> {}")[0] == 200
        with Guest.of(site.folder) or pytest.fail("nobody takes what is handed over") as guest:
            guest.replace_document(story())
        assert not runaway.done()
        status, told = runaway.result()
    assert (status, "The update was stopped after 4 seconds" in told) == (503, True)
    assert site.update("DELETE DATA { <x:meanwhile> <x:p> 1 }")[0] == 204
    assert "true" not in asked(site.address, "ASK { ?s <x:of> ?o }")[1]
    assert not [*site.folder.glob(f"{SCRATCH}*")]


def test_what_others_wrote_before_is_found_by_the_next_update(site: Site) -> None:
    for number in range(5):
        assert site.update(f"INSERT DATA {{ GRAPH <x:c> {{ <x:s{number}> <x:p> {number} }} }}")[0] == 204
        summed = "SELECT (SUM(?n) AS ?sum) { GRAPH <x:c> { ?s <x:p> ?n } }"
        replaced = f"DELETE {{ <x:c> <x:sum> ?old }} INSERT {{ <x:c> <x:sum> ?sum }} WHERE {{ {{ {summed} }} "
        assert site.update(f"{replaced} OPTIONAL {{ <x:c> <x:sum> ?old }} }}")[0] == 204
    found = asked(site.address, "SELECT ?sum FROM <x:c> { <x:c> ?p ?sum }")
    everywhere = urlencode({"query": "SELECT ?sum { <x:c> <x:sum> ?sum }", "format": "csv"})
    with urlopen(f"{site.address}sparql?{everywhere}&default-graph-uri=") as answer:
        assert answer.read().decode().split() == ["sum", "10"]
    assert found[0] == 200


def test_an_answer_that_breaks_off_is_told_in_a_line_of_the_log(site: Site) -> None:
    form = urlencode({"query": ENDLESS, "format": "csv"})
    with urlopen(f"{site.address}sparql?{form}") as answer, pytest.raises(IncompleteRead):
        answer.read()
    until = time.monotonic() + 10
    while not site.said and time.monotonic() < until:
        time.sleep(0.1)
    assert ["broke off. The query was stopped after 4 seconds" in line for line in site.said] == [True], (
        site.said
    )


def test_ctrl_c_ends_a_site_in_the_middle_of_an_update(tmp_path: Path) -> None:
    with serving(tmp_path / "kb") as found, ThreadPoolExecutor() as threads:
        threads.submit(update_or_cut, found)
        time.sleep(1.5)
        found.process.send_signal(signal.SIGINT)
        assert found.process.wait(60) in (0, 130, -signal.SIGINT)


def update_or_cut(site: Site) -> None:
    with suppress(OSError):
        site.update(RUNAWAY)
