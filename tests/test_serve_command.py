"""`kb serve` as a process: its endpoint within limits, its token, and nothing left when it ends."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from tests.test_workers import is_running
from web.commands import main

KB = "from web.commands import main; main(prog_name='kb')"
TOKEN = "secret of the test"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LIMITS = ["--timeout", "3", "--memory", "300", "--rows", "2000", "--queries", "2"]


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A site that may be written to, and its address."""
    folder = tmp_path_factory.mktemp("serving") / "kb"
    command = [sys.executable, "-c", KB, "serve", "--kb", str(folder), "--port", "0", "--writable", *LIMITS]
    environment = {**os.environ, "KB_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address
        yield process, address[0]
        process.kill()


def asked(address: str, query: str, path: str = "sparql") -> tuple[int, str]:
    """The status and the text of an answer."""
    try:
        with urlopen(f"{address}{path}?{urlencode({'query': query})}") as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_who_has_the_token_writes_and_everybody_reads_it_at_once(serving: tuple[object, str]) -> None:
    update = b"INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 'written' } }"
    headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
    with urlopen(Request(f"{serving[1]}sparql", data=update, headers=headers)) as answer:
        assert answer.status == 204
    status, text = asked(serving[1], "SELECT ?o { <x:s> <x:p> ?o }")
    assert (status, "written" in text) == (200, True)


@pytest.mark.parametrize(
    ("query", "expected", "told"),
    [
        (RUNAWAY, 503, "stopped after 3 seconds"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 400, "more than 2,000 rows"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", 400, "--allow-service"),
    ],
)
def test_a_query_past_the_limits_is_told_so(
    serving: tuple[object, str], query: str, expected: int, told: str
) -> None:
    status, text = asked(serving[1], query)
    assert (status, told in text) == (expected, True)


def test_pages_are_served_while_all_who_answer_are_busy(serving: tuple[object, str]) -> None:
    with ThreadPoolExecutor() as threads:
        runaways = [threads.submit(asked, serving[1], RUNAWAY) for _ in range(4)]
        time.sleep(0.5)
        assert asked(serving[1], "", "help")[0] == 200
        assert not all(runaway.done() for runaway in runaways)
        assert {runaway.result()[0] for runaway in runaways} == {503}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="there is no /proc to look at")
def test_ctrl_c_ends_it_and_every_process_it_started(
    serving: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = serving
    children = Path(f"/proc/{process.pid}/task").glob("*/children")
    with ThreadPoolExecutor() as threads:
        for _ in range(2):
            threads.submit(asked_or_cut, address)
        time.sleep(1)
        started = [int(pid) for path in children for pid in path.read_text().split()]
        assert started
        process.send_signal(signal.SIGINT)
        process.wait(10)
    until = time.monotonic() + 5
    while any(map(is_running, started)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(is_running, started))


def asked_or_cut(address: str) -> None:
    with suppress(OSError):
        asked(address, RUNAWAY)


def test_nobody_can_be_let_write_without_a_token(tmp_path: Path) -> None:
    done = CliRunner(env={"KB_TOKEN": ""}).invoke(main, ["serve", "--kb", str(tmp_path / "kb"), "--writable"])
    assert done.exit_code == 2
    assert "needs --token" in done.output
    assert not (tmp_path / "kb").exists()
