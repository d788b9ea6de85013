"""SPARQL as text: cut into tokens as Oxigraph cuts it, and never understood more kindly than it does."""

from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadQuery
from kb.storing.sparql import ask
from kb.storing.sparql.prologue import first_word, prefixes, prologue
from kb.storing.sparql.tokens import In, tokens

CALL = "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"


def words(sparql: str) -> list[str]:
    return [token.text for token in tokens(sparql) if token.kind == "word"]


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("select * { ?a <b> 'where' }", ["SELECT"]),
        ("ASK { } # service", ["ASK"]),
        ('ASK { ?a ?b """x " from \\" """ }', ["ASK"]),
        ("ASK { ?a ?b 'it\\'s from' }", ["ASK"]),
        ("ASK { ?from ?b ex:from , <from> , _:from , 'x'@from }", ["ASK"]),
        ("ASK { ?a ex:it\\'s 1 . FILTER(?a < 2) }", ["ASK", "FILTER"]),
        ("ASK { ?a ex:a\\#b 1 . FILTER(true) }", ["ASK", "FILTER", "TRUE"]),
        ("ASK { ?a ?b 1.SERVICE ?x {} }", ["ASK", "SERVICE"]),
    ],
)
def test_words_of_the_language_are_told_from_names_and_texts(sparql: str, expected: list[str]) -> None:
    assert words(sparql) == expected


COMPARED = {
    "a filter": ("ASK { FILTER(1 <2)#x>\n) }", False),
    "a function's argument": ("ASK { FILTER ex:f(?a <2)#x>\n) }", False),
    "a new variable": ("SELECT (?a <2)#x>\nAS ?b) {}", False),
    "a condition on groups": ("SELECT ?a {} GROUP BY ?a HAVING(?a <2)#x>\n)", False),
    "behind EXISTS": ("ASK { FILTER(EXISTS { ?a <2)#x> ?b } && ?b <2)#x>\n) }", None),
    "a list": ("ASK { ?a ?b (1 <2)#x> 3) }", True),
    "a triple": ("ASK { ?a <2)#x> ?b }", True),
    "a triple of a term": ("ASK { FILTER(<<( ?a <2)#x> ?b )>> = ?c) }", True),
    "a row of values": ("ASK { VALUES (?a ?b) { (1 <2)#x>) } }", True),
    "a list of choices": ("ASK { FILTER(?a IN(<2)#x>, <2)#x>)) }", True),
}


@pytest.mark.parametrize(("sparql", "is_iri"), COMPARED.values(), ids=COMPARED)
def test_a_smaller_than_sign_is_told_from_an_iri_by_where_it_stands(sparql: str, is_iri: bool | None) -> None:
    found = [token.kind for token in tokens(sparql) if token.text.startswith("<2") or token.text == "<"]
    expected = {True: {"iri"}, False: {"sign"}, None: {"iri", "sign"}}[is_iri]
    assert set(found) == expected


def test_tokens_know_where_they_stand() -> None:
    found = {
        token.text: (token.depth, token.within)
        for token in tokens("SELECT ?a { ?b ex:c (?d) VALUES ?e { 1 } }")
    }
    assert found["?a"] == (0, In.CLAUSES)
    assert found["?b"] == (1, In.PATTERN)
    assert found["?d"] == (2, In.LIST)
    assert found["1"] == (2, In.DATA)


def test_what_is_declared_comes_before_what_is_asked() -> None:
    found = tokens("BASE <b:> PREFIX a: <b:c> prefix : <d:> DESCRIBE a:x")
    assert len(prologue(found)) == 8
    assert first_word(found) == "DESCRIBE"
    assert prefixes(found)["a"] == "b:c"
    assert prefixes(found)["ek"].endswith("ns#")


RUN_TOGETHER = [
    "PREFIX ex: <http://127.0.0.1:9/> SELECT*{SERVICEex:a{?s ?p ?o}}",
    "PREFIX ex: <http://127.0.0.1:9/> SELECT*{SERVICESILENTex:a{?s ?p ?o}}",
    "SELECT*{SERVICESILENT<http://127.0.0.1:9/>{?s ?p ?o}}",
    "SELECT*{?a ?b trueSERVICE<http://127.0.0.1:9/>{?s ?p ?o}}",
    "PREFIX ex: <http://127.0.0.1:9/> SELECT*{?a ?b true.SERVICEex:a{?s ?p ?o}}",
    "PREFIX ex: <http://example.org/> SELECT*FROMex:a{?s ?p ?o}",
    "PREFIX ex: <http://example.org/> SELECT*FROMNAMEDex:a{?s ?p ?o}",
]


@pytest.mark.parametrize("sparql", RUN_TOGETHER)
def test_words_run_together_are_refused_where_they_could_hide_a_call(sparql: str) -> None:
    with pytest.raises(BadQuery, match="is refused"):
        ask(ox.Store(), sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "PREFIX services: <http://example.org/> ASK { services:a services:b services:c }",
        "PREFIX service: <http://example.org/> ASK { GRAPH service:a { ?a ?b ?c } }",
        "PREFIX fromage: <http://example.org/> DESCRIBE fromage:brie",
    ],
)
def test_prefixes_may_hold_words_of_the_language(sparql: str) -> None:
    assert ask(ox.Store(), sparql).kind in ("ask", "graph")


PIECES = [
    CALL,
    '"""', "'''", '"', "'", "#", "\n", " ", "<2)#x>", "<http://a#b>", "1<2", "(", ")", "{", "}", "?a", ".",
    "FILTER(", "FILTER ex:f(", "BIND(1<2 AS ?k)", "VALUES ?v {<2)#x>}", "?a ?b (1 <2)#x> 3) .", "<<(", ")>>",
    "SELECT (1<2 AS ?y) {", "GROUP BY ?x HAVING(1<2)", "EXISTS {", "UNION",
    "ex:a\\'b", "'x'@en", "^^", "true",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_nothing_that_is_let_through_calls_another_server(pieces: list[str]) -> None:
    """Oxigraph itself says when it is about to call: that port is one it never calls."""
    sparql = f"PREFIX ex: <http://example.org/> SELECT * {{ {' '.join(pieces)} }}"
    with suppress(BadQuery):
        ask(ox.Store(), sparql).serialize("text/csv")
