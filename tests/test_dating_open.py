"""What names no day of its own: it stays open, hangs on what is told, or counts from a date behind it."""

import pytest

from tests.dating_text import time_of, times_of

OPEN = [
    ("The morning after the vote the markets fell.", "The morning", "after", "It hangs on"),
    ("He spoke on the evening before the match.", "the evening", "before", "It hangs on"),
    ("On the morning of the attack he left home.", "the morning", None, "It is that of"),
    ("The October Revolution changed Russia.", "October", None, "It is that of"),
    ("He was born on 29 February 2015.", "29 February 2015", None, "No calendar has"),
    ("It ended on June 31.", "June 31", None, "No calendar has"),
]


@pytest.mark.parametrize(("text", "words", "direction", "reason"), OPEN, ids=[row[1] for row in OPEN])
def test_what_names_no_day_of_its_own_stays_open_and_says_why(
    text: str, words: str, direction: str | None, reason: str
) -> None:
    time = time_of(text, words, "2021-03-10")
    assert time.when is None
    assert (time.offset and time.offset.direction) == direction
    assert time.steps[-1].startswith(reason)


def test_a_part_of_the_day_before_a_date_is_counted_from_it() -> None:
    assert str(time_of("He left on the morning after 3 May 1990.", "the morning after 3 May 1990").when) == (
        "1990-05-04"
    )


def test_in_a_story_the_morning_of_something_told_is_that_of_the_day_told() -> None:
    told = "It began on 2 May 1811. In 1812, in 1813, in 1814 and in 1815 it went on. "
    text = told + "On 3 May 1815 he came. On the morning of the battle he slept."
    assert time_of(text, "the morning").value == "1815-05-03TMO"


WEEKENDS = [("2016-06-17", "2016-W24-WE"), ("2016-06-18", "2016-W25-WE"), ("2016-06-13", "2016-W24-WE")]


@pytest.mark.parametrize(("published", "value"), WEEKENDS)
def test_the_coming_weekend_is_the_first_that_has_not_begun(published: str, value: str) -> None:
    assert time_of("The coming weekend will be dry.", "The coming weekend", published).value == value


def test_a_range_without_blanks_is_one_sentence() -> None:
    text = "They met Dec. 28, 2015-Jan. 3, 2016 in Rome."
    assert [str(time.when) for time in times_of(text)] == ["2015-12-28/2016-01-03"] * 2


ROUGHLY = [
    ("He was born c. 1450 in Rome.", "1450", "1450~"),
    ("It was built ca. 1480.", "1480", "1480~"),
    ("It was built c.1200.", "1200", "1200~"),
    ("He died ca. 40 BC.", "40 BC", "-0039~"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), ROUGHLY, ids=[row[1] for row in ROUGHLY])
def test_a_year_behind_circa_cut_short_is_approximate(text: str, words: str, edtf: str) -> None:
    time = time_of(text, words, "2016-06-17")
    assert (str(time.when), time.mod) == (edtf, "APPROX")


EDGES = [
    ("It rained in the first days of May.", "the first days of May", "2016-05", "START"),
    ("In the closing weeks of 1944 they fled.", "the closing weeks of 1944", "1944", "END"),
    ("The fire began in the early hours of Monday.", "the early hours of Monday", "2016-06-13TMO", "START"),
    ("Rents will rise in the second half of the decade.", "the second half of the decade", "201", "END"),
]


@pytest.mark.parametrize(("text", "words", "value", "mod"), EDGES, ids=[row[1] for row in EDGES])
def test_the_first_days_and_the_closing_weeks_are_ends_of_a_date(
    text: str, words: str, value: str, mod: str
) -> None:
    time = time_of(text, words, "2016-06-17")
    assert (time.value, time.mod) == (value, mod)
