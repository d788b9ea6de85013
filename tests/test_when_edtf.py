"""The grammar of EDTF: what each form means, what is refused, and the published conformance cases."""

import json
from pathlib import Path

import pytest

from kb.errors import BadDate
from kb.when import Grain, When
from kb.when.days import Day

BOUNDS = [
    # level 0
    ("2011-03-15", "2011-03-15", "2011-03-15", Grain.DAY),
    ("2012-02", "2012-02-01", "2012-02-29", Grain.MONTH),
    ("1999", "1999-01-01", "1999-12-31", Grain.YEAR),
    ("0000", "0000-01-01", "0000-12-31", Grain.YEAR),
    ("2013-08-21T02:30:00Z", "2013-08-21", "2013-08-21", Grain.SECOND),
    ("2013-08-21T23:30:00-05", "2013-08-21", "2013-08-21", Grain.SECOND),
    ("2011-03/2013-02-07", "2011-03-01", "2013-02-07", Grain.MONTH),
    ("2016-06/2016-06", "2016-06-01", "2016-06-30", Grain.MONTH),
    # level 1
    ("Y12000", "12000-01-01", "12000-12-31", Grain.YEAR),
    ("Y-12000/2000", "-12000-01-01", "2000-12-31", Grain.YEAR),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", Grain.DAY),
    ("-0004-02", "-0004-02-01", "-0004-02-29", Grain.MONTH),
    ("2015-22", "2015-06-01", "2015-08-31", Grain.SEASON),
    ("2015-24", "2015-12-01", "2016-02-29", Grain.SEASON),
    ("2015-21/2015-23", "2015-03-01", "2015-11-30", Grain.SEASON),
    ("2013-08-2X", "2013-08-20", "2013-08-29", Grain.DAY),
    ("199X", "1990-01-01", "1999-12-31", Grain.DECADE),
    ("19XX~", "1900-01-01", "1999-12-31", Grain.CENTURY),
    ("1XXX", "1000-01-01", "1999-12-31", Grain.MILLENNIUM),
    ("-004X", "-0049-01-01", "-0040-12-31", Grain.DECADE),
    ("-000X", "-0009-01-01", "-0001-12-31", Grain.DECADE),
    ("-XXXX", "-9999-01-01", "-0001-12-31", Grain.MILLENNIUM),
    # level 2
    ("Y2E4", "20000-01-01", "20000-12-31", Grain.YEAR),
    ("Y1E11", "100000000000-01-01", "100000000000-12-31", Grain.YEAR),
    ("Y-292E9", "-292000000000-01-01", "-292000000000-12-31", Grain.YEAR),
    ("1789S3", "1780-01-01", "1789-12-31", Grain.DECADE),
    ("-1250S2", "-1299-01-01", "-1200-12-31", Grain.CENTURY),
    ("2015-31", "2015-03-01", "2015-05-31", Grain.SEASON),
    ("2015-30", "2015-12-01", "2016-02-29", Grain.SEASON),
    ("2015-36", "2015-10-01", "2015-12-31", Grain.QUARTER),
    ("2015-38", "2015-05-01", "2015-08-31", Grain.THIRD),
    ("2015-41", "2015-07-01", "2015-12-31", Grain.HALF),
    ("199X-33", "1990-01-01", "1999-03-31", Grain.QUARTER),
    ("1X85", "1085-01-01", "1985-12-31", Grain.YEAR),
    ("2012-X2-01", "2012-02-01", "2012-12-01", Grain.DAY),
    ("2012-XX-31", "2012-01-31", "2012-12-31", Grain.DAY),
    ("2012-XX-30", "2012-01-30", "2012-12-30", Grain.DAY),
    ("201X-02-29", "2012-02-29", "2016-02-29", Grain.DAY),
    ("2012-02-2X", "2012-02-20", "2012-02-29", Grain.DAY),
    ("[2011,2013-08..2013-10]", "2011-01-01", "2013-10-31", Grain.YEAR),
    ("[2013-08-21]", "2013-08-21", "2013-08-21", Grain.DAY),
    ("{2012-02-29,2016-02-29}", "2012-02-29", "2016-02-29", Grain.DAY),
    ("{2015-21,2011}", "2011-01-01", "2015-05-31", Grain.YEAR),
    ("[201X~,2025?]", "2010-01-01", "2025-12-31", Grain.DECADE),
]

