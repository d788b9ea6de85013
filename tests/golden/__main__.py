"""`python -m tests.golden`: the scores on the golden articles, every miss, and the floors.

--update raises the floors to just under the scores; a floor over its score is kept and complained
about, unless --allow-lower is given too. Any words after the options keep the misses of the
measures whose name holds them ("date", "other: event", "statement speaker").
"""

import argparse
import sys

from tests.golden.floors import FLOORS, Floors, falls, load_floors, lowered, raised, written
from tests.golden.gold import load_all_twins
from tests.golden.reading import found_in_boilerplate, score_sets
from tests.golden.tally import Scores


def main() -> int:
    """Print, perhaps update; 1 when a score lies under its floor."""
    options = _options()
    scores = score_sets()
    print(_misses(scores, options.measure))
    print(_table(scores))
    strays = [f"{twin.name}: {words!r}" for twin in load_all_twins() for words in found_in_boilerplate(twin)]
    print(*(f"found in boilerplate: {stray}" for stray in strays), sep="\n")
    old = load_floors() if FLOORS.exists() else {}
    complaints = [words for name, tally in scores.items() for words in falls(name, tally, old)]
    print(*complaints, sep="\n")
    if options.update:
        _update(scores, old, options.allow_lower)
    return 1 if complaints or strays else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("measure", nargs="*", help="show the misses of these measures only")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --update: lower floors too")
    return parser.parse_args()


def _misses(scores: Scores, wanted: list[str]) -> str:
    chosen = {name: tally for name, tally in scores.items() if " ".join(wanted) in name}
    return "\n".join(f"{name:25} {miss}" for name, tally in chosen.items() for miss in tally.misses)


def _table(scores: Scores) -> str:
    head = f"\n{'measure':25} {'gold':>5} {'found':>5} {'right':>5} {'P':>6} {'R':>6} {'F1':>6}"
    rows = (
        f"{name:25} {tally.gold:5} {tally.found:5} {tally.hits:5} "
        f"{100 * tally.precision:6.1f} {100 * tally.recall:6.1f} {100 * tally.f1:6.1f}"
        for name, tally in scores.items()
    )
    return "\n".join((head, *rows))


def _update(scores: Scores, old: Floors, allow_lower: bool) -> None:
    new = lowered(scores) if allow_lower else raised(scores, old)
    FLOORS.write_text(written(new), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
