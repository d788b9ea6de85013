"""Dates in the words of the reader's language: "17. Juni 2016", "seit September 2014", "44 v. Chr.".

English is `When.words`, which knows every form of EDTF. In the others the forms that timelines are full of
are worded by Babel; a rarer one (a set, a date with gaps) is shown as its EDTF text, which is no lie.
"""

import re
from datetime import date

from babel.dates import format_skeleton, get_month_names

from kb.when import When
from web.translating import language, say

SINGLE = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T(?P<clock>\d\d:\d\d)\S*?)?(?P<doubt>[?~%]?)"
)
DECADE = re.compile(r"(?P<decade>\d{3})X(?P<doubt>[?~%]?)")
DOUBTS = {"": "%(date)s", "?": "perhaps %(date)s", "~": "about %(date)s", "%": "perhaps about %(date)s"}
SEASONS = {21: "spring %(year)s", 22: "summer %(year)s", 23: "autumn %(year)s", 24: "winter %(year)s"}


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
    return say("%(first)s to %(last)s", first=_single(begin), last=_single(end))


def _single(text: str) -> str:
    if found := SINGLE.fullmatch(text):
        return say(DOUBTS[found["doubt"]], date=_named(found))
    if found := DECADE.fullmatch(text):
        decade = say("the %(year)ss", year=f"{found['decade']}0")
        return say(DOUBTS[found["doubt"]], date=decade)
    return text


def _named(found: re.Match[str]) -> str:
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    if month in SEASONS:
        return say(SEASONS[month], year=_year(year))
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
