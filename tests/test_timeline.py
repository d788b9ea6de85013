"""How densely entries stand: equal bins over the time they span."""

import pytest

from kb.model import Entry, Named
from kb.timeline import Bin, density

DAY = 86_400


def entry(edtf: str, kind: str = "event", dated: bool = True) -> Entry:
    return Entry(
        iri="https://example.org/doc/aa/event-1",
        kind=kind,
        label="The ferry sank",
        edtf=edtf,
        earliest=None,  # the density reads the EDTF, not these
        latest=None,
        dated=dated,
        document=Named("https://example.org/doc/aa", "Ferry"),
        quote="The ferry sank.",
        start=0,
        end=15,
    )


def entries(*dates: str) -> list[Entry]:
    return [entry(edtf) for edtf in dates]


@pytest.mark.parametrize(
    "nothing",
    [[], entries("/"), entries("../.."), [entry("2016-06-17", dated=False)]],
    ids=["none", "unknown", "open on both sides", "undated only"],
)
def test_where_nothing_is_dated_there_is_no_bin(nothing: list[Entry]) -> None:
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
    told = [entry("2016"), entry("2016", "statement"), entry("2016", "statement")]
    assert [(bin_.events, bin_.statements) for bin_ in density(told)] == [(1, 2)]


def test_what_has_no_begin_counts_where_it_ends() -> None:
    assert density(entries("../1970-01-01")) == [Bin(DAY - 1, DAY, events=1, statements=0)]


def test_a_season_has_a_place_though_edtf_sets_it_no_bounds() -> None:
    march = 59 * DAY
    assert density(entries("1970-21")) == [Bin(march, march + 1, events=1, statements=0)]
