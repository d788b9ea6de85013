"""How a `When` is made, ordered and compared."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from kb.errors import BadDate
from kb.when import When

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
