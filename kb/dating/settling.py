"""A Moment and the story so far give a date.

The words leave out what the reference time supplies: the year of a bare month, the week of a weekday,
everything of "two weeks ago". What cannot be settled keeps its X's; nothing is guessed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kb.dating.choosing import choose
from kb.dating.feasts import feast
from kb.dating.forms import Base, Fields, Moment, Shift
from kb.dating.reckoning import (
    DAY_UNITS,
    counted,
    first_number,
    month_begun,
    of_number,
    shifted,
)
from kb.dating.story import Reference, Story
from kb.dating.tense import FUTURE, PAST
from kb.when.days import day_number, is_day, iso_week, week_start, weekday

YEARLY = ("month", "season", "quarter", "half")
HOUR_UNITS = frozenset({"H", "MIN", "S"})
FROM_A_DAY = HOUR_UNITS | DAY_UNITS.keys()
"""Units that can be counted from a day only, from nothing coarser."""
WIDE = 8  # years looked through for a weekday or a leap day
_AUTUMN = 9  # the month before which what is told after a winter is of the year it ended in
_NEXT_YEAR_GAP = 8  # a story that comes from late in the year to a month so much earlier has moved on


@dataclass(frozen=True, slots=True)
class Settled:
    """The fields of a Moment as far as they could be filled, and what filled them."""

    fields: Fields
    reference: Reference | None = None
    relative: bool = False
    other: Fields | None = None  # the date that was weighed and not taken
    blank: str | None = None  # the unit that stayed open: its value is all X below what is known


def settle(moment: Moment, story: Story, pointing: int) -> Settled:
    """The date meant, counted from the reference time that this kind of moment takes."""
    if moment.at_large:
        return Settled(moment.fields, blank="D")
    settled = _placed(moment, story, pointing)
    if moment.years and settled.fields.year is not None:
        return replace(settled, fields=replace(settled.fields, year=settled.fields.year + moment.years))
    if moment.extra and settled.fields.day is not None:
        return replace(settled, fields=shifted(settled.fields, moment.extra, "D") or settled.fields)
    if moment.nth is None or settled.blank:
        return settled
    found = counted(settled.fields, *moment.nth)
    return replace(settled, fields=found) if found else replace(settled, blank="D")


def _placed(moment: Moment, story: Story, pointing: int) -> Settled:
    fields = moment.fields
    if moment.shift:
        return _shift(moment, moment.shift, story, pointing)
    if fields.era_year is not None:
        return Settled(_of_era(fields, story))
    if fields.holiday:
        return _holiday(moment, story, pointing)
    if fields.year is not None or fields.decade is not None or fields.century is not None:
        return Settled(_completed(fields))
    if fields.short_year is not None or fields.short_decade is not None:
        return _short(fields, story)
    if any(getattr(fields, name) is not None for name in YEARLY):
        return _yearly(moment, story, pointing)
    return _smaller(moment, story, pointing)


def _of_era(fields: Fields, story: Story) -> Fields:
    """A year of few digits lies before our era where the story does: "218 BC ... in 216"."""
    told, number = story.last_told(needs_day=False), fields.era_year or 0
    before = told is not None and (told.fields.year or 0) < 0
    return replace(fields, era_year=None, year=1 - number if before else number)


def _completed(fields: Fields) -> Fields:
    """A week with a weekday is a day."""
    if fields.week and fields.weekday and not fields.day:
        return of_number(first_number(fields) or 0)
    return fields


# ---------------------------------------------------------------------------- so far from then


def _shift(moment: Moment, shift: Shift, story: Story, pointing: int) -> Settled:
    reference = _counted_from(shift, story, pointing)
    if shift.base is Base.SPEECH and shift.unit == "D" and story.narrative:
        reference = None
    if reference is None or shift.count is None:
        fields = reference.fields if reference and shift.unit in HOUR_UNITS else moment.fields
        return Settled(fields, reference, True, blank=shift.unit)
    told = reference.fields
    if shift.unit == "SAME" and reference.span is None:  # no period was told: the year is all there is
        told = Fields(year=told.year)
    base = shifted(told, shift.count, shift.unit)
    if base is None:
        return Settled(Fields(year=reference.fields.year), reference, True, blank=shift.unit)
    return Settled(_refined(base, moment.fields), reference, True)


def _counted_from(shift: Shift, story: Story, pointing: int) -> Reference | None:
    """The reference time of a shift; looking ahead, news means its own month or year by "the month"."""
    if shift.count and story.narrative and shift.unit not in FROM_A_DAY:
        return story.just_mentioned() or story.reference(shift.base, needs_day=False)
    if shift.count:
        return story.reference(shift.base, shift.unit in FROM_A_DAY, pointing)
    if not story.narrative and pointing == FUTURE and shift.unit in ("M", "Q", "Y"):
        return story.publication()
    return story.reference(shift.base, shift.unit in FROM_A_DAY)


def _refined(base: Fields, finer: Fields) -> Fields:
    """The shifted base with the finer fields that the words name ("September last year")."""
    if finer.holiday and base.year is not None:
        return replace(_feast_day(finer.holiday, base.year), part=finer.part)
    if finer.weekday and base.week is not None:
        return replace(of_number(first_number(replace(base, weekday=finer.weekday)) or 0), part=finer.part)
    names = ("season", "quarter", "half", "month", "week", "day", "part", "hour", "minute", "second", "zone")
    found = {name: value for name in names if (value := getattr(finer, name)) is not None}
    return replace(base, **found)


# ------------------------------------------------------------------------------- once in a year


def _yearly(moment: Moment, story: Story, pointing: int) -> Settled:
    def in_year(year: int) -> Fields:
        return replace(moment.fields, year=year, weekday=None)

    return _of_years(moment, story, pointing, in_year)


def _holiday(moment: Moment, story: Story, pointing: int) -> Settled:
    fields, rule = moment.fields, moment.fields.holiday or ""

    def in_year(year: int) -> Fields:
        return replace(_feast_day(rule, year), part=fields.part)

    if fields.year is not None:
        return Settled(in_year(fields.year))
    return _of_years(moment, story, pointing, in_year)


def _feast_day(rule: str, year: int) -> Fields:
    """The feast of a year, or the year where nobody knows the day."""
    return feast(rule, year) or Fields(year=year)


def _of_years(moment: Moment, story: Story, pointing: int, in_year: Callable[[int], Fields]) -> Settled:
    base = moment.which_base if moment.which is not None else Base.SPEECH
    reference = story.reference(base, needs_day=False)
    if reference is None or reference.fields.year is None:
        return Settled(replace(moment.fields, holiday=None), reference, True)
    year = reference.fields.year
    told = reference if story.narrative else _told_beside(story, pointing)
    if moment.which is None and told:
        return Settled(in_year(_story_year(moment.fields, told.fields)), told, True)
    choice = choose(_candidates(moment.fields, year, in_year), reference.fields, moment.which, pointing)
    return Settled(choice.chosen, reference, True, other=choice.other)


def _told_beside(story: Story, pointing: int) -> Reference | None:
    """In news too a date of the same sentence may give its year: "on 2 May 1944, and by 5 June"."""
    told = story.told[0] if story.told else None
    if told is None or told.sentence != story.sentence or pointing == FUTURE or not told.governs:
        return None
    return told


def _candidates(fields: Fields, year: int, in_year: Callable[[int], Fields]) -> list[Fields]:
    """The day in the years around; a named weekday or a 29 February look further for a year that has it."""
    if fields.weekday is None and (fields.month, fields.day) != (2, 29):
        return [in_year(y) for y in range(year - 1, year + 2)]
    wide = [in_year(y) for y in range(year - WIDE, year + WIDE + 1)]
    fitting = [c for c in wide if _fits(c, fields.weekday)]
    return fitting or [in_year(y) for y in range(year - 1, year + 2)]


def _fits(candidate: Fields, wanted: int | None) -> bool:
    """Whether the calendar has the day, on the weekday the words name."""
    year, month, day = candidate.year or 0, candidate.month or 1, candidate.day or 1
    return is_day(year, month, day) and wanted in (None, weekday(day_number(year, month, day)))


def _story_year(fields: Fields, told: Fields) -> int:
    """The year the story has reached: the next one when it jumps from late to early in a year."""
    year, here, there = told.year or 0, month_begun(fields), month_begun(told)
    if here is None or there is None:
        return year
    after_winter = told.season == "WI" and here < _AUTUMN
    return year + 1 if after_winter or there - here >= _NEXT_YEAR_GAP else year


def _short(fields: Fields, story: Story) -> Settled:
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


# ---------------------------------------------------------------------- weekdays, days, hours


def _smaller(moment: Moment, story: Story, pointing: int) -> Settled:
    fields = moment.fields
    base = moment.which_base if moment.which is not None else Base.SPEECH
    if fields.weekday is not None or fields.weekend:
        return _weekly(moment, story.reference(base, needs_day=True), pointing, story.narrative)
    if fields.day is not None:
        return _of_month(fields, story)
    day_base = base if moment.which is not None else Base.STORY
    return _of_day(moment, story.reference(day_base, needs_day=True))


def _weekly(moment: Moment, reference: Reference | None, pointing: int, narrative: bool) -> Settled:
    anchor = first_number(reference.fields) if reference else None
    if anchor is None or reference is None or not (reference.fields.day or reference.fields.week):
        return Settled(moment.fields, None, True)
    monday = week_start(anchor)
    mondays = (monday - 7, monday, monday + 7)
    if moment.fields.weekend:
        years = [iso_week(m) for m in mondays]
        candidates = [Fields(year=y, week=w, weekend=True) for y, w in years]
    else:
        candidates = [of_number(m + (moment.fields.weekday or 1) - 1) for m in mondays]
    pointing = FUTURE if narrative else pointing or PAST
    choice = choose(candidates, reference.fields, moment.which, pointing)
    fields = _refined(choice.chosen, replace(moment.fields, weekday=None))
    return Settled(fields, reference, True, other=choice.other)


def _of_month(fields: Fields, story: Story) -> Settled:
    reference = story.last_told(needs_day=False) or story.publication()
    if reference is None or reference.fields.month is None:
        return Settled(fields, None, True)
    known = reference.fields
    return Settled(replace(fields, year=known.year, month=known.month), reference, True)


def _of_day(moment: Moment, reference: Reference | None) -> Settled:
    if reference is None or reference.fields.day is None:
        return Settled(moment.fields, None, True)
    day = shifted(reference.fields, moment.which or 0, "D") or reference.fields
    return Settled(_refined(day, moment.fields), reference, True)
