"""The site: a Flask application over a `KnowledgeBase`, one blueprint per concern.

    home       what is in here                          pages      the timeline and its list, documents, help
    maps       where it happened                        comparing  two views above one axis
    stories    views told in steps                      adding     an article, shown before it is stored
    exports    files, saved views                       feeds      Atom
    embedding  frames for other pages                   entities   every IRI at its own path
    api        the window the explorer draws            sparql     the endpoint and its form
    graphs     whole graphs, read and written           ns         the vocabulary
    plots      rows of a query, in time and on a map    queries    those that people keep
    reconcile  the reconciliation service for OpenRefine  links  what people say of links

Nothing here decides what is found or stored: views ask the knowledge base and render. To add a view,
write a blueprint in a module of its own and name it in `BLUEPRINTS`.
"""

from pathlib import Path

from flask import Flask

from kb.base import KnowledgeBase
from web import (
    adding,
    api,
    caching,
    comparing,
    context,
    description,
    embedding,
    endpoint,
    entities,
    errors,
    exports,
    feeds,
    filters,
    forms,
    graphs,
    home,
    links,
    maps,
    ns,
    pages,
    plots,
    queries,
    reconcile,
    security,
    sharing,
    sparql,
    stories,
    translating,
)
from web.endpoint import UNBOUNDED, Endpoint

BLUEPRINTS = (
    home.blueprint,
    pages.blueprint,
    maps.blueprint,
    comparing.blueprint,
    stories.blueprint,
    adding.blueprint,
    exports.blueprint,
    feeds.blueprint,
    embedding.blueprint,
    entities.blueprint,
    api.blueprint,
    sparql.blueprint,
    plots.blueprint,
    queries.blueprint,
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
    "map": "dist/map.js",
    "map_style": "dist/map.css",
    "world": "dist/world.json",
    "land": "dist/land.svg",
    "picture": "dist/picture.js",
    "story": "dist/story.js",
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
    caching.let_answers_be_kept(app)
    sharing.share(app)
    errors.tell_errors(app)
    translating.translate(app)
    forms.protect_forms(app)
    adding.hold_drafts(app)
    filters.register(app)
    app.context_processor(lambda: {"site_title": title, "bundle": _bundle(app)})
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _bundle(app: Flask) -> dict[str, str]:
    folder = Path(app.static_folder or "")
    return {name: f"/static/{path}" for name, path in BUNDLE.items() if (folder / path).is_file()}
