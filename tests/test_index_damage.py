"""An index whose file is damaged where opening it does not show it: built anew, told, by one at a time."""

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest

from kb.base import KnowledgeBase
from kb.errors import StoreDamaged
from kb.model import Entry, Filter
from kb.storing import Store, shapes
from kb.storing.index import Index, files, frozen, mending
from kb.storing.index.schema import VERSION
from tests.sample_findings import STORY_IRI, ancient, denial, story
from tests.test_cli import kb
from web import create_app

ROOT = Path(__file__).parent.parent
OPENED = pytest.mark.parametrize("opened", [Store.open, Store.create], ids=["read", "written"])


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """No index was built a moment ago."""
    monkeypatch.setattr(mending, "_RESTING", {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        for findings in (story, denial, ancient):
            store.replace_document(findings())
    return tmp_path / "kb"


def index_file(folder: Path) -> Path:
    path = files.newest(folder)
    assert path
    return path


def pages_of(path: Path, table: str) -> list[int]:
    """Where the pages of a table or lookup begin in a file: the root of its tree comes last of all."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    return [(root - 1) * size, size]


def overwritten(table: str) -> Callable[[Path], None]:
    """Damage in the middle of a file: the root of a table's tree is no page any more."""

    def damage(path: Path) -> None:
        begin, size = pages_of(path, table)
        content = bytearray(path.read_bytes())
        content[begin : begin + size] = b"\xa5" * size
        path.write_bytes(content)

    return damage


DAMAGE: dict[str, Callable[[Path], None]] = {
    table: overwritten(table) for table in ("meta", "entry", "span", "tally", "words_data", "entry_by_iri")
}
FOUND = {table: damage for table, damage in DAMAGE.items() if table != "meta"}  # not when it is opened
READ = {table: damage for table, damage in DAMAGE.items() if table != "entry_by_iri"}  # which writes ask


def damage_all(path: Path) -> None:
    """Whatever is asked comes to it."""
    for damage in (DAMAGE["entry"], DAMAGE["span"], DAMAGE["words_data"]):
        damage(path)


def everything(store: Store) -> list[Entry]:
    """What must be the same however the index came to be."""
    assert store.index.sizes().documents == 3
    assert store.index.total(Filter()).entries
    assert store.index.search("said", 3)
    found = store.index.window(Filter())
    assert found == store.index.window(Filter())
    assert len({*store.index.leads([entry.iri for entry in found]).values()}) == len(found)
    return found


@OPENED
@pytest.mark.parametrize("damage", READ.values(), ids=READ)
def test_damage_in_the_middle_has_the_index_built_anew_and_is_told_once(
    folder: Path,
    damage: Callable[[Path], None],
    opened: Callable[[Path], Store],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Store.open(folder) as store:
        before = everything(store)
    damage(index_file(folder))
    with opened(folder) as store:
        assert everything(store) == before
        assert shapes.check_index(store).problems == ()
    (record,) = caplog.records
    assert record.getMessage().startswith("The timeline index is damaged (")
    assert record.getMessage().endswith("): it is built anew from the store.")
    caplog.clear()
    with Store.open(folder) as store:
        assert everything(store) == before
    assert caplog.records == []


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_write_that_comes_to_damage_is_done_and_shown(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(index_file(folder))
    with Store.create(folder) as store:
        store.remove(STORY_IRI)
        assert shapes.check_index(store).problems == ()
        assert store.index.sizes().documents == 2


@pytest.mark.parametrize("damage", FOUND.values(), ids=FOUND)
def test_the_check_tells_of_damage_and_of_the_way_out(
    folder: Path, damage: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Index, "built", None)  # who checks wants to know, and has nothing built
    path = index_file(folder)
    damage(path)
    result = kb("check", "--index", folder=folder)
    assert result.exit_code == 1
    assert "The timeline index is damaged (" in result.output
    assert "kb reindex" in result.output
    monkeypatch.undo()
    assert kb("reindex", folder=folder).exit_code == 0
    assert kb("check", "--index", folder=folder).exit_code == 0


def test_a_letter_that_is_another_is_found_by_the_check_alone(folder: Path) -> None:
    path, text = index_file(folder), b"bombing"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()
    assert text in content
    path.write_bytes(content.replace(text, b"bombinh"))
    result = kb("check", "--index", folder=folder)
    assert (result.exit_code, "kb reindex" in result.output) == (1, True)
    assert kb("reindex", folder=folder).exit_code == 0
    assert kb("check", "--index", folder=folder).exit_code == 0


def test_whatever_bytes_are_others_a_question_is_answered_and_the_check_finds_what_is_wrong(
    folder: Path,
) -> None:
    with Store.open(folder) as store:
        before = everything(store)
    with closing(sqlite3.connect(index_file(folder))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole, random = index_file(folder).read_bytes(), Random(7)
    for _ in range(25):
        content, place = bytearray(whole), random.randrange(len(whole))
        content[place : place + random.choice((1, 40, 4000))] = random.randbytes(1)
        mending._RESTING.clear()
        index_file(folder).write_bytes(content)
        with Store.open(folder) as store:
            problems = shapes.check_index(store).problems
            assert problems or everything(store) == before
        kb("reindex", folder=folder)


def test_where_it_cannot_be_built_anew_the_way_out_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Index:
        with files.told(folder):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    damage_all(index_file(folder))
    monkeypatch.setattr(Index, "built", full)
    with Store.open(folder) as store, pytest.raises(StoreDamaged, match=r"make room.*kb reindex"):
        store.index.window(Filter())


def test_who_cannot_write_there_has_one_built_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with Store.open(folder) as store:
        before = everything(store)
    damage_all(index_file(folder))
    names = {path.name for path in folder.iterdir()}
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr(frozen, "_is_read_only", lambda _: True)
    with Store.open(folder) as store:
        assert everything(store) == before
    assert "one is built in memory" in caplog.text
    assert {path.name for path in folder.iterdir()} == names


def test_what_is_damaged_as_soon_as_it_is_built_is_not_built_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "RESTS", 10_000)
    with Store.create(folder) as store:
        for way_out in (None, r"kb reindex It was built anew just now"):
            damage_all(index_file(folder))
            store._asked.forget()
            if way_out is None:
                assert store.index.window(Filter())
                continue
            with pytest.raises(StoreDamaged, match=way_out):
                store.index.window(Filter())
        store.reindex()
        assert store.index.window(Filter())


def test_one_builds_and_the_others_are_told_to_ask_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, built = Event(), Event(), list[str]()
    build = Index.built

    def slowly(*given: object, **more: object) -> Index:
        begun.set()
        assert may_end.wait(30)
        built.append("once")
        return build(*given, **more)  # type: ignore[arg-type]

    damage_all(index_file(folder))
    monkeypatch.setattr(Index, "built", slowly)
    monkeypatch.setattr(mending, "PATIENCE", 0.01)
    with KnowledgeBase.open(folder) as base:
        site, answers = create_app(base), list[int]()
        first = Thread(target=lambda: answers.append(site.test_client().get("/timeline").status_code))
        first.start()
        assert begun.wait(30)
        refused = site.test_client().get("/timeline")
        assert (refused.status_code, "is being built anew" in refused.text) == (503, True)
        assert site.test_client().get("/sparql?query=ASK {?s ?p ?o}").status_code == 200
        may_end.set()
        first.join()
        assert answers == [200]
        assert site.test_client().get("/timeline").status_code == 200
    assert built == ["once"]


def test_two_who_notice_at_once_take_what_either_built(folder: Path) -> None:
    damage_all(index_file(folder))
    with Store.create(folder) as one, Store.open(folder) as other:
        assert one.index.window(Filter()) == other.index.window(Filter())
        assert one.index.window(Filter()) == other.index.window(Filter())
        one.remove(STORY_IRI)  # whose file the other one may have replaced
        with Store.open(folder) as later:
            assert later.index.window(Filter()) == one.index.window(Filter())
        assert shapes.check_index(one).problems == ()


def test_processes_that_notice_at_once_all_answer(folder: Path) -> None:
    damage_all(index_file(folder))
    ask = "from web.commands import main; main(prog_name='kb')"
    command = [sys.executable, "-c", ask, "timeline", "--kb", str(folder)]
    asking = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    answers = [process.communicate(timeout=120)[0] for process in asking]
    assert [process.returncode for process in asking] == [0, 0, 0]
    assert len({*answers}) == 1
    assert kb("check", "--index", folder=folder).exit_code == 0
    assert len([*folder.glob("index-*.sqlite")]) == 1


def test_a_file_that_is_taken_away_under_a_writer_is_built_with_the_next_write(folder: Path) -> None:
    with Store.create(folder) as store:
        assert store.index.window(Filter())
        index_file(folder).unlink()
        store.remove(STORY_IRI)
        assert shapes.check_index(store).problems == ()
        assert index_file(folder).exists()


def test_what_a_killed_process_had_half_built_is_taken_away(folder: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = folder / f"index-{files.HERE}-{ended.pid}.building"
    others = folder / "index-elsewhere-1.building"
    for path in (left, others):
        path.write_bytes(b"half")
    assert kb("reindex", folder=folder).exit_code == 0
    assert (left.exists(), others.exists()) == (False, True)


BUILDING = """
import sys, time
from pathlib import Path
from kb.model import Filter
from kb.storing import Store
from kb.storing.index import building
place_all = building.place_all
def slowly(*given):
    print("building", flush=True)
    time.sleep(60)
building.place_all = slowly
with Store.open(Path(sys.argv[1])) as store:
    store.index.window(Filter())
"""


def test_a_process_that_is_killed_while_it_builds_leaves_it_to_the_next(folder: Path) -> None:
    with Store.open(folder) as store:
        before = everything(store)
    damage_all(index_file(folder))
    command = [sys.executable, "-c", BUILDING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "building\n"
        process.kill()
    assert [*folder.glob("*.building")]
    with Store.open(folder) as store:
        assert everything(store) == before
    assert [*folder.glob("*.building")] == []


INSTEAD: dict[str, Callable[[Path], object]] = {
    "nothing in it": lambda path: path.write_bytes(b""),
    "a folder": lambda path: (path.unlink(), path.mkdir(), (path / "mine").write_text("kept")),
    "that of a newer version": lambda path: _numbered(path, VERSION + 1),
    "another database": lambda path: (path.unlink(), sqlite3.connect(path).execute("CREATE TABLE t (x)")),
}


def _numbered(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'version'", [version])
        connection.commit()


@OPENED
@pytest.mark.parametrize("put", INSTEAD.values(), ids=INSTEAD)
def test_whatever_lies_where_the_index_should_be(
    folder: Path, put: Callable[[Path], object], opened: Callable[[Path], Store]
) -> None:
    with Store.open(folder) as store:
        before = everything(store)
    put(index_file(folder))
    for _ in range(2):
        with opened(folder) as store:
            assert everything(store) == before


def test_a_backup_over_a_damaged_index_is_whole(folder: Path, tmp_path: Path) -> None:
    assert kb("backup", tmp_path / "a.tar", folder=folder).exit_code == 0
    damage_all(index_file(folder))
    assert kb("backup", tmp_path / "b.tar", folder=folder).exit_code == 0
    for name in ("a.tar", "b.tar"):
        damage_all(index_file(folder))
        assert kb("restore", tmp_path / name, "--force", folder=folder).exit_code == 0
        assert kb("check", "--index", folder=folder).exit_code == 0


@pytest.mark.parametrize("writable", [False, True])
def test_a_running_site_goes_on_over_a_damaged_index(
    folder: Path, writable: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with (KnowledgeBase.create if writable else KnowledgeBase.open)(folder) as base:
        client = create_app(base).test_client()
        assert client.get("/timeline").status_code == 200
        with closing(sqlite3.connect(index_file(folder))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        damage_all(index_file(folder))
        base._store.index._connection.execute("PRAGMA cache_size = 0")
        logging.getLogger("kb").info("damaged")
        pages = ("/", "/timeline", "/documents", "/timeline?text=said", "/map")
        assert {path: client.get(path).status_code for path in pages} == dict.fromkeys(pages, 200)
