"""`python -m tests.timexes`: the scores of dating on the cases beside this, and every miss.

--update raises the floors to just under the scores and lowers none. Words after the options keep the
misses and scores of the family they name.
"""

import argparse

from tests.golden.floors import load_floors, raised, written
from tests.timexes.scoring import FLOORS, file_names, load_cases, score_file, scores


def main() -> None:
    """Print every miss, the scores by family, and those of each file; perhaps raise the floors."""
    parser = argparse.ArgumentParser(prog="python -m tests.timexes", description=__doc__)
    parser.add_argument("family", nargs="*", help="show this family only")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    options = parser.parse_args()
    _print_misses(" ".join(options.family))
    for name in file_names():
        for family in dict.fromkeys(case.family for case in load_cases(name)):
            _print_scores(name, family)
        _print_scores(name)
    if options.update:
        FLOORS.write_text(written(raised(scores(), load_floors(FLOORS) if FLOORS.exists() else {})), "utf-8")


def _print_misses(family: str) -> None:
    for name in file_names():
        for measure, tally in score_file(name, family).items():
            for miss in tally.misses:
                print(f"{measure:18} {miss}")


def _print_scores(name: str, family: str = "") -> None:
    found = score_file(name, family)
    figures = "  ".join(f"{m.split(': ')[1]} {100 * t.f1:5.1f}" for m, t in found.items())
    print(f"{name + ' ' + family:36} {figures}")


if __name__ == "__main__":
    main()
