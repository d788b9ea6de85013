"""Dates in the words of the reader's language: "17. Juni 2016", "seit September 2014", "44 v. Chr.".

English is `When.words`, which knows every form of EDTF. In the others the forms that timelines are full of
are worded by Babel; a rarer one (a set of three, a date with gaps) is shown as EDTF, which is no lie.
"""

import re
from datetime import date

from babel.dates import format_interval, format_skeleton, get_month_names

from kb.when import When
from kb.when.parts import whole_of
from web.translating import language, say

SINGLE = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T(?P<clock>\d\d:\d\d)\S*?)?(?P<doubt>[?~%]?)"
)
DECADE = re.compile(r"(?P<decade>\d{3})X(?P<doubt>[?~%]?)")
CENTURY = re.compile(r"(?P<century>\d\d)XX(?P<doubt>[?~%]?)")
EITHER = re.compile(r"\[([^,.]+),([^,.]+)\]")
DOUBTS = {"": "%(date)s", "?": "perhaps %(date)s", "~": "about %(date)s", "%": "perhaps about %(date)s"}
PARTS_OF_YEARS = {
    21: "spring %(year)s",
    22: "summer %(year)s",
    23: "autumn %(year)s",
    24: "winter %(year)s",
    33: "the first quarter of %(year)s",
    34: "the second quarter of %(year)s",
    35: "the third quarter of %(year)s",
    36: "the fourth quarter of %(year)s",
    40: "the first half of %(year)s",
    41: "the second half of %(year)s",
}
THIRDS = {"early": "early %(date)s", "mid": "mid %(date)s", "late": "late %(date)s"}
THIRDS_OF_MANY_YEARS = {
    "early": "early in %(date)s",
    "mid": "in the middle of %(date)s",
    "late": "late in %(date)s",
}
CLOSE = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "yMMMMd", ""),
    (re.compile(r"\d{4}-(?:0\d|1[0-2])"), "yMMMM", "-01"),
)
ROMAN = frozenset({"fr", "es"})
"""Languages that count centuries in Roman numerals."""


def date_words(when: When) -> str:
    """A date as people of the request's language write it."""
    if language() == "en":
        return when.words()
    return _interval(when.edtf) if "/" in when.edtf else _single(when.edtf)


def _interval(edtf: str) -> str:
    begin, _, end = edtf.partition("/")
    if not begin.strip(".") and not end.strip("."):
        return say("date unknown")
    if not begin.strip("."):
        return say("until %(date)s", date=_single(end))
    if not end.strip("."):
        return say("since %(date)s", date=_single(begin))
    part = whole_of(edtf)
    if part:
        return _third(*part)
    return _close(begin, end) or say("%(first)s to %(last)s", first=_single(begin), last=_single(end))


def _close(begin: str, end: str) -> str:
    """Two days of one month, or two months of one year, as one: "1.–5. Juni 2016"; "" of any others."""
    for form, skeleton, rest in CLOSE:
        if form.fullmatch(begin) and form.fullmatch(end) and begin[:-3] == end[:-3]:
            first, last = (date.fromisoformat(f"{one}{rest}") for one in (begin, end))
            return format_interval(first, last, skeleton=skeleton, locale=language())
    return ""


def _third(name: str, whole: str) -> str:
    return say((THIRDS_OF_MANY_YEARS if "X" in whole else THIRDS)[name], date=_single(whole))


def _single(text: str) -> str:
    if found := SINGLE.fullmatch(text):
        return say(DOUBTS[found["doubt"]], date=_named(found))
    if found := DECADE.fullmatch(text):
        decade = say("the %(year)ss", year=f"{found['decade']}0")
        return say(DOUBTS[found["doubt"]], date=decade)
    if found := CENTURY.fullmatch(text):
        century = say("century %(number)s", number=_century(int(found["century"]) + 1))
        return say(DOUBTS[found["doubt"]], date=century)
    if found := EITHER.fullmatch(text):
        return say("%(first)s or %(last)s", first=_single(found[1]), last=_single(found[2]))
    return text


def _century(number: int) -> str:
    tens, ones = divmod(number, 10)
    numerals = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + numerals[ones] if language() in ROMAN else str(number)


def _named(found: re.Match[str]) -> str:
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    if month in PARTS_OF_YEARS:
        return say(PARTS_OF_YEARS[month], year=_year(year))
    if month > 12:
        return found[0]
    words = _day(year, month, day)
    return f"{words}, {found['clock']} UTC" if found["clock"] else words


def _day(year: int, month: int, day: int) -> str:
    if not month:
        return _year(year)
    if year < 1:
        name = get_month_names("wide", locale=language())[month]
        return " ".join(str(part) for part in (day or "", name, _year(year)) if part)
    skeleton = "yMMMMd" if day else "yMMMM"
    return format_skeleton(skeleton, date(year, month, day or 1), locale=language())


def _year(year: int) -> str:
    return str(year) if year > 0 else say("%(year)s BC", year=1 - year)
