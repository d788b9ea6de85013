"""A Moment and the story so far give a date.

The words leave out what the reference time supplies: the year of a bare month (`settling_years`), the
week of a weekday (`settling_days`), everything of "two weeks ago". What cannot be settled keeps its X's;
nothing is guessed.
"""

from dataclasses import replace

from kb.dating.forms import Base, Fields, Moment, Open, Shift
from kb.dating.reckoning import DAY_UNITS, beside, counted, first_number, of_number, shifted
from kb.dating.settled import Settled, refined
from kb.dating.settling_days import settle_smaller
from kb.dating.settling_years import settle_holiday, settle_short, settle_yearly
from kb.dating.story import Reference, Story
from kb.dating.tense import FUTURE, PAST, UNSAID

ABSOLUTE = ("year", "decade", "century", "millennium")
YEARLY = ("month", "season", "quarter", "half", "week")
HOUR_UNITS = frozenset({"H", "MIN", "S"})
FROM_A_DAY = HOUR_UNITS | DAY_UNITS.keys()
"""Units that can be counted from a day only, from nothing coarser."""


def settle(moment: Moment, story: Story, pointing: int) -> Settled:
    """The date meant, counted from the reference time that this kind of moment takes."""
    if moment.at_large or _stays_open(moment, story):
        return Settled(moment.fields, blank="D")
    if moment.either_first:
        return _either_first(moment, story, pointing)
    return _moved(moment, _placed(moment, story, pointing))


def _stays_open(moment: Moment, story: Story) -> bool:
    """Whether no date is meant; a story tells "the morning of the battle" on the day of the battle."""
    return moment.open is not None and not (moment.open is Open.HANGING and story.narrative)


def _moved(moment: Moment, settled: Settled) -> Settled:
    """What the words count on from the date, once it is settled."""
    if moment.years and settled.fields.year is not None:
        return replace(settled, fields=replace(settled.fields, year=settled.fields.year + moment.years))
    if moment.beside:
        return _beside(settled, *moment.beside)
    if settled.fields.day is not None and (moment.widened or moment.extra):
        moved = shifted(settled.fields, moment.extra, moment.widened or "D")
        return replace(settled, fields=moved or settled.fields)
    return settled if moment.nth is None or settled.blank else _nth(settled, *moment.nth)


def _nth(settled: Settled, position: int, unit: str) -> Settled:
    found = counted(settled.fields, position, unit)
    if found:
        return replace(settled, fields=found)
    return replace(settled, blank="D", lacking=first_number(settled.fields) is not None)


def _beside(settled: Settled, direction: int, unit: str) -> Settled:
    """What lies right before or after a date; its part of the day goes with it."""
    found = beside(settled.fields, direction, unit)
    if found is None:
        return replace(settled, blank="D")
    other = beside(settled.other, direction, unit) if settled.other else None
    return replace(settled, fields=replace(found, part=settled.fields.part), other=other)


def _placed(moment: Moment, story: Story, pointing: int) -> Settled:
    fields = moment.fields
    if moment.shift:
        return _shift(moment, moment.shift, story, pointing)
    if fields.era_year is not None or fields.era_millennium is not None:
        return _of_era(fields, story)
    if fields.holiday:
        return settle_holiday(moment, story, pointing)
    if any(getattr(fields, name) is not None for name in ABSOLUTE):
        return Settled(_completed(fields))
    if fields.short_year is not None or fields.short_decade is not None:
        return settle_short(fields, story)
    if any(getattr(fields, name) is not None for name in YEARLY):
        return settle_yearly(moment, story, pointing)
    return settle_smaller(moment, story, pointing)


def _either_first(moment: Moment, story: Story, pointing: int) -> Settled:
    """Day and month in the order the text has elsewhere; both dates, where nothing tells the order."""
    turned = replace(moment.fields, month=moment.fields.day, day=moment.fields.month)
    ways = (
        _placed(replace(moment, fields=fields), story, pointing).fields for fields in (moment.fields, turned)
    )
    month_first, day_first = ways
    if story.day_first is None:
        return Settled(Fields(year=month_first.year), blank="D", either=(month_first, day_first))
    if story.day_first:
        return Settled(day_first, other=month_first)
    return Settled(month_first, other=day_first)


def _of_era(fields: Fields, story: Story) -> Settled:
    """A year of few digits lies before our era where the story does: "218 BC ... in 216".

    A millennium does so too; elsewhere it may lie before our era or ahead, and stays open.
    """
    told = story.last_told(needs_day=False)
    before = told is not None and (told.fields.year or 0) < 0
    if fields.era_millennium is not None:
        return Settled(Fields(millennium=-fields.era_millennium)) if before else Settled(Fields(), blank="ML")
    number = fields.era_year or 0
    return Settled(replace(fields, era_year=None, year=1 - number if before else number))


def _completed(fields: Fields) -> Fields:
    """A week with a weekday is a day."""
    if fields.week and fields.weekday and not fields.day:
        return of_number(first_number(fields) or 0)
    return fields


# ---------------------------------------------------------------------------- so far from then


def _shift(moment: Moment, shift: Shift, story: Story, pointing: int) -> Settled:
    reference = _counted_from(moment, shift, story, pointing)
    if shift.base is Base.SPEECH and shift.unit == "D" and story.narrative:
        return Settled(moment.fields, None, True, blank="D" if shift.count else "NOW")
    if reference is None or shift.count is None:
        fields = reference.fields if reference and shift.unit in HOUR_UNITS else moment.fields
        return Settled(fields, reference, True, blank=shift.unit)
    if shift.unit in HOUR_UNITS:
        reference = story.with_time(reference)
    told = reference.fields
    unnamed = reference.span is None and moment.widened is None
    if shift.unit == "SAME" and unnamed:  # no period was told: the year is all there is
        told = Fields(year=told.year)
    base = shifted(told, shift.count, shift.unit)
    if base is None:
        return Settled(Fields(year=reference.fields.year), reference, True, blank=shift.unit)
    return Settled(refined(base, moment.fields), reference, True)


def _counted_from(moment: Moment, shift: Shift, story: Story, pointing: int) -> Reference | None:
    """The reference time of a shift; looking ahead, news means its own month or year by "the month"."""
    if not story.narrative and _needs_antecedent(moment, shift, pointing):
        return story.last_told(shift.unit in FROM_A_DAY, pointing if shift.count else UNSAID)
    if shift.count and story.narrative and shift.unit not in FROM_A_DAY:
        return story.just_mentioned() or story.reference(shift.base, needs_day=False)
    if shift.count:
        return story.reference(shift.base, shift.unit in FROM_A_DAY, pointing)
    named = moment.which is not None  # "that month", not "the month"
    if not story.narrative and pointing == FUTURE and shift.unit in ("M", "Q", "Y") and not named:
        return story.publication()
    return story.reference(shift.base, shift.unit in FROM_A_DAY)


def _needs_antecedent(moment: Moment, shift: Shift, pointing: int) -> bool:
    """Whether only a date told can be meant, never publication: "that year", "at that time", and in a clause
    of the past "three days later"."""
    if shift.base is not Base.STORY or shift.count is None or shift.count < 0:
        return False
    if shift.count:
        return pointing == PAST
    return moment.which == 0 or (shift.unit == "SAME" and moment.fields == Fields())