OPEN_OR_UNKNOWN = [
    ("2014-09/..", "2014-09-01", "+inf"),
    ("../2014-09", "-inf", "2014-09-30"),
    ("2014-09/", "2014-09-01", None),
    ("/2014-09", None, "2014-09-30"),
    ("2014-09~/..", "2014-09-01", "+inf"),
    ("[..2014,2016]", "-inf", "2016-12-31"),
    ("{2014..}", "2014-01-01", "+inf"),
    ("/..", None, "+inf"),
    ("../", "-inf", None),
    ("../..", "-inf", "+inf"),
    ("/", None, None),
]

QUALIFIERS = [
    ("2016", ""),
    ("2016?", "?"),
    ("2016-06~", "~"),
    ("2016-06-17%", "%"),
    ("2016?-06-17", "?"),
    ("2016-~06-17", "~"),
    ("?2016-06-~17", "%"),
    ("2016?-06~", "%"),
    ("2016?-06?-17", "?"),
    ("?2016-06~-17", "%"),
    ("?-0043", "?"),
    ("2016?/2017~", "%"),
    ("2015-22~", "~"),
    ("Y12000?", "?"),
    ("1950S2~", "~"),
    ("[2011~,2013]", "~"),
]

REFUSED = {
    "a word": "yesterday",
    "an ordinal date": "2016-169",
    "a week date": "2016-W24",
    "basic format": "20160617",
    "a slash date": "17/06/2016/",
    "a dangling hyphen": "2016-",
    "a day without a month": "2016--17",
    "month zero": "2016-00",
    "day zero": "2016-06-00",
    "a day in a season": "2016-21-01",
    "a day with a Y year": "Y12000-01-01",
    "a Y year with a leading zero": "Y02016",
    "a year whose seconds exceed 64 bits": "Y292000000001",
    "significant digits that reach there": "Y2E11S1",
    "an endless exponent": "Y1E99",
    "too many significant digits": "1950S5",
    "no significant digit": "1950S0",
    "the minus of year zero": "-0000-01-01",
    "the minus of year zero, with significant digits": "-0000S2",
    "both sides of a component": "?2016?",
    "both sides of a negative year": "?-0043?",
    "both sides of a later component": "2016-~06?-17",
    "a lower case x": "201x",
    "a thirty-first of an unspecified short month": "2016-02-3X",
    "a 30 February of any year": "XXXX-02-30",
    "a hidden thirteenth month": "2016-13-XX",
    "hour 24": "2016-06-17T24:00:00",
    "minute 60": "2016-06-17T10:60:00",
    "no seconds": "2016-06-17T10:30",
    "a time without a day": "2016-06T10:30:00",
    "a zone too far": "2016-06-17T10:30:00+15",
    "a zone just too far": "2016-06-17T10:30:00+14:30",
    "a zone just too far west": "2016-06-17T10:30:00-14:01",
    "a time on 31 June": "2016-06-31T10:30:00Z",
    "a time of day in an interval": "2016-06-17T10:30:00/2016-06-18",
    "an interval that ends before it begins": "2016/2015",
    "a range of a set that ends before it begins": "[2016..2015]",
    "a set not closed": "[2016",
    "a set closed by the other bracket": "[2016}",
    "an empty set": "[]",
    "a hole in a set": "[2015,,2016]",
    "dots alone": "[..]",
    "dots in the middle of a set": "[2015..,2016]",
    "dots at a later member": "[2015,..2016]",
    "a set in an interval": "[2015,2016]/2017",
    "an interval in a set": "[2015/2016]",
    "a blank in a set": "[2015, 2016]",
    "Arabic-Indic digits": "٢٠١٦",
    "fullwidth digits": "２０１６-06",
    "a new line at the end": "2016-06-17\n",
    "a bare bracket": "[",
}


