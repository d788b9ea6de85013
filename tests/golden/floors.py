"""Floors: the scores below which no change may fall, in `tests/floors.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.golden.tally import Scores, Tally

FLOORS = Path(__file__).parent.parent / "floors.toml"
MARGIN = 0.005  # floors are set this much under what was measured, and rounded down
MEASURES = ("precision", "recall", "f1")

Floors = Mapping[str, Mapping[str, float]]

_HEADER = """\
# The scores that no change may fall below: precision, recall and F1 of each measure. Written by
# `python -m tests.golden --update` (floors.toml) and `python -m tests.timexes --update`
# (timex_floors.toml), which raise floors and lower none; say in the commit why one had to be lowered.
"""


def load_floors(path: Path = FLOORS) -> Floors:
    """The floors, by measure."""
    return tomllib.loads(path.read_text("utf-8"))


def falls(name: str, tally: Tally, floors: Floors) -> list[str]:
    """What of a measure lies under its floor, in words."""
    floor = floors.get(name, {})
    return [
        f"{name}: {measure} {getattr(tally, measure):.4f} is under its floor {floor[measure]:.2f}"
        for measure in MEASURES
        if measure in floor and getattr(tally, measure) < floor[measure]
    ]


def raised(scores: Scores, floors: Floors) -> Floors:
    """New floors: a little under the scores, never lower than the old ones."""
    return {name: _higher(_just_under(tally), floors.get(name, {})) for name, tally in scores.items()}


def lowered(scores: Scores) -> Floors:
    """New floors a little under the scores, whatever the old ones were."""
    return {name: _just_under(tally) for name, tally in scores.items()}


def _just_under(tally: Tally) -> dict[str, float]:
    return {measure: int(max(getattr(tally, measure) - MARGIN, 0) * 100) / 100 for measure in MEASURES}


def _higher(new: Mapping[str, float], old: Mapping[str, float]) -> dict[str, float]:
    return {measure: max(new[measure], old.get(measure, 0.0)) for measure in MEASURES}


def written(floors: Floors) -> str:
    """Floors as TOML."""
    tables = (
        f'\n["{name}"]\n' + "".join(f"{measure} = {floor[measure]:.2f}\n" for measure in MEASURES)
        for name, floor in floors.items()
    )
    return _HEADER + "".join(tables)
