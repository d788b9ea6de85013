"""Whole graphs over HTTP (https://www.w3.org/TR/sparql11-http-rdf-update/): at `/rdf-graph-store`.

A graph is named by `?graph=IRI`, by `?default` (the graph without a name), or it is the address itself,
below `/rdf-graph-store/`. Reading is for all, writing for those who bear the token of the site.
"""

from uuid import uuid4

from flask import Blueprint, Response, request, url_for
from werkzeug.exceptions import UnsupportedMediaType

from kb.errors import BadRequest, NotFound
from kb.storing import graph_store
from kb.storing.payloads import Triples, is_rdf, parsed
from kb.storing.sparql import Graphs
from web.context import kb
from web.endpoint import allow_large_requests, authorise, replied, streamed
from web.negotiation import OF_A_GRAPH, accepted, negotiated

blueprint = Blueprint("graphs", __name__)

ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
DEFAULT = ""


@blueprint.get("/rdf-graph-store")
@blueprint.get("/rdf-graph-store/<path:below>")
def read(below: str = "") -> Response:
    """The triples of a graph; 404 when there is none."""
    graph = _graph(below)
    if not graph_store.has(kb().store, graph):
        raise NotFound(f"There is no graph {graph} here. List them: SELECT DISTINCT ?g {{ GRAPH ?g {{}} }}")
    reply = replied(ALL, Graphs((graph,)), {"graph": accepted(OF_A_GRAPH).media_type})
    return negotiated(streamed(reply), [])


@blueprint.put("/rdf-graph-store")
@blueprint.put("/rdf-graph-store/<path:below>")
def replace(below: str = "") -> Response:
    """Put these triples in place of a graph's: 201 for a new graph, else 204."""
    authorise()
    graph = _graph(below)
    return _done(graph_store.replace(kb().store, graph, _sent(graph)))


@blueprint.post("/rdf-graph-store")
@blueprint.post("/rdf-graph-store/<path:below>")
def add(below: str = "") -> Response:
    """Add these triples to a graph; without its name to a new one, whose address is told."""
    authorise()
    if not below and not request.args:
        return _added_anew()
    graph = _graph(below)
    return _done(graph_store.add(kb().store, graph, _sent(graph)))


@blueprint.delete("/rdf-graph-store")
@blueprint.delete("/rdf-graph-store/<path:below>")
def drop(below: str = "") -> Response:
    """Drop a graph; 404 when there is none."""
    authorise()
    graph_store.drop(kb().store, _graph(below))
    return Response(status=204)


def _graph(below: str) -> str:
    """Which graph is meant; BadRequest when none is or several are."""
    named = request.args.getlist("graph")
    if below and not request.args:
        return request.base_url
    if below or len(named) + ("default" in request.args) != 1:
        raise BadRequest("Name one graph: ?graph=IRI, ?default, or a path below /rdf-graph-store/.")
    return named[0] if named else DEFAULT


def _added_anew() -> Response:
    graph = f"{url_for('graphs.read', _external=True).rstrip('/')}/{uuid4()}"
    graph_store.add(kb().store, graph, _sent(graph))
    return Response(status=201, headers={"Location": graph})


def _sent(graph: str) -> Triples:
    """The triples of the request, of all its files if it is a form; 415 if they are no RDF."""
    allow_large_requests()
    base = graph or request.base_url
    if request.mimetype == "multipart/form-data":
        files = request.files.values()
        return [triple for file in files for triple in _parsed(file.read(), file.mimetype, base)]
    return _parsed(request.get_data(), request.mimetype, base)


def _parsed(data: bytes, media_type: str, base: str) -> Triples:
    if not is_rdf(media_type):
        known = ", ".join(form.media_type for form in OF_A_GRAPH)
        raise UnsupportedMediaType(f"{media_type or 'Nothing'} is no format of RDF. Send one of: {known}.")
    return parsed(data, media_type, base)


def _done(is_new: bool) -> Response:
    return Response(status=201 if is_new else 204)
