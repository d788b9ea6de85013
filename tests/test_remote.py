"""A knowledge base on a SPARQL server: the tests of the store in memory, and what is a server's own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import Quad

from kb.base import KnowledgeBase
from kb.cli import main
from kb.errors import NotFound
from kb.model import Filter
from kb.storing import Store
from kb.storing.changes import Change
from kb.storing.minting import graph_of
from kb.storing.opening import open_store
from kb.storing.outbox import conditional, logged
from kb.storing.remote import server_folder
from kb.storing.remote.store import Moved, RemoteStore
from kb.storing.terms import EK, TYPE
from kb.storing.workers import Limits, Workers
from kb.storing.workers.questions import Question
from tests.remote_servers import SERVERS
from tests.sample_findings import ANCIENT_IRI, STORY_IRI, ancient, denial, story, told_quads
from tests.test_storing_documents import (  # the same tests, over the stores below
    test_a_corrected_version_replaces_the_old_one,
    test_reading_twice_changes_nothing,
    test_removing_one_of_two_leaves_what_reading_the_other_alone_would_give,
    test_whom_another_document_mentions_stays,
)

__all__ = [
    "test_a_corrected_version_replaces_the_old_one",
    "test_reading_twice_changes_nothing",
    "test_removing_one_of_two_leaves_what_reading_the_other_alone_would_give",
    "test_whom_another_document_mentions_stays",
]


IDES = "-0043-03-15T00:00:00Z"


@pytest.fixture(scope="module", params=SERVERS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that stands for a server, started once for all tests here."""
    where = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch, SERVERS[request.param](where) as address:
        patch.setenv("XDG_CACHE_HOME", str(where / "cache"))
        yield server_folder(address)


@pytest.fixture(scope="module")
def made(folder: Path) -> Iterator[RemoteStore]:
    """A store on that server, made once: to look whether the vocabulary is there takes seconds."""
    with RemoteStore.create(folder) as made:
        yield made


@pytest.fixture
def store(made: RemoteStore) -> RemoteStore:
    """The same in the state it is in, and no document in it."""
    store = made.refreshed()
    for quad in list(store.quads(None, TYPE.value, EK.SourceDocument.value)):
        store.remove(quad.subject.value)
    return store


def test_what_lies_there_and_its_timeline_are_those_of_a_store_here(store: RemoteStore) -> None:
    with Store.in_memory() as here:
        for findings in (story(), denial(), ancient()):
            here.replace_document(findings)
            store.replace_document(findings)
        assert {*store.quads()} == {*here.quads()}
        assert len(store) == len(here)
        assert sorted(store.graphs()) == sorted(here.graphs())
        assert store.index.window(Filter()) == here.index.window(Filter())


def test_two_who_write_at_once_lose_nothing(store: RemoteStore, folder: Path) -> None:
    with RemoteStore.create(folder) as other:
        store.replace_document(story())
        other.replace_document(ancient())
        store.replace_document(denial())
        assert {STORY_IRI, ANCIENT_IRI} <= {entry.document.iri for entry in store.index.window(Filter())}
        other.remove(ANCIENT_IRI)
    assert ANCIENT_IRI not in store


def test_what_was_made_from_another_state_is_not_written(store: RemoteStore, folder: Path) -> None:
    with RemoteStore.create(folder) as other:
        other.replace_document(story())
    before = told_quads(store)
    with pytest.raises(Moved, match="Try again"):
        store.replace_quads({*before}, set())
    assert told_quads(store) == before


def test_an_update_with_an_old_state_does_nothing(store: RemoteStore) -> None:
    late = Quad(EK.late, EK.late, EK.late, graph_of(store.base_iri, STORY_IRI))
    old = logged(store._quads, Change(frozenset(), frozenset({late})), [])
    store.replace_document(ancient())
    store._quads.update(conditional(old))
    assert late not in {*store.quads(EK.late.value)}


def test_a_reader_sees_what_was_written_since(store: RemoteStore, folder: Path) -> None:
    with open_store(folder) as reader:
        assert reader.refreshed() is reader
        store.replace_document(story())
        newer = reader.refreshed()
        assert newer is not reader
        assert len(newer.index.window(Filter())) == len(story().statements) + len(story().events)


def test_a_change_that_is_too_large_at_once_is_written_in_pieces(
    store: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.storing.remote.store.PIECE", 100)
    whole = story()
    monkeypatch.setattr(RemoteStore, "_write", RemoteStore._write_in_pieces)
    assert store.replace_document(whole)
    assert store.replace_document(whole) is False
    assert store.replace_document(replace(whole, statements=whole.statements[:1]))


ANSWERS: tuple[tuple[str, list[tuple[str]]], ...] = (
    ("SELECT ?d { ?d a ek:SourceDocument }", [(ANCIENT_IRI,)]),
    ("ASK { ?d a ek:SourceDocument }", [("true",)]),
    ("ASK { ?d a ek:Nothing }", [("false",)]),
    ("SELECT ?d { ?w ek:dated ?d } LIMIT 1", [("true",)]),
    ("SELECT DISTINCT ?b { ?w ek:earliest ?b ; ek:edtf ?e FILTER(STR(?e) = '-0043-03-15') }", [(IDES,)]),
)


def test_queries_answer_as_here(store: RemoteStore) -> None:
    store.replace_document(ancient())
    for asked, rows in ANSWERS:
        assert list(store.query(asked).rows()) == rows, asked
    graph = store.query("CONSTRUCT { ?d a ek:SourceDocument } WHERE { ?d a ek:SourceDocument }")
    assert next(graph.rows())[0] == ANCIENT_IRI


def test_the_verbs_work(store: RemoteStore, folder: Path, tmp_path: Path) -> None:
    store.replace_document(story())
    entry = store.index.window(Filter())[0].iri
    for words in (
        ["timeline"],
        ["show", entry],
        ["explain", entry],
        ["query", "ASK { ?e a ek:Event }"],
        ["check", "--index"],
        ["reindex"],
        ["write", str(tmp_path / "all.csv")],
        ["dump", str(tmp_path / "all.nq")],
    ):
        done = CliRunner().invoke(main, [*words, "--kb", str(folder)])
        assert done.exit_code == 0, (words, done.output)
    assert (tmp_path / "all.nq").read_text().count("\n") > 500


def test_a_dump_is_no_server_s_to_load(store: RemoteStore, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "some.nq").write_text("")
    done = CliRunner().invoke(main, ["load", str(tmp_path / "some.nq"), "--kb", str(folder)])
    assert done.exit_code == 1
    assert "server's own loader" in done.output


def test_strangers_queries_are_asked_of_the_server_too(store: RemoteStore, folder: Path) -> None:
    store.replace_document(story())
    with Workers(folder, Limits(workers=1)) as workers:
        reply = workers.ask(Question("ASK { ?e a ek:Event }"), {"ask": "application/sparql-results+json"})
    assert b"true" in reply.text


def test_a_server_without_a_knowledge_base_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with (
        SERVERS["oxigraph"](tmp_path) as address,
        pytest.raises(NotFound, match="kb read SOURCE --kb ADDRESS"),
    ):
        KnowledgeBase.open(server_folder(address))
