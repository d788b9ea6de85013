"""Dates and addresses as sources state them."""

import pytest

from kb.reading.stated import absolute_address, understood_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-06-17", "2016-06-17"),
        ("2016-06", "2016-06"),
        ("2016", "2016"),
        ("2016-06-17T23:45:00-07:00", "2016-06-17"),
        ("2016-06-17T23:45:00Z", "2016-06-17"),
        ("2016-06-17 08:00", "2016-06-17"),
        ("2016-06-17T0800", "2016-06-17"),
        ("2016-06~", "2016-06~"),
        ("Fri, 17 Jun 2016 08:00:00 GMT", "2016-06-17"),
        ("Fri, 17 Jun 2016", "2016-06-17"),
        ("7 Jun 16 08:00 +0200", "2016-06-07"),
        ("07 Jun 98", "1998-06-07"),
        (" 2016-06-17\n", "2016-06-17"),
    ],
)
def test_a_date_in_a_standard_form_is_the_day_as_written(text: str, expected: str) -> None:
    assert str(understood_date(text, "en", None)) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "17 June 2016", "06/17/2016", "2016-13-01", "31 Feb 2016", "7 Foo 2016"]
)
def test_other_dates_are_not_guessed(text: str) -> None:
    assert understood_date(text, "en", None) is None


@pytest.mark.parametrize(
    ("address", "page", "expected"),
    [
        ("https://example.org/a#b", None, "https://example.org/a"),
        ("/a", "https://example.org/x/y", "https://example.org/a"),
        ("?id=3", "https://example.org/x", "https://example.org/x?id=3"),
        (None, "https://example.org/x", "https://example.org/x"),
        ("https://example.org", None, None),
        ("ftp://example.org/a", None, None),
        ("javascript:alert(1)", None, None),
        ("example.org/a", None, None),
        (None, None, None),
    ],
)
def test_an_address_is_absolute_http_and_names_an_article(
    address: str | None, page: str | None, expected: str | None
) -> None:
    assert absolute_address(address, page) == expected
