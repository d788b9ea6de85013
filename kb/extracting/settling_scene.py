"""The rule that dates a statement by the scene it is part of: "At a news conference on Tuesday, Reed ...".

A sentence that has the speaker speak somewhere on one day ("spoke to reporters on Tuesday", "in an interview
on Friday") sets the scene for what is quoted of the same speaker in the sentences right behind it, until
another day is told. What "has said" or "had said" tells is older than the scene, and a scene that is yet to
come dates nothing said. The words stand in `speaking`, `stages`, `listening` and `off_stage` of
`[grammar.events]`.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.clause_words import COMING
from kb.extracting.event_words import EventWords, compile_words
from kb.extracting.settled_dates import Dates
from kb.model import (
    Occurrence,
    Passage,
    Resolution,
    Sentence,
    Statement,
    TimeExpression,
    TimexType,
    Token,
)
from kb.when import Grain
from kb.when.days import DAY_SECONDS

DAYS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.DAY})
TWO_DAYS = 2 * DAY_SECONDS
LED = 4  # tokens before a noun that tell whether the speaker was there: "after the rally"
CONFIDENCE = 0.6
CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})


def by_scene(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The day of the news conference, speech or interview of the same speaker that was told before."""
    if not isinstance(occurrence, Statement) or occurrence.speaker is None or occurrence.time is not None:
        return None
    if _is_older(occurrence, dates):
        return None
    between: list[TimeExpression] = []
    for sentence in dates.before(occurrence):
        days = list(_days(sentence, dates))
        if len(days) == 1 and _is_scene(sentence, occurrence, dates):
            near = all(_is_near(days[0], other) for other in between)
            return _in_scene(occurrence, sentence, days[0], dates) if near else None
        between += days
    return None


def _is_near(day: TimeExpression, other: TimeExpression) -> bool:
    """Whether another day is that of the scene, or the night around it."""
    begins = [time.when.window[0] for time in (day, other) if time.when is not None]
    return len(begins) == 2 and None not in begins and abs((begins[0] or 0) - (begins[1] or 0)) < TWO_DAYS


def _in_scene(
    statement: Statement, sentence: Sentence, day: TimeExpression, dates: Dates
) -> Resolution | None:
    published, text = dates.findings.document.published, dates.findings.text
    if day.when is None or statement.speaker is None or (published and _is_after(day, dates)):
        return None
    name, told = statement.speaker.entity.name, " ".join(sentence.span.of(text).split())
    return Resolution(
        when=day.when,
        rule="inherited-scene",
        steps=(
            f"No words date this; {name} speaks in the scene told before: “{told}”",
            f"“{day.span.of(text)}” there means {day.when.words()}.",
        ),
        confidence=round(CONFIDENCE * day.confidence, 3),
        expression=day,
        anchor=day.anchor,
    )


def _is_after(day: TimeExpression, dates: Dates) -> bool:
    """Whether a day begins after the one of publication ended."""
    published = dates.findings.document.published
    ends = published.window[1] if published else None
    begins = day.when.window[0] if day.when else None
    return ends is not None and begins is not None and begins > ends


def _is_older(statement: Statement, dates: Dates) -> bool:
    """ "has said", "had said": before the scene."""
    sentence = dates.sentence_of(statement)
    before = [t for t in sentence.tokens if t.span.end <= statement.trigger.start] if sentence else []
    auxiliaries: list[Token] = []
    for token in reversed(before):
        if token.pos not in {"AUX", "ADV", "PART"}:
            break
        auxiliaries.append(token)
    return any(token.lemma == "have" for token in auxiliaries)


def _days(sentence: Sentence, dates: Dates) -> Iterator[TimeExpression]:
    """The days told in a sentence by the writer, not by those who are quoted in it."""
    said = [content for s in dates.nearby.statements.touching(sentence.span) for content in s.content]
    for time in dates.nearby.times.touching(sentence.span):
        quoted = any(content.covers(time.span) for content in said)
        if time.type in CALENDAR and time.when is not None and time.when.grain in DAYS and not quoted:
            yield time


def _is_scene(sentence: Sentence, statement: Statement, dates: Dates) -> bool:
    """Whether the speaker speaks there, and did so already."""
    who = statement.speaker.entity.key if statement.speaker else ""
    present = any(m.entity.key == who for m in dates.nearby.mentions.touching(sentence.span))
    coming = any(token.text.lower() in COMING for token in sentence.tokens)
    words = compile_words(dates.language, ())
    body = sentence.passage is Passage.BODY
    return body and present and not coming and _has_stage(sentence.tokens, words)


def _has_stage(tokens: Sequence[Token], words: EventWords) -> bool:
    """Whether a verb of speaking in public stands there, or a noun for where one does, but no "after the"."""
    for index, token in enumerate(tokens):
        if (token.pos == "VERB" and words.has("speaking", token)) or words.has("listening", token):
            return True
        led = tokens[max(0, index - LED) : index]
        if token.pos == "NOUN" and words.has("stages", token) and not words.any("off_stage", led):
            return True
    return False
