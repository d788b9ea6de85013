"""How densely entries stand: equal bins over the time they span, counted one by one or ready made."""

from itertools import pairwise

import pytest

from kb.errors import BadDate
from kb.model import Bin, Filter
from kb.storing.index import counting
from kb.when import When
from tests.indexed import Made, indexed

DAY = 86_400


def entries(*dates: str, statement: bool = False, dated: bool = True) -> list[Made]:
    return [Made(edtf, number, statement=statement, dated=dated) for number, edtf in enumerate(dates)]


def density(made: list[Made], bins: int = 128, wanted: Filter | None = None) -> list[Bin]:
    return indexed(made).density(wanted or Filter(), bins)


@pytest.mark.parametrize(
    "nothing",
    [[], entries("/"), entries("../.."), entries("2016-06-17", dated=False)],
    ids=["none", "unknown", "open on both sides", "undated only"],
)
def test_where_nothing_is_dated_there_is_no_bin(nothing: list[Made]) -> None:
    assert density(nothing) == []


def test_one_entry_is_one_bin() -> None:
    assert density(entries("1970-01-02")) == [Bin(DAY, DAY + 1, events=1, statements=0)]


def test_bins_are_equal_follow_each_other_and_cover_every_entry() -> None:
    found = density(entries("1970-01-01", "1970-01-02", "1970-01-09", "1970-01-11"), bins=5)
    assert {bin_.until - bin_.since for bin_ in found} == {2 * DAY + 1}
    assert [bin_.since for bin_ in found[1:]] == [bin_.until for bin_ in found[:-1]]
    assert found[0].since == 0
    assert found[-1].since <= 10 * DAY < found[-1].until
    assert [bin_.events for bin_ in found] == [2, 0, 0, 1, 1]


def test_no_more_bins_than_asked_for_and_none_shorter_than_a_second() -> None:
    seconds = [f"1970-01-01T00:00:{second:02}Z" for second in range(10)]
    assert [bin_.events for bin_ in density(entries(*seconds), bins=100)] == [1] * 10
    assert [bin_.events for bin_ in density(entries(*seconds), bins=3)] == [4, 4, 2]


def test_years_before_our_era_stand_first() -> None:
    first, *between, last = density(entries("2016-06-17", "-0043-03-15", "-0044"), bins=4)
    assert (first.events, last.events) == (2, 1)
    assert [bin_.events for bin_ in between] == [0, 0]
    assert first.since < first.until < 0


def test_events_and_statements_are_counted_apart() -> None:
    told = [Made("2016", 1), Made("2016", 2, statement=True), Made("2016", 3, statement=True)]
    assert [(bin_.events, bin_.statements) for bin_ in density(told)] == [(1, 2)]


def test_what_has_no_begin_counts_where_it_ends() -> None:
    assert density(entries("../1970-01-01")) == [Bin(DAY - 1, DAY, events=1, statements=0)]


def test_a_season_has_a_place_though_edtf_sets_it_no_bounds() -> None:
    march = 59 * DAY
    assert density(entries("1970-21")) == [Bin(march, march + 1, events=1, statements=0)]


def test_several_articles_on_one_event_are_counted_once() -> None:
    told = [Made("2016", number, document=number, same=1) for number in range(3)]
    assert [bin_.events for bin_ in density(told)] == [1]


def test_of_a_window_what_begins_in_it_is_counted() -> None:
    wanted = Filter(since=When.parse("2016"), until=When.parse("2016"))
    assert sum(bin_.events for bin_ in density(entries("2015-03", "2016-02", "2016-05"), 9, wanted)) == 2


@pytest.mark.parametrize(
    ("since", "until", "makes_sense"),
    [
        ("2017", "2016", False),
        ("2016-06-18", "2016-06-17", False),
        ("2016", "2016", True),
        ("2016-06", "2016", True),
        ("2016-06/..", "2015", False),
        ("2017/..", "2016/..", True),
    ],
)
def test_a_window_that_ends_before_it_begins_is_no_filter(since: str, until: str, makes_sense: bool) -> None:
    asked = {"since": When.parse(since), "until": When.parse(until)}
    if makes_sense:
        assert Filter(**asked).since == When.parse(since)
    else:
        with pytest.raises(BadDate, match="Exchange the two"):
            Filter(**asked)


def test_far_dates_leave_the_days_between_as_fine_as_if_they_were_not_there() -> None:
    days = [f"2016-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    found = density(entries(*days, "-3000", "9000"), 120)
    assert sum(bin_.events for bin_ in found) == len(days) + 2
    assert max(bin_.events for bin_ in found) < 10
    assert all(one.until == other.since for one, other in pairwise(found))
    assert len(found) <= 3 * 120


@pytest.mark.parametrize("bins", [1, 7, 128])
@pytest.mark.parametrize("last", ["1971", "2300"])
def test_ready_counts_are_the_same_counts_in_whole_days(
    monkeypatch: pytest.MonkeyPatch, bins: int, last: str
) -> None:
    dates = [f"1970-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    made = entries(*dates, "-0300", last)
    exact = density(made, bins)
    monkeypatch.setattr(counting, "EXACTLY", 0)
    ready = density(made, bins)
    assert sum(bin_.events for bin_ in ready) == sum(bin_.events for bin_ in exact) == len(made)
    assert len(ready) <= 3 * bins
    assert all(bin_.since % DAY == bin_.until % DAY == 0 for bin_ in ready)
