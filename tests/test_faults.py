"""What disks and clocks do to a store: said with what to do next, nothing lost, and it opens again after."""

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import StoreDamaged, StoreLocked
from kb.storing import Store, shapes
from kb.when import When
from tests.killed import ARTICLE
from tests.sample_findings import STORY_IRI, denial, story
from tests.test_cli import kb
from tests.test_index_damage import damage_all, index_file

REPORT = ARTICLE.format(number=3, day=17)
SMALL = "20m"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
    return tmp_path / "kb"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path / "report.txt"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of few megabytes, mounted for the test."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    place = tmp_path / "small"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs"]
    if subprocess.run(["mount", *options, str(place)], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield place
    gc.collect()  # what still holds a database open
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path, leave: int) -> Path:
    """Write a file that leaves so many bytes free."""
    free = shutil.disk_usage(disk).free
    (disk / "filling").write_bytes(b"\0" * max(0, free - leave))
    return disk / "filling"


def whole(folder: Path) -> list[str]:
    """What is wrong with a store that is opened to be written."""
    with Store.create(folder) as store:
        missing = [] if STORY_IRI in store else ["what was stored is gone"]
        return [*missing, *shapes.check_index(store).problems]


def copied(folder: Path, disk: Path) -> Path:
    shutil.copytree(folder, disk / "kb")
    return disk / "kb"


@pytest.mark.parametrize("leave", [0, 10_000, 200_000])
def test_a_full_disk_is_told_and_what_was_stored_stays(
    folder: Path, small_disk: Path, report: Path, leave: int
) -> None:
    small = copied(folder, small_disk)
    filling = fill(small_disk, leave)
    for _ in range(10):  # until it is full
        result = kb("read", report, "--no-merge", folder=small)
        kb("remove", result.stderr.split()[-1], folder=small) if result.exit_code == 0 else None
        if result.exit_code:
            break
    if result.exit_code:
        assert "make room" in result.stderr
    else:
        assert leave
    filling.unlink()
    assert whole(small) == []
    assert kb("read", report, folder=small).exit_code == 0


def test_a_damaged_index_on_a_full_disk_is_told_with_the_way_out(folder: Path, small_disk: Path) -> None:
    small = copied(folder, small_disk)
    damage_all(index_file(small))
    filling = fill(small_disk, 100_000)
    result = kb("timeline", folder=small)
    assert (result.exit_code, "make room" in result.stderr) == (1, True)
    assert "kb reindex" in result.stderr
    filling.unlink()
    assert kb("timeline", folder=small).exit_code == 0
    assert kb("check", "--index", folder=small).exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["backup", "a.tar"], ["dump", "a.nq"], ["write", "a.csv"], ["write", "a.ttl"]]
)
def test_a_file_for_which_there_is_no_room_is_told_and_not_left_half(
    folder: Path, small_disk: Path, arguments: list[str]
) -> None:
    filling = fill(small_disk, 0)
    result = kb(arguments[0], small_disk / arguments[1], folder=folder)
    assert (result.exit_code, "make room" in result.stderr) == (1, True)
    assert [path.name for path in small_disk.iterdir()] == ["filling"]
    filling.unlink()
    assert kb(arguments[0], small_disk / arguments[1], folder=folder).exit_code == 0


@pytest.mark.parametrize("verb", ["load", "restore"])
def test_a_knowledge_base_for_which_there_is_no_room_is_not_begun(
    folder: Path, small_disk: Path, tmp_path: Path, verb: str
) -> None:
    written = tmp_path / ("a.nq" if verb == "load" else "a.tar")
    assert kb("dump" if verb == "load" else "backup", written, folder=folder).exit_code == 0
    fill(small_disk, 50_000)
    result = kb(verb, written, folder=small_disk / "kb")
    assert (result.exit_code, "make room" in result.stderr) == (1, True)
    assert [path.name for path in small_disk.iterdir()] == ["filling"]


