"""What several graphs tell stands once in the timeline, and the index stays as it would be built anew."""

from pathlib import Path

import pytest

from kb.model import Entry, Filter
from kb.storing import Store, bulk, shapes
from kb.storing.minting import graph_of
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
