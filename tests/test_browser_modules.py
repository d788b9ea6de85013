"""The computing modules of the front end, tested by Node's own test runner, and against ours.

The drawing reads EDTF itself, to know the inner ends of a date; here it is held to what `kb.when` says.
"""

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kb.when import When
from tests.browsing import BUNDLE

FRONTEND = Path(__file__).parent.parent / "web" / "frontend"
LARGEST = 45_000  # bytes of the script of the explorer, packed
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None, reason="Node is not installed, which runs the front end's unit tests"
)

RUN_ALL = "for (const file of process.argv.slice(1)) await import(file);"

READ_ALL = """
import { ends } from "./src/edtf.js";
const read = JSON.parse(process.argv[1]).map(ends);
console.log(JSON.stringify(read.map(({ from, to }) => [from && from[0], to && to[1]])));
"""

DATES = [
    "2016-06-17",
    "2016-02",
    "2016",
    "201X",
    "2016-XX",
    "2016-21",
    "2016-24",
    "2016-06?",
    "2016-06-17~",
    "2016-06%",
    "-0043-03-15",
    "Y12000",
    "2016-06-17T09:30:00Z",
    "2014-09/..",
    "../2016-06-17",
    "2015~/2016-02?",
]


def run_node(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [NODE or "node", *arguments], cwd=FRONTEND, capture_output=True, text=True, check=False
    )


def test_the_modules_pass_their_unit_tests() -> None:
    tests = sorted(f"./{path.relative_to(FRONTEND).as_posix()}" for path in FRONTEND.glob("tests/*.test.js"))
    done = run_node(
        "--input-type=module", "--eval", RUN_ALL, *tests
    )  # in one process: each takes its time to start
    assert done.returncode == 0, done.stdout[-4000:]
    assert "# fail 0" in done.stdout


def test_the_types_of_the_modules_fit() -> None:
    compiler = FRONTEND / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.is_file():
        pytest.skip("TypeScript is not installed (npm ci in web/frontend)")
    done = run_node(str(compiler), "-p", "jsconfig.json")
    assert done.returncode == 0, done.stdout[-4000:]


def test_the_script_of_the_explorer_is_small_enough() -> None:
    if not BUNDLE.is_file():
        pytest.skip("the front end has not been built (pip install -e . builds it)")
    assert len(gzip.compress(BUNDLE.read_bytes(), 9)) <= LARGEST


def test_the_drawing_and_the_server_agree_on_the_bounds_of_dates() -> None:
    done = run_node("--input-type=module", "--eval", READ_ALL, json.dumps(DATES))
    drawn = dict(zip(DATES, json.loads(done.stdout), strict=True))
    assert drawn == {edtf: list(When.parse(edtf).window) for edtf in DATES}
