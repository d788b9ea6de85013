"""English words for dates, as `When.words` writes them, read back: sentences of the library hold them.

A reading counts only if `When.words` writes it with the same words, so that none is a guess.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kb.errors import BadDate
from kb.when import When
from kb.when.parts import part_of

MONTHS = {
    "January": "01",
    "February": "02",
    "March": "03",
    "April": "04",
    "May": "05",
    "June": "06",
    "July": "07",
    "August": "08",
    "September": "09",
    "October": "10",
    "November": "11",
    "December": "12",
}
PARTS = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "winter": 24,
    **{f"the {nth} quarter of": 33 + n for n, nth in enumerate(("first", "second", "third", "fourth"))},
    **{f"the {nth} half of": 40 + n for n, nth in enumerate(("first", "second"))},
}
THIRDS = ("early", "mid", "late")
DOUBTS = {"perhaps about ": "%", "perhaps ": "?", "about ": "~"}
YEAR = r"(?P<count>[\d,]+)(?P<before> BC)?"
CALENDAR = re.compile(rf"(?:(?:(?P<day>\d+) )?(?P<month>{'|'.join(MONTHS)}) )?{YEAR}")
PART = re.compile(rf"(?P<part>{'|'.join(PARTS)}) {YEAR}")
TIME = re.compile(r"(?P<day>.+), (?P<clock>\d\d:\d\d)(?P<seconds>:\d\d)?(?P<zone> UTC)?")


@lru_cache(maxsize=4096)
def date_read(words: str) -> When | None:
    """The date that `When.words` writes with these words; None where it is not known how to read them."""
    return next(filter(None, (_written_so(edtf, words) for edtf in _readings(words))), None)


def _written_so(edtf: str, words: str) -> When | None:
    try:
        when = When.parse(edtf)
    except BadDate:
        return None
    return when if when.words() == words else None


def _readings(words: str) -> Iterator[str]:
    if words == "date unknown":
        yield "/"
    for form, written in OPEN:
        if found := form.fullmatch(words):
            yield from map(written, _readings(found[1]))
    yield from _thirds(words)
    yield from _ranges(words)
    yield from _choices(words)
    yield from _single(words)


OPEN: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("(.+) or before"), "../{}".format),
    (re.compile("(.+) until now"), "{}/..".format),
    (re.compile("until (.+), begin unknown"), "/{}".format),
    (re.compile("from (.+), end unknown"), "{}/".format),
)


def _thirds(words: str) -> Iterator[str]:
    """ "early June 2016", "the late 2010s"."""
    found = re.fullmatch(rf"(the )?({'|'.join(THIRDS)}) (.+)", words)
    for whole in _single(f"{found[1] or ''}{found[3]}") if found else ():
        yield part_of(whole, THIRDS.index(found[2]) if found else 0) or ""


def _ranges(words: str) -> Iterator[str]:
    """Both ends, where the first may lack what it shares with the last: "1 to 5 June 2016"."""
    begin, to, end = words.partition(" to ")
    first, last = begin.split(" "), end.split(" ")
    for shared in reversed(range(len(last) if to else 0)):  # "1" alone would be a year
        whole = " ".join([*first, *last[len(last) - shared :]])
        yield from (f"{one}/{other}" for one in _single(whole) for other in _single(end))


def _choices(words: str) -> Iterator[str]:
    one, link, other = words.partition(" or ")
    for sure in _single(one) if link else ():
        yield from (f"[{sure},{last}]" for last in _single(other))


def _single(words: str) -> Iterator[str]:
    for doubt, sign in DOUBTS.items():
        if words.startswith(doubt):
            yield from (f"{edtf}{sign}" for edtf in _single(words.removeprefix(doubt)))
    if found := CALENDAR.fullmatch(words):
        yield "-".join(filter(None, (_year(found), MONTHS.get(found["month"] or ""), _two(found["day"]))))
    if found := PART.fullmatch(words):
        yield f"{_year(found)}-{PARTS[found['part']]}"
    if found := re.fullmatch(r"the (\d{3})0s", words):
        yield f"{found[1]}X"
    if found := re.fullmatch(r"the (\d+)(?:st|nd|rd|th) century", words):
        yield f"{int(found[1]) - 1:02}XX"
    if found := TIME.fullmatch(words):
        clock = f"{found['clock']}{found['seconds'] or ':00'}{'Z' if found['zone'] else ''}"
        yield from (f"{day}T{clock}" for day in _single(found["day"]))


def _two(day: str | None) -> str:
    return f"{int(day):02}" if day else ""


def _year(found: re.Match[str]) -> str:
    count = int(found["count"].replace(",", "") or 0)
    year = 1 - count if found["before"] else count
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}" if abs(year) < 10_000 else f"Y{year}"
