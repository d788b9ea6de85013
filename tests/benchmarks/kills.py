"""Kill processes at seeded moments and check what they leave: `python -m tests.benchmarks.kills 200`.

A second number is the seed to begin with, to part a long run: `kills 100 100` is its second half.

They read, replace, remove, merge, build indexes, load, back up and hand over, each until it is killed;
`tests.killing` says what must hold. Prints what each trial found wrong, and how many of each kind were clean.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.killing import TRIALS, trial


def main(trials: int, first: int = 0) -> int:
    """Run so many trials, the kinds in turn; returns how many of them left something wrong."""
    kinds = [[*TRIALS][seed % len(TRIALS)] for seed in range(first, first + trials)]
    clean: Counter[str] = Counter()
    for seed, kind in enumerate(kinds, first):
        with tempfile.TemporaryDirectory(prefix="kill-") as folder:
            problems = trial(Path(folder), seed, kind)
        clean[kind] += not problems
        for told in problems or ["clean"]:
            print(f"trial {seed} ({kind}): {told}", flush=True)
    for kind, tried in Counter(kinds).items():
        print(f"{clean[kind]:>4} of {tried}  {kind}")
    print(f"{clean.total()} of {trials} trials left a whole store and an index that agrees with it")
    return trials - clean.total()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)
