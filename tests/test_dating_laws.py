"""What holds of dating whatever the text: no error, spans that are words, nothing told twice."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model import Span
from kb.when import When, from_timex
from tests.dating_text import ENGLISH, times_of

LISTED = sorted({phrase for words in ENGLISH.time["words"].values() for phrase in words})
FIGURES = [
    "0",
    "1",
    "7",
    "12",
    "25",
    "31",
    "99",
    "264",
    "1999",
    "2016",
    "1,500",
    "2.5",
    "1st",
    "20th",
    "99th",
    "1990s",
    "'99",
    "'90s",
]
AMOUNTS = ["1,000,000", "4,000,000,000", "999999999999", "10000000000000", "a million", "1.5 billion", "0"]
ODD = ["10:57", "25:99", "2016-02-30", "2016-W54", "31/12/2016", "99/99/2016", "²", "١٩٩٠", "\n\n", "$"]
JOINTS = [
    "of",
    "the",
    "a",
    "in",
    "on",
    "from",
    "to",
    "about",
    "since",
    "and",
    "-",
    ",",
    ".",
    "(",
    ")",
    "BC",
    "AD",
    "o'clock",
    "February",
]
TEXTS = st.lists(st.sampled_from([*LISTED, *FIGURES, *AMOUNTS, *ODD, *JOINTS]), max_size=9).map(" ".join)
WRITTEN = st.dates(date(1000, 1, 1), date(2999, 12, 31))
FORMS = st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}"])
EDGES = ["0001-01-01", "9999-12-31", "-0043-03-15", "0000-02-29", "-9999-01-01", "2016-12-31", "2017-01-01"]
DAYS = st.sampled_from([None, "2021-03-10", "2020-02-29", "2021-03", "2021", *EDGES, "-0043", "9999-12"])
UNITS = st.sampled_from(
    ["seconds", "hours", "days", "weekends", "weeks", "months", "years", "decades", "centuries"]
)
COUNTED = st.sampled_from(
    [
        "{} {} ago",
        "{} {} later",
        "{} {} after 29 February 2020",
        "{} {} before 1 January 1 AD",
        "{} {} after 31 December 9999",
        "within {} {}",
        "in the next {} {}",
        "over the past {} {}",
    ]
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_whatever_the_words_the_spans_are_whole_ordered_and_apart(text: str, published: str | None) -> None:
    spans = [time.span for time in times_of(text, published)]
    assert all(Span(0, len(text)).covers(span) and span.of(text) == span.of(text).strip() for span in spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert spans == sorted(spans)


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_the_last_steps_say_the_interval_meant(text: str, published: str | None) -> None:
    for time in times_of(text, published):
        assert time.steps[0] == f"The words “{time.span.of(text)}”."
        assert time.when is None or any(step.endswith(f"{time.when.words()}.") for step in time.steps[-2:])


@settings(max_examples=400, deadline=None)
@given(WRITTEN, FORMS)
def test_a_day_that_is_written_out_is_that_day(day: date, form: str) -> None:
    words = form.format(day)
    found = {time.span.of(words): time for time in times_of(words, "2021-03-10")}
    assert found[words].value == day.isoformat()
    assert found[words].when == from_timex(found[words].value)


@settings(max_examples=400, deadline=None)
@given(COUNTED, st.sampled_from(AMOUNTS) | st.integers(0, 10**15).map(str), UNITS, DAYS)
def test_whatever_the_amount_the_date_is_counted_or_stays_open(
    form: str, amount: str, unit: str, published: str | None
) -> None:
    for time in times_of(f"It happened {form.format(amount, unit)}.", published):
        assert time.when is None or When.parse(str(time.when)) == time.when
        assert time.steps[-1].endswith(f"{time.when.words()}." if time.when else ".")


@pytest.mark.parametrize(
    ("words", "published", "edtf"),
    [
        ("yesterday", "0001-01-01", "0000-12-31"),
        ("yesterday", "2017-01-01", "2016-12-31"),
        ("tomorrow", "2016-12-31", "2017-01-01"),
        ("tomorrow", "9999-12-31", None),
        ("yesterday", "-9999-01-01", None),
        ("a year ago", "2020-02-29", "2019"),
        ("two days from now", "-0043-03-15", "-0043-03-17"),
        ("tomorrow", "2020-02-28", "2020-02-29"),
        ("next month", "9999-12-31", None),
        ("next year", "9999-12-31", "Y10000"),
    ],
)
def test_at_the_edges_of_the_calendar_days_are_counted_or_stay_open(
    words: str, published: str, edtf: str | None
) -> None:
    (time,) = times_of(f"It happened {words}.", published)
    assert (str(time.when) if time.when else None) == edtf
