"""Counting a duration from a date."""

import pytest

from kb.when import When, count_from

COUNTED = [
    ("2016-06-17", "P2D", -1, "2016-06-15"),
    ("2016-06-17", "P1W", 1, "2016-06-20/2016-06-26"),
    ("2016-06-17", "P3M", 1, "2016-09"),
    ("2016-06-17", "P2.5Y", -1, "2013-12"),
    ("2014", "P1Y", 1, "2015"),
    ("2016-06-17", "PT48H", 1, "2016-06-19"),
    ("2016-06-17", "PT24H", -1, "2016-06-16"),
    ("2016-06-17", "PT90M", -1, "2016-06-17"),
    ("2016-06-17", "PTXH", 1, "2016-06-17"),
]


@pytest.mark.parametrize(("start", "duration", "sign", "end"), COUNTED)
def test_a_duration_is_counted_as_exactly_as_its_unit_says(
    start: str, duration: str, sign: int, end: str
) -> None:
    assert str(count_from(When.parse(start), duration, sign)) == end


@pytest.mark.parametrize(("start", "duration"), [("2016-06-17", "PXD"), ("2016", "P3D"), ("2016", "PT48H")])
def test_what_is_vague_or_too_coarse_counts_to_nothing(start: str, duration: str) -> None:
    assert count_from(When.parse(start), duration, 1) is None
