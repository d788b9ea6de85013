"""The scores of dating on the development data, which may not fall below these floors.

The data are not part of the project: the folder is named by `KB_EVAL_DATA`. Extents are paired when
equal; a value counts when it is equal too. The full measures are those of the TempEval-3 toolkit.
"""

import json
import re
from pathlib import Path

import pytest

from kb.dating import parse_date
from tests.dating_text import times_of

FLOORS = {  # file: F1 of extents, F1 of extents with their values
    "wikiwars_dev.jsonl": (0.93, 0.86),
    "meantime_dev.jsonl": (0.89, 0.79),
}


def _published(dct: str | None) -> str | None:
    """The date of a document; a few have day, month and year in that order."""
    turned = re.sub(r"^(\d\d)-(\d\d)-(\d{4})$", r"\3-\2-\1", dct or "")
    when = parse_date(turned)
    return str(when) if when else None


def _f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted)


def _scores(path: Path) -> tuple[float, float]:
    extents = values = found = wanted = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        gold = {(time["start"], time["end"]): time["value"] for time in document["timexes"]}
        times = times_of(document["text"], _published(document["dct"]))
        system = {(time.span.start, time.span.end): time.value for time in times}
        extents += len(gold.keys() & system.keys())
        values += len(gold.items() & system.items())
        found, wanted = found + len(system), wanted + len(gold)
    return _f1(extents, found, wanted), _f1(values, found, wanted)


@pytest.mark.parametrize("name", FLOORS)
def test_no_score_falls_below_its_floor(eval_data: Path, name: str) -> None:
    path = eval_data / "temporal" / name
    if not path.exists():
        pytest.skip(f"{name} is not among the development data")
    extents, values = _scores(path)
    assert (extents, values) >= FLOORS[name]
    assert values >= FLOORS[name][1]
