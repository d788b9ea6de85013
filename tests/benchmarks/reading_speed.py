"""What storing an article takes in a large knowledge base, index included, and telling all facts of an entry.

    python -m tests.benchmarks.load_speed 1000000 FOLDER
    python -m tests.benchmarks.reading_speed 1000000 FOLDER

Asks for all facts of entries here and there, stores new articles of ten entries one by one, each again with
other entries, and takes them out. Prints the 50th and the 95th percentile in milliseconds of CPU; finding the
entries in the text is not part of it.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat, Triple

from kb.ontology import DEFAULT_BASE
from kb.storing import Store, exports
from kb.storing.graph import DocumentGraph
from kb.storing.loading import load_entry
from tests.benchmarks.news import ENTRIES, article, names, world
from tests.benchmarks.timeline_speed import TIMES, percentiles


def told(entries: int, number: int, version: int) -> DocumentGraph:
    """An article of this number, of which there may be several versions, and who and where is in it."""
    there = world(entries)
    own = list(_parsed(article(there, number, seed=version)))
    document = NamedNode(f"{DEFAULT_BASE}doc/{number:016x}")
    mentioned = {triple.object for triple in own if isinstance(triple.object, NamedNode)}
    described: dict[NamedNode, set[Triple]] = {}
    for triple in _parsed(names(there)):
        if triple.subject in mentioned and isinstance(triple.subject, NamedNode):
            described.setdefault(triple.subject, set()).add(triple)
    people = {iri: frozenset(triples) for iri, triples in described.items()}
    return DocumentGraph(document, NamedNode(f"{DEFAULT_BASE}graph/{number:016x}"), frozenset(own), people)


def _parsed(lines: Iterable[str]) -> Iterable[Triple]:
    quads = ox.parse("".join(lines).encode(), RdfFormat.N_QUADS)
    return (quad.triple for quad in quads)


def entries_of(entries: int) -> list[str]:
    """The IRIs of entries anywhere among so many."""
    random = Random(7)
    documents = (random.randrange(entries // ENTRIES) for _ in range(TIMES))
    return [f"{DEFAULT_BASE}doc/{number:016x}/event-{random.randrange(7)}" for number in documents]


def main(entries: int, folder: Path) -> None:
    """Store, replace, remove."""
    first = entries // ENTRIES
    numbers = range(first, first + TIMES)
    new, other = ([told(entries, number, version) for number in numbers] for version in (1, 2))
    with Store.create(folder / "kb") as store:
        for name, ask in (("facts of an entry", exports.describe), ("an entry with its date", load_entry)):
            some = iter(entries_of(entries))
            print(f"{name:<24}{percentiles(lambda ask=ask, some=some: ask(store, next(some)), TIMES)}")
        for name, articles in (("storing an article", iter(new)), ("storing it again", iter(other))):
            print(f"{name:<24}{percentiles(lambda a=articles: store.keep(next(a), None), TIMES)}")
        iris = iter([graph.document.value for graph in new])
        print(f"{'taking it out':<24}{percentiles(lambda: store.remove(next(iris)), TIMES)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
