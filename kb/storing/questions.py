"""The questions the views ask: one file each in `queries/`, with a comment that says what it asks.

They run as they stand in any SPARQL editor (the project's prefixes assumed). Where a view wants
less than all, its restriction takes the place of the line `#where`.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode

from kb.storing.store import Store

FOLDER = Path(__file__).parent / "queries"

Row = dict[str, str]


def ask(store: Store, name: str, where: str = "") -> Iterator[Row]:
    """The rows of a question as texts by column, without the unbound."""
    answer = store.query(_question(name).replace("#where", where))
    columns = answer.columns
    for row in answer.rows():
        yield {column: text for column, text in zip(columns, row, strict=True) if text is not None}


def only(iris: Iterable[str], variable: str = "iri") -> str:
    """The restriction to these IRIs; what is no IRI is left out, and matches nothing."""
    return f"VALUES ?{variable} {{ {' '.join(_terms(iris))} }}"


def _terms(iris: Iterable[str]) -> Iterator[str]:
    for iri in iris:
        try:
            yield str(NamedNode(iri))
        except ValueError:
            continue


@cache
def _question(name: str) -> str:
    return (FOLDER / f"{name}.rq").read_text(encoding="utf-8")
