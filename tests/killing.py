"""Processes killed in the middle of writing, and what must hold of what they leave."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

from kb.storing import Store, shapes
from tests.sample_findings import ancient, denial, story

ROOT = Path(__file__).parent.parent
WRITER = """
import random, sys
from pathlib import Path
from kb.model import Filter, Merge, Same
from kb.storing import Store
from kb.storing.merges import keep_merges
from tests.sample_findings import ancient, denial, story

random = random.Random(int(sys.argv[2]))
with Store.create(Path(sys.argv[1])) as store:
    print("open", flush=True)
    while True:
        findings = random.choice((story, ancient, denial))()
        iri, what = findings.document.iri, random.choice(("keep", "keep", "remove", "reindex", "merge"))
        if what == "keep":
            store.replace_document(findings)
            print("kept", iri, flush=True)
        elif what == "remove" and iri in store:
            print("removing", iri, flush=True)
            store.remove(iri)
        elif what == "reindex":
            store.reindex()
        elif what == "merge":
            several = [entry.iri for entry in store.index.window(Filter(kind="event"))]
            random.shuffle(several)
            pair = Merge(kind=Same.EVENT, members=tuple(several[:2]), rule="test", score=1, reasons=("test",))
            keep_merges(store, [pair] if len(several) > 1 else [])
"""


def trial(folder: Path, seed: int) -> list[str]:
    """Kill a writer at a moment that the seed chooses; what is wrong with what it leaves, a sentence each.

    What was acknowledged must be there, every document whole or absent, index and store agreed.
    """
    command = [sys.executable, "-c", WRITER, str(folder), str(seed)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    first = process.stdout.readline()
    sleep(Random(seed).random())
    process.send_signal(signal.SIGKILL)
    said, _ = process.communicate()
    return [*_lost(folder, said.splitlines()), *_broken(folder)] if first else ["the writer did not start"]


def _lost(folder: Path, said: list[str]) -> list[str]:
    kept: set[str] = set()
    for line in said:
        what, _, iri = line.partition(" ")
        kept = kept | {iri} if what == "kept" else kept - {iri}
    with Store.open(folder) as store:
        return [f"{iri} was acknowledged and is gone" for iri in kept if iri not in store]


def _broken(folder: Path) -> list[str]:
    with Store.open(folder) as found, Store.in_memory() as whole:
        for findings in (story(), ancient(), denial()):
            if findings.document.iri in found:
                whole.replace_document(findings)
        merged = f"{found.base_iri}graph/merged"
        left = {quad for quad in found.quads() if getattr(quad.graph_name, "value", "") != merged}
        problems = list(shapes.check_index(found).problems)
        if left != {*whole.quads()}:
            problems.append("a document is neither whole nor absent")
    return problems
