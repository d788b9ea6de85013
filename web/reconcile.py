"""We are a reconciliation service (https://www.w3.org/community/reconciliation): OpenRefine links to us.

`/reconcile` speaks version 0.2 of the protocol, `/reconcile/v1` the draft of 1.0; both ask `kb.reconcile`. An
identifier is what follows the base IRI, so that the page of an entity is at the address made of it.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from kb.errors import BadRequest, NotFound
from kb.tying.reconciling import Asked
from web.context import href, kb
from web.reconcile_wire import (
    Extension,
    asked_in_draft,
    asked_in_old,
    candidate,
    extension_asked,
    old_rows,
    properties_like,
    property_meta,
    rows,
    suggestion,
    types_like,
)
from web.security import IN_FRAMES

blueprint = Blueprint("reconcile", __name__)

OLD, DRAFT = "/reconcile", "/reconcile/v1"
WIDTH, HEIGHT = 400, 160  # pixels of a preview
MOST = 1000  # queries in a batch
SUGGESTED = 10
PREVIEWED = ("label", "kind", "partOf", "date", "place", "sameAs")  # properties
PREVIEWED = ("label", "kind", "partOf", "date", "place", "sameAs")  # properties


@blueprint.route(OLD, methods=["GET", "POST"])
def old() -> Response:
    """Version 0.2: the manifest, answers to `queries`, or facts for `extend`."""
    given = request.values
    if "queries" in given:
        return jsonify(
            {key: {"result": _matched(asked_in_old(query))} for key, query in _batch(given["queries"])}
        )
    if "extend" in given:
        extension = extension_asked(_json(given["extend"]))
        return jsonify(meta=_meta(extension), rows=old_rows(rows(kb(), extension)))
    return jsonify(_old_manifest())


@blueprint.get(DRAFT)
def manifest() -> Response:
    """The manifest of the draft of 1.0."""
    return jsonify(_manifest())


@blueprint.post(f"{DRAFT}/match")
def match() -> Response:
    """Answers to a batch of queries, in their order."""
    queries = _sent().get("queries")
    if not isinstance(queries, list) or len(queries) > MOST:
        raise BadRequest(f"Send {{'queries': [...]}}, at most {MOST} of them.")
    return jsonify(results=[{"candidates": _matched(asked_in_draft(query))} for query in queries])


@blueprint.post(f"{DRAFT}/extend")
def extend() -> Response:
    """Facts of the entities named."""
    extension = extension_asked(_sent())
    return jsonify(meta=_meta(extension), rows=rows(kb(), extension))


@blueprint.get(f"{OLD}/extend/propose")
@blueprint.get(f"{DRAFT}/extend/propose")
def propose() -> Response:
    """The properties of which facts can be asked, of things of a type."""
    found = properties_like("")[: request.args.get("limit", 1000, int)]
    told = {"type": request.args["type"]} if "type" in request.args else {}
    return jsonify(properties=found, **told)


@blueprint.get(f"{OLD}/suggest/<what>")
@blueprint.get(f"{DRAFT}/suggest/<what>")
def suggest(what: str) -> Response:
    """What begins with `prefix`: entities, types or properties."""
    prefix = request.args.get("prefix", "")
    if what == "entity":
        found = [suggestion(kb(), one) for one in kb().reconcile(Asked(prefix, limit=SUGGESTED))]
    elif what in ("type", "property"):
        found = types_like(prefix) if what == "type" else properties_like(prefix)
    else:
        raise NotFound(f"There is nothing to suggest called {what}: entity, type or property.")
    return jsonify(result=found)


@blueprint.get(f"{OLD}/preview")
@blueprint.get(f"{DRAFT}/preview")
def preview() -> Response:
    """A small page about an entity, to be shown in a frame of another site."""
    (row,) = rows(kb(), Extension((request.args.get("id", ""),), PREVIEWED))
    if not any(one["values"] != [{}] for one in row["properties"]):
        raise NotFound("Nothing is stored under this identifier.")
    facts = {one["id"]: [_shown(value) for value in one["values"] if value] for one in row["properties"]}
    page = render_template("preview.html", facts=facts, address=href(kb().base_iri + row["id"]))
    return Response(page, headers=IN_FRAMES)


def _shown(value: Mapping[str, Any]) -> str:
    return str(value.get("name") or value.get("str") or value.get("date") or "")


def _matched(asked: Any) -> list[dict[str, Any]]:
    return [candidate(kb(), one) for one in kb().reconcile(asked)]


def _meta(extension: Extension) -> list[dict[str, str]]:
    return [property_meta(name) for name in extension.properties]


def _batch(text: str) -> list[tuple[str, Any]]:
    queries = _json(text)
    if not isinstance(queries, dict) or len(queries) > MOST:
        raise BadRequest(f"queries is an object of at most {MOST} queries, each under a key of its own.")
    return list(queries.items())


def _sent() -> dict[str, Any]:
    sent = _json(request.get_data(as_text=True))
    if not isinstance(sent, dict):
        raise BadRequest("Send an object of JSON.")
    return sent


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise BadRequest(f"This is no JSON: {error}.") from error


def _site() -> str:
    return request.host_url.rstrip("/")


def _about(version: str) -> dict[str, Any]:
    return {
        "versions": [version],
        "name": "Event knowledge",
        "identifierSpace": kb().base_iri,
        "schemaSpace": "https://w3id.org/event-knowledge/ns#",
        "documentation": f"{_site()}/help",
        "view": {"url": f"{_site()}/{{{{id}}}}"},
        "defaultTypes": types_like(""),
    }


def _old_manifest() -> dict[str, Any]:
    service = {"service_url": _site(), "service_path": ""}
    suggested = {
        what: {**service, "service_path": f"{OLD}/suggest/{what}"} for what in ("entity", "type", "property")
    }
    preview = {"url": f"{_site()}{OLD}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT}
    proposed = {"propose_properties": {**service, "service_path": f"{OLD}/extend/propose"}}
    return {**_about("0.2"), "suggest": suggested, "preview": preview, "extend": proposed}


def _manifest() -> dict[str, Any]:
    return {
        **_about("1.0-draft"),
        "suggest": {"entity": True, "type": True, "property": True},
        "preview": {"width": WIDTH, "height": HEIGHT},
        "extend": {"proposeProperties": True},
        "standardizedScore": True,
    }
