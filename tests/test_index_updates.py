"""Updates over documents' graphs are followed by the index, which stays as it would be built anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kb.model import Filter
from kb.ontology import DEFAULT_BASE
from kb.storing import Store, graph_store, outbox, shapes
from kb.storing.index import Index, checking
from kb.storing.indexed import Indexed
from kb.storing.minting import entities_graph, graph_of, links_graph, merged_graph, review_graph
from kb.storing.outbox import OUTBOX
from kb.storing.payloads import parsed
from kb.storing.sparql import prepared
from kb.storing.sparql.touching import touched
from kb.storing.terms import EK, TYPE
from kb.storing.vocabulary import VOCABULARY
from tests.sample_findings import DENIAL_IRI, STORY_IRI, denial, story
from tests.test_storing_plans import ALL, Working

OWN = graph_of(DEFAULT_BASE, STORY_IRI).value
A, B = "https://example.org/graph/a", "https://example.org/graph/b"
ENTITIES, MERGED, REVIEW, LINKS = (
    of(DEFAULT_BASE).value for of in (entities_graph, merged_graph, review_graph, links_graph)
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
        store.replace_document(denial())
        store.index.window(Filter())
    again = Store.create(tmp_path / "kb")
    again.index.window(Filter())
    return again


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whenever an index is built anew, a word in here."""
    calls: list[str] = []
    reindex = Indexed.reindex

    def noted(store: Indexed, watch: Callable[..., list[str]] = list) -> None:
        calls.append("reindex")
        reindex(store, watch)

    monkeypatch.setattr(Indexed, "reindex", noted)
    return calls


TOUCHED = {
    f"INSERT DATA {{ GRAPH <{A}> {{ <x:s> <x:p> 'GRAPH <x:no>' }} }}": {A, ""},
    f"INSERT DATA {{ GRAPH <{A}> {{ }} GRAPH <{B}> {{ <x:s> <x:p> 1 }} }}": {A, B, ""},
    f"PREFIX g: <{A.removesuffix('a')}> DELETE DATA {{ GRAPH g:b {{ <x:s> <x:p> 1 }} }}": {B, ""},
    f"BASE <{A}> INSERT DATA {{ GRAPH <b> {{ <x:s> <x:p> 1 }} }}": {B, ""},
    "INSERT DATA { <x:s> <x:p> 1 }": {""},
    "": {""},
    f"DELETE WHERE {{ GRAPH <{A}> {{ ?s ?p ?o }} }}": {A, ""},
    f"WITH <{A}> DELETE {{ ?s ?p ?o }} INSERT {{ GRAPH <{B}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}": {A, B},
    f"INSERT {{ GRAPH <{A}> {{ ?s ?p ?o }} }} USING <{B}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}": {A, ""},
    f"CLEAR GRAPH <{A}> ; DROP SILENT GRAPH <{B}>": {A, B},
    f"CREATE GRAPH <{A}> ; CLEAR DEFAULT": {A, ""},
    f"COPY <{A}> TO GRAPH <{B}>": {A, B},
    f"MOVE SILENT GRAPH <{A}> TO DEFAULT": {A, ""},
    f"ADD DEFAULT TO <{A}>": {A, ""},
}  # fmt: skip


@pytest.mark.parametrize("update", TOUCHED)
def test_the_graphs_of_an_update_are_known(update: str) -> None:
    assert touched(prepared(update), DEFAULT_BASE) == TOUCHED[update]


@pytest.mark.parametrize(
    "update",
    [
        "CLEAR ALL",
        "DROP NAMED",
        "DELETE WHERE { GRAPH ?g { ?s <x:p> ?o } }",
        f"INSERT DATA {{ GRAPH <{A}> {{ <x:s> <x:p> 1 }} }} ; CLEAR NAMED",
        f"WITH <{A}> INSERT {{ GRAPH ?o {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}",
        "PREFIX e: <e:> INSERT DATA { GRAPHe:a { <x:s> <x:p> 1 } }",
        "PREFIX e: <e:> INSERT DATA { <x:s> aGRAPHe:a { <x:s> <x:p> 1 } }",
        f"PREFIX TOe: <e:> COPY <{A}> TOe:a",
        "INSERT DATA { GRAPH no:a { <x:s> <x:p> 1 } }",
    ],
)
def test_of_others_they_are_not(update: str) -> None:
    assert touched(prepared(update), DEFAULT_BASE) is None


