"""When: how it is made, ordered and compared; and the laws it keeps."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadDate
from kb.when import When
from kb.when.days import Day, civil, month_length

MADE = [
    ("a day", When.of_day(2016, 6, 17), "2016-06-17"),
    ("a day of 44 BC", When.of_day(-43, 3, 15), "-0043-03-15"),
    ("a month", When.of_month(2016, 6), "2016-06"),
    ("a quarter", When.of_month(2016, 34), "2016-34"),
    ("a year", When.of_year(79), "0079"),
    ("a long year", When.of_year(12000), "Y12000"),
    ("a long year BC", When.of_year(-12000), "Y-12000"),
    ("nothing known", When.unknown(), "/"),
    ("between days", When.between(When.of_day(2016, 6, 1), When.of_day(2016, 6, 5)), "2016-06-01/2016-06-05"),
    ("between a month and a year", When.between(When.of_month(2014, 9), When.of_year(2016)), "2014-09/2016"),
    ("since a month", When.since(When.of_month(2014, 9)), "2014-09/.."),
    ("until a year", When.until(When.of_year(2014)), "../2014"),
    ("since something doubtful", When.since(When.parse("2014-09~")), "2014-09~/.."),
    ("since an interval", When.since(When.parse("2014-09/2015")), "2014-09/.."),
    ("until an interval", When.until(When.parse("2014-09/2015")), "../2015"),
    ("since a set", When.since(When.parse("[2011-03,2013]")), "2011-03-01/.."),
    ("until a long set", When.until(When.parse("{Y12000,Y13000}")), "../Y13000"),
    ("until an open set", When.until(When.parse("[2011..]")), "../.."),
    ("since a time of day", When.since(When.parse("2016-06-17T23:30:00-05")), "2016-06-17/.."),
    ("since an unknown begin", When.since(When.parse("/2015")), "/.."),
]

ORDERED = [
    *("../1999", "/1999", "../..", "-0043", "0000", "2014", "2014-09-01", "2014-09", "2014-09/2015"),
    *("2014-09/..", "2014-10", "2015-22", "2016-01", "2016-06-17T10:00:00Z", "2016-06-18", "Y12000", "/"),
]

OVERLAPPING = [
    ("2016-06", "2016-06-17"),
    ("2016-06-17", "2016"),
    ("2014-09/..", "2030"),
    ("../2014", "-0043"),
    ("2014/", "2016"),
    ("/", "2016"),
    ("2016-06-30", "2016-06-30T23:59:59Z"),
]
APART = [("2016-06", "2016-07"), ("2014-09/..", "2014-08"), ("/2014", "2015"), ("2015-22", "2015-24")]
CONTAINING = [
    ("2016", "2016-06"),
    ("2014-09/..", "2016/.."),
    ("../2014", "2013"),
    ("2016", "2016"),
    ("../..", "2016/.."),
]
NOT_CONTAINING = [
    ("2016-06", "2016"),
    ("2014/", "2016"),
    ("2014/2020", "2016/.."),
    ("2014/2020", "2016/"),
    ("/2014", "2013"),
]


@pytest.mark.parametrize(("when", "edtf"), [row[1:] for row in MADE], ids=[row[0] for row in MADE])
def test_whatever_makes_a_when_makes_the_one_of_its_edtf(when: When, edtf: str) -> None:
    assert (str(when), when) == (edtf, When.parse(edtf))


@pytest.mark.parametrize(
    "make",
    [
        lambda: When.of_day(2015, 2, 29),
        lambda: When.of_day(12000, 1, 1),
        lambda: When.of_month(2016, 13),
        lambda: When.of_year(10**12),
        lambda: When.between(When.of_year(2016), When.of_year(2015)),
    ],
    ids=[
        "no such day",
        "a day too late for EDTF",
        "no such month",
        "a year too long",
        "between, the wrong way",
    ],
)
def test_what_the_calendar_or_edtf_lacks_cannot_be_made(make: Callable[[], When]) -> None:
    with pytest.raises(BadDate):
        make()


def test_sorting_puts_open_begins_first_the_shorter_before_the_longer_and_the_unknown_last() -> None:
    backwards = [When.parse(edtf) for edtf in reversed(ORDERED)]
    assert [str(when) for when in sorted(backwards)] == ORDERED


@pytest.mark.parametrize(("one", "other"), OVERLAPPING, ids=str)
def test_these_may_overlap(one: str, other: str) -> None:
    assert When.parse(one).overlaps(When.parse(other))
    assert When.parse(other).overlaps(When.parse(one))


@pytest.mark.parametrize(("one", "other"), APART, ids=str)
def test_these_surely_do_not_overlap(one: str, other: str) -> None:
    assert not When.parse(one).overlaps(When.parse(other))
    assert not When.parse(other).overlaps(When.parse(one))


@pytest.mark.parametrize(("one", "other"), CONTAINING, ids=str)
def test_one_surely_contains_the_other(one: str, other: str) -> None:
    assert When.parse(one).contains(When.parse(other))


@pytest.mark.parametrize(("one", "other"), NOT_CONTAINING, ids=str)
def test_what_is_not_sure_is_not_contained(one: str, other: str) -> None:
    assert not When.parse(one).contains(When.parse(other))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2016-06-17", "2016-06-17T00:00:00Z", "2016-06-17T23:59:59Z"),
        ("-0044-03-15", "-0044-03-15T00:00:00Z", "-0044-03-15T23:59:59Z"),
        ("Y12000", "12000-01-01T00:00:00Z", "12000-12-31T23:59:59Z"),
        ("2016-06-17T14:30:00+02:00", "2016-06-17T12:30:00Z", "2016-06-17T12:30:00Z"),
        ("2014-09/..", "2014-09-01T00:00:00Z", None),
        ("/", None, None),
    ],
)
def test_bounds_have_an_xsd_form(edtf: str, earliest: str | None, latest: str | None) -> None:
    when = When.parse(edtf)
    assert (when.earliest_iso, when.latest_iso) == (earliest, latest)


def test_a_when_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        When.of_year(2016).edtf = "2017"  # type: ignore[misc]


def test_a_when_is_no_number() -> None:
    with pytest.raises(TypeError):
        _ = When.of_year(2016) < 2017


@pytest.mark.parametrize("heavy", ["rdflib", "dateparser", "datetime"])
def test_importing_it_loads_nothing_heavy(heavy: str) -> None:
    program = f"import kb.when, sys; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


# ------------------------------------------------------------------------------------------- laws

years = st.integers(-9999, 9999)


@st.composite
def days(draw: st.DrawFn) -> Day:
    year, month = draw(years), draw(st.integers(1, 12))
    return year, month, draw(st.integers(1, month_length(year, month)))


def written(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A valid EDTF date of any form but sets and intervals."""
    year, month, day = draw(days())
    qualifier = draw(st.sampled_from(["", "?", "~", "%"]))
    form = draw(
        st.sampled_from(
            [
                written(year),
                f"{written(year)}-{month:02}",
                f"{written(year)}-{month:02}-{day:02}",
                f"{written(year)}-{month:02}-XX",
                f"{written(year)}-XX-XX",
                f"{written(year)}-{month + 20}",
                f"{written(year)[:-1]}X" if abs(year) > 9 else "2000",
                f"{written(year)[:-2]}XX" if abs(year) > 99 else "2000",
                f"Y{(year or 1) * 10_000}",
                f"Y{year or 1}E3",
            ]
        )
    )
    return form + qualifier


