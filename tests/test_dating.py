"""Dating: which date words mean, what they were counted from, and how it is said."""

import subprocess
import sys
from itertools import pairwise

import pytest

from kb.errors import BadRequest
from kb.languages import load_language
from kb.model import AnchorKind, Language, Span, TimexType
from tests.dating_text import ENGLISH, time_of, times_of

WEDNESDAY = "2021-03-10"
SAYS = {rule["id"]: rule["says"] for rule in ENGLISH.time["rules"]}

INTERVALS = [
    ("It has rained since September 2014.", "September 2014", "2014-09", "2014-09/.."),
    ("It rained until 3 May 2014.", "3 May 2014", "2014-05-03", "../2014-05-03"),
    ("It rained from 27 May to 2 June 2014.", "27 May", "2014-05-27", "2014-05-27/2014-06-02"),
    ("It rained from 27 May to 2 June 2014.", "2 June 2014", "2014-06-02", "2014-05-27/2014-06-02"),
    ("He ruled between 1907 and 1912.", "1912", "1912", "1907/1912"),
    ("The fair is open June 3-5, 2014.", "June 3", "2014-06-03", "2014-06-03/2014-06-05"),
    ("It rained in May and June 2014.", "May", "2014-05", "2014-05"),
    ("Shops open Monday to Friday.", "Friday", "2021-03-12", "2021-03-08/2021-03-12"),
    ("The drought of 1931-37 ruined them.", "37", "1937", "1931/1937"),
    ("They left last week.", "last week", "2021-W09", "2021-03-01/2021-03-07"),
    ("They left in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3", "2009-35"),
    ("It was built in the 1920s.", "the 1920s", "192", "192X"),
    ("It was built in the 15th century.", "the 15th century", "14", "14XX"),
    ("It burnt in 356 BC.", "356 BC", "BC0356", "-0355"),
    ("It was built in the sixth century BC.", "the sixth century BC", "BC05", "-0599/-0500"),
    ("It was sold in about 1850.", "1850", "1850", "1850~"),
]


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"), INTERVALS, ids=[f"{r[1]}: {r[3]}" for r in INTERVALS]
)
def test_the_value_is_of_the_words_and_the_interval_is_what_is_meant(
    text: str, words: str, value: str, edtf: str
) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert (time.value, str(time.when)) == (value, edtf)


STORIES = [
    ("He came on 3 May 1990. The following day he left.", "The following day", "1990-05-04"),
    ("He came on 3 May 1990. A week later he left.", "A week later", "1990-W19"),
    ("He came on 30 May 1990. Two months earlier he had left.", "Two months earlier", "1990-03"),
    ("He came on 3 May 1990 and left on the 20th.", "the 20th", "1990-05-20"),
    ("He came in 1990 and left the following year.", "the following year", "1991"),
    ("He came on 3 May 1990. That month it rained.", "That month", "1990-05"),
    ("He came on 3 May 1990. Two days before, it rained.", "Two days before", "1990-05-01"),
]


@pytest.mark.parametrize(("text", "words", "value"), STORIES, ids=[row[0] for row in STORIES])
def test_words_of_a_story_count_from_the_date_last_told(text: str, words: str, value: str) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert time.value == value
    assert time.anchor is not None
    assert time.anchor.kind is AnchorKind.EXPRESSION
    assert time.anchor.span is not None
    assert time.anchor.span.of(text) in text


def test_what_looks_back_in_news_does_not_count_from_a_day_to_come() -> None:
    text = "Work will begin on Friday, the council announced. The mayor had signed the deal the previous day."
    assert time_of(text, "the previous day", WEDNESDAY).value == "2021-03-09"


def test_what_looks_ahead_in_news_means_the_month_of_publication() -> None:
    text = "Rain fell in October. The roof is due to be ready by the end of the month."
    assert time_of(text, "the end of the month", WEDNESDAY).value == "2021-03"


NARRATIVE = (
    "The war began on 2 May 1811. In November 1812 the king fled. In January his son was crowned. "
    "A law of 1740 was read out. In March 1814 peace was made. On 7 June the army went home, "
    "and in 1815 he died."
)


@pytest.mark.parametrize(("words", "value"), [("January", "1813-01"), ("7 June", "1814-06-07")])
def test_a_narrative_gives_its_own_year_to_months(words: str, value: str) -> None:
    assert time_of(NARRATIVE, words, WEDNESDAY).value == value


def test_news_counts_from_its_publication_whatever_else_it_tells() -> None:
    text = "The firm, founded in 1987, said on Monday that it lost money in January."
    time = time_of(text, "January", WEDNESDAY)
    assert time.value == "2021-01"
    assert time.anchor is not None
    assert time.anchor.kind is AnchorKind.PUBLICATION


RELATIVE = [
    ("She resigned on Friday.", "Friday", "XXXX-WXX-5"),
    ("She resigned yesterday.", "yesterday", "XXXX-XX-XX"),
    ("She resigned in May.", "May", "XXXX-05"),
    ("She resigned last year.", "last year", "XXXX"),
    ("She resigned two weeks ago.", "two weeks ago", "XXXX-WXX"),
]


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE, ids=[row[1] for row in RELATIVE])
def test_without_a_publication_date_nothing_is_guessed(text: str, words: str, value: str) -> None:
    time = time_of(text, words)
    assert (time.when, time.value) == (None, value)
    assert "There is no date to count from, so it stays unresolved." in time.steps


def test_a_full_date_needs_no_publication() -> None:
    assert str(time_of("She resigned on 3 May 1990.", "3 May 1990").when) == "1990-05-03"


