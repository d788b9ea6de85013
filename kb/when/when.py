"""When: an immutable interval of time that knows how well it is known.

A `When` is what its EDTF text says: two bounds in whole seconds since 1970-01-01T00:00:00Z on the
proleptic Gregorian calendar, both included, each possibly open (`..`) or unknown. It is never a
midnight that pretends to be a day. Two are equal when their EDTF texts are.

Order: by earliest second, then latest, then text, which makes it total and consistent with equality.
An open or unknown begin sorts before every date, an open or unknown end after every date; where
nothing at all is known (`/`) the `When` sorts last.
"""

from dataclasses import dataclass, field
from functools import lru_cache, total_ordering
from typing import Self

from kb.when import edtf
from kb.when.days import DAY_SECONDS, Day, civil, to_iso
from kb.when.extent import UNKNOWN, Extent, Grain
from kb.when.parts import half_of, part_of
from kb.when.words import in_words

_NEVER = float("inf")


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class When:
    """A date or interval as EDTF has it. Make one with `parse` or the `of_…` functions."""

    edtf: str
    _extent: Extent = field(compare=False)

    # --------------------------------------------------------------------------------- made from

    @classmethod
    def parse(cls, text: str) -> "When":
        """The When of an EDTF string, level 0, 1 or 2; raises BadDate.

        Three forms at the edge of the standard are taken too: "/" (nothing is known), "/.." and "../..".
        """
        return _parse(text)

    @classmethod
    def unknown(cls) -> "When":
        """Nothing is known: "/"."""
        return cls("/", UNKNOWN)

    @classmethod
    def of_day(cls, year: int, month: int, day: int) -> "When":
        """A day; the year is astronomical (0 is 1 BC).

        Raises BadDate when the calendar lacks it, and for years beyond -9999 and 9999, to which EDTF gives no
        months or days.
        """
        return _parse(f"{_year(year)}-{month:02}-{day:02}")

    @classmethod
    def of_month(cls, year: int, month: int) -> "When":
        """A month (1 to 12), or a sub-year grouping of EDTF (21 to 41); raises BadDate as `of_day` does."""
        return _parse(f"{_year(year)}-{month:02}")

    @classmethod
    def of_year(cls, year: int) -> "When":
        """A year, astronomical; raises BadDate beyond 292,000,000,000."""
        return _parse(_year(year) if abs(year) < 10_000 else f"Y{year}")

    @classmethod
    def between(cls, first: "When", last: "When") -> "When":
        """From the begin of `first` to the end of `last`, by day where they have a time of day.

        Raises BadDate when that would end before it begins.
        """
        return _parse(f"{_begin_text(first)}/{_end_text(last)}")

    @classmethod
    def since(cls, first: "When") -> "When":
        """From the begin of `first` on, with an open end."""
        return _parse(f"{_begin_text(first)}/..")

    @classmethod
    def until(cls, last: "When") -> "When":
        """Up to the end of `last`, with an open begin."""
        return _parse(f"../{_end_text(last)}")

    def early(self) -> "When":
        """Its first third, ends approximate (early June 2016); itself unless month, year, decade, century."""
        return _part(self, 0)

    def middle(self) -> "When":
        """Its second third with approximate ends (mid June 2016); itself as for `early`."""
        return _part(self, 1)

    def late(self) -> "When":
        """Its last third with approximate ends (late June 2016); itself as for `early`."""
        return _part(self, 2)

    def half(self, half: int) -> "When":
        """Its first (0) or second (1) half: 1850/1899; itself unless month, year, decade, century."""
        text = half_of(self.edtf, half)
        return _parse(text) if text else self

    # ------------------------------------------------------------------------------------ bounds

    @property
    def earliest(self) -> int | None:
        """First second it may cover; None when open, unknown or not fixed by EDTF (seasons)."""
        return None if self._extent.begin_is_vague else self._extent.begin

    @property
    def latest(self) -> int | None:
        """Last second it may cover, included; None when open, unknown or not fixed by EDTF (seasons)."""
        return None if self._extent.end_is_vague else self._extent.end

    @property
    def window(self) -> tuple[int | None, int | None]:
        """Where it stands on a line of time: first and last second, each None when open or unknown.

        A season has one too: the meteorological, of the north unless the form (2001-29 to 2001-32) says
        south. What is ordered, compared, stored and drawn is this.
        """
        return self._extent.begin, self._extent.end

    @property
    def begins_open(self) -> bool:
        """Whether it has no begin (`..`), as against one that is unknown."""
        return self._extent.begins_open

    @property
    def ends_open(self) -> bool:
        """Whether it has no end (`..`), as against one that is unknown."""
        return self._extent.ends_open

    @property
    def grain(self) -> Grain:
        """The unit it is told in; of intervals and sets the coarsest."""
        return self._extent.grain

    @property
    def qualifier(self) -> str:
        """ "?" uncertain, "~" approximate, "%" both, "" neither; of parts, all that apply."""
        return self._extent.qualifier

    @property
    def earliest_iso(self) -> str | None:
        """`earliest` as xsd:dateTime in UTC, "-0043-03-15T00:00:00Z" for the Ides of March of 44 BC."""
        return to_iso(self.earliest)

    @property
    def latest_iso(self) -> str | None:
        """`latest` as xsd:dateTime in UTC, "2016-06-17T23:59:59Z"."""
        return to_iso(self.latest)

    @property
    def first_day(self) -> Day | None:
        """The calendar day on which its window begins, as written (a zone does not move it)."""
        return _day(self._without_time().window[0])

    @property
    def last_day(self) -> Day | None:
        """The calendar day on which its window ends, as written (a zone does not move it)."""
        return _day(self._without_time().window[1])

    def _without_time(self) -> "When":
        return _parse(self.edtf.partition("T")[0])

    # -------------------------------------------------------------------------------- comparisons

    def overlaps(self, other: Self) -> bool:
        """Whether they may share a second; what is open or unknown may reach anywhere."""
        return not (_before(self, other) or _before(other, self))

    def contains(self, other: Self) -> bool:
        """Whether every second of `other` surely lies within; an unknown bound contains nothing."""
        return _begins_by(self, other) and _ends_by(self, other)

    def __lt__(self, other: object) -> bool:
        return _order(self) < _order(other) if isinstance(other, When) else NotImplemented

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"When({self.edtf!r})"

    def words(self) -> str:
        """In English: "17 June 2016", "about March 2021", "September 2014 until now", "44 BC"."""
        return in_words(self.edtf)


