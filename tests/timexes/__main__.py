"""`python -m tests.timexes [FAMILY]`: the scores of dating on the cases beside this, and every miss."""

import sys

from tests.timexes.scoring import file_names, load_cases, score_file


def main() -> None:
    """Print every miss, the scores by family, and those of each file."""
    wanted = " ".join(sys.argv[1:])
    for name in file_names():
        for measure, tally in score_file(name, wanted).items():
            print(*(f"{measure:18} {miss}" for miss in tally.misses), sep="\n")
    for name in file_names():
        for family in dict.fromkeys(case.family for case in load_cases(name)):
            _print_scores(name, family)
        _print_scores(name)


def _print_scores(name: str, family: str = "") -> None:
    scores = score_file(name, family)
    figures = "  ".join(f"{m.split(': ')[1]} {100 * t.f1:5.1f}" for m, t in scores.items())
    print(f"{name + ' ' + family:36} {figures}")


if __name__ == "__main__":
    main()