def test_a_disk_that_cannot_be_written_is_told_and_is_read(
    folder: Path, small_disk: Path, report: Path
) -> None:
    small = copied(folder, small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    result = kb("read", report, folder=small)
    assert (result.exit_code, "give another folder with --kb" in result.stderr) == (1, True)
    assert kb("timeline", folder=small).exit_code == 0
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert whole(small) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every folder")
def test_a_folder_that_may_not_be_written_is_told(folder: Path, report: Path) -> None:
    for path in (folder, folder / "store"):
        path.chmod(0o500)
    result = kb("read", report, folder=folder)
    for path in (folder, folder / "store"):
        path.chmod(0o700)
    assert (result.exit_code, "change its permissions" in result.stderr) == (1, True)
    assert whole(folder) == []


def test_a_second_process_is_told_who_is_first(folder: Path, report: Path) -> None:
    with Store.create(folder):
        result = kb("read", report, folder=folder)
        assert (result.exit_code, "Wait until it is done" in result.stderr) == (1, True)
        assert kb("timeline", folder=folder).exit_code == 0
        with pytest.raises(StoreLocked):
            Store.create(folder)
    assert kb("read", report, folder=folder).exit_code == 0


def test_a_clock_that_jumps_back_changes_no_order_and_loses_nothing(folder: Path, report: Path) -> None:
    late, early = datetime(2030, 1, 1, tzinfo=UTC), datetime(1999, 1, 1, tzinfo=UTC)
    with KnowledgeBase.create(folder) as base:
        (document,) = base.documents_in(report)
        base.read(document)
        base.correct(document.iri, When.parse("2016-06-24"), late)
        base.correct(document.iri, When.parse("2016-06-25"), early)
        assert [str(right.correction.when) for right in base.corrections()] == ["2016-06-25"]
    past = early.timestamp()
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (past, past))
    with KnowledgeBase.open(folder) as before, Store.create(folder) as store:
        store.replace_document(denial())
        for path in folder.rglob("*"):
            os.utime(path, (past, past))
        with before.refreshed() as after:  # seen by size, though the clock says nothing happened
            assert len(after.documents()) == len(before.documents()) + 1
    assert whole(folder) == []


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def first(folder: Path, pattern: str) -> Path:
    return max(folder.glob(pattern), key=lambda path: path.stat().st_size)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a data file is cut short": lambda folder: cut(first(folder, "store/*.sst")),
    "a data file is gone": lambda folder: first(folder, "store/*.sst").unlink(),
    "the list of files is gone": lambda folder: first(folder, "store/MANIFEST-*").unlink(),
    "the name of the list is gone": lambda folder: (folder / "store" / "CURRENT").write_bytes(b""),
    "the settings are gone": lambda folder: (folder / "settings.toml").unlink(),
}


@pytest.mark.parametrize("opened", [Store.open, Store.create], ids=["read", "written"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_told_and_a_backup_mends_it(
    folder: Path, tmp_path: Path, damage: Callable[[Path], object], opened: Callable[[Path], Store]
) -> None:
    assert kb("backup", tmp_path / "a.tar", folder=folder).exit_code == 0
    damage(folder)
    with pytest.raises(StoreDamaged, match="kb restore"):
        opened(folder)
    assert kb("restore", tmp_path / "a.tar", "--force", folder=folder).exit_code == 0
    assert whole(folder) == []


def copied_in_use(folder: Path, to: Path) -> Path:
    """A copy of a store that is open; what it clears away while it is copied is looked at anew."""
    for _ in range(5):
        try:
            return shutil.copytree(folder, to)
        except shutil.Error:
            shutil.rmtree(to)
    raise AssertionError("The store changes all the time.")


def test_a_log_that_a_power_cut_tore_costs_its_end_and_nothing_before_it(folder: Path) -> None:
    with Store.create(folder) as store:
        store.flush()
        store.replace_document(denial())
        torn = copied_in_use(folder, folder.with_name("torn"))
    log = first(torn, "store/*.log")
    log.write_bytes(log.read_bytes()[:-7])
    assert whole(torn) == []