def test_the_steps_tell_words_anchor_direction_rule_and_result() -> None:
    assert time_of("The envoy spoke on Thursday.", "Thursday", WEDNESDAY).steps == (
        "The words “Thursday”.",
        "Counted from the day of publication, 10 March 2021.",
        "The sentence tells of the past.",
        SAYS["weekday"],
        "Weighed against it: 11 March 2021.",
        "So: 4 March 2021.",
    )


OFFSETS = [
    ("It came a day after the king had died.", "a day", "P1D", "after", "the king"),
    ("It came three weeks before the vote.", "three weeks", "P3W", "before", "the vote"),
    ("It came the day after he died.", "the day", "P1D", "after", "he died"),
    ("It came hours after the vote.", "hours", "PTXH", "after", "the vote"),
]


@pytest.mark.parametrize(
    ("text", "words", "duration", "direction", "event"), OFFSETS, ids=[r[0] for r in OFFSETS]
)
def test_an_amount_before_or_after_an_event_points_at_the_event(
    text: str, words: str, duration: str, direction: str, event: str
) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert time.type is TimexType.DURATION
    assert time.offset is not None
    assert (time.offset.duration, time.offset.direction) == (duration, direction)
    assert text[time.offset.pivot :].startswith(event)


def test_before_with_nothing_after_it_hangs_on_no_event() -> None:
    assert time_of("He died on 3 May 1990. A day before, he sang.", "A day before").offset is None


SETS = [
    ("The shop opens every other Tuesday.", "every other Tuesday", "XXXX-WXX-2", "EVERY OTHER", None),
    ("The shop opens every third Tuesday.", "every third Tuesday", "XXXX-WXX-2", "EVERY 3", None),
    ("The shop opens on alternate Sundays.", "alternate Sundays", "XXXX-WXX-7", "EVERY OTHER", None),
    ("She swims every other day.", "every other day", "P2D", "EVERY", None),
    ("She swims most mornings.", "most mornings", "XXXX-XX-XXTMO", "MOST", None),
    ("It rains twice a week.", "twice a week", "P1W", None, "2X"),
    ("She swims each morning.", "each morning", "XXXX-XX-XXTMO", "EACH", None),
]


@pytest.mark.parametrize(("text", "words", "value", "quant", "freq"), SETS, ids=[row[1] for row in SETS])
def test_what_comes_again_is_a_set(
    text: str, words: str, value: str, quant: str | None, freq: str | None
) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert (time.type, time.value, time.quant, time.freq) == (TimexType.SET, value, quant, freq)


MODS = [
    ("It opened in early June 2016.", "early June 2016", "START"),
    ("It opened in mid-2016.", "mid-2016", "MID"),
    ("It opened at the end of 2016.", "the end of 2016", "END"),
    ("It took more than three weeks.", "more than three weeks", "MORE_THAN"),
    ("It took nearly three weeks.", "nearly three weeks", "LESS_THAN"),
    ("It took about three weeks.", "about three weeks", "APPROX"),
    ("It took at least three weeks.", "at least three weeks", "EQUAL_OR_MORE"),
]


@pytest.mark.parametrize(("text", "words", "mod"), MODS, ids=[row[1] for row in MODS])
def test_modifiers_are_told_in_timex3_terms(text: str, words: str, mod: str) -> None:
    assert time_of(text, words, WEDNESDAY).mod == mod


NO_TIMES = [
    "You may sit down and march on.",
    "Prices fall and spring back.",
    "He paid $1990 for 1500 bricks.",
    "The second man ran 2000 metres in lane 4.",
    "They won 3:16 and the sun shone.",
    "Call 555 1234, ask for room 1812.",
    "We sat where we could.",
    "An A320 and a Boeing 747 took off.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_merely_look_like_dates_give_nothing(text: str) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == []


CLOCKS = [
    ("At 11 a.m. on 3 May 1990 it rang.", "11 a.m.", "1990-05-03T11:00"),
    ("At 16:15 UTC, June 1, 2009 it rang.", "16:15 UTC", "2009-06-01T16:15Z"),
    ("It rang at 5 p.m. Friday.", "5 p.m. Friday", "2021-03-05T17:00"),
    ("It rang at 0530 hrs on 3 May 1990.", "0530 hrs", "1990-05-03T05:30"),
]


@pytest.mark.parametrize(("text", "words", "value"), CLOCKS, ids=[row[1] for row in CLOCKS])
def test_a_time_of_day_takes_the_day_beside_it(text: str, words: str, value: str) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert (time.type, time.value) == (TimexType.TIME, value)


@pytest.mark.parametrize("text", [row[0] for row in (*INTERVALS, *STORIES, *OFFSETS)] + [NARRATIVE])
def test_expressions_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    spans = [time.span for time in times_of(text, WEDNESDAY)]
    assert spans == sorted(spans)
    assert all(Span(0, len(text)).covers(span) for span in spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))


def test_a_no_break_space_stays_in_the_span_and_does_no_harm() -> None:
    text = "It opened on 3\u00a0May\u00a01990."
    assert time_of(text, "3\u00a0May\u00a01990").value == "1990-05-03"


def test_a_text_without_sentences_is_read_as_one() -> None:
    from kb.dating import find_times
    from kb.model import Document, Findings

    findings = Findings(Document(iri="https://example.org/x", text="On 3 May 1990."))
    assert [time.value for time in find_times(findings, load_language("en"))] == ["1990-05-03"]


def test_a_language_without_words_is_refused_by_name() -> None:
    from kb.dating import find_times
    from kb.model import Document, Findings

    unknown = Language("xx", "Unknown", {}, {}, {}, {})
    with pytest.raises(BadRequest, match=r"Known: .*en"):
        find_times(Findings(Document(iri="https://example.org/x", text="x")), unknown)


def test_importing_dating_loads_neither_dateparser_nor_rdflib() -> None:
    program = "import sys, kb.dating; print([m for m in ('dateparser', 'rdflib') if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