@st.composite
def intervals(draw: st.DrawFn) -> str:
    ends = st.one_of(st.sampled_from(["", ".."]), dates())
    begin, end = draw(ends), draw(ends)
    if begin in ("", "..") or end in ("", ".."):
        return f"{begin}/{end}"
    first, last = sorted([begin, end], key=When.parse)
    return f"{first}/{last}"


@st.composite
def sets(draw: st.DrawFn) -> str:
    members = ",".join(draw(st.lists(dates(), min_size=1, max_size=4)))
    return draw(st.sampled_from(["[{}]", "{{{}}}", "[..{}]", "{{{}..}}"])).format(members)


edtf_texts = st.one_of(dates(), intervals(), sets())
whens = edtf_texts.map(When.parse)


@given(edtf_texts)
def test_what_is_parsed_is_given_back(edtf: str) -> None:
    when = When.parse(edtf)
    assert str(when) == edtf
    assert When.parse(str(when)) == when


@given(whens)
def test_nothing_ends_before_it_begins(when: When) -> None:
    begin, end = when.window
    assert begin is None or end is None or begin <= end
    assert when.first_day is None or when.last_day is None or when.first_day <= when.last_day


@given(whens)
def test_what_is_open_has_no_bound(when: When) -> None:
    assert not (when.begins_open and when.earliest is not None)
    assert not (when.ends_open and when.latest is not None)


@given(whens, whens, whens)
def test_the_order_is_total_and_agrees_with_equality(a: When, b: When, c: When) -> None:
    assert (a < b) + (a == b) + (b < a) == 1
    assert (a <= b) == (not b < a)
    assert not (a < b and b < c) or a < c


@given(whens)
def test_equals_hash_alike_and_contain_and_overlap_themselves(when: When) -> None:
    again = When(str(when), when._extent)
    assert hash(again) == hash(when)
    assert when.overlaps(again)
    begin, end = when.window
    known = (when.begins_open or begin is not None) and (when.ends_open or end is not None)
    assert when.contains(again) == known


@given(whens, whens)
def test_what_contains_another_overlaps_it(one: When, other: When) -> None:
    assert not one.contains(other) or one.overlaps(other)


@given(days())
def test_a_day_is_one_day_long_and_lies_in_its_month_and_year(day: Day) -> None:
    when = When.of_day(*day)
    assert when.first_day == when.last_day == day
    assert when.earliest is not None
    assert when.latest == when.earliest + 86_399
    assert civil(when.earliest // 86_400) == day
    assert When.of_month(*day[:2]).contains(when)
    assert When.of_year(day[0]).contains(when)


@given(days(), days())
def test_days_sort_as_the_calendar_does(one: Day, other: Day) -> None:
    assert (When.of_day(*one) < When.of_day(*other)) == (one < other)


@given(whens, whens)
def test_between_has_the_begin_of_one_and_the_end_of_the_other(one: When, other: When) -> None:
    try:
        hull = When.between(one, other)
    except BadDate:
        begin, end = one.window[0], other.window[1]
        assert begin is not None
        assert end is not None
        assert begin > end
    else:
        assert _told(hull.first_day) == _told(one.first_day)
        assert _told(hull.last_day) == _told(other.last_day)


def _told(day: Day | None) -> Day | int | None:
    """The day, or the year alone where EDTF has no days: before -9999 and after 9999."""
    return day[0] if day is not None and abs(day[0]) > 9999 else day


@given(whens)
def test_everything_has_words(when: When) -> None:
    assert when.words().strip()
    assert "X" not in when.words()


@given(st.text(max_size=12, alphabet="0123456789-X?~%/.[]{},YESTZ:+ "))
def test_any_other_text_is_refused_and_never_crashes(text: str) -> None:
    try:
        when = When.parse(text)
    except BadDate:
        return
    assert str(when) == text
    assert when.words()
