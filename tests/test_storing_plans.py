"""Updates worked out before they are done: to the same end as Oxigraph's own, and nothing of others lost."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pyoxigraph as ox
import pytest

from kb.errors import BadQuery, Outdated
from kb.storing import Store
from kb.storing.planning import Plan, asks
from kb.storing.planning.plan import plan_in
from kb.storing.planning.scratch import SCRATCH
from kb.storing.sparql import Graphs, prepared

DATA = """INSERT DATA {
    <x:n1> <x:p> 1 , 2 ; <x:next> <x:n2> ; rdfs:label "one"@en .
    _:lone <x:next> _:other . _:other <x:p> 9 .
    GRAPH <x:g> {
        <x:a> <x:p> 1 ; <x:q> "x" ; <x:next> <x:b> . <x:b> <x:p> 2 ; <x:next> <x:c> . <x:c> <x:p> 3 .
        _:k <x:p> 5 ; <x:next> [ <x:p> 6 ; <x:q> "deep" ] .
    }
    GRAPH <x:h> { <x:a> <x:r> true . <x:b> <x:r> false . <x:g> <x:about> <x:a> }
}"""
ALL = "FILTER(true)"  # with a FILTER a pattern is worked out, however simple it is

UPDATES = {
    "insert": "INSERT { ?a <x:two> ?c } WHERE { GRAPH <x:g> { ?a <x:next> ?b . ?b <x:next> ?c } }",
    "delete and insert": "WITH <x:g> DELETE { ?s <x:p> ?o } INSERT { ?s <x:p> ?m } "
    "WHERE { ?s <x:p> ?o BIND(?o + 1 AS ?m) }",
    "delete where": "DELETE WHERE { GRAPH <x:g> { ?a <x:p> ?n ; <x:next> ?b } }",
    "with, and another graph": "WITH <x:g> DELETE { ?a <x:p> ?n } INSERT { GRAPH <x:h> { ?a <x:old> ?n } } "
    "WHERE { ?a <x:p> ?n . GRAPH <x:h> { ?a <x:r> ?t } }",
    "using": "INSERT { GRAPH <x:new> { ?s <x:q> ?t } } USING <x:g> USING NAMED <x:h> "
    "WHERE { ?s <x:p> ?n . GRAPH ?any { ?s <x:r> ?t } }",
    "with and using": "WITH <x:new> INSERT { ?s <x:q> ?t } USING <x:h> WHERE { ?s <x:r> ?t . ?s <x:r> ?u }",
    "a graph that varies": "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH <x:moved> { ?s ?p ?o } } "
    "WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'x:')) }",
    "a graph that is found": "DELETE { GRAPH ?g { ?s ?p ?o } } "
    "WHERE { GRAPH <x:h> { ?g <x:about> ?a } GRAPH ?g { ?s ?p ?o } }",
    "what is no triple": f"INSERT {{ ?o <x:of> ?s . ?s ?o ?s }} WHERE {{ GRAPH <x:g> {{ ?s ?p ?o {ALL} }} }}",
    "a variable without a term": "INSERT { ?s <x:seen> ?q , 1 } "
    "WHERE { GRAPH <x:g> { ?s <x:p> ?n OPTIONAL { ?s <x:q> ?q } } }",
    "a variable that is nowhere": f"INSERT {{ ?s <x:seen> ?z , 1 }} WHERE {{ ?s <x:p> ?n {ALL} }}",
    "blank nodes that are stored": f"DELETE {{ ?s <x:next> ?o }} INSERT {{ ?o <x:back> ?s }} "
    f"WHERE {{ ?s <x:next> ?o {ALL} }}",
    "new blank nodes": "INSERT { GRAPH <x:g> { [] <x:of> ?s ; <x:has> _:a . _:a <x:n> ( ?n 'a' ) } } "
    f"WHERE {{ GRAPH <x:g> {{ ?s <x:p> ?n {ALL} }} }}",
    "new ones of rows that are alike": f"INSERT {{ [] <x:of> ?s }} WHERE {{ ?s <x:p> ?n {ALL} }}",
    "no variable": "INSERT { <x:yes> <x:is> true } WHERE { ?a <x:next> ?b . ?b <x:p> ?n }",
    "nothing found": "INSERT { <x:yes> <x:is> true } WHERE { ?a <x:no> ?b . ?b <x:p> ?n }",
    "prefixes": "PREFIX y: <x:> BASE <http://b.org/> WITH y:g DELETE { ?s y:p ?n } INSERT { <rel> y:p ?n } "
    f"WHERE {{ ?s y:p ?n {ALL} }}",
    "relative to the base": f"INSERT {{ GRAPH <here> {{ <this> <x:p> ?n }} }} WHERE {{ ?s <x:p> ?n {ALL} }}",
    "a path": "INSERT { GRAPH <x:g> { ?a <x:far> ?b } } WHERE { GRAPH <x:g> { ?a <x:next>+ ?b } }",
    "a query within": "INSERT { <x:count> <x:n> ?n } WHERE { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } }",
    "texts": r"""INSERT { ?s <x:t> "a } WHERE { ; \" \n é" , '''lo"ng''' , 1.5e3 , -2 , "d"^^<x:d> , ?l } """
    f"WHERE {{ ?s rdfs:label ?l {ALL} }}",
    "a triple term": f"INSERT {{ ?s <x:says> <<( ?s <x:p> ?n )>> }} WHERE {{ ?s <x:p> ?n {ALL} }}",
    "one after the other": "INSERT { GRAPH <x:g> { ?s <x:p> 7 } } WHERE { GRAPH <x:h> { ?s ?r ?t , ?u } } ; "
    "WITH <x:g> INSERT { ?s <x:sum> ?t } WHERE { SELECT ?s (SUM(?n) AS ?t) { ?s <x:p> ?n } GROUP BY ?s }",
    "behind data": "INSERT DATA { GRAPH <x:g> { <x:z> <x:next> <x:a> , _:new . _:new <x:next> <x:a> } } ; "
    "INSERT { GRAPH <x:h> { ?a <x:two> ?c } } WHERE { GRAPH <x:g> { ?a <x:next> ?b . ?b <x:next> ?c } }",
    "behind new blank nodes": f"INSERT {{ [] <x:of> ?s }} WHERE {{ ?s <x:p> ?n {ALL} }} ; "
    "DELETE { ?new <x:of> ?s } INSERT { ?new <x:is> ?s ; <x:n> ?n } WHERE { ?new <x:of> ?s . ?s <x:p> ?n }",
    "behind whole graphs": "COPY <x:g> TO <x:k> ; CLEAR GRAPH <x:g> ; DROP GRAPH <x:h> ; "
    "INSERT { GRAPH <x:g> { ?a <x:two> ?c } } WHERE { GRAPH <x:k> { ?a <x:next> ?b . ?b <x:next> ?c } } ; "
    "MOVE <x:k> TO <x:l> ; CREATE GRAPH <x:empty>",
    "in front of whole graphs": f"INSERT {{ GRAPH <x:g> {{ ?s <x:n> ?n }} }} WHERE {{ ?s <x:p> ?n {ALL} }} ; "
    "ADD <x:g> TO <x:h> ; DELETE WHERE { GRAPH <x:g> { ?s <x:n> ?n } }",
    "all gone": f"DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o {ALL} }} ; DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} "
    "WHERE { GRAPH ?g { ?s ?p ?o . ?s ?p ?o } FILTER(?g IN (<x:g>, <x:h>)) }",
    "out and in again": "WITH <x:g> DELETE { ?s ?p ?n } INSERT { ?s ?p ?n } WHERE { ?s ?p ?n . ?s ?q ?n }",
}  # fmt: skip


def content(store: Store) -> tuple[ox.Dataset, set[str]]:
    """What is stored, its blank nodes named by where they stand, and the names of graphs."""
    found = ox.Dataset([*store.unnamed(), *(q for g in store.graphs() for q in store.quads(graph=g))])
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found, set(store.graphs())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.create(tmp_path_factory.mktemp("plans") / "kb") as store:
        yield store


@pytest.fixture
def store(made: Store) -> Store:
    """A store in a folder, with the data above and nothing else."""
    made.run(f"CLEAR ALL ; DROP ALL ; {DATA}")
    return made


class Working:
    """Works out updates as a worker does, and notes that it was asked."""

    def __init__(self, store: Store) -> None:
        self.folder = store.folder or Path()
        self.asked: list[str] = []

    def __call__(self, update: str, copy: Path | None) -> Plan:
        self.asked.append(update)
        with Store.open(self.folder) as seen:
            return plan_in(seen.plan(update, copy).as_text().encode())


@pytest.mark.parametrize("update", UPDATES.values(), ids=UPDATES)
def test_what_is_worked_out_comes_to_what_oxigraph_does(store: Store, update: str) -> None:
    with Store.in_memory() as usual:
        usual.run(f"CLEAR ALL ; DROP ALL ; {DATA}")
        assert content(usual) == content(store)
        before, plan = content(usual), Working(store)
        usual.update(update)
        store.update(update, plan=plan)
        assert plan.asked
        assert content(store) == content(usual)
        assert (before == content(usual)) == (update in UNCHANGING)


UNCHANGING = {UPDATES["nothing found"], UPDATES["out and in again"]}


def test_the_graphs_of_the_request_are_those_of_a_plan(store: Store) -> None:
    update = f"INSERT {{ GRAPH <x:m> {{ ?s <x:m> ?p }} }} WHERE {{ ?s ?p ?o {ALL} }}"
    store.update(update, Graphs(("x:h",)), plan=Working(store))
    assert {quad.subject.value for quad in store.quads(graph="x:m")} == {"x:a", "x:b", "x:g"}


AS_IT_IS = [
    "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 'WHERE' } }",
    "DELETE WHERE { GRAPH <x:g> { ?s ?p ?o } }",
    "DELETE WHERE { GRAPH ?g { ?s a ?o . } }",
    "WITH <x:g> DELETE { ?s <x:p> ?o } INSERT { ?s <x:q> [] } WHERE { ?s <x:p> ?o }",
    "COPY <x:g> TO <x:h> ; CLEAR GRAPH <x:g> ; DROP SILENT GRAPH <x:no>",
    "INSERT { <x:s> <x:p> 1 } WHERE {}",
]
WORKED_OUT = [
    "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f }",
    "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c , ?d }",
    "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c GRAPH <x:g> { ?d ?e ?f } }",
    "DELETE { ?a ?a ?a } WHERE { ?a <x:p>* ?c }",
    "DELETE { ?a ?a ?a } WHERE { ?a (<x:p>|<x:q>) ?c }",
    "DELETE { ?a ?a ?a } WHERE { ?a <x:p> [ ] }",
    "DELETE { ?a ?a ?a } WHERE { GRAPH ?a {} GRAPH ?b {} }",
    "DELETE { ?a ?a ?a } WHERE { VALUES ?a { <x:a> } }",
    "DELETE { ?a ?b ?c } WHERE { { ?a ?b ?c } UNION { ?d ?e ?f } }",
    "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c FILTER(EXISTS { ?d ?e ?f }) }",
    "INSERT DATA { <x:s> <x:p> 1 } ; DELETE { ?a ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f }",
    "; ".join(["INSERT { [] <x:p> ?o . [] <x:p> ?o } WHERE { ?s <x:p> ?o }"] * 30),
]


@pytest.mark.parametrize("update", AS_IT_IS)
def test_what_reads_the_store_once_is_done_as_it_is(update: str) -> None:
    assert not asks(prepared(update))


@pytest.mark.parametrize("update", WORKED_OUT)
def test_what_may_ask_more_is_worked_out(update: str) -> None:
    assert asks(prepared(update))


def test_what_others_write_meanwhile_is_seen(store: Store) -> None:
    class Overtaken(Working):
        def __call__(self, update: str, copy: Path | None) -> Plan:
            plan = super().__call__(update, copy)
            if len(self.asked) < 3:
                store.run(f"INSERT DATA {{ GRAPH <x:g> {{ <x:new{len(self.asked)}> <x:p> 1 }} }}")
            return plan

    plan = Overtaken(store)
    store.update(f"WITH <x:g> INSERT {{ ?s <x:is> 1 }} WHERE {{ ?s <x:p> ?o {ALL} }}", plan=plan)
    assert len(plan.asked) == 3
    marked = {quad.subject.value for quad in store.quads(predicate="x:is")}
    assert {"x:new1", "x:new2", "x:a"} <= marked


def test_one_that_is_always_overtaken_is_worked_out_while_nobody_else_writes(store: Store) -> None:
    class Hurried(Working):
        def __call__(self, update: str, copy: Path | None) -> Plan:
            plan = super().__call__(update, copy)
            Thread(target=write).start()
            written.wait(0.5)  # as long as others may write they do
            return plan

    def write() -> None:
        store.run(f"INSERT DATA {{ GRAPH <x:g> {{ <x:other> <x:p> {len(plan.asked)} }} }}")
        written.set()

    written, plan = Event(), Hurried(store)
    store.update(f"WITH <x:g> INSERT {{ ?s <x:is> 1 }} WHERE {{ ?s <x:p> ?o {ALL} }}", plan=plan)
    assert [*store.quads("x:other", "x:is")]


def test_a_plan_of_another_state_is_refused(store: Store) -> None:
    update = prepared(f"INSERT {{ ?s <x:is> 1 }} WHERE {{ ?s <x:p> ?o {ALL} }}")
    plan = Working(store)(update, None)
    store.run("INSERT DATA { <x:n3> <x:p> 3 }")
    with pytest.raises(Outdated, match="meanwhile"):
        store.carry_out(update, plan)
    assert not [*store.quads(predicate="x:is")]


REFUSED = {
    "a WHERE that cannot be read": ("DELETE { ?s ?p ?o }\nWHERE { ?s ?p ?o . ?o }", "line 2"),
    "a template that cannot be read": ("DELETE { ?s ?p }\nWHERE { ?s ?p ?o . ?o ?q ?r }", "line 1"),
    "a blank node that is deleted": ("DELETE { ?s ?p _:b } WHERE { ?s ?p ?o . ?o ?q ?r }", "line 1"),
    "a prefix that nobody knows": ("DELETE { ?s no:p ?o } WHERE { ?s ?p ?o . ?o ?q ?r }", "A prefix is not"),
    "a later operation": (f"INSERT {{ ?s ?p 1 }} WHERE {{ ?s ?p ?o {ALL} }} ;\n CLEAR NONSENSE", "line 2"),
    "a graph that is not there": (
        f"INSERT {{ ?s <x:p> 1 }} WHERE {{ ?s ?p ?o {ALL} }} ; DROP GRAPH <x:no>",
        "graph",
    ),
    "a function that nobody knows": (
        "INSERT { ?s <x:p> ?n } WHERE { ?s ?p ?o BIND(<x:f>(?o) AS ?n) }",
        "custom function",
    ),
}


@pytest.mark.parametrize(("update", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_changes_nothing(store: Store, update: str, told: str) -> None:
    before = content(store)
    with pytest.raises(BadQuery, match=told):
        store.update(update, plan=Working(store))
    assert content(store) == before


def test_more_than_may_be_changed_is_refused_with_advice(store: Store) -> None:
    update = prepared("INSERT { ?a <x:with> ?c } WHERE { GRAPH ?g { ?a ?b ?n } GRAPH ?h { ?c ?d ?m } }")
    with (
        Store.open(store.folder or Path()) as seen,
        pytest.raises(BadQuery, match=r"more than 10 triples.*--rows"),
    ):
        seen.plan(update, most=10)


def test_no_copy_of_the_store_is_left_behind(store: Store) -> None:
    folder = store.folder or Path()
    store.update(UPDATES["one after the other"], plan=Working(store))
    assert not [*folder.glob(f"{SCRATCH}*")]


def test_copies_of_one_who_was_killed_are_taken_away(tmp_path: Path) -> None:
    Store.create(tmp_path / "kb").close()
    (tmp_path / "kb" / f"{SCRATCH}old" / "store").mkdir(parents=True)
    Store.create(tmp_path / "kb").close()
    assert not [*(tmp_path / "kb").glob(f"{SCRATCH}*")]
