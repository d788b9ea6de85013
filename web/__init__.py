"""The site: a Flask application over a `KnowledgeBase`, one blueprint per concern.

    pages      the timeline and its list, the documents, help      entities   every IRI at its own path
    api        the window the explorer draws                       sparql     the endpoint and its form
    graphs     whole graphs, read and written                     ns         the vocabulary
    reconcile  the reconciliation service for OpenRefine         links      what people say of links

Nothing here decides what is found or stored: views ask the knowledge base and render. To add a view,
write a blueprint in a module of its own and name it in `BLUEPRINTS`.
"""

from pathlib import Path

from flask import Flask

from kb.base import KnowledgeBase
from web import (
    api,
    caching,
    context,
    description,
    endpoint,
    entities,
    errors,
    filters,
    forms,
    graphs,
    links,
    ns,
    pages,
    reconcile,
    security,
    sharing,
    sparql,
)
from web.endpoint import UNBOUNDED, Endpoint

BLUEPRINTS = (
    pages.blueprint,
    entities.blueprint,
    api.blueprint,
    sparql.blueprint,
    graphs.blueprint,
    description.blueprint,
    ns.blueprint,
    reconcile.blueprint,
    links.blueprint,
)

# What the front end's build leaves in `static/`; a source tree may not have been built.
BUNDLE = {
    "style": "dist/site.css",
    "script": "dist/explorer.js",
    "review": "dist/review.js",
    "editor": "dist/sparql.js",
    "editor_style": "dist/sparql.css",
}


def create_app(
    kb: KnowledgeBase, *, title: str = "Event knowledge", answering: Endpoint = UNBOUNDED
) -> Flask:
    """The site over one knowledge base; `title` is its name on every page.

    `answering` says how it answers SPARQL: by itself and without limits, unless told otherwise.

    It trusts loopback host names only, as long as `web.serving.serve` is not told to listen elsewhere.
    """
    app = Flask(__name__)
    context.keep_fresh(app, kb)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # of Flask's default provider
    security.protect(app)
    endpoint.keep(app, answering)
    forms.keep_secret(app)
    caching.let_answers_be_kept(app)
    sharing.share(app)
    errors.tell_errors(app)
    filters.register(app)
    app.context_processor(lambda: {"site_title": title, "bundle": _bundle(app)})
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _bundle(app: Flask) -> dict[str, str]:
    folder = Path(app.static_folder or "")
    return {name: f"/static/{path}" for name, path in BUNDLE.items() if (folder / path).is_file()}
