"""The early, middle and late part of a month, year, decade or century, as approximate intervals; its halves.

EDTF has no sign for "early June 2016"; the convention here is a third of the period with
approximate ends, `2016-06-01~/2016-06-10~`. `part_of` writes it and `whole_of` reads it back, so that
the words survive. To divide another period, add a row to `_THIRDS` or `_HALVES`.
"""

import re

from kb.when.days import month_length

NAMES = ("early", "mid", "late")

_THIRDS = (
    (re.compile(r"-?\d{4}-(?:0[1-9]|1[0-2])", re.ASCII), 0, ("-01", "-11", "-21"), ("-10", "-20", "")),
    (re.compile(r"-?\d{4}", re.ASCII), 0, ("-01", "-05", "-09"), ("-04", "-08", "-12")),
    (re.compile(r"\d{3}X", re.ASCII), 1, ("0", "4", "7"), ("3", "6", "9")),
    (re.compile(r"\d{2}XX", re.ASCII), 2, ("00", "34", "67"), ("33", "66", "99")),
)
"""The form of a period, how many X digits it ends in, where its thirds begin, where they end."""

_HALVES = (
    (re.compile(r"(-?\d{4}-(?:0[1-9]|1[0-2]))", re.ASCII), ("{0}-01/{0}-15", "{0}-16/{0}{last}")),
    (re.compile(r"(-?\d{4})", re.ASCII), ("{0}-40", "{0}-41")),
    (re.compile(r"(\d{3})X", re.ASCII), ("{0}0/{0}4", "{0}5/{0}9")),
    (re.compile(r"(\d{2})XX", re.ASCII), ("{0}00/{0}49", "{0}50/{0}99")),
)
"""The form of a period and its two halves, which are exact."""


def half_of(edtf: str, half: int) -> str | None:
    """The first (0) or second (1) half of a period; None when it has no halves."""
    for form, halves in _HALVES:
        if match := form.fullmatch(edtf):
            stem = match[1]
            return halves[half].format(stem, last=_last_day(stem) if "{last}" in halves[half] else "")
    return None


def part_of(edtf: str, part: int) -> str | None:
    """The early (0), mid (1) or late (2) third of a period; None when it has no thirds."""
    for form, unspecified, begins, ends in _THIRDS:
        if form.fullmatch(edtf):
            stem = edtf[: len(edtf) - unspecified]
            return f"{stem}{begins[part]}~/{stem}{ends[part] or _last_day(stem)}~"
    return None


def _last_day(month: str) -> str:
    year, _, number = month.rpartition("-")
    return f"-{month_length(int(year), int(number))}"


def whole_of(edtf: str) -> tuple[str, str] | None:
    """("early", "2016-06") of an interval that `part_of` wrote; None of any other."""
    begin = edtf.partition("/")[0].rstrip("~")
    for whole in (begin[:-3], f"{begin[:-1]}X", f"{begin[:-2]}XX"):
        for part, name in enumerate(NAMES):
            if part_of(whole, part) == edtf:
                return name, whole
    return None
