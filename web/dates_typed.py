"""Dates as people type them: as anywhere, or in words of any language of the site, as `web.dates` does.

An address means the same to all who open it, so every language is read, whatever that of the request is. No
month of one is another month of another.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

from babel.dates import get_month_names

from kb.base import given_date
from kb.errors import BadDate
from kb.when import When
from web.translating import LANGUAGES, catalogue

LOCALES = (*LANGUAGES, "ar_SY")  # months have other names from Baghdad to Beirut than in Cairo
WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
BETWEEN = ("de", "del")
ORDINAL = re.compile(r"(?<!\d)(\d\d?) ?(?:er|o)\b")  # "1er mai", "1º de mayo", and not "1940er"
BEFORE = ("bc", "bce", "b c", "b c e", "a c", "av j c", "v chr")  # beside the site's own way of saying it
WORD = re.compile(r"\d+|[^\W\d_]+")


def date_typed(text: str) -> When:
    """The date that somebody typed: as `given_date` reads it, or in words of a language of the site.

    BadDate when it is none.
    """
    plain = _in_ascii_digits(text)
    try:
        return given_date(plain)
    except BadDate:
        return _in_words(plain) or given_date(text)


def _in_ascii_digits(text: str) -> str:
    """The text with digits of every script as those that ISO 8601 knows: "١٧/٣/٢٠٢٥" is "17/3/2025"."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def _in_words(text: str) -> When | None:
    """A day, a month or a year, in words."""
    found = _pattern().fullmatch(" ".join(word for word in _words(text) if word not in BETWEEN))
    if found is None or not _is_whole(found):
        return None
    year = 1 - int(found["year"]) if found["before"] else int(found["year"])
    month = f"-{_months()[found['month']]:02}" if found["month"] else ""
    day = f"-{int(found['day']):02}" if found["day"] else ""
    try:
        return When.parse(f"{'-' if year < 0 else ''}{abs(year):04}{month}{day}")
    except BadDate:
        return None


def _is_whole(found: re.Match[str]) -> bool:
    """Whether nothing is left to be guessed: "16" may be 1916, and there is no year 0."""
    if found["before"]:
        return int(found["year"]) > 0
    return len(found["year"]) > 2


def _words(text: str) -> list[str]:
    """Numbers and words without accents and stops: "17. März" is "17", "marz"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return WORD.findall(ORDINAL.sub(r"\1", plain))


@cache
def _pattern() -> re.Pattern[str]:
    months, before = ("|".join(sorted(words, key=len, reverse=True)) for words in (_months(), _before()))
    return re.compile(
        rf"(?:(?:(?P<day>\d\d?) )?(?P<month>{months}) )?(?P<year>\d{{1,4}})(?: (?P<before>{before}))?"
    )


@cache
def _months() -> dict[str, int]:
    return dict(_named())


def _named() -> Iterator[tuple[str, int]]:
    for locale in LOCALES:
        for width in WIDTHS:
            for number, name in get_month_names(width, locale=locale).items():
                yield " ".join(_words(name)), number


@cache
def _before() -> set[str]:
    """What follows a year before our era."""
    said = (catalogue(code).gettext("%(year)s BC") % {"year": ""} for code in LANGUAGES)
    return {" ".join(_words(words)) for words in said} | set(BEFORE)
