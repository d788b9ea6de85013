"""Kill writers at seeded moments and check what they leave: `python -m tests.benchmarks.kills 200`.

Each writes, replaces, removes, merges and builds indexes until it is killed; `tests.killing` says what must
hold. Prints what was wrong, and how many trials were clean.
"""

import sys
import tempfile
from pathlib import Path

from tests.killing import trial


def main(trials: int) -> int:
    """Run so many trials; returns how many of them left something wrong."""
    wrong = 0
    for seed in range(trials):
        with tempfile.TemporaryDirectory(prefix="kill-") as folder:
            problems = trial(Path(folder, "kb"), seed)
        wrong += bool(problems)
        for problem in problems:
            print(f"trial {seed}: {problem}", flush=True)
    print(f"{trials - wrong} of {trials} trials left a whole store and an index that agrees with it")
    return wrong


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])) > 0)
