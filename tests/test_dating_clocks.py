"""Times of day, and dates far from ours."""

import pytest

from tests.dating_text import time_of, times_of

WEDNESDAY = "2021-03-10"

CLOCKS = [
    ("It rang at 10:30:45 on 3 May 1990.", "1990-05-03T10:30:45"),
    ("It rang at 8:15 yesterday evening.", "2021-03-09T20:15"),
    ("It rang at 6:30 this morning.", "2021-03-10T06:30"),
    ("It will ring at 9 tonight.", "2021-03-10T21:00"),
    ("It rang at eight yesterday morning.", "2021-03-09T08:00"),
    ("It rang at 6 on Friday evening.", "2021-03-05T18:00"),
    ("It rang at half past six on Friday evening.", "2021-03-05T18:30"),
    ("It rang at a quarter to nine on Tuesday morning.", "2021-03-09T08:45"),
    ("It ended at 24:00 on 31 December 1990.", "1990-12-31T24:00"),
    ("It began at 0600 local time.", "2021-03-10T06:00"),
    ("It began at 0600 on Friday.", "2021-03-05T06:00"),
    ("The train leaves at 1730.", "2021-03-10T17:30"),
    ("The train leaves at 1730 GMT.", "2021-03-10T17:30Z"),
    ("The train leaves at 1730 hours.", "2021-03-10T17:30"),
    ("It began at 12:30am.", "2021-03-10T00:30"),
    ("It began at noon on Friday.", "2021-03-05T12:00"),
    ("It began at 12 noon on Friday.", "2021-03-05T12:00"),
    ("It ended at 12 midnight on Friday.", "2021-03-05T24:00"),
    ("It rang at half past six.", "2021-03-10T06:30"),
    ("It rang at twenty to seven.", "2021-03-10T06:40"),
    ("It rang at ten minutes past six.", "2021-03-10T06:10"),
    ("It rang at 5 o'clock.", "2021-03-10T05:00"),
    ("Caesar fell at noon on 15 March 44 BC.", "BC0044-03-15T12:00"),
]


@pytest.mark.parametrize(("text", "value"), CLOCKS, ids=[row[0] for row in CLOCKS])
def test_a_time_of_day_takes_the_day_it_stands_with(text: str, value: str) -> None:
    found = times_of(text, WEDNESDAY)[0]
    assert found.value == value
    assert found.when is not None


SHARED = [
    ("It is open from 9 a.m. to 5 p.m. on Saturday.", ["2021-03-13T09:00", "2021-03-13T17:00", "2021-03-13"]),
    (
        "It was shut from 9 a.m. to 5 p.m. on Saturday.",
        ["2021-03-06T09:00", "2021-03-06T17:00", "2021-03-06"],
    ),
    (
        "It struck at 10:30 p.m. local time (1430 GMT) on Monday.",
        ["2021-03-08T22:30", "2021-03-08T14:30Z", "2021-03-08"],
    ),
    (
        "He called at 10 a.m., 2 p.m. and 5 p.m. on Sunday.",
        ["2021-03-07T10:00", "2021-03-07T14:00", "2021-03-07T17:00", "2021-03-07"],
    ),
    (
        "They met on 2 May 1990. They sat from 9 a.m. to 5 p.m. the next day.",
        ["1990-05-02", "1990-05-03T09:00", "1990-05-03T17:00"],
    ),
    (
        "It rang at 8 a.m. (0500 GMT) and Monday was dull.",
        ["2021-03-10T08:00", "2021-03-10T05:00Z", "2021-03-08"],
    ),
    (
        "It rang at 8 a.m. Monday and at 9 a.m. on Tuesday.",
        ["2021-03-08T08:00", "2021-03-09T09:00", "2021-03-09"],
    ),
]


@pytest.mark.parametrize(("text", "values"), SHARED, ids=[row[0] for row in SHARED])
def test_times_of_day_share_the_day_named_behind_them_and_it_is_counted_once(
    text: str, values: list[str]
) -> None:
    assert [t.value for t in times_of(text, WEDNESDAY)] == values


NO_CLOCKS = [
    "The index closed at 1750.",
    "Gold stood at 1920.",
    "They camped at 1850 metres.",
    "He works from five to six.",
    "It was shown at ten to twelve sites.",
    "It was put at 5 noon.",
]


@pytest.mark.parametrize("text", NO_CLOCKS)
def test_levels_and_counts_are_no_times_of_day(text: str) -> None:
    assert [t.value for t in times_of(text, WEDNESDAY) if t.value != "2021-03-10T12:00"] == []


def test_a_year_may_stand_behind_at_when_prices_are_of_it() -> None:
    assert time_of("It would cost a million at 1945 prices.", "1945", WEDNESDAY).value == "1945"


FAR = [
    ("It was built on 1 January 1 AD.", "1 January 1 AD", "0001-01-01", "0001-01-01"),
    ("He died on 19 August, AD 14.", "19 August, AD 14", "0014-08-19", "0014-08-19"),
    ("He died on August 19 AD 14.", "August 19 AD 14", "0014-08-19", "0014-08-19"),
    ("He won on 3 June 12 BC.", "3 June 12 BC", "BC0012-06-03", "-0011-06-03"),
    ("It was 1 January 1 AD. The previous day it rained.", "The previous day", "BC0001-12-31", "0000-12-31"),
    ("Men will live there in the year 3000.", "the year 3000", "3000", "3000"),
    ("By 2150 the sea will have risen.", "2150", "2150", "../2150"),
    ("The sea will be higher in 2300, she said.", "2300", "2300", "2300"),
    ("It was settled in 10,000 BC.", "10,000 BC", "BC10000", "-9999"),
    ("It was settled in 9500 BC.", "9500 BC", "BC9500", "-9499"),
    ("It was built in the 2nd millennium BC.", "the 2nd millennium BC", "BC1", "-1999/-1000"),
    ("It was built in the second millennium.", "the second millennium", "1", "1XXX"),
    ("It was built in the fifth millennium.", "the fifth millennium", "X", "None"),
    (
        "It was settled in 5200 BC and built in the fifth millennium.",
        "the fifth millennium",
        "BC4",
        "-4999/-4000",
    ),
    (
        "Caesar fell in the week of 15 March 44 BC.",
        "the week of 15 March 44 BC",
        "BC0044-W11",
        "-0043-03-11/-0043-03-17",
    ),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), FAR, ids=[row[0] for row in FAR])
def test_a_far_date_is_as_good_as_a_near_one(text: str, words: str, value: str, edtf: str) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert (time.value, str(time.when)) == (value, edtf)


NOT_FAR = [
    "In 2500 places it rained.",
    "The bill will rise by 2500.",
    "He paid 2300 to see it.",
    "It cost 3000.",
]


@pytest.mark.parametrize("text", NOT_FAR)
def test_a_great_number_alone_is_no_year(text: str) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == []
