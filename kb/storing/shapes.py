"""Whether what is stored is as it should be: SHACL on every graph, and what SHACL cannot see.

Validating a document's graph takes far longer than storing it, so it is done on demand; that what
`graph.py` builds always conforms is proven in the tests.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Triple

from kb.ontology import FOLDER
from kb.storing.answer import serialize
from kb.storing.index import Watch
from kb.storing.loading import load_entries
from kb.storing.minting import entities_graph, graph_of, links_graph, merged_graph, review_graph
from kb.storing.questions import ask, only
from kb.storing.soundness import evidences, unsound
from kb.storing.store import Store
from kb.storing.terms import local_name

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong: a sentence each, beginning with the IRI it is about."""

    documents: int
    checked: int
    problems: tuple[str, ...]
    what: str = "pieces of evidence"


def check(store: Store, watch: Watch = iter) -> Report:
    """Check everything stored: every graph against the shapes, every evidence against its text.

    `watch` sees each document.
    """
    documents = [row["iri"] for row in ask(store, "documents")]
    shared = [of(store.base_iri) for of in (entities_graph, review_graph, merged_graph, links_graph)]
    problems = [problem for graph in shared for problem in _misshapen(store, graph.value)]
    for iri in watch(documents):
        problems += _misshapen(store, graph_of(store.base_iri, iri).value)
        problems += unsound(store, iri)
    return Report(len(documents), sum(evidences(store, iri) for iri in documents), tuple(problems))


def check_index(store: Store, watch: Watch = iter) -> Report:
    """Compare the index of timelines with the store, entry by entry; `watch` sees each document."""
    documents = [row["iri"] for row in ask(store, "documents")]
    told = ((iri, load_entries(store, only([iri], "document"))) for iri in watch(documents))
    problems = tuple(dict.fromkeys(store.index.check(told)))
    return Report(len(documents), store.index.rows_checked, problems, "rows of timelines")


def violations(triples: list[Triple]) -> Iterator[str]:
    """What a graph has against the shapes (SHACL core, by pyshacl), a sentence each; none if it conforms."""
    from pyshacl import validate
    from rdflib import SH, Graph

    with _quiet_rdflib():
        data = Graph().parse(data=serialize(triples, RdfFormat.N_TRIPLES), format="nt")
        conforms, report, _ = validate(data, shacl_graph=load_shapes())
    if conforms:
        return
    for result in sorted(report.subjects(SH.resultSeverity)):
        focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        said = report.value(result, SH.resultMessage) or report.value(result, SH.sourceConstraintComponent)
        yield f"{focus}: {local_name(str(path or ''))} {said}".replace("  ", " ")


@cache
def load_shapes() -> "Graph":
    """The shapes of `ontologies/shapes.ttl`."""
    from rdflib import Graph

    return Graph().parse(FOLDER / "shapes.ttl", format="turtle")


def _misshapen(store: Store, graph: str) -> Iterator[str]:
    return violations([quad.triple for quad in store.quads(graph=graph)])


@contextmanager
def _quiet_rdflib() -> Iterator[None]:
    """rdflib logs a traceback for each date before year 1 or after 9999, which it keeps all the same."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
