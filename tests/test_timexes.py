"""Dating on sentences of our own: never worse than before. `python -m tests.timexes` shows the misses."""

from itertools import pairwise

import pytest

from kb.when import from_timex
from tests.golden.floors import falls, load_floors
from tests.golden.tally import Scores
from tests.timexes.scoring import FLOORS as FILE
from tests.timexes.scoring import Case, file_names, load_cases, scores

FLOORS = load_floors(FILE)
CASES = [case for name in file_names() for case in load_cases(name)]


@pytest.fixture(scope="module")
def found() -> Scores:
    return scores()


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_falls_under_its_floor(measure: str, found: Scores) -> None:
    complaints = falls(measure, found[measure], FLOORS)
    assert not complaints, "\n".join([*complaints, *found[measure].misses])


def test_every_measure_has_a_floor(found: Scores) -> None:
    assert set(FLOORS) == set(found)


def test_no_two_cases_share_a_name() -> None:
    names = [case.id for case in CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_gold_stands_in_order_and_names_days_that_exist(case: Case) -> None:
    assert not any(one.span.overlaps(other.span) for one, other in pairwise(case.gold))
    days = [timex.value for timex in case.gold if timex.type == "DATE" and timex.value[:4].isdigit()]
    assert [value for value in days if "X" not in value and from_timex(value) is None] == []
