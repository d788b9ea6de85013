"""The index answers as looking at every entry would: windows, totals and densities of any filter."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.errors import BadDate
from kb.model import Filter
from kb.ontology import EKV
from kb.storing.index import checking
from kb.storing.index.intervals import name_key
from kb.when import When
from kb.when.days import civil
from tests.indexed import LATER, PAPERS, PEOPLE, Made, add_later, indexed, ranked, scan

DATES = ["2016", "2015-11", "2016-06-03", "2016-06-17", "2016-06-17T10:30:00Z", "2016-06-10/2016-06-18"]
DATES += ["2014-09/..", "../2016-06-17", "../..", "/", "-0043-03-15", "Y12000", "2016-21", "1939/1945"]
WINDOWS = [None, *map(When.parse, ("2016-06-17", "2016", "2015", "-0044", "2016-06-17T10:30:00Z", "1941"))]

made = st.builds(
    Made,
    edtf=st.sampled_from(DATES),
    dated=st.booleans(),
    statement=st.booleans(),
    document=st.integers(0, 3),
    who=st.sets(st.integers(0, 3), max_size=2).map(tuple),
    status=st.sampled_from(["happened", "planned"]),
    type=st.sampled_from(["strike", "meeting"]),
    same=st.integers(0, 3),
    words=st.sampled_from(["ferry sank", "dockers struck"]),
)
entries = st.lists(made, max_size=25).map(
    lambda several: [_numbered(one, number) for number, one in enumerate(several)]
)


def _wanted(**given: Any) -> Filter:
    """The filter; one whose window ends before it begins is refused, so its ends change places."""
    try:
        return Filter(**given)
    except BadDate:
        return Filter(**{**given, "since": given["until"], "until": given["since"]})


filters = st.builds(
    _wanted,
    about=st.sampled_from(["", *PEOPLE[:2], "ferry", "dock struck", "person 1", "ferry 2 person", "nobody"]),
    since=st.sampled_from(WINDOWS),
    until=st.sampled_from(WINDOWS),
    kind=st.sampled_from(["", "event", "statement"]),
    type=st.sampled_from(["", EKV.strike]),
    status=st.sampled_from(["", "planned"]),
    actor=st.sampled_from(["", "", PEOPLE[0]]),
    source=st.sampled_from(["", "", PAPERS[1]]),
    text=st.sampled_from(["", "", "ferry said"]),
    dated=st.sampled_from([False, False, True]),
    order=st.sampled_from(["time", "salience"]),
)


def _numbered(one: Made, number: int) -> Made:
    """An entry of its own; events are one with events only, statements with statements."""
    return replace(one, number=number, statement=one.same > 1 if one.same else one.statement)


LAW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LAW
@given(entries, entries, filters)
def test_what_comes_later_is_found_beside_what_is_numbered_in_order(
    first: list[Made], others: list[Made], wanted: Filter
) -> None:
    later = [replace(one, document=LATER, same=0) for one in others]
    index = indexed(first)
    add_later(index, later)
    found = [entry.iri for entry in index.window(replace(wanted, order="time"))]
    assert found == [one.iri for one in scan([*first, *later], replace(wanted, order="time"))]
    assert list(checking.misplaced(index._connection)) == []


def test_the_check_tells_what_is_numbered_out_of_order() -> None:
    index = indexed([Made("2016", 1), Made("2016-06-03", 2), Made("2016-06-17", 3)])
    index._connection.execute("DELETE FROM shelf WHERE first = 2")
    (told,) = checking.misplaced(index._connection)
    assert told == f"{Made('', 3).iri}: is not numbered in the index as others of its day are"


@LAW
@given(entries, filters, st.integers(0, 5), st.integers(1, 9))
def test_a_window_is_what_a_scan_of_all_entries_gives(
    several: list[Made], wanted: Filter, offset: int, limit: int
) -> None:
    index, expected = indexed(several), scan(several, wanted)
    assert [entry.iri for entry in index.window(wanted)] == [one.iri for one in expected]
    if wanted.order == "time":
        part = index.window(replace(wanted, limit=limit), offset)
        assert [entry.iri for entry in part] == [one.iri for one in expected[offset : offset + limit]]


@LAW
@given(entries, filters, st.integers(1, 9))
def test_pages_of_what_matters_most_are_all_of_it_each_once_what_matters_more_before(
    several: list[Made], wanted: Filter, limit: int
) -> None:
    wanted = replace(wanted, order="salience")
    index, ranks = indexed(several), ranked(several, wanted)
    expected = [one.iri for one in scan(several, wanted)]
    pages = [
        [entry.iri for entry in index.window(replace(wanted, limit=limit), offset)]
        for offset in range(0, len(expected), limit)
    ]
    assert all(page == sorted(page, key=expected.index) for page in pages)
    told = [iri for page in pages for iri in page]
    assert sorted(told) == sorted(expected)
    assert [ranks[iri] for iri in told] == [ranks[iri] for iri in expected]


@pytest.mark.parametrize(
    "asked", [{}, {"about": PEOPLE[0]}, {"about": "ferry"}, {"axis": "published"}, {"axis": "said"}]
)
def test_of_entries_that_matter_alike_a_window_shows_some_of_all_times(asked: dict[str, str]) -> None:
    days = [When.of_day(*civil(day)) for day in range(16_800, 17_200)]
    several = [Made(str(day), number, who=(0,)) for number, day in enumerate(days)]
    told_twice = [replace(several[number], same=number) for number in (7, 390)]
    again = [replace(one, document=9, number=1000 + one.number) for one in told_twice]
    several = [*told_twice, *(one for one in several if one.number not in (7, 390)), *again]
    shown = indexed(several).window(Filter(**asked, order="salience", limit=40))  # type: ignore[arg-type]
    numbers = [int(entry.iri.rpartition("-")[2]) for entry in shown]
    assert {*numbers[:2]} == {7, 390}
    quarters = Counter(number // 100 for number in numbers[2:])
    assert len(numbers) == 40
    assert min(quarters[quarter] for quarter in range(4)) >= 4


@LAW
@given(entries, filters)
def test_totals_are_the_lengths_of_windows(several: list[Made], wanted: Filter) -> None:
    expected = scan(several, wanted)
    assert indexed(several).total(wanted) == (len(expected), sum(not one.dated for one in expected))


@LAW
@given(entries, filters, st.integers(1, 20))
def test_a_density_counts_every_dated_entry_once(several: list[Made], wanted: Filter, bins: int) -> None:
    whole = replace(wanted, since=None, until=None)
    dated = [one for one in scan(several, whole) if one.dated and one.window != (None, None)]
    found = indexed(several).density(whole, bins)
    assert sum(bin_.events for bin_ in found) == sum(not one.statement for one in dated)
    assert sum(bin_.statements for bin_ in found) == sum(one.statement for one in dated)
    assert len(found) <= bins


@LAW
@given(entries, filters, st.integers(1, 4))
def test_around_a_moment_are_the_nearest_on_either_side(
    several: list[Made], wanted: Filter, number: int
) -> None:
    moment = When.parse("2016-06-10").window[0] or 0
    whole = replace(wanted, order="time")
    dated = [one for one in scan(several, whole) if one.dated and one.window != (None, None)]
    begins = [one.window[1] if one.window[0] is None else one.window[0] for one in dated]
    before = [one for one, begin in zip(dated, begins, strict=True) if begin is not None and begin < moment]
    after = [one for one, begin in zip(dated, begins, strict=True) if begin is not None and begin >= moment]
    found = indexed(several).around(whole, moment, number)
    assert [entry.iri for entry in found] == [one.iri for one in (*before[-number:], *after[:number])]


def test_what_stands_for_a_dated_version_and_has_no_bounds_is_next_to_no_moment() -> None:
    unbounded, version = Made("../..", 1, same=1), Made("2016", 2, dated=False, who=(0,), same=1)
    index, moment = indexed([unbounded, version]), When.parse("2016-06-10").window[0] or 0
    assert [entry.iri for entry in index.window(Filter(actor=PEOPLE[0]))] == [unbounded.iri]
    assert index.around(Filter(actor=PEOPLE[0]), moment, 1) == []


@pytest.mark.parametrize(
    ("certainty", "expected"),
    [("sure", ["2016"]), ("approximate", ["2014~", "2013%"]), ("uncertain", ["2015?", "2013%"])],
)
def test_entries_are_chosen_by_how_sure_their_dates_are(certainty: str, expected: list[str]) -> None:
    index = indexed([Made(edtf, n) for n, edtf in enumerate(["2016", "2015?", "2014~", "2013%"])])
    found = {entry.edtf for entry in index.window(Filter(certainty=certainty))}
    assert found == set(expected)


def test_what_has_no_date_of_its_own_can_be_left_out() -> None:
    index = indexed([Made("2016", 1), Made("../2016-06-03", 2, dated=False)])
    assert [entry.edtf for entry in index.window(Filter(dated=True))] == ["2016"]
    assert index.total(Filter(dated=True)) == (1, 0)


def test_as_known_on_a_day_what_was_published_later_is_not_told() -> None:
    told = [Made("2016-06-01", 1, document=5, same=1), Made("2016-06-02", 2, document=1, same=1)]
    told.append(Made("2016-05-01", 3, document=9))
    index = indexed(told)
    (early,) = index.window(Filter(known=When.parse("2016-06-03")))
    assert (early.iri, early.versions) == (told[1].iri, ())
    late = index.window(Filter(known=When.parse("2016-06-08")))
    assert [(entry.iri, len(entry.versions)) for entry in late] == [(told[0].iri, 1)]


def test_words_are_found_in_quotations_too_the_best_first() -> None:
    index = indexed([Made("2016", 1), Made("2016", 2, words="dockers", statement=True)])
    assert [entry.iri for entry in index.search("dock said", 5)] == [Made("2016", 2).iri]
    assert index.search("- %", 5) == []


def test_the_very_words_come_before_words_that_begin_so_and_labels_before_quotations() -> None:
    told = [
        Made("2016", 1, words="dockside"),
        Made("2016", 2, words="dock"),
        Made("2016", 3, words="dock", same=1),
        Made("2016", 4, 1, words="dock", same=1),
    ]
    found = [entry.iri for entry in indexed(told).search("dock", 4)]
    assert found == [
        told[number].iri for number in (2, 3, 1, 0)
    ]  # what two tell matters more, then what is newer
    assert [entry.iri for entry in indexed(told).search("dock", 1)] == [told[2].iri]


@pytest.mark.parametrize("begins", ["a", "ab", "ABBA", "abbot", "ább", "abc", "b", "bé", "z", "ab-b"])
def test_all_that_begins_so_is_found_whether_few_words_do_or_many(begins: str) -> None:
    words = ["ab", *(f"ab{letter}{more}" for letter in "bcd" for more in ("a", "b", "ba", "bot")), "Béla"]
    told = [Made("2016", number, words=word) for number, word in enumerate(words)]
    plain = begins.lower().replace("á", "a").replace("é", "e")
    fitting = {made.iri for made in told if made.words.lower().replace("é", "e").startswith(plain)}
    index = indexed(told)
    assert {entry.iri for entry in index.window(Filter(about=begins))} == fitting
    assert {entry.iri for entry in index.search(begins, 100)} == fitting
    assert index.total(Filter(about=begins)).entries == len(fitting)


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_how_labels_begin_is_in_order_as_they_are(labels: list[str]) -> None:
    begin = [name_key(label) for label in sorted(labels)]
    assert begin == sorted(begin)
    assert all(-(1 << 63) <= key < 1 << 63 for key in begin)
