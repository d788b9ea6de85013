"""What several graphs tell stands once in the timeline, and the index stays as it would be built anew."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.model import Entry, Filter
from kb.storing import Store, bulk, shapes
from kb.storing.index import Index, checking
from kb.storing.minting import graph_of
from kb.storing.terms import EK, LABEL, OA, TYPE
from tests.sample_findings import DENIAL_IRI, STORY_IRI, ancient, denial, story

COPY = "https://example.org/copies/{}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
        store.index.window(Filter())
    return tmp_path / "kb"


def _told(folder: Path) -> list[Entry]:
    """The timeline, which must be that of an index built anew."""
    with Store.create(folder) as store:
        found = store.index.window(Filter())
        store.reindex()
        assert store.index.window(Filter()) == found
    return found


@pytest.mark.parametrize("copy", ["http://a.example/before", COPY.format("behind")])
def test_a_copied_graph_tells_nothing_twice(folder: Path, copy: str) -> None:
    with Store.open(folder) as store:
        own = graph_of(store.base_iri, STORY_IRI).value
    before = _told(folder)
    for update in (f"COPY <{own}> TO <{copy}>", f"DROP GRAPH <{own}>", f"MOVE <{copy}> TO <{own}>"):
        with Store.create(folder) as store:
            store.index.window(Filter())
            store.update(update)
        assert _told(folder) == before
    with Store.create(folder) as store:
        assert shapes.check_index(store).problems == ()
        store.remove(STORY_IRI)
    assert {entry.document.iri for entry in _told(folder)} == {e.document.iri for e in before} - {STORY_IRI}


def test_the_check_takes_copies_for_no_more_than_they_are(folder: Path) -> None:
    with Store.create(folder) as store:
        own = graph_of(store.base_iri, STORY_IRI).value
        alone = shapes.check_index(store)
        for number in range(3):
            store.update(f"COPY <{own}> TO <{COPY.format(number)}>")
        assert shapes.check_index(store) == alone
    assert alone.problems == ()


def test_what_leaves_one_of_two_graphs_is_told_by_the_other(folder: Path) -> None:
    with Store.create(folder) as store:
        own, other = (graph_of(store.base_iri, iri).value for iri in (STORY_IRI, DENIAL_IRI))
        store.index.window(Filter())
        store.update(f"ADD <{own}> TO <{other}>")
    before = _told(folder)
    with Store.create(folder) as store:
        store.update(f"DROP GRAPH <{own}>")
    assert _told(folder) == before


def test_a_file_in_which_two_graphs_tell_the_same_is_loaded(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder) as store:
        bulk.dump(store, tmp_path / "all.nq")
        own, before = graph_of(store.base_iri, STORY_IRI).value, store.index.window(Filter())
    quads = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    end = f" <{own}> .\n"
    quads += [line.removesuffix(end) + f" <{COPY.format(1)}> .\n" for line in quads if line.endswith(end)]
    (tmp_path / "twice.nq").write_text("".join(quads), encoding="utf-8")
    bulk.load(tmp_path / "twice.nq", tmp_path / "twice")
    assert _told(tmp_path / "twice") == before


def test_an_entry_that_another_article_tells_too_outlives_the_first(folder: Path) -> None:
    with Store.create(folder) as store:
        own, other = (graph_of(store.base_iri, iri) for iri in (STORY_IRI, DENIAL_IRI))
        store.index.window(Filter())
        told = {*store.quads(graph=own.value)} - {*store.quads(STORY_IRI, graph=own.value)}
        document = NamedNode(DENIAL_IRI)
        copy = {
            Quad(q.subject, q.predicate, document if q.predicate == EK.statedIn else q.object, other)
            for q in told
        }
        store.replace_quads(set(), copy)
        before = {entry.iri for entry in store.index.window(Filter())}
        store.remove(min(STORY_IRI, DENIAL_IRI, key=lambda iri: graph_of(store.base_iri, iri).value))
    assert {entry.iri for entry in _told(folder)} <= before
    assert f"{STORY_IRI}/event-border" in {entry.iri for entry in _told(folder)}


DOCUMENTS = tuple(NamedNode(f"https://example.org/doc/{number}") for number in range(3))
ENTRIES = tuple(NamedNode(f"https://example.org/doc/0/event-{number}") for number in range(3))
GRAPHS = tuple(NamedNode(f"https://example.org/graph/{number}") for number in range(3))
PLACES = ("start", "end", "exact")


def _literals(node: NamedNode, **facts: str) -> list[Triple]:
    return [
        Triple(node, OA[name] if name in PLACES else EK[name], Literal(text)) for name, text in facts.items()
    ]


def _document_triples(number: int) -> list[Triple]:
    return [Triple(DOCUMENTS[number], TYPE, EK.SourceDocument)]


def _entry_triples(number: int, document: int) -> list[Triple]:
    """An event that an article tells, and the article says that it was on a day of its own."""
    entry = ENTRIES[number]
    when, evidence, place = (NamedNode(f"{entry.value}/{part}/{document}") for part in ("when", "said", "at"))
    return [
        Triple(entry, LABEL, Literal(f"Ferry {number}, says {document}")),
        Triple(entry, EK.statedIn, DOCUMENTS[document]),
        Triple(entry, EK.when, when),
        Triple(entry, EK.evidence, evidence),
        Triple(evidence, OA.hasSelector, place),
        *_literals(when, edtf=f"2016-0{document + 1}", dated="true"),
        *_literals(place, start="0", end="9", exact="The ferry"),
    ]


Content = tuple[set[int], dict[int, int]]  # the articles a graph describes; entries, each as of one article

contents = st.tuples(
    st.sets(st.integers(0, 2)), st.dictionaries(st.integers(0, 2), st.integers(0, 2), max_size=3)
)
steps = st.lists(st.dictionaries(st.sampled_from(GRAPHS), contents, min_size=1, max_size=2), max_size=6)


def _quads(wanted: dict[NamedNode, Content]) -> set[Quad]:
    return {
        Quad(triple.subject, triple.predicate, triple.object, graph)
        for graph, (documents, entries) in wanted.items()
        for triples in (
            *map(_document_triples, documents),
            *(_entry_triples(number, document) for number, document in entries.items()),
        )
        for triple in triples
    }


def _shown(index: Index) -> object:
    return (
        index.window(Filter()),
        index.documents(9),
        index.sizes(),
        list(checking.misplaced(index._connection)),
    )


@settings(max_examples=150, deadline=None)
@given(steps)
def test_whatever_graphs_come_to_tell_of_the_same_the_index_is_that_which_would_be_built_anew(
    changes: list[dict[NamedNode, Content]],
) -> None:
    with Store.in_memory() as store:
        _, told = store.index, dict[NamedNode, Content]()
        for change in changes:
            store.replace_quads(_quads(told), _quads(told | change))
            told |= change
            assert _shown(store.index) == _shown(Index.built(store._quads, store.base_iri, None))
