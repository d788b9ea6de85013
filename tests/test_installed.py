"""What a stranger gets: the package installed, not linked, and `kb demo` in an empty directory."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FROM_INSTALLED = "from web.commands import main; main()"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package in it as `pip install .` would lay it down."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(ROOT)]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("the build system cannot be fetched: no package index is reached from here")
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def demo(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a running `kb demo` and what it printed on the way."""
    command = [sys.executable, "-c", FROM_INSTALLED, "demo", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUNBUFFERED": "1"}
    here = tmp_path_factory.mktemp("empty")
    with subprocess.Popen(command, cwd=here, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        printed = ""
        while not (address := re.search(r"http://127\.0\.0\.1:\d+/", printed)) and process.poll() is None:
            printed += process.stdout.readline()
        assert address, printed
        yield address.group(), printed
        process.terminate()


def test_the_demo_prints_what_it_found_and_by_which_rules(demo: tuple[str, str]) -> None:
    counts = re.search(r"(\d+) documents, (\d+) statements, (\d+) events", demo[1])
    assert counts, demo[1]
    assert all(int(count) >= 12 for count in counts.groups())
    assert "Dated by these rules:" in demo[1]


def test_the_demo_serves_pages_assets_and_sparql(demo: tuple[str, str]) -> None:
    page = get(demo[0])
    assert "<title>" in page
    assets = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert any(asset.endswith(".js") for asset in assets)
    assert any(asset.endswith(".css") for asset in assets)
    assert all(len(get(demo[0] + asset.lstrip("/"))) > 500 for asset in assets if "/dist/" in asset)
    answer = json.loads(
        get(f"{demo[0]}sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D")
    )
    assert int(answer["results"]["bindings"][0]["n"]["value"]) > 1000


def test_the_vocabulary_travels_with_the_package(demo: tuple[str, str]) -> None:
    assert "@prefix" in get(f"{demo[0]}ns", "text/turtle")


def get(address: str, accept: str = "application/json, text/html;q=0.9, */*;q=0.5") -> str:
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": accept})) as response:
        return str(response.read().decode())