FOLLOWED = {
    "data": f"INSERT DATA {{ GRAPH <{OWN}> {{ <x:s> <x:p> 1 }} }}",
    "data of the graph without a name": f"INSERT DATA {{ <{STORY_IRI}/event-border> rdfs:label 'other' }}",
    "a new graph": f"COPY <{OWN}> TO <{A}> ; DROP GRAPH <{OWN}>",
    "a pattern": f"WITH <{OWN}> DELETE {{ ?s ek:place ?o }} WHERE {{ ?s ek:place ?o }}",
    "all of a graph": f"DELETE WHERE {{ GRAPH <{OWN}> {{ ?s ?p ?o }} }}",
    "what people decided": f"CLEAR SILENT GRAPH <{REVIEW}> ; CLEAR SILENT GRAPH <{LINKS}>",
}
BUILT = {
    "names": f"INSERT DATA {{ GRAPH <{ENTITIES}> {{ <x:s> <x:p> 1 }} }}",
    "merges": f"CLEAR SILENT GRAPH <{MERGED}>",
    "the vocabulary": f"CLEAR GRAPH {VOCABULARY}",
    "the state": f"INSERT DATA {{ GRAPH {OUTBOX} {{ {OUTBOX} <{OUTBOX.value}#sequence> '99' }} }}",
    "any": f"DELETE WHERE {{ GRAPH ?g {{ ?s a <{EK.Event.value}> }} }}",
    "all": "CLEAR ALL",
    "too many": f"INSERT DATA {{ {' '.join(f'GRAPH <x:{n}> {{ }}' for n in range(outbox.MOST + 1))} }}",
}


def _is_whole(store: Store) -> bool:
    found = store.index.window(Filter())
    return shapes.check_index(store).problems == () and found == Index.built(
        store._quads, store.base_iri, None
    ).window(Filter())


@pytest.mark.parametrize("update", FOLLOWED.values(), ids=FOLLOWED)
def test_what_touches_known_graphs_builds_no_index(store: Store, built: list[str], update: str) -> None:
    before = outbox.state_of(store._quads)
    with store:
        store.update(update)
        assert built == []
        assert _is_whole(store)
        assert outbox.state_of(store._quads).sequence == before.sequence + 1


@pytest.mark.parametrize("update", BUILT.values(), ids=BUILT)
def test_what_may_touch_what_all_share_builds_one(store: Store, built: list[str], update: str) -> None:
    with store:
        store.update(update)
        assert built
        assert _is_whole(store)
        assert len([*store._quads.quads_for_pattern(None, None, None, OUTBOX)]) < 20


def test_what_is_worked_out_builds_no_index(store: Store, built: list[str]) -> None:
    moved = f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} INSERT {{ GRAPH <{A}> {{ ?s ?p ?o }} }} "
    with store:
        plan = Working(store)
        store.update(f"{moved} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {ALL} FILTER(?g = <{OWN}>) }}", plan=plan)
        assert (len(plan.asked), built) == (1, [])
        assert _is_whole(store)
        assert not store.has_graph(OWN) or not [*store.quads(graph=OWN)]
        assert [*store.quads(graph=A)]


def test_whole_graphs_over_http_build_no_index(store: Store, built: list[str]) -> None:
    triples = parsed(b"<x:a> a <x:T> .", "text/turtle", DEFAULT_BASE)
    with store:
        assert graph_store.replace(store, A, triples)
        assert not graph_store.add(store, OWN, triples)
        assert _is_whole(store)
        graph_store.replace(store, OWN, triples)
        graph_store.drop(store, A)
        assert built == []
        assert _is_whole(store)
        assert {entry.document.iri for entry in store.index.window(Filter())} == {DENIAL_IRI}


