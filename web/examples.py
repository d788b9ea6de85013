"""The questions shown beside the SPARQL form: the competency questions of `ontologies/questions`.

To add one, put a `.rq` file there that begins with a comment saying what it asks.
"""

from dataclasses import dataclass
from functools import cache

from kb.ontology import FOLDER

FIRST_STEPS = """\
# What is said to have happened, by date
PREFIX ek: <https://w3id.org/event-knowledge/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?event ?label ?date WHERE {
  ?event a ek:Event ; rdfs:label ?label ; ek:when/ek:edtf ?date .
} ORDER BY ?date LIMIT 50
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words and in SPARQL."""

    title: str
    query: str


@cache
def load_examples() -> tuple[Example, ...]:
    """A first question, then the competency questions in the order of their file names."""
    files = sorted((FOLDER / "questions").glob("*.rq"))
    return tuple(_example(text) for text in (FIRST_STEPS, *(file.read_text("utf-8") for file in files)))


def _example(query: str) -> Example:
    comments = (line.lstrip("# ").strip() for line in query.splitlines() if line.startswith("#"))
    return Example(next(filter(None, comments), "A question"), query)
