"""Explicit calendar dates through dateparser: headers, `--published`, texts in other languages.

dateparser is asked only for what is written out. It fills in what is missing from today's date
unless it is told to require the parts, so day, month and year are all required; a bare year or a
year and month are read here, without it. It is imported when first needed (it takes a second).
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from kb.errors import BadDate
from kb.when import When
from kb.when.days import is_day

LONGEST = 80
"""Characters; no single date is longer."""
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
DAY, MONTH = ("day", "month", "year"), ("month", "year")
REGIONS = {"ar": ("ar-SY", "ar-MA"), "de": ("de-AT",)}
"""Regions of a language that have month names of their own: Levant and Maghreb, Austria."""
CASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ru": {"я": ("е", "ю"), "а": ("е", "у")},
    "uk": {"я": ("і", "ю"), "а": ("і", "у"), "ого": ("ому",)},
    "hr": {"a": ("u",)},
    "sk": {"a": ("i", "u")},
}
"""Endings of a month's genitive and those of its other cases ("в мае 2015 года"), where dateparser has only
the genitive."""
_JOINTS = {"it": re.compile(r"\s(?:del|dell['’])\s?")}
"""Words between month and year that dateparser does not know."""
_PARTIAL = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")
_AMBIGUOUS = re.compile(r"\b(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{2,4}\b")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_ORDINAL_MARK = re.compile(r"(?<=\d)\.?[ºª°]")
_MONTH_TWICE = re.compile(r"([^\W\d_]+)/([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")


def parse_date(text: str, language: str = "en") -> When | None:
    """The calendar date that the text is, or None when it is none or leaves a part to be guessed.

    Takes EDTF and ISO 8601 forms ("2016", "2016-06", "2016-06-17T09:30:00Z": the day) and written-out
    dates in any language dateparser knows ("17 juin 2016"). Times of day are dropped.
    """
    plain = " ".join(text.split())
    return _standard(plain) or parse_written(plain, language)


def _standard(text: str) -> When | None:
    if match := _ISO_DAY.match(text):
        text = match[1]
    elif match := _COMPACT_DAY.fullmatch(text):
        text = "-".join(match.groups())
    if not _PARTIAL.fullmatch(text):
        return None
    try:
        return When.parse(text)
    except BadDate:
        return None


def written_languages() -> tuple[str, ...]:
    """The codes of the languages whose words dateparser has, by alphabet; scripts are not told apart."""
    from dateparser.data.languages_info import language_order

    return tuple(sorted(code for code in language_order if "-" not in code))


def knows(language: str) -> bool:
    """Whether dateparser has the words of this language."""
    return _parser(_code(language), DAY) is not None


@cache
def month_words(language: str) -> frozenset[str]:
    """What the months are called in a language that dateparser knows, in lower case, without full stops."""
    return _listed_months(language) | frozenset(_other_cases(language))


@cache
def _listed_months(language: str) -> frozenset[str]:
    """Those that dateparser lists."""
    tables = (_words_of(locale) for locale in (_code(language), *REGIONS.get(_code(language), ())))
    named = (word for table in tables for month in MONTHS for word in table.get(month, ()))
    return frozenset(word.casefold().strip(".") for word in named)


@cache
def _other_cases(language: str) -> Mapping[str, str]:
    """Forms of the months that dateparser does not list, each with the genitive that it does."""
    endings = CASES.get(_code(language), {})
    listed = _listed_months(language) if endings else frozenset[str]()
    formed = {
        word.removesuffix(ending) + other: word
        for ending, others in endings.items()
        for word in listed
        if word.endswith(ending)
        for other in others
    }
    return {form: word for form, word in formed.items() if form not in listed}


@cache
def puts_year_first(language: str) -> bool:
    """Whether dates of the language may begin with the year ("2016. június 17")."""
    return bool(_words_of(_code(language)).get("date_order", "").startswith("Y"))


def _words_of(locale: str) -> Any:
    """dateparser's table of words for a language; those of a region stand in the language's own."""
    language = import_module(f"dateparser.data.date_translation_data.{_code(locale)}").info
    return language if locale == _code(locale) else language["locale_specific"].get(locale, {})


def parse_written(text: str, language: str) -> When | None:
    """The day that the words name in full, None when they are no date or leave a part to be guessed."""
    if match := _DOTTED.fullmatch(text):  # written so, the day comes first
        day, month, year = (int(part) for part in match.groups())
        return When.of_day(year, month, day) if is_day(year, month, day) else None
    found = _asked(text, language, DAY)
    return When.of_day(found.year, found.month, found.day) if found else None


def parse_month(text: str, language: str) -> When | None:
    """The month of a year that the words name, None when they name none."""
    found = _asked(text, language, MONTH)
    return When.of_month(found.year, found.month) if found else None


def _asked(text: str, language: str, parts: tuple[str, ...]) -> date | None:
    if len(text) > LONGEST or not any(c.isdigit() for c in text) or _AMBIGUOUS.search(text):
        return None
    answers = {_answer(way, _code(language), parts) for way in _ways(text, language)}
    return answers.pop() if len(answers) == 1 else None


def _ways(text: str, language: str) -> tuple[str, ...]:
    """The words as dateparser knows them; both ways where a month is named twice ("أيار/مايو")."""
    cases = _other_cases(language)
    plain = _ORDINAL_MARK.sub("", text)
    plain = _WORD.sub(lambda match: cases.get(match[0].casefold(), match[0]), plain) if cases else plain
    plain = _JOINTS[_code(language)].sub(" ", plain) if _code(language) in _JOINTS else plain
    if not _MONTH_TWICE.search(plain):
        return (plain,)
    return _MONTH_TWICE.sub(r"\1", plain), _MONTH_TWICE.sub(r"\2", plain)


def _answer(text: str, code: str, parts: tuple[str, ...]) -> date | None:
    answers = (_ask(text, locale, parts) for locale in (code, *REGIONS.get(code, ())))
    return next((answer for answer in answers if answer), None)


@lru_cache(maxsize=4096)
def _ask(text: str, locale: str, parts: tuple[str, ...]) -> date | None:
    parser = _parser(locale, parts)
    found: datetime | None = parser.get_date_data(text).date_obj if parser else None
    return found.date() if found else None


def _code(language: str) -> str:
    return language.split("-")[0].lower()


@cache
def _parser(locale: str, parts: tuple[str, ...]) -> Any:
    """dateparser for a language, or a region of it, that it knows: absolute dates with these parts."""
    from dateparser.data.languages_info import language_order
    from dateparser.date import DateDataParser

    if _code(locale) not in language_order:
        return None
    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": list(parts),
        "STRICT_PARSING": parts == DAY,
        "DATE_ORDER": "MDY" if locale == "en" else "DMY",
    }
    return DateDataParser(locales=[locale], settings=settings)
