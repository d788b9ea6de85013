"""Queries: answered in every format, understood without prefixes, refused where they must be."""

import json

import pytest
from rdflib import Graph

from kb.errors import BadQuery, BadRequest
from kb.storing import Store
from kb.storing.answer import GRAPHS, TABLES

SELECT = "SELECT ?label ?edtf ?none { ?e ek:cue 'urge' ; rdfs:label ?label ; ek:when/ek:edtf ?edtf }"
CONSTRUCT = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a ek:Event ; rdfs:label ?l }"


@pytest.mark.parametrize(
    ("query", "kind", "columns"),
    [
        (SELECT, "select", ("label", "edtf", "none")),
        ("ASK { ?e a ek:Event }", "ask", ("answer",)),
        (CONSTRUCT, "graph", ("subject", "predicate", "object")),
        ("DESCRIBE ?e { ?e ek:cue 'urge' }", "graph", ("subject", "predicate", "object")),
    ],
)
def test_an_answer_knows_its_kind(store: Store, query: str, kind: str, columns: tuple[str, ...]) -> None:
    answer = store.query(query)
    assert (answer.kind, answer.columns) == (kind, columns)


def test_rows_are_text_and_none_where_unbound(store: Store) -> None:
    label = "fifty-one American diplomats urged air strikes on the army of Damascus"
    assert list(store.query(SELECT).rows()) == [(label, "../2016-06-17", None)]
    assert list(store.query("ASK { ?e a ek:Nothing }").rows()) == [("false",)]


@pytest.mark.parametrize("media_type", TABLES)
@pytest.mark.parametrize("query", [SELECT, "ASK { ?e a ek:Event }"], ids=["select", "ask"])
def test_a_table_comes_in_every_format(store: Store, query: str, media_type: str) -> None:
    assert store.query(query).serialize(media_type)


def test_json_results_are_those_of_the_standard(store: Store) -> None:
    found = json.loads(store.query(SELECT).serialize("application/sparql-results+json"))
    assert found["head"]["vars"] == ["label", "edtf", "none"]
    assert found["results"]["bindings"][0]["edtf"] == {
        "type": "literal",
        "value": "../2016-06-17",
        "datatype": "http://id.loc.gov/datatypes/edtf/EDTF",
    }


@pytest.mark.parametrize("media_type", GRAPHS)
def test_a_graph_comes_in_every_format(store: Store, media_type: str) -> None:
    assert b"murder of Caesar" in store.query(CONSTRUCT).serialize(media_type)


def test_turtle_uses_the_prefixes_of_the_project(store: Store) -> None:
    turtle = store.query(CONSTRUCT).serialize("text/turtle").decode()
    assert "@prefix ek:" in turtle
    assert len(Graph().parse(data=turtle, format="turtle")) == 7


@pytest.mark.parametrize(
    ("query", "media_type"),
    [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), ("ASK {}", "text/html")],
)
def test_a_format_that_does_not_fit_is_refused_with_those_that_do(
    store: Store, query: str, media_type: str
) -> None:
    answer = store.query(query)
    with pytest.raises(BadRequest, match="Choose: "):
        answer.serialize(media_type)


def test_a_query_may_declare_a_prefix_of_ours_as_its_own(store: Store) -> None:
    query = "PREFIX ek: <https://example.org/> ASK { ?e a ek:Event }"
    assert list(store.query(query).rows()) == [("false",)]


def test_dates_of_any_year_compare(store: Store) -> None:
    before = "FILTER(?earliest < '0001-01-01T00:00:00Z'^^xsd:dateTime)"
    query = f"SELECT ?date {{ ?when ek:edtf ?date ; ek:earliest ?earliest {before} }}"
    assert list(store.query(query).rows()) == [("-0043-03-15",)]


def test_shared_names_are_counted_once(store: Store) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?who a ek:Organization ; rdfs:label 'Interfax' }"
    assert list(store.query(query).rows()) == [("1",)]


