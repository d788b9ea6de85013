"""How long windows take over HTTP, what the site needs for them, and Oxigraph's server beside it.

    python -m tests.benchmarks.load_speed 1000000 FOLDER
    python -m tests.benchmarks.http_speed 1000000 FOLDER

Serves FOLDER/kb by `kb serve` and FOLDER/oxigraph by `oxigraph serve-read-only`, one after the other, and
asks both for the same kind of window: the first 200 entries that overlap a week to two years. Prints
percentiles in milliseconds, of CPU of the server and of the clock, which waits for other work on the machine
too, and the kilobytes of answers; and the memory of the site. `drawn` is what the explorer asks for: 300
entries with lanes, facets and densities.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple
from urllib.parse import quote, urlencode

from kb.storing.terms import PREFIXES
from tests.benchmarks.load_speed import KB
from tests.benchmarks.timeline_speed import WINDOW, Questions

TIMES, SLOW = 100, 3
PORT = 8141
HEADERS = {"Accept": "application/sparql-results+json, */*", "Accept-Encoding": "gzip"}
LISTENS = 60  # seconds to wait for it

Ask = Callable[[], str]


@contextmanager
def site(folder: Path) -> Iterator[tuple[int, int]]:
    """The port and the process of a site over a knowledge base."""
    command = [sys.executable, "-c", KB, "serve", "--kb", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        found = re.search(r":(\d+)/", process.stdout.readline() if process.stdout else "")
        assert found
        yield int(found[1]), process.pid
        process.terminate()


@contextmanager
def oxigraph(folder: Path) -> Iterator[tuple[int, int]]:
    """The port and the process of Oxigraph's server over a store."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:/usr/bin")
    if program is None:
        sys.exit("There is no oxigraph beside this Python: pip install oxigraph")
    command = [program, "serve-read-only", "--location", str(folder), "--bind", f"127.0.0.1:{PORT}"]
    with subprocess.Popen([*command, "--union-default-graph"], stderr=subprocess.DEVNULL) as process:
        _wait_for(PORT)
        yield PORT, process.pid
        process.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + LISTENS
    while time.monotonic() < until:
        try:
            HTTPConnection("127.0.0.1", port).connect()
            return
        except ConnectionRefusedError:
            time.sleep(0.1)
    sys.exit(f"Nobody listens on port {port}.")


def used(pid: int) -> float:
    """The milliseconds of CPU that the threads of a process have used."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(one.read_text(encoding="utf-8").split()[0]) for one in threads) / 1e6


def memory(pid: int) -> dict[str, int]:
    """Megabytes of a process: all it has in memory, and of that what is no file's."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = dict(re.findall(r"^(VmRSS|RssAnon):\s+(\d+) kB", status, re.MULTILINE))
    return {name: int(kilobytes) // 1024 for name, kilobytes in found.items()}


class Spent(NamedTuple):
    """What one request takes: milliseconds of CPU of the server and of the clock, kilobytes of the answer."""

    cpu: float
    clock: float
    size: float


def asked(port: int, pid: int, address: Ask, times: int) -> list[float]:
    """The 50th and the 95th percentile of each thing spent."""
    spent = [_spent(port, pid, address()) for _ in range(times)]
    cuts = [quantiles(each, n=20) for each in zip(*spent, strict=True)]
    return [cut[place] for cut in cuts for place in (9, 18)]


def _spent(port: int, pid: int, address: str) -> Spent:
    connection, before, start = HTTPConnection("127.0.0.1", port), used(pid), time.perf_counter()
    connection.request("GET", address, headers=HEADERS)
    answer = connection.getresponse()
    text = answer.read()
    assert answer.status == 200, answer.status
    clock = (time.perf_counter() - start) * 1000
    connection.close()
    return Spent(used(pid) - before, clock, len(text) / 1000)


def addresses(ask: Questions) -> dict[str, Ask]:
    """What is asked of the site."""

    def window(limit: int = 200, **more: str) -> str:
        since, until = ask.stretch()
        return "/api/timeline?" + urlencode({"since": since, "until": until, "limit": limit, **more})

    return {
        "window": window,
        "of an actor": lambda: window(about=ask.who()),
        "drawn": lambda: window(limit=300, lanes="actor", order="salience"),
        "with words": lambda: window(text=" ".join(ask.words())),
    }


def sparql(ask: Questions) -> str:
    """The window as a query."""
    since, until = ask.stretch()
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    return "/query?query=" + quote(prefixes + WINDOW % (until, since, ""), safe="")


def main(entries: int, folder: Path) -> None:
    """Ask the site, then Oxigraph, and print."""
    ask, ours = Questions(entries), {}
    print(f"{'':<16}{'ms of CPU':>20}{'by the clock':>20}{'KB':>20}")
    print(f"{'':<16}" + f"{'p50':>10}{'p95':>10}" * 3)
    with site(folder / "kb") as (port, pid):
        for name, address in addresses(ask).items():
            asked(port, pid, address, SLOW)
            ours[name] = asked(port, pid, address, TIMES)
            print(f"{name:<16}" + "".join(f"{figure:10.1f}" for figure in ours[name]), flush=True)
        print("site's memory in MB:", memory(pid))
    with oxigraph(folder / "oxigraph") as (port, pid):
        theirs = asked(port, pid, lambda: sparql(ask), SLOW)
    print(f"{'oxigraph serve':<16}" + "".join(f"{figure:10.1f}" for figure in theirs))
    print(f"a window takes oxigraph serve {theirs[0] / ours['window'][0]:.0f} times the CPU")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
