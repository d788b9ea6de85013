"""How long queries take over HTTP, beside `oxigraph serve` over the same quads.

    pip install oxigraph        # brings the program
    python -m tests.benchmarks.sparql_speed [ENTRIES]

Only the ratios of one run say anything: both are asked in turn, on a connection of its own each time, and the
median of each is printed. Our site keeps short answers for who asks the same again; so each question is asked
twice: as one that nobody asked before, which is what is to be compared, and then once more.
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
QUESTIONS = {  # each with a number that makes it one of its own, and how often it is asked
    "yes or no": ("ASK {} # %d", 100),
    "one entry": ("SELECT * { <http://example.org/entry/%d> ?p ?o }", 100),
    "ten rows": ("SELECT * { ?s ?p ?o } LIMIT 10 # %d", 100),
    "1,000 rows": ("SELECT * { ?s <http://example.org/p3> ?o } LIMIT 1000 # %d", 20),
    "50,000 rows": ("SELECT * { ?s ?p ?o } LIMIT 50000 # %d", 3),
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
            milliseconds(int(found[1]), "/sparql", "ASK {}")  # from then on a process is at hand
            time.sleep(5)  # for the next one too; and oxigraph does not say when it listens
            for question, (query, times) in QUESTIONS.items():
                compare(question, query, times, int(found[1]))
            site.terminate()
            server.terminate()


def compare(question: str, query: str, times: int, port: int) -> None:
    """Ask both in turn and print a line."""
    rounds = [asked_in_turn(query % number, port) for number in range(times)]
    new, again, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(
        f"{question:12} oxigraph serve {theirs:9.2f} ms   ours {new:9.2f} ms {new / theirs:6.2f} x"
        f"   asked again {again:9.2f} ms {again / theirs:6.2f} x"
    )


def asked_in_turn(query: str, port: int) -> tuple[float, float, float]:
    """How long ours takes, ours for the same again, and theirs, which is asked in between."""
    new, theirs = milliseconds(port, "/sparql", query), milliseconds(PORT, "/query", query)
    return new, milliseconds(port, "/sparql", query), theirs


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
