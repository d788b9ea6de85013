"""How fast timelines are, beside SPARQL: `python -m tests.benchmarks.timeline_speed 100000`.

Makes news of so many entries (`tests.benchmarks.news`), loads them, and prints how long loading and
opening take, the bytes a quad, and the 50th and 95th percentile of each question, in milliseconds of CPU
time, since other work on the machine would not be told apart. `--index-only` leaves the RDF store and SPARQL
out, for numbers at which they take hours. Compare figures of one run only.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter, process_time

import pyoxigraph as ox
from pyoxigraph import RdfFormat

from kb.model import Filter
from kb.storing import Store, bulk, exports
from kb.storing.index import Index, files
from kb.when import When
from kb.when.days import civil
from tests.benchmarks.news import DAYS, FIRST_DAY, LAST, THINGS, TOWNS, world
from tests.benchmarks.news import main as write_news

TIMES, SLOW = 100, 3  # how often each question is asked of the index, and in SPARQL
WINDOW = """SELECT ?e ?label ?edtf ?begin {
?e ek:when ?w ; rdfs:label ?label . ?w ek:edtf ?edtf ; ek:dated true .
OPTIONAL { ?w ek:earliest ?begin } OPTIONAL { ?w ek:latest ?end }
FILTER(!BOUND(?begin) || ?begin <= "%sT23:59:59Z"^^xsd:dateTime)
FILTER(!BOUND(?end) || ?end >= "%sT00:00:00Z"^^xsd:dateTime) %s } ORDER BY ?begin ?label LIMIT 200"""
DENSITY = """SELECT ?year ?month (COUNT(*) AS ?n) { ?w ek:earliest ?begin ; ek:dated true
FILTER(?begin >= "%sT00:00:00Z"^^xsd:dateTime && ?begin <= "%sT23:59:59Z"^^xsd:dateTime)
BIND(YEAR(?begin) AS ?year) BIND(MONTH(?begin) AS ?month) } GROUP BY ?year ?month"""
TEXT = """SELECT ?e { ?e ek:when ?w ; rdfs:label ?l
FILTER(CONTAINS(LCASE(?l), "%s") && CONTAINS(LCASE(?l), "%s")) } LIMIT 20"""


def percentiles(work: Callable[[], object], times: int) -> str:
    """The 50th and the 95th percentile of the milliseconds of CPU time a piece of work takes."""
    spent = []
    for _ in range(times):
        start = process_time()
        work()
        spent.append((process_time() - start) * 1000)
    cuts = quantiles(spent, n=20)
    return f"{cuts[9]:10.2f} {cuts[18]:10.2f}"


class Questions:
    """The questions with arguments drawn by seed, each as a filter and in SPARQL."""

    def __init__(self, entries: int) -> None:
        self._random = Random(11)
        self._people = world(entries).people

    def stretch(self) -> tuple[str, str]:
        """Two days, from a week to two years apart."""
        first = FIRST_DAY + self._random.randrange(DAYS - 730)
        return _day(first), _day(first + self._random.choice((7, 30, 90, 365, 730)))

    def window(self, **more: str) -> Filter:
        since, until = map(When.parse, self.stretch())
        return Filter(since=since, until=until, limit=200, **more)  # type: ignore[arg-type]

    def who(self) -> str:
        return self._people[int(len(self._people) * self._random.random() ** 5)][0]

    def words(self) -> tuple[str, str]:
        return self._random.choice(LAST), self._random.choice(TOWNS + THINGS)


def measure(index: Index, store: Store | None, entries: int) -> None:
    """Print the percentiles of every question, of the index and in SPARQL."""
    ask = Questions(entries)
    timed: list[tuple[str, Callable[[], object], Callable[[Store], object] | None]] = [
        ("window", lambda: index.window(ask.window()), lambda s: _rows(s, _window(ask, ""))),
        ("window by salience", lambda: index.window(ask.window(order="salience")), None),
        (
            "window of an actor",
            lambda: index.window(ask.window(about=ask.who())),
            lambda s: _rows(s, _actor(ask)),
        ),
        ("total of a window", lambda: index.total(ask.window()), None),
        (
            "density of a window",
            lambda: index.density(ask.window(), 120),
            lambda s: _rows(s, DENSITY % ask.stretch()),
        ),
        ("density of everything", lambda: index.density(Filter(), 120), None),
        ("words in a window", lambda: index.window(ask.window(about=" ".join(ask.words()))), None),
        ("text search", lambda: index.search(" ".join(ask.words()), 20), lambda s: _rows(s, _text(ask))),
    ]
    print(f"{'ms':<24}{'p50':>10} {'p95':>10}{'SPARQL p50':>14} {'p95':>10}")
    for name, indexed, queried in timed:
        indexed()
        line = f"{name:<24}{percentiles(indexed, TIMES)}"
        print(
            line + (f"    {percentiles(lambda q=queried: q(store), SLOW)}" if store and queried else ""),
            flush=True,
        )
    if store:
        iris = [entry.iri for entry in index.window(ask.window())]
        facts = iter(iris * TIMES)
        print(f"{'facts of an entry':<24}{percentiles(lambda: exports.describe(store, next(facts)), TIMES)}")


def load(quads: Path, folder: Path, entries: int) -> None:
    """Load into the engine alone, then whole, and print what it takes."""
    start = perf_counter()
    ox.Store(str(folder / "alone")).bulk_load(path=str(quads), format=RdfFormat.N_QUADS)
    alone = perf_counter() - start
    start = perf_counter()
    bulk.load(quads, folder / "kb")
    whole = perf_counter() - start
    print(
        f"loaded by the engine alone in {alone:.0f} s, by kb load in {whole:.0f} s: {whole / alone:.2f} times"
    )
    start = perf_counter()
    with Store.open(folder / "kb") as store:
        opened = perf_counter() - start
        number, size = len(store), _size(folder / "kb")
        print(f"opened in {opened:.3f} s; {size / number:.0f} bytes a quad, {number / entries:.1f} an entry")


def index_alone(quads: Path, folder: Path, entries: int) -> None:
    """Build the index alone from the quads as they stream, and print how fast."""
    folder.mkdir()
    start, used = perf_counter(), process_time()
    bulk.fill_index(quads, folder)
    took, used = perf_counter() - start, process_time() - used
    print(f"index: {entries / used:.0f} entries a second of CPU time, {took:.0f} s; ", end="")
    print(f"{_size(folder) / entries:.0f} bytes an entry")


def read_in(folder: Path) -> None:
    """Store articles of ten entries one by one, index included, and print the milliseconds each takes."""
    from tests.sample_findings import ancient, denial, story

    with Store.create(folder) as store:
        again = (findings() for _ in range(TIMES) for findings in (story, denial, ancient))

        def replace() -> None:
            findings = next(again)
            if findings.document.iri in store:
                store.remove(findings.document.iri)
            store.replace_document(findings)

        print(f"{'removing and storing':<24}{percentiles(replace, TIMES)}")


def main(entries: int, without_store: bool) -> None:
    """Make, load, measure; everything goes into a temporary folder that is deleted in the end."""
    with tempfile.TemporaryDirectory(prefix="timeline-speed-") as name:
        folder, quads = Path(name), Path(name, "news.nq")
        write_news(entries, quads)
        index_alone(quads, folder / "index", entries)
        if without_store:
            measure(opened_index(folder / "index"), None, entries)
            return
        load(quads, folder, entries)
        quads.unlink()
        with Store.open(folder / "kb") as store:
            measure(store.index, store, entries)
        read_in(folder / "kb")


def opened_index(folder: Path) -> Index:
    """The index in a folder without a store."""
    connection = files.opened(files.newest(folder) or folder)
    assert not isinstance(connection, str), connection
    return Index(connection, folder)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _rows(store: Store, sparql: str) -> int:
    return sum(1 for _ in store.query(sparql).rows())


def _window(ask: Questions, more: str) -> str:
    since, until = ask.stretch()
    return WINDOW % (until, since, more)


def _actor(ask: Questions) -> str:
    return _window(ask, f"?e ek:initiator|ek:speaker <{ask.who()}>")


def _text(ask: Questions) -> str:
    return TEXT % tuple(word.casefold() for word in ask.words())


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{year:04}-{month:02}-{day:02}"


if __name__ == "__main__":
    main(int(sys.argv[1]), "--index-only" in sys.argv)
