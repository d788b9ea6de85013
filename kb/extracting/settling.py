"""The last step: every statement and event gets its date, with the reasons, and statements get what they say.

`RULES` is the order of asking: the occurrence's own words of time; an expression that hangs it on
another occurrence; a speaker who goes on speaking; the statement that tells of it; publication. Who
asks a date that is itself being asked for is refused, so that dates never hang on each other in a
circle. To add a way of dating, add a function to `RULES`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kb.extracting.event_anaphors import find_antecedent
from kb.extracting.event_offsets import Hanging, find_hangings, in_order, shifted
from kb.extracting.event_phases import find_phase
from kb.extracting.propositions import find_propositions, load_wording
from kb.extracting.status import innermost
from kb.model import (
    Anchor,
    AnchorKind,
    Event,
    Findings,
    Language,
    Occurrence,
    Resolution,
    Statement,
    Status,
)
from kb.when import When


def settle(findings: Findings, language: Language) -> Findings:
    """The findings with the `date` of every statement and event, and the `about` of every statement."""
    dates = Dates(findings, language)
    wording = load_wording(language)
    statements = tuple(
        replace(said, date=dates.of(said), about=find_propositions(said, findings, wording))
        for said in findings.statements
    )
    events = tuple(replace(event, date=dates.of(event)) for event in findings.events)
    return replace(findings, statements=statements, events=events)


class Dates:
    """The dates of one article's occurrences, worked out on demand and kept."""

    def __init__(self, findings: Findings, language: Language) -> None:
        self.findings = findings
        self.language = language
        self.occurrences = in_order(findings)
        self.by_key = {occurrence.key: occurrence for occurrence in self.occurrences}
        self.hangings = find_hangings(findings, language)
        self._settled: dict[str, Resolution] = {}
        self._asked: set[str] = set()

    def of(self, occurrence: Occurrence) -> Resolution:
        """The date of an occurrence: what the first rule that knows one says."""
        key = occurrence.key
        if key not in self._settled:
            self._asked.add(key)
            answers = (rule(occurrence, self) for rule in RULES)
            self._settled[key] = next(answer for answer in answers if answer is not None)
            self._asked.discard(key)
        return self._settled[key]

    def known(self, occurrence: Occurrence) -> Resolution | None:
        """Its date if words or another occurrence gave one; None also when it is being asked for."""
        if occurrence.key in self._asked:
            return None
        date = self.of(occurrence)
        return date if date.dated else None


# --------------------------------------------------------------------------------------- own words


