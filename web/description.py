"""What the endpoint says of itself: SPARQL 1.1 Service Description, and VoID of the data behind it.

Also at `/.well-known/void` (https://www.w3.org/TR/void/#well-known).
"""

from flask import Blueprint, Response, render_template, url_for

from web.context import kb
from web.endpoint import endpoint
from web.negotiation import OF_A_GRAPH, Format, accepted, negotiated
from web.turtle import converted

blueprint = Blueprint("description", __name__)


@blueprint.get("/.well-known/void")
def well_known() -> Response:
    """The description in the form the client likes best."""
    return description(accepted(OF_A_GRAPH))


def description(form: Format) -> Response:
    """The description in this form."""
    turtle = render_template(
        "service.ttl",
        endpoint=url_for("sparql.answer", _external=True),
        base_iri=kb().base_iri,
        sizes=kb().sizes(),
        is_writable=bool(endpoint().token),
        calls_others=bool(endpoint().hosts),
    )
    return negotiated(Response(converted(turtle, form), mimetype=form.media_type), [])
