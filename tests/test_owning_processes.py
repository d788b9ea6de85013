"""Commands while a site owns the store, all as processes: they write, ask, are interrupted, take over."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from kb.base import KnowledgeBase
from kb.storing.owning.wire import SOCKET
from tests.test_cli import kb
from tests.test_owning import REPORT

SERVE = "from web.commands import main; main(prog_name='kb')"


class Site:
    """kb serve --writable as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = started("serve", "--kb", folder, "--port", 0, "--writable", "--token", "secret")
        assert self.process.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/", self.process.stdout.readline())
        assert found
        self.address = found[0]

    def page(self, path: str) -> str:
        """What the site shows."""
        with urlopen(self.address + path) as answer:
            return str(answer.read().decode())


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SERVE, *map(str, arguments)],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site") / "kb")
    yield site
    site.process.kill()
    site.process.communicate()


@pytest.fixture
def served(site: Site, tmp_path: Path) -> tuple[Site, Path, Path]:
    """A site, its folder, and a report."""
    (tmp_path / "report.txt").write_text(REPORT.format(n=7))
    folder = Path(site.process.args[site.process.args.index("--kb") + 1])  # type: ignore[index,union-attr]
    return site, folder, tmp_path / "report.txt"


def test_commands_write_and_ask_while_a_site_owns_the_store(served: tuple[Site, Path, Path]) -> None:
    site, folder, report = served
    assert "Read “Ferry number 7”" in kb("read", report, folder=folder).stderr
    assert "Ferry number 7" in site.page("documents")
    with KnowledgeBase.open(folder) as base:
        (entry,) = base.timeline()
    name = entry.iri.removeprefix(base.base_iri)
    assert "2016-06-16" in kb("timeline", folder=folder).output
    assert "Thursday" in kb("explain", name, folder=folder).output
    assert "2016-06-10" in kb("correct", name, "2016-06-10", folder=folder).output
    assert "2016-06-10" in site.page("timeline?text=dockers")
    assert kb("reindex", folder=folder).stderr == "The index of timelines is built.\n"
    assert kb("remove", entry.document.iri, folder=folder).exit_code == 0
    assert "Ferry number 7" not in site.page("documents")
    assert "There is no document" in kb("remove", entry.document.iri, folder=folder).output


def test_interrupting_a_command_keeps_what_it_printed_and_the_site_goes_on(
    served: tuple[Site, Path, Path], tmp_path: Path
) -> None:
    site, folder, _ = served
    for number in range(100, 300):
        (tmp_path / "many").mkdir(exist_ok=True)
        (tmp_path / "many" / f"{number}.txt").write_text(REPORT.format(n=number))
    process = started("read", tmp_path / "many", "--kb", folder)
    assert process.stderr
    first = process.stderr.readline()
    process.send_signal(signal.SIGINT)
    rest = process.communicate()[1]
    assert (process.returncode, rest.splitlines()[-1]) == (1, "Aborted!")
    shown = site.page("documents")
    assert all(title in shown for title in re.findall("Ferry number [0-9]+", first + rest))


def test_when_a_site_is_killed_the_next_command_takes_over(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT.format(n=7))
    site = Site(tmp_path / "kb")
    site.process.kill()
    site.process.communicate()
    assert (tmp_path / "kb" / SOCKET).exists()
    assert kb("read", tmp_path / "report.txt", folder=tmp_path / "kb").exit_code == 0
    assert not (tmp_path / "kb" / SOCKET).exists()


def test_a_second_site_that_would_write_is_refused(served: tuple[Site, Path, Path]) -> None:
    _, folder, _ = served
    refused = kb("serve", "--port", 0, "--writable", "--token", "other", folder=folder)
    assert (refused.exit_code, "Another process is writing" in refused.stderr) == (1, True)
