"""A knowledge base as one file: written, loaded elsewhere, the same; nothing left where it cannot be."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from kb.errors import BadRequest, BadSource
from kb.model import Filter, Merge, Same
from kb.storing import Store, bulk, shapes
from kb.storing.merges import keep_merges
from tests.sample_findings import DENIAL_IRI, STORY_IRI, ancient, denial, story

BASE = "https://example.org/mine/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
        events = (f"{STORY_IRI}/event-border", f"{DENIAL_IRI}/event-denied")
        keep_merges(store, [Merge(kind=Same.EVENT, members=events, rule="r", score=1.0, reasons=("Both.",))])
    return tmp_path / "kb"


@pytest.mark.parametrize("name", ["all.nq", "all.nq.gz"])
def test_what_is_dumped_and_loaded_is_the_same(folder: Path, tmp_path: Path, name: str) -> None:
    with Store.open(folder) as store:
        count = bulk.dump(store, tmp_path / name)
        quads, entries = {*store.quads()}, store.index.window(Filter())
    bulk.load(tmp_path / name, tmp_path / "copy")
    with Store.open(tmp_path / "copy") as copy:
        assert {*copy.quads()} == quads
        assert copy.index.window(Filter()) == entries
        assert shapes.check_index(copy).problems == ()
    opened = gzip.open if name.endswith(".gz") else open
    with opened(tmp_path / name, "rt") as file:
        assert len(file.readlines()) == count


OUTSIDE = """INSERT DATA {
  <x:s> <x:p> _:a , "line\\n\\u00fc"@en-GB , 01 , "2016-06-17"^^<http://www.w3.org/2001/XMLSchema#date> .
  GRAPH <x:g> { _:a <x:p> _:b . _:b <x:p> _:a . _:c <x:p> "" }
}"""


@pytest.mark.parametrize("name", ["all.nq", "all.nq.gz"])
def test_blank_nodes_and_the_graph_without_a_name_come_back_isomorphic(tmp_path: Path, name: str) -> None:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
        store.update(OUTSIDE)
        bulk.dump(store, tmp_path / name)
    bulk.load(tmp_path / name, tmp_path / "copy")
    with Store.open(tmp_path / "kb") as store, Store.open(tmp_path / "copy") as copy:
        assert canonical(copy) == canonical(store)


def test_files_of_a_large_load_are_written_anew_and_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
        store.update(OUTSIDE)
        bulk.dump(store, tmp_path / "all.nq")
    bulk.load(tmp_path / "all.nq", tmp_path / "plain")
    monkeypatch.setattr(bulk, "LARGE", 0)
    bulk.load(tmp_path / "all.nq", tmp_path / "compacted")
    with Store.open(tmp_path / "plain") as plain, Store.open(tmp_path / "compacted") as compacted:
        assert canonical(compacted) == canonical(plain)
        assert shapes.check_index(compacted).problems == ()


def canonical(store: Store) -> ox.Dataset:
    """What a store holds, its blank nodes named by what is said of them."""
    dataset = ox.Dataset(store.quads())
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


@pytest.mark.parametrize("first", [0, 5])
def test_quads_in_any_order_are_loaded_and_indexed(folder: Path, tmp_path: Path, first: int) -> None:
    with Store.open(folder) as store:
        bulk.dump(store, tmp_path / "all.nq")
        entries = store.index.window(Filter())
    lines = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "all.nq").write_text("".join([*lines[:first], *reversed(lines[first:])]), encoding="utf-8")
    bulk.load(tmp_path / "all.nq", tmp_path / "copy")
    with Store.open(tmp_path / "copy") as copy:
        assert copy.index.window(Filter()) == entries


def test_the_base_is_told_by_the_file(tmp_path: Path) -> None:
    with Store.create(tmp_path / "kb", BASE) as store:
        store.replace_document(story())
        bulk.dump(store, tmp_path / "all.nq")
    bulk.load(tmp_path / "all.nq", tmp_path / "copy")
    assert Store.base_of(tmp_path / "copy") == BASE


def test_a_folder_that_has_a_knowledge_base_keeps_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "some.nq").write_text("")
    with pytest.raises(BadRequest, match="another folder"):
        bulk.load(tmp_path / "some.nq", folder)
    with Store.open(folder) as store:
        assert STORY_IRI in store


@pytest.mark.parametrize("name", ["some.nq", "some.nq.gz"])
def test_a_file_that_is_none_is_told_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"this is no quad\n")
    with pytest.raises(BadSource, match="kb dump"):
        bulk.load(tmp_path / name, tmp_path / "kb")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_dump_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder) as store, pytest.raises(BadRequest, match="Give another place"):
        bulk.dump(store, tmp_path / "missing" / "all.nq")
