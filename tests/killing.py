"""Processes killed in the middle of their work, and what must hold of what they leave.

`tests.killed` is their work. What was acknowledged must be there, every document whole or absent, index and
store agreed, an archive restorable or absent, and whoever comes next can go on.
"""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

from kb.model import Findings
from kb.storing import Store, backup, bulk, shapes
from kb.storing.owning import shared
from tests.killed import ARCHIVE, ARTICLE, ARTICLES, DUMP, STORIES

ROOT = Path(__file__).parent.parent
NUMBERS = range(1, 9)  # of articles


def trial(folder: Path, seed: int, kind: str) -> list[str]:
    """Kill a process that does this kind of work at a moment that the seed chooses.

    Returns what is wrong with what it leaves in the folder, a sentence each.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [*TRIALS[kind](folder, seed)]


class Working:
    """A process at work, and what it said until it was killed."""

    def __init__(self, kind: str, folder: Path, seed: int) -> None:
        command = [sys.executable, "-m", "tests.killed", kind, str(folder), str(seed)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout
        self._first = self._process.stdout.readline()

    def kill(self) -> list[str]:
        """Kill it; the lines it said, [] when it had ended by itself before."""
        self._process.send_signal(signal.SIGKILL)
        said, _ = self._process.communicate()
        return [self._first, *said.splitlines()] if self._process.returncode == -signal.SIGKILL else []

    def end(self) -> list[str]:
        """Wait until it ends by itself; the lines it said."""
        said, _ = self._process.communicate(timeout=60)
        return [self._first, *said.splitlines()]


def _killed(kind: str, folder: Path, seed: int, longest: float) -> list[str]:
    """What a process said that was killed within so many seconds of its first word."""
    working = Working(kind, folder, seed)
    sleep(Random(seed).random() * longest)
    return working.kill()


def _keeping(folder: Path, seed: int) -> Iterator[str]:
    said = _killed("keep", folder, seed, 1.5)
    yield from _unfit(folder / "kb", said, STORIES)


def _handing(folder: Path, seed: int) -> Iterator[str]:
    """Kill the one who owns the store, or the one who hands it what to write."""
    owner = Working("own", folder, seed)
    guest = Working("hand", folder, seed)
    sleep(Random(seed).random() * 2.0)
    if seed % 2:
        said = guest.kill()
        with shared(folder / "kb") as store:  # the owner goes on
            store.replace_document(STORIES[0]())
        owner.kill()
    else:
        owner.kill()
        said = guest.end()
        if "OwnerGone" not in said[-1]:
            yield f"the guest ended with {said[-1]!r}"
    yield from _unfit(folder / "kb", said, STORIES)


def _backing_up(folder: Path, seed: int) -> Iterator[str]:
    said = _killed("back up", folder, seed, 4.0)
    yield from _unfit(folder / "kb", said, STORIES)
    yield from _unfit_archive(folder, said, STORIES)


def _commanding(folder: Path, seed: int) -> Iterator[str]:
    write_articles(folder / ARTICLES)
    said = _killed("command", folder, seed, 14.0)
    if (folder / "kb").exists() or any("  http" in line for line in said):
        yield from _unfit(folder / "kb", said, findings_of())
        yield from _unfit_archive(folder, said, findings_of())


def _loading(folder: Path, seed: int) -> Iterator[str]:
    with Store.in_memory() as store:
        for findings in STORIES:
            store.replace_document(findings())
        bulk.dump(store, folder / DUMP)
    said = _killed("load", folder, seed, 3.0)
    loaded = sum(line.startswith("loaded") for line in said)
    if not said or (loaded and not (folder / f"kb{loaded - 1}" / "store").exists()):
        yield "what was acknowledged as loaded is gone"
    if not (folder / f"kb{loaded}" / "store").exists():
        bulk.load(folder / DUMP, folder / f"kb{loaded}")  # which what is left of the other does not hinder
    for path in folder.glob("kb*"):
        yield from _unfit(path, [f"kept {findings().document.iri}" for findings in STORIES], STORIES)


TRIALS: Mapping[str, Callable[[Path, int], Iterator[str]]] = {
    "keep": _keeping,
    "command": _commanding,
    "load": _loading,
    "back up": _backing_up,
    "hand": _handing,
}


def _unfit(folder: Path, said: list[str], told: Iterable[Callable[[], Findings]]) -> Iterator[str]:
    """What is wrong with a store whose writer said this."""
    if not said:
        yield "the process did not work until it was killed"
        return
    with Store.create(folder) as store:
        yield from (f"{iri} was acknowledged and is gone" for iri in _kept(said) if iri not in store)
        yield from _broken(store, told)


def _kept(said: list[str]) -> set[str]:
    """The documents that were acknowledged, and were not being taken out since."""
    kept: set[str] = set()
    for line in said:
        what, _, iri = line.strip().rpartition(" ")
        if what in ("kept", "") and iri.startswith("http"):
            kept.add(iri)
        elif what in ("removing", "Removed"):
            kept.discard(iri)
    return kept


def _broken(found: Store, told: Iterable[Callable[[], Findings]]) -> Iterator[str]:
    with Store.in_memory() as whole:
        for findings in told:
            if findings().document.iri in found:
                whole.replace_document(findings(), {})
        merged = f"{found.base_iri}graph/merged"
        left = {quad for quad in found.quads() if getattr(quad.graph_name, "value", "") != merged}
        if left != {*whole.quads()}:
            yield "a document is neither whole nor absent"
    yield from shapes.check_index(found).problems


def _unfit_archive(folder: Path, said: list[str], told: Iterable[Callable[[], Findings]]) -> Iterator[str]:
    if (folder / ARCHIVE).exists():
        backup.restore(folder / ARCHIVE, folder / "restored")
        with Store.create(folder / "restored") as store:
            yield from (f"of the archive: {problem}" for problem in _broken(store, told))
    elif any(line.startswith(("backed up", "Backed up")) for line in said):
        yield "an archive was acknowledged and is gone"


def write_articles(folder: Path) -> None:
    """Write articles of one strike, told several times."""
    folder.mkdir(exist_ok=True)
    for number in NUMBERS:
        (folder / f"{number}.txt").write_text(ARTICLE.format(number=number, day=number + 9), encoding="utf-8")


@cache
def findings_of() -> tuple[Callable[[], Findings], ...]:
    """What is found in these articles."""
    from kb import pipeline
    from kb.base import documents_in

    with TemporaryDirectory() as folder:
        write_articles(Path(folder))
        found = [pipeline.find(document, {}) for document in documents_in(folder)]
    return tuple(partial(_same, findings) for findings in found)


def _same(findings: Findings) -> Findings:
    return findings