def lexical(day: Day | None, is_open: bool, infinity: str) -> str | None:
    """A bound in the notation of the tables: a day, an infinity, or None."""
    if is_open or day is None:
        return infinity if is_open else None
    year, month, of_month = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}"


def bounds(when: When) -> tuple[str | None, str | None]:
    return lexical(when.first_day, when.begins_open, "-inf"), lexical(when.last_day, when.ends_open, "+inf")


@pytest.mark.parametrize(("edtf", "first", "last", "grain"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_a_form_has_these_bounds_and_this_grain(edtf: str, first: str, last: str, grain: Grain) -> None:
    when = When.parse(edtf)
    assert (bounds(when), when.grain) == ((first, last), grain)


@pytest.mark.parametrize(("edtf", "first", "last"), OPEN_OR_UNKNOWN, ids=[row[0] for row in OPEN_OR_UNKNOWN])
def test_open_is_told_from_unknown(edtf: str, first: str | None, last: str | None) -> None:
    assert bounds(When.parse(edtf)) == (first, last)


@pytest.mark.parametrize(("edtf", "qualifier"), QUALIFIERS, ids=[row[0] for row in QUALIFIERS])
def test_qualifiers_anywhere_add_up(edtf: str, qualifier: str) -> None:
    assert When.parse(edtf).qualifier == qualifier


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="is no EDTF date"):
        When.parse(text)


@pytest.mark.parametrize("edtf", ["2015-21", "2015-24", "2015-28", "2015-32", "2015-22~", "2015-22/2015-23"])
def test_a_season_has_a_window_but_no_bounds(edtf: str) -> None:
    when = When.parse(edtf)
    assert (when.earliest, when.latest, when.earliest_iso, when.latest_iso) == (None, None, None, None)
    assert None not in when.window


@pytest.mark.parametrize("edtf", ["2015-33", "2015-41", "2015-06", "201X", "2015/2016", "2014-09/.."])
def test_other_windows_are_the_bounds(edtf: str) -> None:
    when = When.parse(edtf)
    assert when.window == (when.earliest, when.latest)


def test_a_season_leaves_its_own_end_of_an_interval_without_a_bound() -> None:
    when = When.parse("2015-22/2016")
    assert (when.earliest, when.latest_iso) == (None, "2016-12-31T23:59:59Z")


def test_a_zone_moves_the_instant_but_not_the_day() -> None:
    evening = When.parse("2013-08-21T23:30:00-05")
    assert (evening.earliest_iso, evening.first_day) == ("2013-08-22T04:30:00Z", (2013, 8, 21))


def test_the_same_instant_in_two_zones_has_the_same_bounds() -> None:
    assert When.parse("2013-08-21T23:30:00+05:30").earliest == When.parse("2013-08-21T18:00:00Z").earliest


def conformance_cases(folder: Path) -> list[dict[str, str | int | bool | None]]:
    lines = (folder / "temporal" / "edtf_conformance.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def complaint(edtf: str, valid: bool, first: str | None, last: str | None) -> str:
    """What is wrong with our reading of a case, "" when nothing is."""
    try:
        when = When.parse(edtf)
    except BadDate:
        return f"{edtf!r} is refused" if valid else ""
    if not valid:
        return f"{edtf!r} is taken"
    if str(when) != edtf:
        return f"{edtf!r} comes back as {when}"
    if when.grain is Grain.SEASON:  # its days are those of its window
        return "" if (when.earliest, when.latest) == (first, last) == (None, None) else f"{edtf!r} has bounds"
    return "" if bounds(when) == (first, last) else f"{edtf!r} is {bounds(when)}, not {(first, last)}"


def test_every_case_of_the_published_specification_is_met(eval_data: Path) -> None:
    cases = conformance_cases(eval_data)
    complaints = [
        complaint(str(case["edtf"]), bool(case["valid"]), case.get("earliest"), case.get("latest"))  # type: ignore[arg-type]
        for case in cases
    ]
    assert len(cases) > 100
    assert [words for words in complaints if words] == []
