"""Whether a text tells a story of another time than its publication's.

Many years far from publication make a story; so does a single one that dates it (a full date, a year that
opens a sentence, or one that ends the first and is followed by bare months), as long as nothing speaks of the
days around publication. When a living person was born, or a body founded, dates no story; nor is an article
one that opens with a weekday, as an obituary does ("died on Sunday").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.dating.extents import Extent
from kb.dating.forms import Base, Fields, Moment
from kb.dating.readings import Reading
from kb.dating.story import EARLY, NEWS_REACH
from kb.dating.tense import FUTURE

FAR_YEARS = 2  # a year further than this from publication is a story's, not news
NARRATIVE_YEARS = 4  # so many of them, and for each word of the day, make a narrative
LIFETIME = 100  # years; whoever was born longer ago is in the news no more
BACKDROP_REACH = 6  # tokens between "born" and its date


@dataclass(frozen=True, slots=True)
class Told:
    """A moment with its place: the i-th expression of a reading."""

    reading: Reading
    i: int
    moment: Moment

    @property
    def extent(self) -> Extent:
        """Where it stands in its sentence."""
        return self.reading.extents[self.i]

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.reading.index

    def words_before(self, reach: int | None = None) -> tuple[str, ...]:
        """The words of the sentence before it, or the nearest so many."""
        first = self.extent.first
        return self.reading.tokens.words(0 if reach is None else max(0, first - reach), first)


def is_narrative(readings: Sequence[Reading], published: Fields | None) -> bool:
    """Whether a text of these sentences tells a story of another time than its publication's."""
    moments = [told for reading in readings for told in _moments(reading)]
    far = [told for told in moments if _is_far(told.moment, published)]
    dating = [told for told in far if not _is_backdrop(told, published)]
    days = list(_days_of_story(moments, dating))
    if _opens_with_the_day(moments, days, published):
        return False
    of_the_day = sum(_is_of_the_day(told, days) for told in moments)
    if len(far) >= NARRATIVE_YEARS * max(1, of_the_day):
        return True
    if of_the_day or any(_is_near(told.moment, published) for told in moments):
        return False
    return any(_dates_the_story(told) for told in dating) or _chains(moments, dating, readings)


def _opens_with_the_day(moments: Sequence[Told], days: Sequence[int], published: Fields | None) -> bool:
    """Whether the first date is a weekday of the news, however far an obituary goes back behind it."""
    weekday = bool(moments) and moments[0].moment.fields.weekday is not None
    return weekday and published is not None and _is_of_the_day(moments[0], days)


def _moments(reading: Reading) -> Iterator[Told]:
    for i, extent in enumerate(reading.extents):
        if isinstance(extent.form, Moment):
            yield Told(reading, i, extent.form)


def _days_of_story(moments: Sequence[Told], far: Sequence[Told]) -> Iterator[int]:
    """The sentences that name a day of another time: one in full, or without its year after such a year."""
    begun = min((told.sentence for told in far), default=None)
    for told in moments:
        fields = told.moment.fields
        bare = fields.day is not None and fields.month is not None and fields.named_year is None
        if begun is not None and bare and told.sentence >= begun:
            yield told.sentence
    yield from (told.sentence for told in far if told.moment.fields.day is not None)


def _dates_the_story(told: Told) -> bool:
    fields = told.moment.fields
    early = fields.named_year is not None and fields.named_year < EARLY
    return fields.month is not None or fields.season is not None or early or told.extent.first <= 1


def _is_backdrop(told: Told, published: Fields | None) -> bool:
    """Whether the date tells only since when somebody lives or something stands: "born on 4 March 1950"."""
    context, words = told.reading.context, told.words_before(BACKDROP_REACH)
    if not context["founding_words"].isdisjoint(words):
        return True
    age = (published.year or 0) - (told.moment.fields.named_year or 0) if published else LIFETIME
    return age < LIFETIME and not context["birth_words"].isdisjoint(words)


def _chains(moments: Sequence[Told], dating: Sequence[Told], readings: Sequence[Reading]) -> bool:
    """Whether the first date is a year that ends a sentence, and what follows leaves out its year: "The war
    began in 1939. In September ..." Nobody speaks in it, and nothing is still to come."""
    if not moments or moments[0] not in dating[:1] or not _ends_main_clause(moments[0]):
        return False
    bare = (told for told in moments[1:] if told.sentence > moments[0].sentence)
    return any(_lacks_year(told.moment) for told in bare) and not any(_speaks_now(r) for r in readings)


def _ends_main_clause(told: Told) -> bool:
    context = told.reading.context
    closed = told.reading.tokens.lower(told.extent.last) in context["sentence_ends"] | {""}
    return closed and context["relative_words"].isdisjoint(told.words_before())


def _lacks_year(moment: Moment) -> bool:
    fields = moment.fields
    named = fields.month is not None or fields.season is not None
    return named and fields.named_year is None and moment.shift is None and moment.which is None


def _speaks_now(reading: Reading) -> bool:
    words = frozenset(reading.tokens.plain)
    return any(not words.isdisjoint(reading.context[name]) for name in ("telling", "now_words"))


def _is_far(moment: Moment, published: Fields | None) -> bool:
    year = moment.fields.named_year
    if year is None:
        return False
    return published is None or abs(year - (published.year or 0)) > FAR_YEARS


def _is_near(moment: Moment, published: Fields | None) -> bool:
    """A year named that is about that of publication."""
    return moment.fields.named_year is not None and not _is_far(moment, published)


def _is_of_the_day(told: Told, days: Sequence[int]) -> bool:
    """Words that only make sense on the day of publication: "last week", "will retire in July"; weekdays may
    be of a far day just told."""
    moment, fields = told.moment, told.moment.fields
    if moment.shift is not None:
        return moment.shift.base is Base.SPEECH
    if moment.which is not None and moment.which_base is Base.STORY:
        return False
    if _lacks_year(moment) and _will_be(told):
        return True
    bare = fields.weekday is not None and fields.day is None and fields.year is None
    return bare and not any(0 <= told.sentence - day <= NEWS_REACH for day in days)


def _will_be(told: Told) -> bool:
    """Whether it lies ahead of whoever writes, not only, as with "would", of whom the story tells."""
    ahead = not told.reading.context["now_words"].isdisjoint(told.reading.tokens.plain)
    return ahead and told.reading.pointing(told.i) == FUTURE
