"""The chain of reference times: the day of publication, and the last date told.

News counts from its publication; a narrative, and words such as "the following day" anywhere, count
from the last date told. Which of the two a text is, is decided once for the whole document, by how
many years it tells that lie far from its publication.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.dating.forms import Base, Fields, Form, Moment
from kb.model import Span
from kb.when import When

FAR_YEARS = 2  # a year further than this from publication is a story's, not news
NARRATIVE_YEARS = 4  # so many of them, and for each word of the day, make a narrative
MIN_SPAN = 8  # years around the middle of a story that are never an aside
SPREAD = 6  # times the usual distance from its middle year
ASIDE_REACH = 3  # a bare year that looks back within so many sentences is an aside
NEWS_REACH = 2  # in news, a date told counts for this many sentences after it


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference time: its calendar fields and the expression that told it (None: publication)."""

    fields: Fields
    span: Span | None = None
    governs: bool = False  # whether its year is that of the months named after it in its sentence


@dataclass(slots=True)
class Story:
    """What is known while reading on: publication, kind of text, the dates told last."""

    published: Fields | None
    narrative: bool = False
    source: When | None = None  # the publication date as the document gives it
    span: tuple[int, int] | None = None  # the years between which the story moves
    sentence: int = 0
    told: Reference | None = None
    told_day: Reference | None = None
    told_in: int = field(default=-99)
    told_day_in: int = field(default=-99)

    @property
    def kind(self) -> str:
        """What rules call such a text."""
        return "narrative" if self.narrative else "news"

    def tell(self, reference: Reference) -> None:
        """Takes a date told as the newest reference; in a story, an aside to another age is none."""
        if self.narrative and self._is_aside(reference.fields):
            return
        self.told, self.told_in = reference, self.sentence
        if reference.fields.day is not None or reference.fields.week is not None:
            self.told_day, self.told_day_in = reference, self.sentence

    def _is_aside(self, fields: Fields) -> bool:
        """Whether a year lies outside the story, or is a bare one that looks back from a month told."""
        year, told = fields.year or 0, self.told.fields if self.told else None
        if self.span and not self.span[0] <= year <= self.span[1]:
            return True
        bare = first_named(fields) == "year"
        recent = self.sentence - self.told_in <= ASIDE_REACH
        return bare and recent and told is not None and told.month is not None and year < (told.year or 0)

    def publication(self) -> Reference | None:
        """The day of publication, if anyone said."""
        return Reference(self.published) if self.published else None

    def reference(self, base: Base, needs_day: bool) -> Reference | None:
        """What an expression counts from here; None when there is nothing to count from."""
        if base is Base.SPEECH and not self.narrative:
            return self.publication()
        told = self.last_told(needs_day)
        if self.narrative or (told and (told.fields.day or not needs_day)):
            return told
        return self.publication()

    def last_told(self, needs_day: bool) -> Reference | None:
        """The last date told that still counts, one with a day where that is needed and at hand."""
        if needs_day and self.told_day and self._agrees(self.told_day) and self._counts(self.told_day_in):
            return self.told_day
        return self.told if self._counts(self.told_in) else None

    def _counts(self, told_in: int) -> bool:
        return self.narrative or self.sentence - told_in <= NEWS_REACH

    def _agrees(self, day: Reference) -> bool:
        """Whether the day lies in whatever coarser date was told after it."""
        last = self.told.fields if self.told else day.fields
        return last.year == day.fields.year and last.month in (None, day.fields.month)


def published_fields(published: When | None) -> Fields | None:
    """The day of publication as calendar fields."""
    day = published.first_day if published else None
    return Fields(year=day[0], month=day[1], day=day[2]) if day else None


def is_narrative(forms: Iterable[Form], published: Fields | None) -> bool:
    """Whether a text with these expressions tells a story of another time than its publication's."""
    far = near = 0
    for form in forms:
        if isinstance(form, Moment):
            far += _is_far(form, published)
            near += _is_of_the_day(form)
    return far >= NARRATIVE_YEARS * max(1, near)


def _is_far(moment: Moment, published: Fields | None) -> bool:
    year = moment.fields.year
    if year is None:
        return False
    return published is None or abs(year - (published.year or 0)) > FAR_YEARS


def _is_of_the_day(moment: Moment) -> bool:
    """Words that only make sense on the day of publication."""
    fields, shift = moment.fields, moment.shift
    if shift is not None:
        return shift.base is Base.SPEECH
    return fields.weekday is not None and fields.day is None and fields.year is None


def story_span(forms: Iterable[Form]) -> tuple[int, int] | None:
    """The years between which a story moves: its middle year and the usual distance from it."""
    years = sorted(f.fields.year for f in forms if isinstance(f, Moment) and f.fields.year is not None)
    if not years:
        return None
    middle = years[len(years) // 2]
    distances = sorted(abs(year - middle) for year in years)
    reach = max(MIN_SPAN, SPREAD * distances[len(distances) // 2])
    return middle - reach, middle + reach


def first_named(fields: Fields) -> str:
    """The finest of year, month and day that is named."""
    return "day" if fields.day is not None else "month" if fields.month is not None else "year"
