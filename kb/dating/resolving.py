"""From what was found in a sentence to time expressions with their dates.

The Reading is the sentence with what was found in it; the Story carries what earlier ones told.
"""

from dataclasses import replace

from kb.dating.explaining import steps_for_moment, steps_for_other, weighed
from kb.dating.extents import Extent
from kb.dating.forms import Base, Fields, Length, Moment, Open, Repetition, Vague
from kb.dating.meanings_amounts import stretch
from kb.dating.meanings_clock import of_part
from kb.dating.ranges import joins
from kb.dating.reaching import LIMITS, with_reach
from kb.dating.readings import Reading, only_time
from kb.dating.settled import Settled
from kb.dating.settling import settle
from kb.dating.story import Reference, Story
from kb.dating.tense import UNSAID
from kb.dating.tokens import Tokens
from kb.dating.values import fields_of, interval, meant, one_of, settled_value, without_time
from kb.model import Anchor, AnchorKind, Offset, Span, TimeExpression, TimexType
from kb.when import When

EXPLICIT, RELATIVE, BY_TENSE = 1.0, 0.9, 0.8
"""How sure a date is that is written out, counted, or chosen by the tense of the sentence, or by which of day
and month the text puts first."""

NEXT_DAY = "P1D"
"""How far "the morning after the vote" lies from it."""
HANGING = frozenset({"offset", "part_beside"})
"""The meanings of what is counted from an event told next."""


def expression_at(i: int, reading: Reading, story: Story) -> TimeExpression:
    """The i-th expression of a sentence, resolved; what it tells goes into the story."""
    extent, span = reading.extents[i], reading.span(i)
    if isinstance(extent.form, Moment):
        return _moment(extent.form, i, reading, story)
    if isinstance(extent.form, Length) and extent.form.within:
        story.tell(Reference(Fields(year=extent.form.within), span, reading.index))
    time = _other(extent.form, extent, span, reading.tokens)
    if not isinstance(extent.form, Length):
        return time
    before, behind = reading.tokens.lower(extent.first - 1), reading.tokens.lower(extent.last)
    pointing = reading.pointing(i) if before in LIMITS else UNSAID
    return with_reach(time, extent.form, before, behind, pointing, story)


# ---------------------------------------------------------------------------------- with a date


def _moment(moment: Moment, i: int, reading: Reading, story: Story) -> TimeExpression:
    extent, span = reading.extents[i], reading.span(i)
    pointing = reading.pointing(i)
    story.back, story.beside = reading.looks_back(i), reading.in_aside(i)
    story.counted = moment.shift is not None and bool(moment.shift.count)
    settled = _on_day_behind(moment, i, reading, story) or _settled(i, reading, story)
    when = _meant(moment, settled)
    _tell(settled, moment, i, reading, story)
    return TimeExpression(
        span=span,
        rule=extent.rule.id,
        confidence=_confidence(moment, settled),
        type=TimexType.TIME if _has_time(moment) else TimexType.DATE,
        value=settled_value(moment, settled),
        mod=moment.mod,
        when=when,
        anchor=_anchor(settled, story),
        alternatives=tuple(weighed(settled)),
        offset=_offset(NEXT_DAY, extent, reading.tokens) if moment.open is Open.BESIDE else None,
        steps=steps_for_moment(span.of(reading.tokens.text), extent.rule, moment, settled, pointing, when),
    )


def _meant(moment: Moment, settled: Settled) -> When | None:
    """The interval of what was settled: one of two days where figures may be read either way."""
    if settled.either:
        return one_of(settled.either)
    return meant(moment, settled)


def _tell(settled: Settled, moment: Moment, i: int, reading: Reading, story: Story) -> None:
    """The date goes into the story; one that a person set right as they set it. A time of day that nothing
    but publication gave a day is no news of any day."""
    span, right = reading.span(i), story.corrected.get(reading.span(i))
    fields = fields_of(right.when) if right else settled.fields
    if fields is None or fields.year is None or settled.blank or moment.fiscal:
        return
    supposed = only_time(moment) and settled.reference is not None and settled.reference.span is None
    if right or not supposed:
        told = Reference(fields, span, reading.index, _governs(settled, reading.extents[i]))
        story.tell(told, settled.fields if settled.fields.year is not None else None)


