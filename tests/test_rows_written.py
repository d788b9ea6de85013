"""Rows are counted while they are written, whatever texts they hold and wherever the pieces are cut."""

import pyoxigraph as ox
import pytest

from kb.errors import BadQuery
from kb.storing.answer import TABLES, answer
from kb.storing.rows_written import Rows, limited

TEXTS = [
    'a "b" c',
    "},{",
    "x\\\\",
    '\\"',
    "two\nlines",
    "two\r\nlines",
    "</result>",
    "a,b",
    "",
    "{}",
    '"',
    "tab\t.",
]


def store() -> ox.Store:
    made = ox.Store()
    for number, text in enumerate(TEXTS):
        made.add(ox.Quad(ox.NamedNode(f"x:{number}"), ox.NamedNode("x:p"), ox.Literal(text)))
    return made


QUERIES = {
    "texts": "SELECT * { ?s ?p ?o }",
    "one column": "SELECT ?o { ?s ?p ?o }",
    "unbound": "SELECT ?none { ?s ?p ?o }",
    "partly bound": "SELECT ?o ?none { ?s ?p ?o FILTER(STRLEN(?o) > 3) }",
}


@pytest.mark.parametrize("media_type", TABLES)
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("size", [1, 3, 8192])
def test_as_many_rows_as_there_are_pass_and_no_more(media_type: str, query: str, size: int) -> None:
    count = len(list(store().query(query)))  # type: ignore[arg-type]
    whole = answer(store().query(query)).serialize(media_type)
    pieces = [whole[start : start + size] for start in range(0, len(whole), size)]
    written: list[bytes] = []
    enough = Rows(written.append, media_type, count)
    for piece in pieces:
        enough.write(piece)
    assert b"".join(written) == whole
    with pytest.raises(BadQuery, match=f"more than {count - 1} rows"):
        list(map(Rows(written.append, media_type, count - 1).write, pieces))


@pytest.mark.parametrize("media_type", TABLES)
def test_an_answer_without_rows_has_none(media_type: str) -> None:
    whole = answer(store().query("SELECT * { ?s <x:none> ?o }")).serialize(media_type)
    assert Rows(lambda piece: None, media_type, 1).write(whole) == len(whole)


def test_things_are_counted_one_by_one() -> None:
    assert list(limited("abc", 3)) == list("abc")
    with pytest.raises(BadQuery, match="more than 2 rows"):
        list(limited("abc", 2))
