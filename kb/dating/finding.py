"""The front of dating: the time expressions of a document, in the order of its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.dating.explaining import steps_for_moment, steps_for_other
from kb.dating.extents import Extent, find_extents
from kb.dating.forms import Base, Fields, Form, Length, Moment, Repetition, Vague
from kb.dating.lexicon import Lexicon, lexicon_of
from kb.dating.meanings_amounts import period
from kb.dating.ranges import joins, with_ranges
from kb.dating.settling import Settled, settle
from kb.dating.story import Reference, Story, is_narrative, published_fields, story_span
from kb.dating.tense import direction
from kb.dating.tokens import Tokens, tokenize
from kb.dating.values import interval, settled_value, with_mod
from kb.model import (
    Anchor,
    AnchorKind,
    Document,
    Findings,
    Language,
    Offset,
    Sentence,
    Span,
    TimeExpression,
    TimexType,
)

EXPLICIT, RELATIVE, BY_TENSE = 1.0, 0.9, 0.8
"""How sure a date is that is written out, counted, or chosen by the tense of the sentence."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its tokens and what was found in it."""

    index: int
    tokens: Tokens
    extents: tuple[Extent, ...]


def find_times(findings: Findings, language: Language) -> tuple[TimeExpression, ...]:
    """The time expressions of the document, resolved as far as its own words and its date allow.

    Without a day of publication, expressions that count from it stay unresolved: `when` is None, the
    value has X's, and the steps say so. Raises BadRequest for a language that has no words here.
    """
    lexicon = lexicon_of(language.code)
    sentences = findings.sentences or (Sentence(Span(0, len(findings.text)), 0),)
    read = [_read(i, findings.text, s, lexicon) for i, s in enumerate(sentences)]
    published = published_fields(findings.document.published)
    narrative = is_narrative(_forms(read), published)
    story = Story(published, narrative, story_span(_forms(read)) if narrative else None)
    return tuple(time for part in read for time in _resolved(part, story, findings.document, lexicon))


def _read(index: int, text: str, sentence: Sentence, lexicon: Lexicon) -> Read:
    tokens = tokenize(text, sentence.span.start, sentence.span.end, lexicon.letters, lexicon.cased)
    return Read(index, tokens, tuple(find_extents(tokens, lexicon)))


def _forms(read: Sequence[Read]) -> Iterator[Form]:
    return (extent.form for part in read for extent in part.extents)


def _resolved(part: Read, story: Story, document: Document, lexicon: Lexicon) -> list[TimeExpression]:
    story.sentence = part.index
    part = replace(part, extents=tuple(e for e in part.extents if e.rule.kind in (None, story.kind)))
    found = [_expression(i, part, story, document, lexicon) for i in range(len(part.extents))]
    return with_ranges(found, part.extents, part.tokens, lexicon.context)


def _expression(i: int, part: Read, story: Story, document: Document, lexicon: Lexicon) -> TimeExpression:
    extent = part.extents[i]
    span = Span(part.tokens.starts[extent.first], part.tokens.ends[extent.last - 1])
    if isinstance(extent.form, Moment):
        return _moment(extent.form, i, span, part, story, document, lexicon)
    if isinstance(extent.form, Length) and extent.form.within:
        story.tell(Reference(Fields(year=extent.form.within), span))
    return _other(extent.form, extent, span, part.tokens)


# ---------------------------------------------------------------------------------- with a date


def _moment(
    moment: Moment, i: int, span: Span, part: Read, story: Story, document: Document, lexicon: Lexicon
) -> TimeExpression:
    extent = part.extents[i]
    pointing = direction(part.tokens, extent.first, extent.last, lexicon.context)
    settled = _beside(moment, i, part, story, lexicon) or settle(
        _range_end(moment, i, part, lexicon), story, pointing
    )
    when = None if settled.blank else with_mod(interval(settled.fields, moment.fiscal), moment.mod)
    if settled.fields.year is not None and not settled.blank and not moment.fiscal:
        story.tell(Reference(settled.fields, span, _governs(settled, extent)))
    return TimeExpression(
        span=span,
        rule=extent.rule.id,
        confidence=_confidence(moment, settled),
        type=TimexType.TIME if _has_time(moment) else TimexType.DATE,
        value=settled_value(moment, settled),
        mod=moment.mod,
        when=when,
        anchor=_anchor(settled, document),
        steps=steps_for_moment(span.of(document.text), extent.rule, moment, settled, pointing, when),
    )


def _governs(settled: Settled, extent: Extent) -> bool:
    """Whether a date gives its year to the sentence: a full one, or a year that opens it ("In 2007, ...")."""
    opens = extent.first <= 1
    return not settled.relative and (opens or settled.fields.month is not None)


def _beside(moment: Moment, i: int, part: Read, story: Story, lexicon: Lexicon) -> Settled | None:
    """A time of day takes the day named right behind it: "at 16:15, June 1st", "at 5 a.m. on 3 May"."""
    if not _only_time(moment) or i + 1 >= len(part.extents):
        return None
    here, there = part.extents[i], part.extents[i + 1]
    between = part.tokens.words(here.last, there.first)
    if (
        not isinstance(there.form, Moment)
        or not lexicon.context["beside_words"].issuperset(between)
        or len(between) > 2
    ):
        return None
    settled = settle(there.form, story, 0)
    if settled.fields.day is None:
        return None
    story.tell(Reference(settled.fields, None))
    return settle(moment, story, 0)


def _range_end(moment: Moment, i: int, part: Read, lexicon: Lexicon) -> Moment:
    """In "Monday to Friday", "from June 1 through November 30" the second is the one after the first."""
    if i == 0 or not _is_bare(moment):
        return moment
    before, here = part.extents[i - 1], part.extents[i]
    joined = here.first - before.last == 1 and joins(part.tokens, before, lexicon.context)
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


def _only_time(moment: Moment) -> bool:
    fields = moment.fields
    timed = fields.hour is not None or fields.part is not None
    return timed and moment.shift is None and moment.which is None and not (fields.day or fields.weekday)


def _has_time(moment: Moment) -> bool:
    small = moment.shift is not None and moment.shift.unit in ("H", "MIN", "S")
    return small or moment.fields.part is not None or moment.fields.hour is not None


def _confidence(moment: Moment, settled: Settled) -> float:
    if not settled.relative:
        return EXPLICIT
    return RELATIVE if moment.shift or moment.which is not None else BY_TENSE


def _anchor(settled: Settled, document: Document) -> Anchor | None:
    reference = settled.reference
    if reference is None:
        return None
    if reference.span is None and document.published:
        return Anchor(AnchorKind.PUBLICATION, document.published)
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
        return TimexType.DURATION, period(form.amount, form.unit)
    return (TimexType.SET if isinstance(form, Repetition) else TimexType.DATE), form.value


def _offset(value: str, extent: Extent, tokens: Tokens) -> Offset | None:
    """Where the event begins that the amount is counted from."""
    if extent.end == extent.last or extent.rule.meaning != "offset" or extent.end >= len(tokens.starts):
        return None
    direction = "before" if tokens.lower(extent.last) == "before" else "after"
    return Offset(value, direction, tokens.starts[extent.end])
