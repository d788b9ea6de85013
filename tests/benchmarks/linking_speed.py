"""How fast we answer OpenRefine, and how fast an authority is filled and asked, at a million names.

    python -m tests.benchmarks.linking_speed [NAMES]

Names are made up, two words each, so that many share a word. Milliseconds are wall time of one batch of 50
queries, beside them the CPU time of the process; half of them ask for a name that is there, the others for
a part of one, or in another order.
"""

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

from kb.linking import Authority, Name, Record, Sort
from kb.linking.asking import search
from kb.linking.record import wikidata
from kb.ontology import DEFAULT_BASE
from kb.storing import Store
from kb.storing.index.index import Index
from kb.storing.index.schema import connect, create_full_texts, create_lookups, create_tables
from kb.storing.index.terms import Terms
from kb.tying.reconciling import Asked, reconcile

SYLLABLES = re.findall("..", "karotelbarosfuldenashmorvilungrestapolehwizorquix")
BATCH = 50
TIMES = 20
TARGET = 300.0  # milliseconds a batch


class Names:
    """Made-up names, the same for the same seed."""

    def __init__(self) -> None:
        self._random = random.Random(7)
        self._words = [self._word() for _ in range(20_000)]

    def name(self) -> str:
        """Two words."""
        return f"{self._random.choice(self._words)} {self._random.choice(self._words)}"

    def asked(self, names: list[str]) -> str:
        """A name as somebody writes it."""
        first, last = self._random.choice(names).split()
        forms = (f"{first} {last}", f"{first} {last}", f"{last}, {first}", last, f"{first} {last[:3]}")
        return self._random.choice(forms)

    def _word(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4))).title()


def filled_store(names: list[str]) -> Store:
    """A store in memory whose index knows all these names."""
    connection = connect(None)
    create_tables(connection)
    labels = {f"{DEFAULT_BASE}entity/person/p{number}": name for number, name in enumerate(names)}
    Terms(connection).fill(labels, {})
    create_lookups(connection)
    create_full_texts(connection)
    store = Store.in_memory()
    store._asked.put(Index(connection, None))  # a store with a million people takes minutes
    return store


def measure_batches(ask: Names, names: list[str]) -> None:
    """Print how long a batch takes."""
    start = perf_counter()
    store = filled_store(names)
    print(f"index of {len(names):,} names: {perf_counter() - start:.0f} s")
    took, used = [], process_time()
    for _ in range(TIMES):
        queries = [Asked(ask.asked(names), frozenset({"Person"})) for _ in range(BATCH)]
        start = perf_counter()
        found = [reconcile(store, query) for query in queries]
        took.append(1000 * (perf_counter() - start))
        assert all(found), "every name that is asked for is there"
    took.sort()
    used = 1000 * (process_time() - used) / TIMES
    middle, late = took[len(took) // 2], took[-2]
    print(f"a batch of {BATCH}: p50 {middle:.0f} ms, p90 {late:.0f} ms (target {TARGET:.0f} ms)")
    print(f"CPU time of the process: {used:.0f} ms a batch")


def records(names: list[str]) -> Iterator[Record]:
    """A person for each name, with an alias."""
    for number, name in enumerate(names):
        given = (Name(name, "en", Sort.LABEL), Name(" ".join(reversed(name.split())), "de"))
        yield Record(iri=wikidata(f"Q{900_000_000 + number}"), kind="person", source="made up", names=given)


def measure_authority(ask: Names, names: list[str], folder: Path) -> None:
    """Print how long filling an authority takes, and asking it."""
    start, used = perf_counter(), process_time()
    with Authority.create(folder) as authority:
        authority.add(records(names))
        print(
            f"authority of {len(names):,}: {perf_counter() - start:.0f} s, {process_time() - used:.0f} s CPU"
        )
        for what, question in (("named", authority.named), ("search", lambda text: search(authority, text))):
            times = sorted(_timed(question, ask.asked(names)) for _ in range(200))
            print(f"{what}: p50 {times[100]:.2f} ms, p95 {times[190]:.2f} ms")


def _timed(question: object, text: str) -> float:
    start = perf_counter()
    question(text)  # type: ignore[operator]
    return 1000 * (perf_counter() - start)


def main(count: int) -> None:
    """Measure both."""
    ask = Names()
    names = [ask.name() for _ in range(count)]
    measure_batches(ask, names)
    with tempfile.TemporaryDirectory(prefix="linking-speed-") as folder:
        measure_authority(ask, names, Path(folder))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
