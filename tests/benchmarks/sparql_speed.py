"""How long queries take over HTTP, beside `oxigraph serve` over the same quads.

    pip install oxigraph        # brings the program
    python -m tests.benchmarks.sparql_speed [ENTRIES]

Only the ratios of one run say anything: both are asked in turn, and the median of each is printed.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from kb.storing import Store

KB = "from web.commands import main; main(prog_name='kb')"
PORT = 8132
QUESTIONS = {
    "yes or no": ("ASK {}", 50),
    "one entry": ("SELECT * { <http://example.org/entry/7> ?p ?o }", 50),
    "ten rows": ("SELECT * { ?s ?p ?o } LIMIT 10", 50),
    "1,000 rows": ("SELECT * { ?s <http://example.org/p3> ?o } LIMIT 1000", 20),
    "50,000 rows": ("SELECT * { ?s ?p ?o } LIMIT 50000", 3),
}


def fill(folder: Path, entries: int) -> None:
    """Two stores of the same quads, seven to an entry: `kb` of ours, `ox` of Oxigraph alone."""
    quads = [
        ox.Quad(
            ox.NamedNode(f"http://example.org/entry/{number}"),
            ox.NamedNode(f"http://example.org/p{place}"),
            ox.Literal(f"value {place} of {number}"),
            ox.NamedNode(f"http://example.org/graph/{number // 10}"),
        )
        for number in range(entries)
        for place in range(7)
    ]
    Store.create(folder / "kb").close()
    for path in (folder / "kb" / "store", folder / "ox"):
        store = ox.Store(path)
        store.bulk_extend(quads)
        store.flush()


def milliseconds(port: int, path: str, query: str) -> float:
    """How long one answer takes from the first byte sent to the last received."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.connect()
    began = time.perf_counter()
    accept = {"Accept": "application/sparql-results+json"}
    connection.request("GET", f"{path}?query={quote(query, safe='')}", headers=accept)
    connection.getresponse().read()
    return (time.perf_counter() - began) * 1000


def main(entries: int) -> None:
    """Print the medians and their ratio for each question."""
    program = shutil.which("oxigraph") or sys.exit("There is no oxigraph on the PATH: pip install oxigraph")
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name), entries)
        ours = [sys.executable, "-c", KB, "serve", "--kb", f"{name}/kb", "--port", "0"]
        theirs = [program, "serve-read-only", "--location", f"{name}/ox", "--bind", f"127.0.0.1:{PORT}"]
        with (
            subprocess.Popen(ours, stdout=subprocess.PIPE, text=True) as site,
            subprocess.Popen([*theirs, "--union-default-graph"], stderr=subprocess.DEVNULL) as server,
        ):
            assert site.stdout
            found = re.search(r":(\d+)/", site.stdout.readline())
            assert found
            time.sleep(2)  # oxigraph does not say when it listens
            for question, (query, times) in QUESTIONS.items():
                compare(question, query, times, int(found[1]))
            site.terminate()
            server.terminate()


def compare(question: str, query: str, times: int, port: int) -> None:
    """Ask both in turn and print a line."""
    pairs = [
        (milliseconds(port, "/sparql", query), milliseconds(PORT, "/query", query)) for _ in range(times)
    ]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{question:12} {ours:9.2f} ms   oxigraph serve {theirs:9.2f} ms   {ours / theirs:6.2f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
