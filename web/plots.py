"""Rows of any query drawn: in time by the explorer, where a column tells dates, and on the map.

/sparql/timeline?query=...        a page, with a list; `frame=1` leaves out the site around it
/sparql/timeline.json?sparql=...  the same as the explorer asks for it (see `web.api`)
/sparql/map?query=...             the places
"""

import json
from collections import Counter
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, jsonify, make_response, render_template, request, url_for

from kb.errors import BadQuery, BadRequest
from kb.model import Placed, Window
from kb.storing.sparql import EVERYTHING
from web.context import href
from web.endpoint import replied
from web.maps import TILES, Spot
from web.plotted import MOST, Answered, density_of, entries_of, positions_of
from web.results import whole
from web.security import IN_OUR_FRAMES
from web.window import as_json

blueprint = Blueprint("plots", __name__)

JSON = "application/sparql-results+json"
QUERY, SOURCE = "query", "sparql"  # parameters; the explorer takes those of its page for its own


@blueprint.get("/sparql/timeline")
def timeline() -> Response:
    """The rows in time."""
    query = _asked(QUERY)
    found = _answered(query)
    entries = entries_of(found)
    source = f"{url_for('plots.drawn')}?{urlencode({SOURCE: query})}" if entries else ""
    return _page("plot_timeline.html", query, found, source=source, entries=entries)


@blueprint.get("/sparql/timeline.json")
def drawn() -> Response:
    """The rows as entries for the explorer."""
    entries = entries_of(_answered(_asked(SOURCE)))
    undated = sum(not entry.dated for entry in entries)
    return jsonify(as_json(Window(tuple(entries), len(entries), undated), density_of(entries)))


@blueprint.get("/sparql/map")
def map_of() -> Response:
    """The rows on the map, those at one place together."""
    query = _asked(QUERY)
    found = _answered(query)
    counts = Counter(positions_of(found))
    back = url_for("sparql.answer", query=query)
    spots = [
        Spot(Placed(one, number), at, href(one.iri) or back) for (one, at), number in counts.most_common()
    ]
    return _page("plot_map.html", query, found, spots=spots, located=len(spots))


def _asked(name: str) -> str:
    query = request.args.get(name, "").strip()
    if not query:
        raise BadRequest(f"There is no query in this request: the parameter {name} is missing or empty.")
    return query


def _answered(query: str) -> Answered:
    reply = replied(query, EVERYTHING, {"select": JSON})
    if reply.kind != "select":
        raise BadQuery("Only rows can be drawn. Begin the query with SELECT.")
    found = json.loads(whole(reply))
    return Answered(tuple(found["head"]["vars"]), found["results"]["bindings"])


def _page(template: str, query: str, found: Answered, **shown: object) -> Response:
    page = render_template(
        template,
        query=query,
        framed=request.args.get("frame") == "1",
        total=len(found.rows),
        most=MOST,
        tiles=current_app.config.get(TILES, ""),
        **shown,
    )
    response = make_response(page)
    response.headers.update(IN_OUR_FRAMES)
    return response
