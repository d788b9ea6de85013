"""Updates: done whole or not at all, over the graphs of the request, and nothing derived is left behind."""

from pathlib import Path

import pytest

from kb.errors import BadQuery
from kb.storing import Store
from kb.storing.sparql import Graphs

A, B, C = (f"http://example.org/graph/{letter}" for letter in "abc")
THREE = "; ".join(f"INSERT DATA {{ GRAPH <{graph}> {{ <{graph}> a <x:T> }} }}" for graph in (A, B, C))
MARK = "INSERT { GRAPH <x:marked> { ?s a <x:Marked> } } WHERE { %s }"


@pytest.fixture
def base() -> Store:
    store = Store.in_memory()
    store.update(THREE)
    return store


def column(store: Store, query: str) -> list[str | None]:
    return sorted(row[0] or "" for row in store.query(query).rows())  # type: ignore[return-value]


def marked(store: Store) -> list[str | None]:
    return column(store, "SELECT ?s { GRAPH <x:marked> { ?s a <x:Marked> } }")


@pytest.mark.parametrize(
    ("where", "graphs", "found"),
    [
        ("?s a <x:T>", Graphs((A,)), [A]),
        ("?s a <x:T>", Graphs((A, C)), [A, C]),
        ("GRAPH ?g { ?s a <x:T> }", Graphs((), (B, C)), [B, C]),
        ("{ ?s a <x:T> } UNION { GRAPH ?g { ?s a <x:T> } }", Graphs((A,), (B,)), [A, B]),
        ("?s a <x:T>", Graphs((), (B,)), []),
        ("GRAPH ?g { ?s a <x:T> }", Graphs(), [A, B, C]),
        ("{ SELECT ?s WHERE { ?s a <x:T> } }", Graphs((B,)), [B]),
    ],
    ids=["one", "two", "named", "both", "named is not default", "all", "a WHERE within"],
)
def test_an_update_sees_the_graphs_of_the_request(
    base: Store, where: str, graphs: Graphs, found: list[str]
) -> None:
    base.update(MARK % where, graphs)
    assert marked(base) == found


def test_each_operation_sees_the_graphs_of_the_request(base: Store) -> None:
    first, second = MARK % "?s a <x:T>", "INSERT { GRAPH <x:other> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    base.update(f"PREFIX y: <y:> {first} ; {second} ;", Graphs((A,)))
    assert marked(base) == column(base, "SELECT ?s { GRAPH <x:other> { ?s ?p ?o } }") == [A]


def test_the_short_form_of_deleting_sees_them_too(base: Store) -> None:
    base.update("INSERT DATA { <x:a> a <x:T> . GRAPH <x:other> { <x:a> a <x:T> } }")
    base.update("DELETE WHERE { ?s a <x:T> }", Graphs(("x:other",)))
    assert column(base, "SELECT ?s { GRAPH ?g { ?s a <x:T> } }") == [A, B, C, "x:a"]


@pytest.mark.parametrize(
    "clause",
    [
        "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p ?o } USING <x:g> WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } USING NAMED <x:g> WHERE { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_graphs_of_the_request_and_of_the_text_exclude_each_other(base: Store, clause: str) -> None:
    with pytest.raises(BadQuery, match="cannot stand beside"):
        base.update(clause, Graphs((A,)))


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ("INSERT DATA { <x:new> a <x:T> } ; LOAD <http://127.0.0.1:9/x.ttl>", "LOAD is refused"),
        ("INSERT DATA { <x:new> a <x:T> } ; LOAD SILENT <file:///etc/passwd>", "LOAD is refused"),
        ("INSERT DATA { <x:new> a <x:T> } ; LOADSILENT<http://127.0.0.1:9/x.ttl>", "begins no update"),
        ("PREFIX a: <http://127.0.0.1:9/> INSERT DATA { <x:new> a <x:T> } ; LOADa:x", "begins no update"),
        ("INSERT { <x:new> a <x:T> } WHERE { SERVICE <http://127.0.0.1:9/> {} }", "SERVICE is refused"),
        ("INSERT { ?e a <x:T> } WHERE { SERVICE idx:timeline { ?e idx:text 'a' } }", "for queries only"),
        ("INSERT DATA { <x:new> a <x:T> } ; CLEAR XYZ", "cannot be read at line 1"),
        ("INSERT DATA { <x:new> a <x:T> } ; CREATE GRAPH <http://example.org/graph/a>", "already exists"),
        ("SELECT * { ?s ?p ?o }", "is a query, not an update"),
    ],
)
def test_an_update_that_fails_changes_nothing(base: Store, update: str, said: str) -> None:
    before = len(base)
    with pytest.raises(BadQuery, match=said):
        base.update(update)
    assert len(base) == before


def test_declarations_may_stand_in_front_of_any_operation(base: Store) -> None:
    base.update(
        "PREFIX a: <x:> INSERT DATA { GRAPH <x:marked> { a:one a a:Marked } } ; "
        "PREFIX b: <x:> # remark\n PREFIX a: <x:> INSERT DATA { GRAPH <x:marked> { b:two a a:Marked } } ; "
        "PREFIX c: <x:>"
    )
    assert marked(base) == ["x:one", "x:two"]


@pytest.mark.parametrize("anew", ["PREFIX a: <y:>", "BASE <http://y.example/>"])
def test_a_name_that_would_mean_two_things_is_refused(base: Store, anew: str) -> None:
    first = "PREFIX a: <x:> BASE <http://x.example/> INSERT DATA { a:one a a:T }"
    with pytest.raises(BadQuery, match="is declared twice"):
        base.update(f"{first} ; {anew} INSERT DATA {{ a:two a a:T }}")


def test_relative_iris_are_below_the_base_of_the_data(base: Store) -> None:
    base.update("INSERT DATA { GRAPH <x:g> { <doc/1> <x:p> 1 } }")
    assert column(base, "SELECT ?s { GRAPH <x:g> { ?s ?p ?o } }") == [f"{base.base_iri}doc/1"]


def test_long_data_are_no_large_update(base: Store) -> None:
    base.update("INSERT DATA { " + " ".join(f"<x:{n}> <x:p> 'a - b / c' ." for n in range(5000)) + " }")
    base.update("INSERT DATA { " + " ".join(f"GRAPH <x:{n}> {{ <x:a> <x:p> 1 }}" for n in range(1500)) + " }")
    assert len(column(base, "SELECT ?s { ?s <x:p> 'a - b / c' }")) == 5000
    assert len(column(base, "SELECT ?s { GRAPH ?g { ?s <x:p> 1 } }")) == 1500


def test_the_vocabulary_outlives_an_update_that_clears_everything(base: Store) -> None:
    base.update("CLEAR ALL")
    assert list(base.query("ASK { ek:Event a owl:Class }").rows()) == [("true",)]
    assert marked(base) == []


def test_what_was_updated_is_safe_on_disk(tmp_path: Path) -> None:
    with Store.create(tmp_path / "kb") as store:
        store.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }")
        with Store.open(tmp_path / "kb") as seen:
            assert seen.has_graph("x:g")
            assert not seen.has_graph("x:other")
