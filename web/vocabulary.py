"""The vocabulary read for people: each term with what is said of it, in an order that can be read.

What is read is `ontologies/kb.ttl` and the kinds of event beside it. Rules and acts are open lists, which
live in the words of each language: one of them is known by where it is used here.
"""

from collections.abc import Iterable
from functools import cache
from itertools import groupby

from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from kb.model import Named
from kb.ontology import EKV, FOLDER, slug
from web.context import href, kb

Row = tuple[str, list[Named]]

FIRST: list[Node] = [SKOS.prefLabel, RDFS.label, SKOS.definition, RDFS.comment, RDF.type]

USES = """
CONSTRUCT {{
  <{concept}> a skos:Concept ; skos:inScheme <{scheme}> ; skos:prefLabel "{label}"@en .
  ?use ?by <{concept}> .
}} WHERE {{
  SELECT ?use ?by WHERE {{ ?use ?by <{concept}> }} ORDER BY ?use LIMIT 200
}}
"""


@cache
def vocabulary() -> Graph:
    """The terms, the concepts and the kinds of event, as one graph."""
    graph = Graph()
    for file in (FOLDER / "kb.ttl", *sorted((FOLDER / "events").glob("*.ttl"))):
        graph.parse(file, format="turtle")
    return graph


def uses(group: str, name: str) -> Graph:
    """An open concept ("rule", "weekday") and what refers to it, 200 at most; empty when nothing does."""
    if slug(name) != name:
        return Graph()
    concept, scheme = EKV[f"{group}/{name}"], EKV[f"{group}s"]
    found = kb().query(USES.format(concept=concept, scheme=scheme, label=name.replace("-", " ")))
    return Graph().parse(data=found.serialize("text/turtle"), format="turtle")


def rows_of(prefix: str) -> list[tuple[str, str, list[Row]]]:
    """Each term of a namespace: its local name, its IRI, its facts."""
    subjects = {s for s in vocabulary().subjects() if isinstance(s, URIRef) and s.startswith(prefix)}
    named = sorted((str(s).removeprefix(prefix), s) for s in subjects)
    return [(name, str(iri), facts(iri, vocabulary())) for name, iri in named if name]


def facts(iri: URIRef, graph: Graph) -> list[Row]:
    """What a graph says of a term: property by property, label and definition first."""
    pairs = sorted(graph.predicate_objects(iri), key=lambda pair: (_rank(pair[0]), pair))
    properties = groupby(pairs, key=lambda pair: pair[0])
    return [(local(name), _values(value for _, value in group)) for name, group in properties]


def referring(iri: URIRef, graph: Graph) -> list[Row]:
    """What a graph says the other way round: what is narrower, what belongs to it, what uses it."""
    pairs = sorted((str(name), str(s)) for s, name in graph.subject_predicates(iri))
    properties = groupby(pairs, key=lambda pair: pair[0])
    return [
        (f"is {local(URIRef(name))} of", _values(URIRef(s) for _, s in group)) for name, group in properties
    ]


def label(node: Node) -> str:
    """What a term is called; when the vocabulary does not say, the end of its IRI, for data the path."""
    found = vocabulary().value(node, SKOS.prefLabel) or vocabulary().value(node, RDFS.label)
    path = str(node).removeprefix(kb().base_iri)
    return str(found) if found else path if path != str(node) else local(node)


def local(node: Node) -> str:
    """The end of an IRI."""
    return str(node).replace("#", "/").rstrip("/").rpartition("/")[2]


def _values(objects: Iterable[Node]) -> list[Named]:
    return [Named(href(str(o)), label(o)) if isinstance(o, URIRef) else Named("", str(o)) for o in objects]


def _rank(predicate: Node) -> int:
    return FIRST.index(predicate) if predicate in FIRST else len(FIRST)
