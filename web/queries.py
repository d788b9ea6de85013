"""Queries that people keep in the folder of the knowledge base, for all who open the SPARQL page."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from kb.errors import BadRequest
from kb.saved import QUERIES, remove_view, save_view
from web.context import kb
from web.forms import authorise_form

blueprint = Blueprint("queries", __name__)


@blueprint.post("/queries")
def keep() -> Response:
    """Keep the query of a form under its title, or forget the one it names."""
    authorise_form()
    if forgotten := request.form.get("forget", ""):
        remove_view(kb().folder, forgotten, QUERIES)
    else:
        save_view(kb().folder, request.form.get("title", "").strip(), _query(), QUERIES)
    return redirect(f"{url_for('sparql.answer')}#kept", 303)


def _query() -> str:
    query = request.form.get("query", "").strip()
    if not query:
        raise BadRequest("There is no query to keep. Write one and send the form again.")
    return f"{query}\n"
