"""What holds of every `When`, whatever it was made of."""

from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadDate
from kb.when import When
from kb.when.days import Day, civil, month_length

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
