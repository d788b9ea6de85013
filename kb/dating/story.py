"""The chain of reference times: the day of publication, and the last date told.

News counts from its publication; a narrative, and words such as "the following day" anywhere, count
from the last date told. Which of the two a text is, `narrative` decides once for the whole document.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.dating.forms import Base, Fields, Form, Moment
from kb.dating.reckoning import first_number, last_number
from kb.dating.tense import PAST, UNSAID
from kb.model import Correction, Span
from kb.when import When

MIN_SPAN = 8  # years around the middle of a story that are never an aside
SPREAD = 6  # times the usual distance from its middle year
ASIDE_REACH = 3  # a bare year that looks back within so many sentences is an aside
KEPT = 24  # dates told that are remembered
EARLY = 1000  # a story that moves before this year names years of fewer than four digits
NEWS_REACH = 2  # in news, a date told counts for this many sentences after it
BACK_REACH = 5  # so many for what had been before: "two days earlier the army had left"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference time: its calendar fields, the expression that told it (None: publication), and where."""

    fields: Fields
    span: Span | None = None
    sentence: int = -1
    governs: bool = False  # whether its year is that of the months named after it in its sentence

    @property
    def has_day(self) -> bool:
        """Whether days can be counted from it."""
        return self.fields.day is not None or self.fields.week is not None


@dataclass(slots=True)
class Story:
    """What is known while reading on: publication, kind of text, where we are, the dates told so far."""

    published: Fields | None
    source: When | None = None  # the publication date as the document gives it
    corrected: Mapping[Span, Correction] = field(default_factory=dict)  # what a person set right
    day_first: bool | None = None  # whether figures have the day before the month; None when nobody says
    narrative: bool = False
    span: tuple[int, int] | None = None  # the years between which a narrative moves
    sentence: int = 0
    back: bool = False  # whether the clause being read tells what had been before
    counted: bool = False  # whether the expression being read counts from a date: "two days earlier"
    beside: bool = False  # whether it only adds something to what is told: ", which was published on Sunday"
    mentioned: Reference | None = None  # the last one, even an aside
    told: deque[Reference] = field(default_factory=lambda: deque(maxlen=KEPT))

    @property
    def kinds(self) -> frozenset[str | None]:
        """The kinds of text this is, as rules call them; None is that of rules which hold in any."""
        if not self.narrative:
            return frozenset({None, "news"})
        early = self.span is not None and self.span[0] < EARLY
        return frozenset({None, "narrative", "early"} if early else {None, "narrative"})

    def tell(self, reference: Reference, read: Fields | None = None) -> None:
        """Takes a date told as the newest reference; in a narrative, an aside to another age is none, nor is
        one earlier than the last by which the clause looks back; in news, what is told by the way is none.
        What is judged is what was `read` in the words, where a person set their date right: a correction
        makes no aside of the story."""
        judged = read or reference.fields
        back = self.back and bool(self.told) and _is_earlier(judged, self.told[0].fields)
        aside = (back or self._is_aside(judged)) if self.narrative else self.beside
        self.mentioned = reference
        if not aside:
            self.told.appendleft(reference)

    def just_mentioned(self) -> Reference | None:
        """The date mentioned last, aside or not, if it stands in this sentence or the one before."""
        last = self.mentioned
        return last if last and self.sentence - last.sentence <= 1 else None

    def _is_aside(self, fields: Fields) -> bool:
        """Whether a year lies outside the story, or is a bare one that looks back from a month told."""
        year, last = fields.year or 0, self.told[0] if self.told else None
        if self.span and not self.span[0] <= year <= self.span[1]:
            return True
        if last is None or not _is_bare_year(fields) or last.fields.month is None:
            return False
        return self.sentence - last.sentence <= ASIDE_REACH and year < (last.fields.year or 0)

    def publication(self) -> Reference | None:
        """The day of publication, if anyone said."""
        return Reference(self.published) if self.published else None

    def reference(self, base: Base, needs_day: bool, pointing: int = UNSAID) -> Reference | None:
        """What an expression counts from here; None when there is nothing to count from."""
        if base is Base.SPEECH and not self.narrative:
            return self.publication()
        told = self.last_told(needs_day, pointing)
        if self.narrative or (told and (told.has_day or not needs_day)):
            return told
        return self.publication()

    def with_time(self, reference: Reference) -> Reference:
        """The same day with the time of day that was told just before: "at 4:10 on Sunday"."""
        timed = (t for t in self.told if t.fields.hour is not None and self.sentence - t.sentence <= 1)
        last = next(timed, None)
        same = last is not None and first_number(last.fields) == first_number(reference.fields)
        return last if last is not None and same and reference.fields.hour is None else reference

    def last_told(self, needs_day: bool, pointing: int = UNSAID) -> Reference | None:
        """The last date told that counts, or the last day within it where a day is needed and at hand."""
        counting = [reference for reference in self.told if self._counts(reference, pointing)]
        if not counting:
            return None
        days = [reference for reference in counting if reference.has_day and _lies_in(reference, counting[0])]
        return days[0] if needs_day and days else counting[0]

    def _counts(self, reference: Reference, pointing: int) -> bool:
        """In news a date is soon forgotten, and what looks back does not count from a day to come."""
        if self.narrative:
            return True
        ahead = self.published and (first_number(reference.fields) or 0) > (first_number(self.published) or 0)
        reach = BACK_REACH if self.back and self.counted else NEWS_REACH
        return self.sentence - reference.sentence <= reach and not (ahead and pointing == PAST)


def _lies_in(day: Reference, last: Reference) -> bool:
    """Whether a day lies in whatever was told last, which may be coarser."""
    return last.fields.year == day.fields.year and last.fields.month in (None, day.fields.month)


def _is_earlier(fields: Fields, told: Fields) -> bool:
    return (last_number(fields) or 0) < (first_number(told) or 0)


def _is_bare_year(fields: Fields) -> bool:
    return fields.month is None and fields.day is None


def published_fields(published: When | None) -> Fields | None:
    """The day of publication as calendar fields; only its month or year where no more is known."""
    if published is None or published.first_day is None or published.last_day is None:
        return None
    (year, month, day), last = published.first_day, published.last_day
    if (year, month, day) == last:
        return Fields(year=year, month=month, day=day)
    return Fields(year=year, month=month if month == last[1] else None) if year == last[0] else None


def story_span(forms: Iterable[Form]) -> tuple[int, int] | None:
    """The years between which a story moves: its middle year and the usual distance from it."""
    named = (form.fields.named_year for form in forms if isinstance(form, Moment))
    years = sorted(year for year in named if year is not None)
    if not years:
        return None
    middle = years[len(years) // 2]
    distances = sorted(abs(year - middle) for year in years)
    reach = max(MIN_SPAN, SPREAD * distances[len(distances) // 2])
    return middle - reach, middle + reach