def by_own_words(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The calendar meaning of the expression in its own clause; open where only its begin or end is told."""
    time = occurrence.time
    if time is None or time.when is None:
        return None
    told = f"“{time.span.of(dates.findings.text)}” means {time.when.words()}."
    phase = find_phase(occurrence, dates.findings, dates.language)
    return Resolution(
        when=phase.opened(time.when) if phase else time.when,
        rule=time.rule,
        steps=(*(time.steps or (told,)), *((phase.step,) if phase else ())),
        confidence=time.confidence,
        expression=time,
        anchor=time.anchor,
    )


# -------------------------------------------------------------------------------- hanging on another


def by_hanging(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """Counted from the occurrence that an expression such as "a day after" ties it to."""
    for link in dates.hangings:
        if occurrence.key in (link.host, link.pivot):
            counted = _counted(occurrence, link, dates)
            if counted:
                return counted
    return None


def _counted(occurrence: Occurrence, link: Hanging, dates: Dates) -> Resolution | None:
    towards = 1 if occurrence.key == link.host else -1
    other = dates.by_key[link.pivot if towards == 1 else link.host]
    known, offset = dates.known(other), link.expression.offset
    when = shifted(known.when, offset, towards) if known and offset else None
    if known is None or when is None:
        return None
    return Resolution(
        when=when,
        rule="counted-from-occurrence",
        steps=_counting(link, dates, other, known, when),
        confidence=round(0.95 * known.confidence * link.expression.confidence, 3),
        expression=link.expression,
        anchor=Anchor(AnchorKind.OCCURRENCE, known.when, other.trigger, other.key),
        depends_on=other.key,
    )


def _counting(
    link: Hanging, dates: Dates, other: Occurrence, known: Resolution, when: When
) -> tuple[str, ...]:
    host, pivot, offset = dates.by_key[link.host], dates.by_key[link.pivot], link.expression.offset
    direction = offset.direction if offset else "after"
    words = link.expression.span.of(dates.findings.text)
    return (
        f"“{words}” {direction} puts “{host.label}” {words} {direction} “{pivot.label}”.",
        f"“{other.label}” is dated {known.when.words()}.",
        f"So this is dated {when.words()}.",
    )


# -------------------------------------------------------------------------- an event told before


def by_pointing_back(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the event that "the crash", "this attack" speaks of again."""
    before = find_antecedent(occurrence, dates.findings) if isinstance(occurrence, Event) else None
    known = dates.known(before) if before else None
    if before is None or known is None:
        return None
    words = occurrence.trigger.of(dates.findings.text)
    told = f"No words date this; “{words}” points back to “{before.label}”."
    return _inherited("inherited-same-event", before, known, told)


def _inherited(rule: str, source: Occurrence, known: Resolution, told: str) -> Resolution:
    return Resolution(
        when=known.when,
        rule=rule,
        steps=(told, f"That is dated {known.when.words()}."),
        confidence=round(0.7 * known.confidence, 3),
        anchor=Anchor(AnchorKind.OCCURRENCE, known.when, source.trigger, source.key),
        depends_on=source.key,
    )


# ----------------------------------------------------------------------------- a speaker who goes on


def by_going_on(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the statement before, when the same speaker goes on in the same or the next paragraph."""
    if not isinstance(occurrence, Statement):
        return None
    before = _statement_before(occurrence, dates)
    known = dates.known(before) if before and _goes_on(before, occurrence, dates.findings) else None
    if before is None or known is None:
        return None
    name = occurrence.speaker.entity.name if occurrence.speaker else ""
    told = f"No words date this; {name} goes on from the statement before, “{before.label}”."
    return _inherited("inherited-same-speaker", before, known, told)


def _statement_before(statement: Statement, dates: Dates) -> Statement | None:
    earlier = [o for o in dates.occurrences if isinstance(o, Statement) and o.trigger < statement.trigger]
    return earlier[-1] if earlier else None


def _goes_on(before: Statement, statement: Statement, findings: Findings) -> bool:
    if before.speaker is None or statement.speaker is None:
        return False
    same = before.speaker.entity.key == statement.speaker.entity.key
    return same and 0 <= _paragraph(statement, findings) - _paragraph(before, findings) <= 1


def _paragraph(occurrence: Occurrence, findings: Findings) -> int:
    holding = (s.paragraph for s in findings.sentences if s.span.overlaps(occurrence.trigger))
    return next(holding, -1)


# ----------------------------------------------------------------------------------- only bounded


def by_telling(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """What a dated statement tells of happened before it ended, unless it is told as yet to come."""
    telling = innermost([s for s in dates.findings.statements if s.key != occurrence.key], occurrence.trigger)
    known = dates.known(telling) if telling and not _is_unfulfilled(occurrence) else None
    if telling is None or known is None or known.when.latest is None:
        return None
    return Resolution(
        when=When.until(known.when),
        rule="bounded-by-statement",
        steps=(
            f"No words date this; it is told in “{telling.label}”.",
            f"That was said on {known.when.words()}, so this is not later.",
        ),
        confidence=0.4,
        anchor=Anchor(AnchorKind.OCCURRENCE, known.when, telling.trigger, telling.key),
        depends_on=telling.key,
    )


def by_nothing(occurrence: Occurrence, dates: Dates) -> Resolution:
    """Bounded by publication; unknown when nobody said when that was, or when it is yet to come."""
    published = dates.findings.document.published
    if _is_unfulfilled(occurrence):
        steps = ("No words date this, and it is told as planned or possible: publication does not bound it.",)
        return Resolution(when=When.unknown(), rule="unbounded-not-yet-happened", steps=steps, confidence=0.3)
    if published is None or published.latest is None:
        steps = ("No words date this, and nobody said when the article was published.",)
        return Resolution(when=When.unknown(), rule="unknown", steps=steps, confidence=0.1)
    return Resolution(
        when=When.until(published),
        rule="bounded-by-publication",
        steps=(f"No words date this; it was published on {published.words()}, so it is not later.",),
        confidence=0.3,
        anchor=Anchor(AnchorKind.PUBLICATION, published),
    )


def _is_unfulfilled(occurrence: Occurrence) -> bool:
    return isinstance(occurrence, Event) and occurrence.status in {Status.PLANNED, Status.HYPOTHETICAL}


RULES: Sequence[Callable[[Occurrence, Dates], Resolution | None]] = (
    by_own_words,
    by_hanging,
    by_pointing_back,
    by_going_on,
    by_telling,
    by_nothing,
)
