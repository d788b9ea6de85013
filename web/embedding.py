"""A timeline within other pages: a frame that any site may show, and oEmbed (https://oembed.com) for it."""

from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from kb.errors import BadRequest, NotFound
from kb.writing.picture import MOST
from web.context import kb
from web.pages import address
from web.parameters import as_parameters, read_filter, read_number
from web.pictures import picture_of
from web.security import IN_FRAMES

blueprint = Blueprint("embedding", __name__)

SHOWN = ("/timeline", "/embed/timeline", "/")
WIDTH, HEIGHT = 800, 480  # pixels, where the other side sets no limit
FRAME = Markup('<iframe src="{}" width="{}" height="{}" title="Timeline" loading="lazy"></iframe>')


@blueprint.get("/embed/timeline")
def timeline() -> Response:
    """The picture of what the parameters ask for, alone, in a page that may be framed."""
    wanted = read_filter(request.args)
    found = kb().window(wanted, MOST)
    page = render_template(
        "embed.html",
        picture=picture_of(found.entries, wanted),
        total=found.total,
        timeline=address("/timeline", wanted),
    )
    response = make_response(page)
    response.headers.update(IN_FRAMES)
    return response


@blueprint.get("/oembed")
def oembed() -> Response:
    """How to frame a timeline of this site, as JSON; NotFound for another page, 400 without its address."""
    asked = request.args.get("url", "")
    if request.args.get("format", "json") != "json":
        raise BadRequest("oEmbed is answered in JSON only here: format=json.")
    parts = urlsplit(asked)
    if parts.netloc != request.host or parts.path not in SHOWN:
        raise NotFound(f"{asked or 'Nothing'} is no timeline of this site. Give ?url= the address of one.")
    width, height = (
        read_number(request.args, *limit)
        for limit in (("maxwidth", WIDTH, 4000), ("maxheight", HEIGHT, 4000))
    )
    wanted = read_filter(MultiDict(parse_qsl(parts.query)))
    frame = url_for("embedding.timeline", **as_parameters(wanted), _external=True)
    html = FRAME.format(frame, width, height)
    told = {"version": "1.0", "type": "rich", "provider_url": request.host_url, "title": "Timeline"}
    return jsonify(**told, html=html, width=width, height=height)
