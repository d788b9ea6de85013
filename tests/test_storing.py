"""The store's folder: made, opened, locked, refused; one writes, others read; nothing half written."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from rdflib import RDFS, Literal

from kb.errors import BadRequest, NotFound, StoreDamaged, StoreLocked
from kb.ontology import DEFAULT_BASE
from kb.storing import Store, rows
from kb.storing.settings import SCHEMA_VERSION, Settings, check_base, load_settings, save_settings
from tests.sample_findings import ANCIENT_IRI, STORY_IRI, ancient, story

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

WRITER = """
import sys
from pathlib import Path
from kb.storing import Store
from tests.sample_findings import ancient, story

store = Store.create(Path(sys.argv[1]))
while True:
    for findings in (story(), ancient()):
        store.replace_document(findings)
        print(findings.document.iri, flush=True)
        store.remove(findings.document.iri)
"""

HOLDER = """
import sys
from pathlib import Path
from kb.storing import Store

store = Store.create(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""

ROOT = Path(__file__).parent.parent


def started(script: str, folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline()
    return process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
    return tmp_path / "kb"


def test_what_was_stored_is_there_when_opened_again(folder: Path) -> None:
    with Store.open(folder) as store:
        assert STORY_IRI in store
        assert ANCIENT_IRI not in store


def test_a_folder_without_a_store_is_not_found_and_stays_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no knowledge base"):
        Store.open(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_in_the_same_process_is_refused(folder: Path) -> None:
    with Store.create(folder), pytest.raises(StoreLocked, match="Another process"):
        Store.create(folder)


def test_while_another_process_writes_one_may_read_but_not_write(folder: Path) -> None:
    process = started(HOLDER, folder)
    try:
        with pytest.raises(StoreLocked, match="Another process"):
            Store.create(folder)
        with Store.open(folder) as store:
            assert rows.counts(store).documents == 1
    finally:
        process.communicate()


def test_a_snapshot_shows_what_was_there_when_it_was_opened(folder: Path) -> None:
    with Store.create(folder) as writer, Store.open(folder) as reader:
        writer.replace_document(ancient())
        assert ANCIENT_IRI not in reader
        with Store.open(folder) as later:
            assert ANCIENT_IRI in later


def test_killed_while_writing_it_holds_whole_documents_or_none(tmp_path: Path) -> None:
    process = started(WRITER, tmp_path / "kb")
    time.sleep(0.3)
    process.kill()
    process.communicate()
    with Store.open(tmp_path / "kb") as found, Store.in_memory() as whole:
        for findings in (story(), ancient()):
            if findings.document.iri in found:
                whole.replace_document(findings)
        assert {*found.quads()} == {*whole.quads()}


def test_opened_for_reading_it_cannot_be_written(folder: Path) -> None:
    with Store.open(folder) as store, pytest.raises(StoreDamaged, match="opened for reading only"):
        store.replace_document(ancient())


def test_a_closed_store_may_be_closed_again_but_not_asked(folder: Path) -> None:
    store = Store.open(folder)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="is closed"):
        store.query("ASK {}")


# ------------------------------------------------------------------------------- what is refused


def test_a_newer_layout_is_refused(folder: Path) -> None:
    save_settings(folder / "settings.toml", Settings(schema_version=SCHEMA_VERSION + 1))
    for opened in (Store.open, Store.create):
        with pytest.raises(StoreDamaged, match="newer version"):
            opened(folder)


@pytest.mark.parametrize("content", ["", "base_iri = 3", "not toml at all ["])
def test_damaged_settings_are_told(folder: Path, content: str) -> None:
    (folder / "settings.toml").write_text(content)
    with pytest.raises(StoreDamaged, match=r"settings\.toml"):
        Store.open(folder)


def test_a_store_without_its_settings_is_not_taken_for_a_new_one(folder: Path) -> None:
    (folder / "settings.toml").unlink()
    with pytest.raises(StoreDamaged, match=r"settings\.toml"):
        Store.create(folder)


def test_a_corrupt_database_is_told_with_the_way_out(folder: Path) -> None:
    for manifest in (folder / "store").glob("MANIFEST*"):
        manifest.write_bytes(b"\0" * 40)
    for opened in (Store.open, Store.create):
        with pytest.raises(StoreDamaged, match="restore the folder from a backup"):
            opened(folder)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "kb").write_text("a file")
    with pytest.raises(StoreDamaged):
        Store.create(tmp_path / "kb")


@pytest.mark.parametrize("base", ["", "kb/", "https://example.org/kb", "https://example.org/a b/", "urn:x:/"])
def test_what_is_no_base_is_refused_and_nothing_is_made(tmp_path: Path, base: str) -> None:
    with pytest.raises(BadRequest, match="no base IRI"):
        Store.create(tmp_path / "kb", base)
    assert not (tmp_path / "kb" / "settings.toml").exists()


# --------------------------------------------------------------------------------------- settings


@pytest.mark.parametrize("base", [DEFAULT_BASE, "http://127.0.0.1:8000/", "https://example.org/é#"])
def test_settings_are_read_as_they_were_written(tmp_path: Path, base: str) -> None:
    save_settings(tmp_path / "settings.toml", Settings(check_base(base)))
    assert load_settings(tmp_path / "settings.toml") == Settings(base)


def test_a_store_keeps_its_base(tmp_path: Path) -> None:
    Store.create(tmp_path / "kb", "https://example.org/mine/").close()
    with Store.create(tmp_path / "kb") as store:
        assert store.base_iri == "https://example.org/mine/"


# ---------------------------------------------------------------------------------------- rdflib


def test_the_dataset_has_a_graph_for_each_document_and_strings_as_rdflib_has_them(folder: Path) -> None:
    with Store.open(folder) as store:
        dataset = store.dataset()
        names = {str(graph.identifier) for graph in dataset.graphs()}
        assert f"{DEFAULT_BASE}graph/5f0c2f9be1a7d340" in names
        assert (None, RDFS.label, Literal("Interfax")) in dataset
        assert Literal("Interfax") in set(dataset.objects(None, RDFS.label))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?l { ?e a ek:Event ; rdfs:label ?l }",
        "ASK { ?e a ek:Event }",
        "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a ek:Event ; rdfs:label ?l }",
    ],
)
def test_queries_of_the_dataset_are_answered_by_oxigraph(
    folder: Path, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("rdflib.plugins.sparql.processor.evalQuery")
    with Store.open(folder) as store:
        assert len(store.dataset().query(query)) > 0


def test_selected_strings_equal_those_rdflib_makes(folder: Path) -> None:
    with Store.open(folder) as store:
        found = store.dataset().query("SELECT ?l { ?e ek:cue ?l }")
        assert (Literal("urge"),) in [tuple(row) for row in found]  # type: ignore[arg-type]
