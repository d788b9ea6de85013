"""What the tests of SPARQL's protocols say to the site of `protocol_fixtures`.

Such a test module says `pytest_plugins = ("tests.protocol_fixtures",)`.
"""

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

TOKEN = "a token of the test"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
G = "http://example.org/graph/"
ONE, TWO, THREE = (f"{G}{name}" for name in ("one", "two", "three"))
ASK, UPDATE = "application/sparql-query", "application/sparql-update"


def ask(site: FlaskClient, query: str, **parameters: object) -> bool:
    """What the endpoint says to a question of yes or no."""
    response = site.get("/sparql", query_string={"query": query, **parameters})
    assert response.status_code == 200, response.text
    assert response.json
    return bool(response.json["boolean"])


def update(site: FlaskClient, text: str, **parameters: object) -> TestResponse:
    """What comes of an update of somebody who may write."""
    return site.post("/sparql", query_string=parameters, data=text, content_type=UPDATE, headers=BEARER)


def is_there(graph: str) -> str:
    """The pattern that one of the graphs holds."""
    return f"<{graph}> a ?type"
