"""Lists and ranges: the month, the year, the century told once, or the half of the day, is that of each."""

import pytest

from tests.dating_text import times_of

WEDNESDAY = "2021-03-10"

LISTS = [
    ("It is open on June 3, 5 and 7.", "2021-06-03 2021-06-05 2021-06-07"),
    ("It was open on June 3, 5 and 7, 1998.", "1998-06-03 1998-06-05 1998-06-07"),
    ("It was open on June 3, 5, and 7, 1998.", "1998-06-03 1998-06-05 1998-06-07"),
    ("It was open on 5, 6 and 7 May 1998.", "1998-05-05 1998-05-06 1998-05-07"),
    ("It was open on 3, 5, 7, 9 and 11 May 1998.", "1998-05-03 1998-05-05 1998-05-07 1998-05-09 1998-05-11"),
    ("It was open on the 5th, 6th and 7th of May 1998.", "1998-05-05 1998-05-06 1998-05-07"),
    ("It was open on 3 and 4 May 1998.", "1998-05-03 1998-05-04"),
    ("It rained on 30 May, 2 June and 4 June 1998.", "1998-05-30 1998-06-02 1998-06-04"),
    ("It rained on May 30, June 2 and June 4, 1998.", "1998-05-30 1998-06-02 1998-06-04"),
    ("Sales fell in June, July and August 1998.", "1998-06 1998-07 1998-08"),
    ("It rained in spring, summer and autumn 1998.", "1998-21 1998-22 1998-23"),
    ("Sales fell in Q1 and Q2 1998.", "1998-33 1998-34"),
    ("Sales fell in the first, second and third quarters of 1998.", "1998-33 1998-34 1998-35"),
    ("Sales fell in 1998, 1999 and 2000.", "1998 1999 2000"),
    ("The band was big in the 1960s and 70s.", "196X 197X"),
    ("Trade grew in the 1860s, 70s and 80s.", "186X 187X 188X"),
    ("The band was big in the late sixties and seventies.", "1967~/1969~ 197X"),
    ("It flourished in the third and fourth century.", "02XX 03XX"),
    ("Trade grew in the late 17th and 18th centuries.", "1667~/1699~ 17XX"),
    ("It flourished in the third and second millennia BC.", "-2999/-2000 -1999/-1000"),
    ("He spent winter 1998-99 there.", "1998-24"),
]


@pytest.mark.parametrize(("text", "dates"), LISTS, ids=[row[0] for row in LISTS])
def test_each_of_a_list_has_what_is_told_once(text: str, dates: str) -> None:
    assert " ".join(str(time.when) for time in times_of(text, WEDNESDAY)) == dates


RANGES = [
    ("It rained on 3-5 and 8-10 June 1998.", ["1998-06-03/1998-06-05"] * 2 + ["1998-06-08/1998-06-10"] * 2),
    ("Sales fell in Q1-Q3 1998.", ["1998-33/1998-35"] * 2),
    ("It flourished from the third to the fifth century.", ["02XX/04XX"] * 2),
    ("It was used from 12,000 to 9500 BC.", ["Y-11999/-9499"] * 2),
    ("It rained in June/July 1998.", ["1998-06/1998-07"] * 2),
]


@pytest.mark.parametrize(("text", "dates"), RANGES, ids=[row[0] for row in RANGES])
def test_the_ends_of_a_range_mean_the_whole_of_it(text: str, dates: list[str]) -> None:
    assert [str(time.when) for time in times_of(text, WEDNESDAY)] == dates


HOURS = [
    ("He came between 3 and 5 p.m. on Monday.", ["15:00", "17:00"], "2021-03-08"),
    ("He came from 11 to 1 p.m. on Monday.", ["11:00", "13:00"], "2021-03-08"),
    ("He came from 10 to 2 a.m. on Monday.", ["22:00", "02:00"], "2021-03-08"),
    ("He came from 9.30 to 11 a.m. yesterday.", ["09:30", "11:00"], "2021-03-09"),
    ("He came from 3-5 p.m. on 3 May 1998.", ["15:00", "17:00"], "1998-05-03"),
    ("He came between 10:30 and noon on 3 May 1998.", ["10:30", "12:00"], "1998-05-03"),
]


@pytest.mark.parametrize(("text", "hours", "day"), HOURS, ids=[row[0] for row in HOURS])
def test_two_times_of_day_share_the_half_of_the_day_and_the_day(
    text: str, hours: list[str], day: str
) -> None:
    values = [time.value for time in times_of(text, WEDNESDAY) if "T" in time.value]
    assert values == [f"{day}T{hour}" for hour in hours]


COUNTS = [
    ("On June 3, 12 people died.", ["June 3"]),
    ("On June 3, 5 and 7 men died.", ["June 3"]),
    ("He ate 3, 5 and 7 apples.", []),
    ("It fell in Operation Dawn 5, and 6 June 1998 was calm.", ["6 June 1998"]),
    ("He ate the second and third quarters of it.", []),
    ("She rowed in her 60s and 70s.", []),
    ("Highs in the 60s and 70s are likely.", []),
]


@pytest.mark.parametrize(("text", "words"), COUNTS, ids=[row[0] for row in COUNTS])
def test_what_is_counted_belongs_to_no_list_of_days(text: str, words: list[str]) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == words
