"""What comes once in a year and needs its year: a bare month or day, a season, a feast, '98, the eighties."""

from collections.abc import Callable
from dataclasses import replace

from kb.dating.choosing import choose
from kb.dating.forms import Base, Fields, Moment
from kb.dating.reckoning import first_number, month_begun
from kb.dating.settled import Settled, feasts_of
from kb.dating.story import NEWS_REACH, Reference, Story
from kb.dating.tense import FUTURE
from kb.when.days import day_number, is_day, weekday

Days = tuple[Fields, ...]
"""What is so called in one year, in order: mostly one, but two feasts of the moon may fall in it."""
WIDE = 8  # years looked through for a weekday or a leap day
_AUTUMN = 9  # the month before which what is told after a winter is of the year it ended in
_NEXT_YEAR_GAP = 4  # a story that comes from late in the year to a month so much earlier has moved on
_PASSAGE_DAYS = 120  # how far a passage of news that looks back to a full date goes on from it


def settle_yearly(moment: Moment, story: Story, pointing: int) -> Settled:
    def in_year(year: int) -> Days:
        return (replace(moment.fields, year=year, weekday=None),)

    return _of_years(moment, story, pointing, in_year)


def settle_holiday(moment: Moment, story: Story, pointing: int) -> Settled:
    fields, rule = moment.fields, moment.fields.holiday or ""

    def in_year(year: int) -> Days:
        return tuple(replace(day, part=fields.part) for day in feasts_of(rule, year))

    if fields.year is not None:
        return Settled(in_year(fields.year)[0])
    return _of_years(moment, story, pointing, in_year)


def _of_years(moment: Moment, story: Story, pointing: int, in_year: Callable[[int], Days]) -> Settled:
    base = moment.which_base if moment.which is not None else Base.SPEECH
    reference = story.reference(base, needs_day=False)
    if reference is None or reference.fields.year is None:
        return Settled(replace(moment.fields, holiday=None), reference, True)
    year = reference.fields.year
    told = reference if story.narrative else _told_in_news(moment.fields, story, pointing)
    if moment.which is None and told:
        return Settled(in_year(_story_year(in_year(year)[0], told.fields, story.back))[0], told, True)
    candidates = in_year(year) if moment.which == 0 else _candidates(moment.fields, year, in_year)
    choice = choose(candidates, reference.fields, moment.which, pointing)
    return Settled(choice.chosen, reference, True, other=choice.other)


def _told_in_news(fields: Fields, story: Story, pointing: int) -> Reference | None:
    return _told_beside(story, pointing) or _told_before(fields, story, pointing)


def _told_beside(story: Story, pointing: int) -> Reference | None:
    """In news too a date of the same sentence may give its year: "on 2 May 1944, and by 5 June"."""
    told = story.told[0] if story.told else None
    if told is None or told.sentence != story.sentence or pointing == FUTURE or not told.governs:
        return None
    return told


def _told_before(fields: Fields, story: Story, pointing: int) -> Reference | None:
    """In news a full date told before gives its year to one soon after: "on 4 March 2011 ... on 9 March".

    Not where the sentence looks ahead, nor to a day that publication makes as good a sense of.
    """
    told = next((t for t in story.told if t.fields.day and story.sentence - t.sentence <= NEWS_REACH), None)
    if (
        told is None
        or pointing == FUTURE
        or fields.day is None
        or fields.month is None
        or story.published is None
    ):
        return None
    after = _days_after(told.fields, fields)
    soon = after is not None and 0 <= after <= _PASSAGE_DAYS
    return told if soon and _is_long_past(told.fields, story.published) else None


def _days_after(told: Fields, fields: Fields) -> int | None:
    """How many days after one that was told its month and day lie in the same year."""
    first, second = first_number(told), first_number(replace(fields, year=told.year, weekday=None))
    return None if first is None or second is None else second - first


def _is_long_past(told: Fields, published: Fields) -> bool:
    return (first_number(published) or 0) - (first_number(told) or 0) > _PASSAGE_DAYS


def _candidates(fields: Fields, year: int, in_year: Callable[[int], Days]) -> Days:
    """The day in the years around; a named weekday or a 29 February look further for a year that has it."""
    if fields.weekday is None and (fields.month, fields.day) != (2, 29):
        return _of_all(range(year - 1, year + 2), in_year)
    wide = _of_all(range(year - WIDE, year + WIDE + 1), in_year)
    fitting = tuple(c for c in wide if _fits(c, fields.weekday))
    return fitting or _of_all(range(year - 1, year + 2), in_year)


def _of_all(years: range, in_year: Callable[[int], Days]) -> Days:
    return tuple(day for year in years for day in in_year(year))


def _fits(candidate: Fields, wanted: int | None) -> bool:
    """Whether the calendar has the day, on the weekday the words name."""
    year, month, day = candidate.year or 0, candidate.month or 1, candidate.day or 1
    return is_day(year, month, day) and wanted in (None, weekday(day_number(year, month, day)))


def _story_year(fields: Fields, told: Fields, back: bool) -> int:
    """The year the story has reached: the next one when it jumps to a month so much earlier, and does not
    tell what had been before."""
    year, here, there = told.year or 0, month_begun(fields), month_begun(told)
    if here is None or there is None:
        return year
    after_winter = told.season == "WI" and here < _AUTUMN
    return year + 1 if after_winter or (there - here >= _NEXT_YEAR_GAP and not back) else year


def settle_short(fields: Fields, story: Story) -> Settled:
    """'98 and the eighties: of the century in which they lie nearest before the reference year."""
    reference = story.reference(Base.SPEECH, needs_day=False)
    year = reference.fields.year if reference else None
    if year is None:
        return Settled(fields, None, True, blank="Y")
    if fields.short_year is not None:
        limit = year + 5 if not story.narrative else year + 20
        whole = limit - (limit - fields.short_year) % 100
        return Settled(replace(fields, year=whole, short_year=None), reference, True)
    decade = fields.short_decade or 0
    return Settled(Fields(decade=year // 10 - (year // 10 - decade) % 10), reference, True)
