"""Meanings that count from a reference time: today, last year, the following day, a week from Friday.

Each takes the slots of one expression and returns a Moment with a Shift, or None.
"""

from dataclasses import replace

from kb.dating.forms import Base, Fields, Moment, Open, Shift
from kb.dating.meanings_calendar import calendar, edged, placed
from kb.dating.slots import Slots


def deictic(slots: Slots) -> Moment | None:
    """Today, yesterday, tomorrow, tonight."""
    if slots.get("tonight") is not None:
        return Moment(Fields(part="NI"), Shift(slots.get("tonight"), "D", Base.SPEECH))
    days = slots.get("deictic") if slots.has("deictic") else 0
    return edged(Moment(Fields(part=slots.get("part")), Shift(days, "D", Base.SPEECH)), slots)


def hours_of_day(slots: Slots) -> Moment | None:
    """The early hours of Monday: of the morning of that day."""
    moment = deictic(slots) if slots.has("deictic") else calendar(slots)
    part, mod = slots.get("hours_of")
    return moment and replace(moment, fields=replace(moment.fields, part=part), mod=mod or None)


def weeks_from(slots: Slots) -> Moment | None:
    """A week last Tuesday, two weeks from Friday: a day, and so many days from it."""
    days = {"D": 1, "W": 7, "FN": 14}.get(slots.get("unit", "units"))
    amount = slots.get("number", "article")
    if days is None or amount is None or int(amount) != amount:
        return None
    moment = deictic(slots) if slots.has("deictic") else Moment(Fields(weekday=slots.get("weekday")), which=1)
    back = "last" in slots.words
    if moment is None:
        return None
    return replace(moment, which=-1 if back else moment.which, extra=int(amount) * (-days if back else days))


def weekday_last(slots: Slots) -> Moment | None:
    """Monday last."""
    return Moment(Fields(weekday=slots.get("weekday")), which=-1)


def weekday_week(slots: Slots) -> Moment | None:
    """Friday week, tomorrow week: a week after the coming Friday, after tomorrow."""
    moment = deictic(slots) if slots.has("deictic") else Moment(Fields(weekday=slots.get("weekday")), which=1)
    return moment and replace(moment, extra=7)


def shifted(slots: Slots) -> Moment | None:
    """Last year, this week, the following month."""
    return placed(Fields(), slots)


def same_period(slots: Slots) -> Moment | None:
    """The month or quarter last told, so many years away; where none was told, that of publication."""
    count = slots.get("which")[0] if slots.has("which") else -1
    return Moment(shift=Shift(count, "SAME", Base.STORY), widened=slots.get("period") or None)


def that_time(_slots: Slots) -> Moment | None:
    """The date last told, as it was told."""
    return Moment(shift=Shift(0, "SAME", Base.STORY))


def nth_unit(slots: Slots) -> Moment | None:
    """The second day of something that is no calendar date."""
    return Moment(shift=Shift(None, slots.get("shift_unit"), Base.STORY))


def part_before(slots: Slots) -> Moment | None:
    """The night before, the morning after."""
    count, base = slots.get("away_bare")
    return Moment(Fields(part=slots.get("part")), Shift(count, "D", Base(base)))


def but_one(slots: Slots) -> Moment | None:
    """The week before last, the month after next, the night before last."""
    unit = slots.get("shift_unit") or "D"
    return Moment(Fields(part=slots.get("part")), Shift(slots.get("but_one"), unit, Base.SPEECH))


def shifted_back(slots: Slots) -> Moment | None:
    """The year before, the week previous."""
    return Moment(shift=Shift(-1, slots.get("shift_unit"), Base.STORY))


def the_unit(slots: Slots) -> Moment | None:
    """The year or month of the story: "the end of the year", "the entire month"."""
    unit = slots.get("shift_unit", "unit", "long_unit")
    moment = Moment(shift=Shift(0, unit, Base.STORY), fiscal=slots.has("fiscal"))
    return replace(moment, mod="END") if slots.has("units_end") else edged(moment, slots)


def weekend(slots: Slots) -> Moment | None:
    """The weekend, by the direction of the sentence."""
    return edged(Moment(Fields(weekend=True)), slots)


def coming_weekend(slots: Slots) -> Moment | None:
    """The weekend to come, even if it begins tomorrow."""
    return edged(Moment(Fields(weekend=True), which=1), slots)


def part_of_event(slots: Slots) -> Moment | None:
    """The morning of something told: of its day, whichever that is."""
    return edged(Moment(Fields(part=slots.get("part")), open=Open.HANGING), slots)


def part_beside(slots: Slots) -> Moment | None:
    """The morning after something told, the evening before it."""
    return Moment(Fields(part=slots.get("part")), open=Open.BESIDE)


def mid_century(_slots: Slots) -> Moment | None:
    """The middle of the century last told."""
    return Moment(shift=Shift(0, "CE", Base.STORY), mod="MID")


def turn_of_century(_slots: Slots) -> Moment | None:
    """The beginning of the century whose turn lies nearest to the year last told."""
    return Moment(shift=Shift(0, "TURN", Base.STORY), mod="START", portion="TURN")
