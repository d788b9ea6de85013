"""What lies within a week or a day: weekdays, weekends, the 20th, the evening, five o'clock."""

from dataclasses import replace

from kb.dating.choosing import choose
from kb.dating.forms import Base, Fields, Moment
from kb.dating.reckoning import first_number, of_number, shifted
from kb.dating.settled import Settled, refined
from kb.dating.story import Reference, Story
from kb.dating.tense import FUTURE, PAST
from kb.when.days import day_number, is_day, iso_week, month_of, week_start, weekday

PART_HOURS = {"MO": 6, "MI": 12, "AF": 15, "EV": 19, "NI": 22}
"""The hour at which a part of the day is reckoned when a story moves from one to the next."""
MONTHS_AROUND = 14
"""Months looked through each way: no day of the month but the 29th and later waits longer for a weekday."""
_NIGHT = 10  # hours by which a time of day is earlier than the last one told when a night lies between
_NIGHT_REACH = 2  # sentences


def settle_smaller(moment: Moment, story: Story, pointing: int) -> Settled:
    fields = moment.fields
    base = moment.which_base if moment.which is not None else Base.SPEECH
    if fields.weekday is not None and fields.day is not None:
        return _monthly(fields, story.reference(base, needs_day=True), pointing)
    if fields.weekday is not None or fields.weekend:
        return _weekly(moment, story.reference(base, needs_day=True), pointing, story.narrative)
    if fields.day is not None:
        return _of_month(fields, story)
    day_base = base if moment.which is not None else Base.STORY
    return _of_day(moment, story, story.reference(day_base, needs_day=True))


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
    fields = refined(choice.chosen, replace(moment.fields, weekday=None))
    return Settled(fields, reference, True, other=choice.other)


def _monthly(fields: Fields, reference: Reference | None, pointing: int) -> Settled:
    """The 13th of the nearest month in which it is the weekday the words name."""
    anchor = reference.fields if reference else Fields()
    if reference is None or anchor.year is None or anchor.month is None:
        return Settled(fields, None, True)
    months = (
        month_of(anchor.year, anchor.month + count) for count in range(-MONTHS_AROUND, MONTHS_AROUND + 1)
    )
    days = [(year, month, fields.day or 1) for year, month in months if is_day(year, month, fields.day or 1)]
    fitting = [
        Fields(year=y, month=m, day=d) for y, m, d in days if weekday(day_number(y, m, d)) == fields.weekday
    ]
    if not fitting:
        return Settled(fields, reference, True)
    choice = choose(fitting, anchor, None, pointing)
    return Settled(choice.chosen, reference, True, other=choice.other)


def _of_month(fields: Fields, story: Story) -> Settled:
    reference = story.last_told(needs_day=False) or story.publication()
    first = first_number(reference.fields) if reference else None
    if reference is None or first is None or not (reference.fields.month or reference.fields.week):
        return Settled(fields, None, True)
    known = of_number(first)
    return Settled(replace(fields, year=known.year, month=known.month), reference, True)


def _of_day(moment: Moment, story: Story, reference: Reference | None) -> Settled:
    if reference is None or reference.fields.day is None:
        return Settled(moment.fields, None, True)
    count = moment.which or 0
    if moment.which is None and _is_next_day(moment.fields, reference, story):
        count = 1
    day = shifted(reference.fields, count, "D") or reference.fields
    return Settled(refined(day, moment.fields), reference, True)


def _is_next_day(fields: Fields, reference: Reference, story: Story) -> bool:
    """Whether a story that told of the evening goes on in the morning: "by one o'clock" is the next day's."""
    told, here = _hour(reference.fields), _hour(fields)
    reach = _NIGHT_REACH if story.narrative else 1
    soon = reference.span is not None and story.sentence - reference.sentence <= reach
    return soon and told is not None and here is not None and told - here >= _NIGHT


def _hour(fields: Fields) -> int | None:
    return fields.hour if fields.hour is not None else PART_HOURS.get(fields.part or "")
