"""Turtle of our own (the vocabulary, the service's description) in the other RDF forms."""

from rdflib import Graph

from web.negotiation import Format

WRITTEN = {
    "text/turtle": "turtle",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
    "application/n-triples": "nt",
    "application/n-quads": "nt",  # one graph without a name reads the same in both
    "application/trig": "turtle",
}


def converted(turtle: str, form: Format) -> str:
    """The same triples in another form; Turtle stays as it was written."""
    if form.media_type == "text/turtle":
        return turtle
    return serialised(Graph().parse(data=turtle, format="turtle"), form)


def serialised(graph: Graph, form: Format) -> str:
    """A graph in one of the forms of RDF."""
    return graph.serialize(format=WRITTEN[form.media_type])
