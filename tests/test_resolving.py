"""kb resolve: what words mean on a day, for people and for programs, with nothing stored."""

import json

import pytest

from tests.test_cli import kb


def test_a_phrase_is_explained_step_by_step() -> None:
    result = kb("resolve", "a week last Tuesday", "--anchor", "2016-06-17", "--explain")
    assert result.exit_code == 0
    for told in (
        "rule:         weeks-from-day",
        "anchor:       publication 2016-06-17",
        "2. Counted from the day of publication, 17 June 2016.",
        "date:         2016-06-07  7 June 2016",
    ):
        assert told in result.output


def test_what_was_weighed_is_told() -> None:
    result = kb("resolve", "The vote will be held in May.", "--anchor", "2016-06-17", "--explain")
    assert "weighed:      2016-05" in result.output
    assert "date:         2017-05  May 2017" in result.output


def test_each_expression_of_a_sentence_has_its_line() -> None:
    lines = kb(
        "resolve", "It rained from Monday to Wednesday, two days after the vote.", "--anchor", "2016-06-17"
    )
    heading, *rows = lines.output.splitlines()
    assert heading.split() == ["Words", "Type", "Value", "EDTF", "Meaning"]
    assert [row.split()[0] for row in rows] == ["Monday", "Wednesday", "two"]
    assert rows[-1].endswith("hangs on what it is after")


def test_programs_get_json_lines() -> None:
    result = kb("resolve", "early June 2016", "--json")
    record = json.loads(result.output)
    assert (record["type"], record["value"], record["mod"]) == ("DATE", "2016-06", "START")
    assert (record["start"], record["end"], record["alternatives"]) == (0, 15, [])
    assert record["steps"][0] == "The words “early June 2016”."


def test_words_may_come_from_standard_input() -> None:
    assert "2016-06-16" in kb("resolve", "-", "--anchor", "2016-06-17", stdin="She left yesterday.").output


def test_without_an_anchor_relative_words_stay_open() -> None:
    result = kb("resolve", "two weeks ago")
    assert result.exit_code == 0
    assert "There is no date to count from" in result.output


@pytest.mark.parametrize("words", ["the bridge is green", ""])
def test_words_without_time_are_told_and_end_in_one(words: str) -> None:
    result = kb("resolve", words)
    assert result.exit_code == 1
    assert "No time expression was found" in result.output


def test_an_anchor_that_is_no_date_is_a_usage_error() -> None:
    result = kb("resolve", "yesterday", "--anchor", "someday")
    assert result.exit_code == 2
    assert "is no date" in result.output


FAR_AND_ODD = [
    ("1000000 years ago", "2016-06-17", "Y-997984"),
    ("two centuries ago", "2016-06-17", "18XX"),
    ("She died on 29 February 2015.", "2016-06-17", None),
    ("last month", "2016-06", "2016-05"),
    ("last year", "2016", "2015"),
    ("in May 2016", "2016-06/2016-07", "2016-05"),
]


@pytest.mark.parametrize(("text", "anchor", "edtf"), FAR_AND_ODD, ids=[row[0] for row in FAR_AND_ODD])
def test_far_years_and_coarse_anchors_are_counted_as_exactly_as_they_can_be(
    text: str, anchor: str, edtf: str | None
) -> None:
    assert json.loads(kb("resolve", text, "--anchor", anchor, "--json").output)["edtf"] == edtf


@pytest.mark.parametrize("anchor", ["2016", "2016-06", "2016-06/2016-07"])
@pytest.mark.parametrize("text", ["yesterday", "last Friday", "three days ago"])
def test_days_are_not_counted_from_an_anchor_that_is_no_day(text: str, anchor: str) -> None:
    assert json.loads(kb("resolve", text, "--anchor", anchor, "--json").output)["edtf"] is None


@pytest.mark.parametrize("text", ["2016-W53", "2016-02-30T10:00:00"])
def test_what_no_calendar_has_stays_unresolved(text: str) -> None:
    result = kb("resolve", text)
    assert "no date that a calendar has" in result.output or result.exit_code == 1


BEYOND = [
    "It must be kept safe for the next 500,000 weeks.",
    "500000 weeks after 3 May 2016",
    "999999999999 years before 2016",
    "9" * 4400 + " years ago",
    "twenty and " * 500 + "years",
]


@pytest.mark.parametrize("text", BEYOND, ids=[text[:20] for text in BEYOND])
def test_amounts_beyond_any_calendar_stay_open(text: str) -> None:
    assert kb("resolve", text, "--anchor", "2016-06-17").exit_code in (0, 1)


COUNTED = [
    ("In 2012 troops attacked the port.", "2012"),
    ("They ruled from 2014 to the present.", "2014/.."),
    ("On 3 May 2016 he fell; three and a half weeks later he sang.", "2016-05-27"),
    ("They sang last Christmas.", "2015-12-25"),
]


@pytest.mark.parametrize(("text", "edtf"), COUNTED, ids=[row[0] for row in COUNTED])
def test_what_a_reader_would_expect(text: str, edtf: str) -> None:
    lines = kb("resolve", text, "--anchor", "2016-06-17", "--json").output.splitlines()
    assert edtf in [json.loads(line)["edtf"] for line in lines]


def test_a_long_sentence_without_a_mark_keeps_all_its_dates() -> None:
    few, many = (kb("resolve", "on Friday and " * n, "--anchor", "2016-06-17").output for n in (2, 400))
    assert (few.count("Friday"), many.count("Friday")) == (2, 400)


LIMITS = {
    "less than a month after 3 May 2016": "2016-05-03/2016-06",
    "less than two days before 3 May 2016": "2016-05-01/2016-05-03",
    "more than two weeks before Easter 2016": "../2016-03-13",
    "more than a day after 3 May 2016": "2016-05-04/..",
}


@pytest.mark.parametrize(("text", "edtf"), LIMITS.items())
def test_an_amount_that_is_only_a_limit_gives_a_stretch(text: str, edtf: str) -> None:
    assert json.loads(kb("resolve", text, "--json").output.splitlines()[0])["edtf"] == edtf


LACKING = {
    "The vote is on the fifth Friday of June.": "June 2016 has no such day",
    "the fifth Friday of June 2016": "June 2016 has no such day",
    "the seventh week of June 2016": "June 2016 has no such week",
    "the thirteenth month of 2016": "2016 has no such month",
}


@pytest.mark.parametrize(("text", "why"), LACKING.items())
def test_what_a_month_or_year_lacks_is_said_to_be_lacking(text: str, why: str) -> None:
    result = kb("resolve", text, "--anchor", "2016-06-17", "--explain")
    assert f"{why}, so it stays unresolved." in result.output
    assert "date:         none" in result.output


def test_the_fifth_week_of_a_month_may_end_in_the_next() -> None:
    assert "2016-06-27/2016-07-03" in kb("resolve", "the fifth week of June 2016").output


def test_a_language_in_which_nothing_can_be_read_is_an_error_that_names_those_known() -> None:
    result = kb("resolve", "yesterday", "--language", "xx")
    assert result.exit_code == 1
    assert "No dates can be read in the language 'xx'" in result.output
    assert "known in: en;" in result.output
    assert ", fr, " in result.output


def test_a_language_of_which_only_written_dates_are_known_is_none() -> None:
    assert "2016-06-17" in kb("resolve", "le 17 juin 2016", "--language", "fr").output
