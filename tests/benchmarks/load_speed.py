"""How fast a knowledge base is loaded and opened, beside Oxigraph alone.

    pip install oxigraph        # brings the program
    python -m tests.benchmarks.load_speed ENTRIES FOLDER

Writes news of so many entries (`tests.benchmarks.news`) into FOLDER, loads it by `oxigraph load` into
FOLDER/oxigraph, builds an index alone, and loads it by `kb load` into FOLDER/kb, each in a process of its own
and one after the other. Prints seconds of CPU, which other work on the machine disturbs less than the clock,
and ratios of this run. FOLDER is kept: `reading_speed` and `http_speed` go on with it.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from tests.benchmarks.news import main as write_news

KB = "from web.commands import main; main(prog_name='kb')"
INDEX = """import sys
from pathlib import Path
from kb.storing import bulk
bulk.fill_index(Path(sys.argv[1]), Path(sys.argv[2]))"""
OPENED = """import sys, time
from pathlib import Path
from kb.model import Filter
from kb.storing import Store
start = time.perf_counter()
with Store.open(Path(sys.argv[1])) as store:
    store.index.window(Filter(limit=200))
    print(time.perf_counter() - start)"""
OPENINGS = 5


def seconds_of(*command: str) -> float:
    """The seconds of CPU that a command takes."""
    before, start = _used(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    used = _used() - before
    print(f"  {used:8.1f} s of CPU, {time.perf_counter() - start:8.1f} s by the clock", flush=True)
    return used


def _used() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def load(quads: Path, folder: Path, entries: int) -> None:
    """Load everything, and print how long it takes and how they compare."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:/usr/bin")
    if program is None:
        sys.exit("There is no oxigraph beside this Python: pip install oxigraph")
    print("oxigraph load")
    alone = seconds_of(program, "load", "--location", f"{folder}/oxigraph", "--file", str(quads))
    print("the index alone")
    (folder / "index").mkdir()
    index = seconds_of(sys.executable, "-c", INDEX, str(quads), f"{folder}/index")
    shutil.rmtree(folder / "index")
    print("kb load")
    whole = seconds_of(sys.executable, "-c", KB, "load", str(quads), "--kb", f"{folder}/kb")
    print(f"index: {entries / index:.0f} entries a second of CPU")
    print(f"kb load without the index takes {(whole - index) / alone:.2f} times as long as oxigraph load")


def opening(folder: Path) -> float:
    """The seconds it takes to open a store and show its first page, the median of several processes."""
    command = [sys.executable, "-c", OPENED, str(folder)]
    told = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(OPENINGS)]
    return median(float(one.stdout) for one in told)


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main(entries: int, folder: Path) -> None:
    """Make, load, open, and print."""
    folder.mkdir(parents=True)
    quads = folder / "news.nq"
    write_news(entries, quads)
    load(quads, folder, entries)
    with quads.open("rb") as lines:
        number = sum(1 for _ in lines)
    quads.unlink()
    bytes_a_quad = {name: size(folder / name) / number for name in ("kb", "oxigraph")}
    print(
        f"bytes a quad: {bytes_a_quad['kb']:.0f}, of Oxigraph alone {bytes_a_quad['oxigraph']:.0f}; ", end=""
    )
    print(f"{number / entries:.1f} quads an entry")
    print(f"opened, with its first page, in {opening(folder / 'kb'):.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