def _governs(settled: Settled, extent: Extent) -> bool:
    """Whether a date gives its year to the sentence: a full one, or a year that opens it ("In 2007, ...")."""
    opens = extent.first <= 1
    return not settled.relative and (opens or settled.fields.month is not None)


def _settled(i: int, reading: Reading, story: Story) -> Settled:
    """The date of the i-th expression, counted once: a time of day may have asked for it before its turn."""
    form = reading.extents[i].form
    if i not in reading.days and isinstance(form, Moment):
        reading.days[i] = settle(_range_end(form, i, reading), story, reading.pointing(i))
    return reading.days[i]


def _on_day_behind(moment: Moment, i: int, reading: Reading, story: Story) -> Settled | None:
    """A time of day takes the day named right behind it: "at 16:15, June 1st", "at 5 a.m. on 3 May"."""
    behind = reading.day_behind(i) if only_time(moment) else None
    if behind is None:
        return None
    day = _settled(behind, reading, story)
    if day.fields.day is None:
        return None
    story.tell(Reference(without_time(day.fields), reading.span(behind), reading.index))
    return settle(_in_part(moment, day.fields.part), story, UNSAID)


def _in_part(moment: Moment, part: str | None) -> Moment:
    """An hour of twelve in the part of the day named behind: "half past six on Friday evening"."""
    hour = moment.fields.hour
    if hour is None or part is None:
        return moment
    return replace(moment, fields=replace(moment.fields, hour=of_part(hour, part)))


def _range_end(moment: Moment, i: int, reading: Reading) -> Moment:
    """In "Monday to Friday", "from June 1 through November 30" the second is the one after the first."""
    if i == 0 or not _is_bare(moment):
        return moment
    before, here = reading.extents[i - 1], reading.extents[i]
    joined = here.first - before.last == 1 and joins(reading.tokens, before, reading.context)
    if not joined or not isinstance(before.form, Moment) or not _same_kind(before.form.fields, moment.fields):
        return moment
    return replace(moment, which=1, which_base=Base.STORY)


def _is_bare(moment: Moment) -> bool:
    """Whether it leaves open which month, day of a month, or weekday is meant."""
    fields = moment.fields
    named = fields.weekday is not None or fields.month is not None
    return named and fields.year is None and moment.shift is None and moment.which is None


def _same_kind(one: Fields, other: Fields) -> bool:
    return (one.weekday is None, one.month is None) == (other.weekday is None, other.month is None)


def _has_time(moment: Moment) -> bool:
    small = moment.shift is not None and moment.shift.unit in ("H", "MIN", "S")
    return small or moment.fields.part is not None or moment.fields.hour is not None


def _confidence(moment: Moment, settled: Settled) -> float:
    if moment.either_first:
        return BY_TENSE
    if not settled.relative:
        return EXPLICIT
    return RELATIVE if moment.shift or moment.which is not None else BY_TENSE


def _anchor(settled: Settled, story: Story) -> Anchor | None:
    reference = settled.reference
    if reference is None:
        return None
    if reference.span is None and story.source:
        return Anchor(AnchorKind.PUBLICATION, story.source)
    when = interval(reference.fields)
    return Anchor(AnchorKind.EXPRESSION, when, reference.span) if when else None


# ------------------------------------------------------------------------------- without a date


def _other(form: Length | Repetition | Vague, extent: Extent, span: Span, tokens: Tokens) -> TimeExpression:
    kind, value = _kind(form)
    return TimeExpression(
        span=span,
        rule=extent.rule.id,
        type=kind,
        value=value,
        mod=form.mod if isinstance(form, Length) else None,
        quant=form.quant if isinstance(form, Repetition) else None,
        freq=form.freq if isinstance(form, Repetition) else None,
        offset=_offset(value, extent, tokens),
        steps=steps_for_other(span.of(tokens.text), extent.rule, form),
    )


def _kind(form: Length | Repetition | Vague) -> tuple[TimexType, str]:
    if isinstance(form, Length):
        return TimexType.DURATION, stretch(form)
    return (TimexType.SET if isinstance(form, Repetition) else TimexType.DATE), form.value


def _offset(value: str, extent: Extent, tokens: Tokens) -> Offset | None:
    """Where the event begins that the amount is counted from."""
    if extent.end == extent.last or extent.rule.meaning not in HANGING or extent.end >= len(tokens.starts):
        return None
    direction = "before" if tokens.lower(extent.last) == "before" else "after"
    return Offset(value, direction, tokens.starts[extent.end])
