"""Expressions that hang on an occurrence: "three weeks after the attack", "a day after she resigned".

Each one links two occurrences: the host that the words date, and the pivot they count from. When the
pivot has a date the host follows from it, and the other way round. The link is made here, the
arithmetic too; who is asked first is settled in `settling`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.extracting.event_anaphors import find_pivot, find_referent
from kb.model import Findings, Language, Occurrence, Offset, TimeExpression
from kb.when import Grain, When
from kb.when.days import Day, add_days, add_months, civil, day_number, week_start

PERIOD = re.compile(r"P(\d+)([YMWD])|PT[\dX]+[HMS]")
UNLISTED = "other-verb"  # the rule of happenings, which no timeline shows
NEAR = 12  # characters from the begin of a pivot, in which an event noun of its own stands


@dataclass(frozen=True, slots=True)
class Hanging:
    """A link between two occurrences, by their keys, with the expression that makes it."""

    host: str
    pivot: str
    expression: TimeExpression


def find_hangings(findings: Findings, language: Language) -> tuple[Hanging, ...]:
    """The links that the event-relative expressions of an article make."""
    occurrences = in_order(findings)
    return tuple(
        Hanging(host.key, pivot.key, time)
        for time in findings.times
        if time.offset is not None
        for pivot in _pivot(time.offset, occurrences, findings, language)
        for host in _hosts(time, occurrences, findings, language)
        if host.key != pivot.key
    )


def in_order(findings: Findings) -> list[Occurrence]:
    """Statements and events by their place in the text."""
    return sorted([*findings.statements, *findings.events], key=lambda occurrence: occurrence.trigger)


def _pivot(
    offset: Offset, occurrences: Sequence[Occurrence], findings: Findings, language: Language
) -> Sequence[Occurrence]:
    """What the words count from: the first occurrence at or behind the offset's clause, in its sentence; or
    the one told before that "the attack", none of its own, speaks of again."""
    sentence = next((s for s in findings.sentences if s.span.start <= offset.pivot < s.span.end), None)
    end = sentence.span.end if sentence else len(findings.text)
    behind = [o for o in occurrences if offset.pivot <= o.trigger.start < end][:1]
    told = [o for o in behind if o.trigger.start - offset.pivot <= NEAR and o.rule != UNLISTED]
    if sentence is None or told:
        return behind
    return list(find_pivot(sentence, offset.pivot, occurrences, language)) or behind


def _hosts(
    time: TimeExpression, occurrences: Sequence[Occurrence], findings: Findings, language: Language
) -> Iterator[Occurrence]:
    """What the words date: the occurrence they were given to and what a noun before them points back to; if
    there is neither, what was told last before them in the sentence ("fell on Sunday, a day after ...")."""
    sentence = next((s for s in findings.sentences if s.span.covers(time.span)), None)
    near = [o for o in occurrences if sentence is None or sentence.span.covers(o.trigger)]
    hosts = [o for o in near if _is_given(o, time, findings.text)]
    if sentence is not None:
        hosts += find_referent(sentence, time.span.start, occurrences, language)
    yield from hosts or _beside(time, near, findings.text)


def _beside(time: TimeExpression, near: Sequence[Occurrence], text: str) -> Sequence[Occurrence]:
    """The last occurrence before the words, or, where they open the sentence, the first behind the comma."""
    before = [o for o in near if o.trigger.end <= time.span.start]
    pivot = time.offset.pivot if time.offset else len(text)
    behind = [o for o in near if o.trigger.start > pivot and _is_outside(o, pivot, text)]
    return before[-1:] or behind[:1]


def _is_given(occurrence: Occurrence, time: TimeExpression, text: str) -> bool:
    """Whether the words were given to the occurrence, and it is not the one they count from."""
    given = occurrence.time is not None and occurrence.time.span == time.span
    return given and time.offset is not None and _is_outside(occurrence, time.offset.pivot, text)


def _is_outside(occurrence: Occurrence, pivot: int, text: str) -> bool:
    """Whether it lies outside the clause of the pivot, which ends at a comma."""
    start = occurrence.trigger.start
    return start < pivot or "," in text[pivot:start]


# -------------------------------------------------------------------------------------- arithmetic


def shifted(when: When, offset: Offset, towards: int) -> When | None:
    """The date a duration away from another: `towards` 1 from pivot to host, -1 from host to pivot.

    The result is as exact as the unit: a day, a week from Monday to Sunday, a month, a year ("three
    months after 17 June 2016" is September 2016). None when the amount is vague, or the date coarser
    than the unit.
    """
    when = _begin(when)
    match, day = PERIOD.fullmatch(offset.duration), when.first_day
    if match is None or day is None or not (_is_day(when) or _is_unit(when)):
        return None
    if match[1] is None:
        return when if _is_day(when) else None
    count = int(match[1]) * towards * (1 if offset.direction == "after" else -1)
    return _counted(when, day, count, match[2])


def _begin(when: When) -> When:
    """The begin of what has begun and not ended: "two days after the siege began"."""
    begin, _, end = str(when).partition("/")
    return When.parse(begin) if end == ".." and begin not in {"", ".."} else when


def _is_day(when: When) -> bool:
    return when.first_day == when.last_day


def _is_unit(when: When) -> bool:
    """Whether it is one month or one year."""
    return re.fullmatch(r"-?\d{4}(-\d\d)?", str(when)) is not None


def _counted(when: When, day: Day, count: int, unit: str) -> When | None:
    if unit in "DW" and not _is_day(when):
        return None
    if unit == "D":
        return When.of_day(*add_days(day, count))
    if unit == "W":
        return _week(day_number(*add_days(day, 7 * count)))
    year, month, _ = add_months(day, count * (12 if unit == "Y" else 1))
    if unit == "Y":
        return When.of_year(year)
    return None if when.grain is Grain.YEAR else When.of_month(year, month)


def _week(day: int) -> When:
    """The week, Monday to Sunday, that holds a day."""
    monday = week_start(day)
    return When.between(When.of_day(*civil(monday)), When.of_day(*civil(monday + 6)))
