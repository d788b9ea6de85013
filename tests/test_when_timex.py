"""TIMEX3 values become dates."""

import pytest

from kb.when import When, from_timex

DATES = {
    "2016-06-17": "2016-06-17",
    "2016-06": "2016-06",
    "2016": "2016",
    "0079": "0079",
    "201": "201X",
    "20": "20XX",
    "1": "1XXX",
    "2016-W24": "2016-06-13/2016-06-19",
    "2015-W53": "2015-12-28/2016-01-03",
    "2016-W24-WE": "2016-06-18/2016-06-19",
    "2016-Q3": "2016-35",
    "2016-H1": "2016-40",
    "2016-SP": "2016-21",
    "2016-SU": "2016-22",
    "2016-FA": "2016-23",
    "2016-WI": "2016-24",
    "2016-06-17T14:30": "2016-06-17T14:30:00",
    "2016-06-17T14:30:15Z": "2016-06-17T14:30:15Z",
    "2016-06-17T14:30+02:00": "2016-06-17T14:30:00+02:00",
    "BC0044": "-0043",
    "BC0001": "0000",
    "BC0044-03-15": "-0043-03-15",
    "BC0044-SU": "-0043-22",
    "BC00": "-0099/0000",
    "BC03": "-0399/-0300",
    "201X": "201X",
    "20XX": "20XX",
    "2016-06-17TMO": "2016-06-17",
    "2016-06-17TNI": "2016-06-17",
    "2016-06-17T14": "2016-06-17T14:00:00",
    "2016-06-17T24:00": "2016-06-18T00:00:00",
    "2016-W24-5": "2016-06-17",
}

NO_DATE = [
    *("PRESENT_REF", "PAST_REF", "FUTURE_REF", "P3D", "PT2H", "P1DE", "", "XXXX", "XXXX-06-17", "XXXX-WXX-5"),
    *("2016-06-XX", "2016-WXX", "2016-W54", "2016-XX", "FY2016", "T14:30", "1X", "201XX"),
    *("２０１６", "2016-06-17 ", "BC4", "2016-Q5"),
    *("2016-02-30", "2016-13", "BC0044-02-30", "2016-06-17T25:00", "2016-06-17T24:30"),
]


@pytest.mark.parametrize(("value", "edtf"), DATES.items(), ids=DATES.keys())
def test_a_value_that_names_a_date_becomes_one(value: str, edtf: str) -> None:
    assert from_timex(value) == When.parse(edtf)


@pytest.mark.parametrize("value", NO_DATE)
def test_what_names_no_date_of_the_calendar_is_none(value: str) -> None:
    assert from_timex(value) is None
