"""The questions shown beside the SPARQL form: those behind the pages, and the competency questions.

To add one, put a `.rq` file that begins with a comment saying what it asks into `web/questions`, if a page
shows it, or into `ontologies/questions`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
    return (_example(FIRST_STEPS), *_examples_in(FOLDER / "questions"))


@cache
def load_page_examples() -> tuple[Example, ...]:
    """What each page of the site shows, as a question over all there is."""
    return _examples_in(Path(__file__).parent / "questions")


def _examples_in(folder: Path) -> tuple[Example, ...]:
    return tuple(_example(file.read_text("utf-8")) for file in sorted(folder.glob("*.rq")))


def _example(query: str) -> Example:
    comments = (line.lstrip("# ").strip() for line in query.splitlines() if line.startswith("#"))
    return Example(next(filter(None, comments), "A question"), query)
