"""What a timeline shows, to keep or to take away: files, a saved view, a feed, a frame for other pages.

/export?...            the page that offers all of it     /export.csv?...    exactly what is shown, as a file
"""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from kb.errors import NotFound
from kb.saved import load_views, remove_view, save_view
from kb.writing.picture import MOST as MOST_DRAWN
from web.context import kb
from web.forms import check_form, check_writer, form_token, needs_token
from web.pages import address
from web.parameters import as_parameters, read_filter, read_lanes
from web.pictures import picture_of

blueprint = Blueprint("exports", __name__)

# The suffix of each file, its media type, its name for people, and the entries it holds at most: as many as
# can be written while a reader waits. All of a knowledge base is written by kb write.
FILES = {
    "csv": ("text/csv", "CSV", 10_000),
    "json": ("application/json", "JSON", 10_000),
    "ics": ("text/calendar", "iCalendar", 2_000),
    "timelinejs": ("application/json", "TimelineJS", 10_000),
    "geojson": ("application/geo+json", "GeoJSON", 10_000),
    "ttl": ("text/turtle", "Turtle", 1_000),
    "svg": ("image/svg+xml", "SVG", MOST_DRAWN),
}
NAMES = {"timelinejs": "timeline.timelinejs.json"}


@blueprint.get("/export")
def page() -> str:
    """All the ways to keep or take away what these parameters show."""
    wanted = read_filter(request.args)
    found = kb().window(wanted, MOST_DRAWN)
    return render_template(
        "export.html",
        wanted=wanted,
        total=found.total,
        picture=picture_of(found.entries, wanted),
        timeline=f"/timeline?{_query(request.query_string.decode())}".rstrip("?"),
        files=[
            (address(f"/export.{suffix}", wanted), label, most) for suffix, (_, label, most) in FILES.items()
        ],
        feed=address("/feed.atom", wanted),
        frame=url_for("embedding.timeline", **as_parameters(wanted), _external=True),
        views=load_views(kb().folder),
        token=form_token(),
        asks_token=needs_token(),
    )


@blueprint.get("/export.<suffix>")
def file(suffix: str) -> Response:
    """What is shown, the first entries of it where they are very many, as a file."""
    if suffix not in FILES:
        raise NotFound(f"There is no export as {suffix!r}. Known: {', '.join(FILES)}.")
    media_type, _, most = FILES[suffix]
    wanted = replace(read_filter(request.args), limit=most)
    name = NAMES.get(suffix, f"timeline.{suffix}")
    return Response(
        kb().export(f".{suffix}", wanted),
        mimetype=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@blueprint.post("/views")
def keep() -> AnyResponse:
    """Keep the view of a form under its title, or forget the one it names."""
    check_writer()
    check_form()
    forgotten, asked = request.form.get("forget", ""), request.form
    if forgotten:
        remove_view(kb().folder, forgotten)
    else:
        save_view(kb().folder, asked.get("title", "").strip(), _query(asked.get("query", "")))
    return redirect("/#views", 303)


def _query(text: str) -> str:
    """The parameters of an address, checked and in their usual order: what is asked for, and its lanes."""
    args = MultiDict(parse_qsl(text))
    lanes = read_lanes(args)
    return urlencode({**as_parameters(read_filter(args)), **({"lanes": lanes} if lanes else {})})