# --------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "line 1, column 1. A query asks by SELECT"),
        ("SELECT ?s {", r"line 1, column 12, near 'SELECT \?s {'"),
        (
            "SELECT ?s {\n ?s nope:p ?o }",
            r"line 2, column 11, near '\?s nope:p \?o }'. A prefix is not declared",
        ),
        ("SELECT ?s { ?s ?p }", r"line 1, column 20, near 'SELECT \?s { \?s \?p }'"),
        ("all events, please", "line 1, .*near 'all events, please'. A query asks by SELECT"),
    ],
)
def test_a_query_that_cannot_be_read_is_told_where(store: Store, query: str, said: str) -> None:
    with pytest.raises(BadQuery, match=said):
        store.query(query)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "delete where { ?s ?p ?o }",
        "# a remark\nPREFIX a: <b:c>\nBASE <d:e> DROP ALL",
        "CLEAR ALL",
        "LOAD <http://127.0.0.1:9/x.ttl>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused_and_changes_nothing(store: Store, update: str) -> None:
    before = len(store)
    with pytest.raises(BadQuery, match="is an update"):
        store.query(update)
    assert len(store) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:9/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:a{ ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE # here\n <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
        "SELECT * { ?a ?b ?c FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        'SELECT * { FILTER(1<2)#x>"""\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #"""\n}',
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_query_is_passed_on_to_another_server(store: Store, query: str) -> None:
    with pytest.raises(BadQuery, match="SERVICE is refused"):
        store.query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s rdfs:label 'a service' }",
        "SELECT * { ?service ?p ?o } # SERVICE <http://127.0.0.1:9/>",
        "PREFIX service: <https://example.org/service#> SELECT * { ?s service:service ?o }",
    ],
)
def test_the_word_service_is_no_service(store: Store, query: str) -> None:
    assert store.query(query).kind == "select"


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED", "from"])
def test_no_graph_is_read_from_a_file(store: Store, clause: str) -> None:
    with pytest.raises(BadQuery, match="is refused"):
        store.query(f"SELECT * {clause} <file:///etc/passwd> {{ ?s ?p ?o }}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { " + "{" * 5000 + "}" * 5000 + " }",
        "SELECT * { FILTER(" + "STR(" * 5000 + "1" + ")" * 5000 + ") }",
        "SELECT * { FILTER(" + "!" * 20_000 + "true) }",
        "SELECT * { FILTER(" + "||".join(["?a = 1"] * 20_000) + ") }",
        "SELECT * { " + "OPTIONAL{?a ?b ?c}" * 3000 + " }",
        "SELECT * { FILTER(1<a:b" + "+1" * 20_000 + ") FILTER(2>1) }",
    ],
    ids=["groups", "calls", "not", "or", "optional", "hidden in what looks like an IRI"],
)
def test_a_query_that_would_end_the_process_is_refused(store: Store, query: str) -> None:
    with pytest.raises(BadQuery, match="too large"):
        store.query(query)


def test_a_long_list_of_values_is_no_monster(store: Store) -> None:
    iris = " ".join(f"<https://w3id.org/event-knowledge/kb/doc/{number}>" for number in range(3000))
    assert list(store.query(f"ASK {{ VALUES ?d {{ {iris} }} ?d a ek:SourceDocument }}").rows()) == [
        ("false",)
    ]


GRAPH = "<https://w3id.org/event-knowledge/kb/graph/0aa1c3de55b7e910>"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?e a ek:Event }", "7"),
        (f"SELECT (COUNT(*) AS ?n) FROM {GRAPH} {{ ?e a ek:Event }}", "2"),
        (f"SELECT (COUNT(*) AS ?n) FROM# here\n{GRAPH} {{ ?e a ek:Event }}", "2"),
        (f"SELECT (COUNT(*) AS ?n) FROM NAMED {GRAPH} {{ ?e a ek:Event }}", "0"),
        (f"SELECT (COUNT(*) AS ?n) FROM NAMED {GRAPH} {{ GRAPH ?g {{ ?e a ek:Event }} }}", "2"),
        (f"SELECT (COUNT(*) AS ?n) {{ GRAPH {GRAPH} {{ ?e a ek:Event }} }}", "2"),
        (f"SELECT (COUNT(*) AS ?n) {{ ?e a ek:Event FILTER(STR(?e) != 'FROM {GRAPH}') }}", "7"),
    ],
    ids=[
        "union",
        "from",
        "from and a remark",
        "from named, default",
        "from named",
        "graph",
        "the word alone",
    ],
)
def test_the_graphs_of_a_query_are_the_union_or_those_it_names(store: Store, query: str, count: str) -> None:
    assert list(store.query(query).rows()) == [(count,)]