@lru_cache(maxsize=8192)
def _parse(text: str) -> When:
    return When(text, edtf.parse(text))


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _part(when: When, part: int) -> When:
    text = part_of(when.edtf, part)
    return _parse(text) if text else when


def _begin_text(when: When) -> str:
    """The EDTF of where it begins, fit for the left end of an interval."""
    begin, slash, _ = when.edtf.partition("/")
    if slash:
        return begin
    return ".." if when.begins_open else _end_form(when, when.first_day)


def _end_text(when: When) -> str:
    """The EDTF of where it ends, fit for the right end of an interval."""
    _, slash, end = when.edtf.partition("/")
    if slash:
        return end
    return ".." if when.ends_open else _end_form(when, when.last_day)


def _end_form(when: When, day: Day | None) -> str:
    """The text itself where an interval may have it as an end, else (sets, times of day) the day."""
    if day is None or (when.edtf[0] not in "[{" and "T" not in when.edtf):
        return when.edtf
    year, month, of_month = day
    return _year(year) if abs(year) > 9999 else f"{_year(year)}-{month:02}-{of_month:02}"


def _day(second: int | None) -> Day | None:
    return None if second is None else civil(second // DAY_SECONDS)


def _order(when: When) -> tuple[float, float, str]:
    begin, end = when.window
    nothing_known = when.grain is Grain.UNKNOWN and not (when.begins_open or when.ends_open)
    first = (_NEVER if nothing_known else -_NEVER) if begin is None else begin
    return first, _NEVER if end is None else end, when.edtf


def _before(one: When, other: When) -> bool:
    """Whether `one` surely ends before `other` begins."""
    end, begin = one.window[1], other.window[0]
    return end is not None and begin is not None and end < begin


def _begins_by(one: When, other: When) -> bool:
    begin, inner = one.window[0], other.window[0]
    return one.begins_open or (begin is not None and inner is not None and begin <= inner)


def _ends_by(one: When, other: When) -> bool:
    end, inner = one.window[1], other.window[1]
    return one.ends_open or (end is not None and inner is not None and inner <= end)
