"""How fast timelines are, beside SPARQL: `python -m tests.benchmarks.timeline_speed 100000`.

Makes news of so many entries (`tests.benchmarks.news`), loads them, and prints the 50th and 95th percentile
of each question, in milliseconds of CPU time, since other work on the machine would not be told apart; beside
it how many times its 95th is that over a hundredth of the entries. `--index-only` leaves the RDF store and
SPARQL out, for numbers at which they take hours. Compare figures of one run only. How fast all this is loaded
is `load_speed`'s, what a reader over HTTP waits for `http_speed`'s.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import quantiles
from time import process_time

from kb.model import Bins, Filter
from kb.storing import Store, bulk, exports
from kb.storing.index import Index, files
from kb.when import When
from kb.when.days import civil
from tests.benchmarks.news import DAYS, FIRST_DAY, LAST, THINGS, TOWNS, world
from tests.benchmarks.news import main as write_news

TIMES, SLOW = 100, 3  # how often each question is asked of the index, and in SPARQL
SMALLER = 100  # the part of the entries beside which it is seen how questions grow
LANE_BINS = 256
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


def spent_on(work: Callable[[], object], times: int) -> tuple[float, float]:
    """The 50th and the 95th percentile of the milliseconds of CPU time a piece of work takes."""
    spent = []
    for _ in range(times):
        start = process_time()
        work()
        spent.append((process_time() - start) * 1000)
    cuts = quantiles(spent, n=20)
    return cuts[9], cuts[18]


def percentiles(work: Callable[[], object], times: int) -> str:
    """The same in two columns."""
    return "".join(f"{figure:10.2f} " for figure in spent_on(work, times))


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

    def overview(self, index: Index) -> object:
        """A window by lanes, as the explorer asks for it."""
        wanted = self.window()
        first, last = (when.window[0] or 0 for when in (wanted.since, wanted.until) if when)
        return index.overview(
            wanted, "actor", Bins(since=first, width=-(-(last - first) // LANE_BINS), number=LANE_BINS)
        )


def of_index(index: Index, ask: Questions) -> dict[str, Callable[[], object]]:
    """The questions that are asked of an index."""
    return {
        "window": lambda: index.window(ask.window()),
        "window by salience": lambda: index.window(ask.window(order="salience")),
        "window of an actor": lambda: index.window(ask.window(about=ask.who())),
        "total of a window": lambda: index.total(ask.window()),
        "density of a window": lambda: index.density(ask.window(), 120),
        "density of everything": lambda: index.density(Filter(), 120),
        "overview of a window": lambda: ask.overview(index),
        "words in a window": lambda: index.window(ask.window(about=" ".join(ask.words()))),
        "text search": lambda: index.search(" ".join(ask.words()), 20),
    }


def of_store(store: Store, ask: Questions) -> dict[str, Callable[[], object]]:
    """Those of them that are asked in SPARQL."""
    return {
        "window": lambda: _rows(store, _window(ask, "")),
        "window of an actor": lambda: _rows(store, _actor(ask)),
        "density of a window": lambda: _rows(store, DENSITY % ask.stretch()),
        "text search": lambda: _rows(store, _text(ask)),
    }


def measure(index: Index, smaller: Index, store: Store | None, entries: int) -> None:
    """Print the percentiles of every question, of the index and in SPARQL."""
    ask, ask_smaller = Questions(entries), Questions(entries // SMALLER)
    beside, queried = of_index(smaller, ask_smaller), of_store(store, ask) if store else {}
    print(f"{'ms':<24}{'p50':>10} {'p95':>10} {'times':>6}{'SPARQL p50':>14} {'p95':>10}")
    for name, work in of_index(index, ask).items():
        work()
        spent, less = spent_on(work, TIMES), spent_on(beside[name], TIMES)
        line = f"{name:<24}{spent[0]:10.2f} {spent[1]:10.2f} {spent[1] / less[1]:6.1f}"
        print(line + (f"    {percentiles(queried[name], SLOW)}" if name in queried else ""), flush=True)
    if store:
        iris = [entry.iri for entry in index.window(ask.window())]
        facts = iter(iris * TIMES)
        print(f"{'facts of an entry':<24}{percentiles(lambda: exports.describe(store, next(facts)), TIMES)}")


def index_alone(entries: int, folder: Path) -> Index:
    """The index of news of so many entries, built as they stream; prints how fast."""
    folder.mkdir()
    write_news(entries, folder / "news.nq")
    used = process_time()
    bulk.fill_index(folder / "news.nq", folder)
    used = process_time() - used
    path = files.newest(folder)
    assert path
    print(f"index of {entries}: {entries / used:.0f} entries a second of CPU time, ", end="")
    print(f"{path.stat().st_size / entries:.0f} bytes an entry")
    return opened_index(folder)


def main(entries: int, without_store: bool) -> None:
    """Make, load, measure; everything goes into a temporary folder that is deleted in the end."""
    with tempfile.TemporaryDirectory(prefix="timeline-speed-") as name:
        folder = Path(name)
        smaller = index_alone(entries // SMALLER, folder / "smaller")
        index = index_alone(entries, folder / "index")
        if without_store:
            measure(index, smaller, None, entries)
            return
        bulk.load(folder / "index" / "news.nq", folder / "kb")
        with Store.open(folder / "kb") as store:
            measure(store.index, smaller, store, entries)


def opened_index(folder: Path) -> Index:
    """The index in a folder without a store."""
    connection = files.opened(files.newest(folder) or folder)
    assert not isinstance(connection, str), connection
    return Index(connection, folder)


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
