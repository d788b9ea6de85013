"""Explicit dates of headers, options and other languages: read when they are whole, never guessed."""

import pytest

from kb.dating import parse_date

WHOLE = [
    ("2016-06-17", "en", "2016-06-17"),
    ("2016-06", "en", "2016-06"),
    ("2016", "en", "2016"),
    ("20160617", "en", "2016-06-17"),
    ("2016-06-17T09:30:00Z", "en", "2016-06-17"),
    ("17 June 2016", "en", "2016-06-17"),
    ("Friday, June 17, 2016", "en", "2016-06-17"),
    ("Fri, 17 Jun 2016 09:30:00 +0000", "en", "2016-06-17"),
    ("17 juin 2016", "fr", "2016-06-17"),
    ("17. Juni 2016", "de-AT", "2016-06-17"),
    ("17 июня 2016", "ru", "2016-06-17"),
    ("17/06/2016", "fr", "2016-06-17"),
]


@pytest.mark.parametrize(("text", "language", "edtf"), WHOLE, ids=[f"{row[0]} ({row[1]})" for row in WHOLE])
def test_a_date_that_is_written_out_is_read(text: str, language: str, edtf: str) -> None:
    assert str(parse_date(text, language)) == edtf


PARTIAL = [
    "",
    "   ",
    "June 17",
    "Friday",
    "yesterday",
    "17",
    "June 2016",
    "soon",
    "2016-13-45",
    "31 June 2016",
    "x" * 500,
]


@pytest.mark.parametrize("text", PARTIAL)
def test_a_date_that_leaves_a_part_out_is_none(text: str) -> None:
    assert parse_date(text, "en") is None


def test_numbers_that_could_be_day_or_month_are_none() -> None:
    assert parse_date("03/04/2016", "en") is None


def test_a_language_nobody_knows_gives_no_date() -> None:
    assert parse_date("17 juin 2016", "xx") is None
