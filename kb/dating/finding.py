"""The front of dating: the time expressions of a document, in the order of its text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kb.dating.extents import find_extents
from kb.dating.figure_order import puts_day_first
from kb.dating.forms import Moment
from kb.dating.hanging import with_counted
from kb.dating.lexicon import Lexicon, lexicon_of
from kb.dating.narrative import is_narrative
from kb.dating.ranges import with_ranges
from kb.dating.readings import Reading
from kb.dating.resolving import expression_at
from kb.dating.story import Story, published_fields, story_span
from kb.dating.tense import Clauses
from kb.dating.tokens import tokenize
from kb.dating.values import fields_of, interval, timex_value
from kb.model import CORRECTED, Correction, Findings, Language, Sentence, Span, TimeExpression


def find_times(
    findings: Findings, language: Language, corrections: Mapping[Span, Correction] = MappingProxyType({})
) -> tuple[TimeExpression, ...]:
    """The time expressions of the document, resolved as far as its own words and its date allow.

    Without a day of publication, expressions that count from it stay unresolved: `when` is None, the
    value has X's, and the steps say so. `corrections` are dates of expressions that a person set right;
    what counts from them follows. Raises BadRequest for a language that has no words here.
    """
    lexicon = lexicon_of(language.code)
    sentences = findings.sentences or (Sentence(Span(0, len(findings.text)), 0),)
    readings = [reading for i, s in enumerate(sentences) for reading in _read(i, findings.text, s, lexicon)]
    published = findings.document.published
    story = _story_of(readings, Story(published_fields(published), published, corrections))
    story.day_first = _day_first(readings, findings.document.language)
    return tuple(time for reading in readings for time in _resolved(reading, story))


def _read(index: int, text: str, sentence: Sentence, lexicon: Lexicon) -> Iterator[Reading]:
    """The sentence; in several readings of the same number when it is too long to be one."""
    tokens = tokenize(text, sentence.span.start, sentence.span.end, lexicon.letters, lexicon.cased)
    for stretch in tokens.stretches():
        extents = tuple(find_extents(stretch, lexicon))
        yield Reading(index, stretch, extents, lexicon.context, Clauses(stretch, lexicon.context))


def _story_of(readings: Sequence[Reading], story: Story) -> Story:
    """The story, once it is known what kind of text it is."""
    sure = [reading.of_kinds({None}) for reading in readings]
    story.narrative = is_narrative(sure, story.published)
    if story.narrative:
        story.span = story_span(extent.form for reading in sure for extent in reading.extents)
        story.span = story_span(x.form for r in readings for x in r.of_kinds(story.kinds).extents)
    return story


def _day_first(readings: Sequence[Reading], language: str) -> bool | None:
    """Which of day and month comes first in figures; asked only where it matters."""
    extents = [(reading, i) for reading in readings for i in range(len(reading.extents))]
    forms = (reading.extents[i].form for reading, i in extents)
    if not any(isinstance(form, Moment) and form.either_first for form in forms):
        return None
    dates = ((reading.extents[i], reading.span(i).of(reading.tokens.text)) for reading, i in extents)
    return puts_day_first(dates, language, readings[0].context)


def _resolved(reading: Reading, story: Story) -> list[TimeExpression]:
    if not reading.extents:
        return []
    story.sentence = reading.index
    reading = reading.of_kinds(story.kinds)
    found = [expression_at(i, reading, story) for i in range(len(reading.extents))]
    ranged = with_ranges(found, reading.extents, reading.tokens, reading.context)
    counted = with_counted(ranged, reading.extents)
    return [_set_right(time, story.corrected.get(time.span)) for time in counted]


def _set_right(time: TimeExpression, correction: Correction | None) -> TimeExpression:
    """The expression with the date a person gave it; that of the rules becomes one that was weighed."""
    if correction is None:
        return time
    fields = fields_of(correction.when)
    return replace(
        time,
        rule=CORRECTED,
        confidence=1.0,
        value=timex_value(fields) if fields and interval(fields) == correction.when else time.value,
        when=correction.when,
        anchor=None,
        alternatives=(time.when, *time.alternatives) if time.when else time.alternatives,
        steps=(*time.steps, correction.step),
    )
