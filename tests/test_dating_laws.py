"""What holds of dating whatever the text: no error, spans that are words, nothing told twice."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model import Span
from kb.when import from_timex
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
TEXTS = st.lists(st.sampled_from([*LISTED, *FIGURES, *ODD, *JOINTS]), max_size=9).map(" ".join)
WRITTEN = st.dates(date(1000, 1, 1), date(2999, 12, 31))
FORMS = st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}"])
DAYS = st.sampled_from([None, "2021-03-10", "2020-02-29", "2021-03", "2021"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_whatever_the_words_the_spans_are_whole_ordered_and_apart(text: str, published: str | None) -> None:
    spans = [time.span for time in times_of(text, published)]
    assert all(Span(0, len(text)).covers(span) and span.of(text) == span.of(text).strip() for span in spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert spans == sorted(spans)


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_the_last_step_says_the_interval_meant(text: str, published: str | None) -> None:
    for time in times_of(text, published):
        assert time.steps[0] == f"The words “{time.span.of(text)}”."
        assert time.when is None or time.steps[-1].endswith(f"{time.when.words()}.")


@settings(max_examples=400, deadline=None)
@given(WRITTEN, FORMS)
def test_a_day_that_is_written_out_is_that_day(day: date, form: str) -> None:
    words = form.format(day)
    found = {time.span.of(words): time for time in times_of(words, "2021-03-10")}
    assert found[words].value == day.isoformat()
    assert found[words].when == from_timex(found[words].value)