def test_what_was_not_followed_when_the_process_ended_is_later(
    store: Store, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with store, monkeypatch.context() as patched:
        store.index.window(Filter())
        patched.setattr(Indexed, "_follow", lambda _: None)
        store.update(f"DROP GRAPH <{OWN}>")
    with Store.create(store.folder or Path()) as again:
        assert {entry.document.iri for entry in again.index.window(Filter())} == {DENIAL_IRI}
        assert _is_whole(again)
    assert built == []


def test_the_log_of_updates_stays_as_long_as_it_was() -> None:
    with Store.in_memory() as store:
        for number in range(outbox.REMEMBERED + 5):
            store.update(f"INSERT DATA {{ GRAPH <{A}> {{ <x:s> <x:p> {number} }} }}")
            if number == outbox.REMEMBERED:
                full = len([*store._quads.quads_for_pattern(None, None, None, OUTBOX)])
        assert len([*store._quads.quads_for_pattern(None, None, None, OUTBOX)]) <= full


# --------------------------------------------------------------------------------------------- any updates

GRAPHS = [f"https://example.org/graph/{number}" for number in range(3)]
DOCUMENTS = ["<x:doc0>", "<x:doc1>", "_:doc2"]
PEOPLE = ["<x:ann>", "<x:ben>", "<x:cid>", "'nobody'", "_:someone"]
ENTRIES = ["<x:event0>", "<x:event1>"]


def _entry(entry: int, document: int, day: int) -> str:
    node, at = ENTRIES[entry], f"x:{entry}/{document}"
    return (
        f"{node} rdfs:label 'Ferry {entry}' ; ek:statedIn {DOCUMENTS[document]} ; ek:when <{at}/w> ; "
        f"ek:evidence <{at}/e> . <{at}/e> oa:hasSelector <{at}/s> . "
        f"<{at}/w> ek:edtf '2016-02-0{day}' ; ek:dated 'true' . "
        f"<{at}/s> oa:start '0' ; oa:end '9' ; oa:exact 'The ferry' ."
    )


entries = st.builds(_entry, st.integers(0, 1), st.integers(0, 1), st.integers(1, 2))
roles = st.builds(
    "{} {} {} .".format,
    st.sampled_from(ENTRIES),
    st.sampled_from(["ek:participant", "ek:place", "ek:audience", "ek:eventType"]),
    st.sampled_from(PEOPLE),
)
documents = st.builds(
    "{} a ek:SourceDocument ; {} .".format,
    st.sampled_from(DOCUMENTS),
    st.sampled_from([f"schema:publisher {who}" for who in PEOPLE[:4]]),
)
names = st.builds(
    "{} rdfs:label '{}' .".format, st.sampled_from([*PEOPLE[:3], "_:someone"]), st.sampled_from("xyz")
)
garbage = st.sampled_from(
    [
        "<x:0/0/s> oa:start 'none' .",
        "<x:event0> ek:statedIn 'nowhere' .",
        "<x:0/0/w> ek:earliest 'never' .",
        "<x:doc0> schema:datePublished 'soon' .",
        "<x:event0> ek:when [] .",
    ]
)
triples = st.lists(st.one_of(entries, roles, documents, names, garbage), min_size=1, max_size=6).map(" ".join)
graphs = st.sampled_from([*GRAPHS, GRAPHS[0]])
targets = st.one_of(graphs.map("<{}>".format), st.just("DEFAULT"))
operations = st.one_of(
    st.builds("INSERT DATA {{ GRAPH <{}> {{ {} }} }}".format, graphs, triples),
    st.builds("INSERT DATA {{ {} }}".format, triples),
    st.builds("{} SILENT {} TO {}".format, st.sampled_from(["COPY", "MOVE", "ADD"]), targets, targets),
    st.builds("{} SILENT GRAPH <{}>".format, st.sampled_from(["CLEAR", "DROP"]), graphs),
    st.builds(
        "DELETE WHERE {{ GRAPH <{}> {{ ?s {} ?o }} }}".format,
        graphs,
        st.sampled_from(["rdfs:label", "ek:statedIn", "a", "ek:participant", "ek:place"]),
    ),
    st.builds("WITH <{}> INSERT {{ ?s rdfs:label '{}' }} WHERE {{ ?s a ?o }}".format, graphs, st.just("w")),
    st.just("DELETE WHERE { GRAPH ?g { ?s ek:audience ?o } }"),
    st.builds(f"INSERT DATA {{{{ GRAPH <{ENTITIES}> {{{{ {{}} }}}} }}}}".format, names),
)
merges = st.sets(
    st.sampled_from([("x:ann", "x:ben"), ("x:ben", "x:cid"), ("x:event0", "x:event1")]), max_size=2
)


def _merged(pairs: set[tuple[str, str]]) -> set[Quad]:
    quads = set()
    for one, other in pairs if len({iri for pair in pairs for iri in pair}) == 2 * len(pairs) else set():
        node = NamedNode(f"x:merge/{one}/{other}")
        facts = [(TYPE, EK.Merge), (EK.canonical, NamedNode(one))]
        facts += [(EK.version, NamedNode(iri)) for iri in (one, other)]
        quads |= {Quad(node, predicate, value, merged_graph(DEFAULT_BASE)) for predicate, value in facts}
    return quads


TERMS = """SELECT t.iri, t.label, (SELECT c.iri FROM term c WHERE c.id = t.stands) FROM term t
WHERE EXISTS (SELECT 1 FROM span s WHERE s.key = t.id) ORDER BY 1"""
ROWS = "SELECT iri, names, differs, salience FROM entry ORDER BY 1"


def _shown(index: Index) -> object:
    return (
        index.window(Filter()),
        index.documents(9),
        index.sizes(),
        index._connection.execute(TERMS).fetchall(),
        index._connection.execute(ROWS).fetchall(),
        [*checking.misplaced(index._connection)],
        [*checking.spoilt(index._connection, None)],
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(operations, operations, merges), max_size=9))
def test_after_any_updates_the_index_is_that_which_would_be_built_anew(
    steps: list[str | set[tuple[str, str]]],
) -> None:
    with Store.in_memory() as store:
        _, merged = store.index, set[Quad]()
        for step in steps:
            if isinstance(step, str):
                store.update(step)
            else:
                store.replace_quads(merged, _merged(step))
                merged = _merged(step)
            assert _shown(store.index) == _shown(Index.built(store._quads, store.base_iri, None))


def test_what_comes_back_is_one_again_with_what_it_was_merged_with() -> None:
    quads = [f"{DOCUMENTS[n]} a ek:SourceDocument . {_entry(n, n, 1)}" for n in range(2)]
    told = [f"INSERT DATA {{ GRAPH <{GRAPHS[n]}> {{ {quads[n]} }} }}" for n in range(2)]
    with Store.in_memory() as store:
        for update in told:
            store.update(update)
        assert len(store.index.window(Filter())) == 2
        store.replace_quads(set(), _merged({("x:event0", "x:event1")}))
        for update, entries in ((f"DROP GRAPH <{GRAPHS[0]}>", 1), (told[0], 1)):
            store.update(update)
            assert len(store.index.window(Filter())) == entries
            assert _shown(store.index) == _shown(Index.built(store._quads, store.base_iri, None))
