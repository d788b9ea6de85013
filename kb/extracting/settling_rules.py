"""The rules that give an occurrence a date: own words, another occurrence, a speaker who goes on.

To add a way of dating, write a function here and name it in `RULES` of `settling`.
"""

from dataclasses import replace

from kb.extracting.event_anaphors import find_antecedent
from kb.extracting.event_offsets import Hanging, shifted
from kb.extracting.event_phases import begins, ends, find_phase
from kb.extracting.settled_dates import Dates
from kb.model import Anchor, AnchorKind, Event, Occurrence, Resolution, Status
from kb.when import When

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
            if counted and _is_ahead(occurrence, counted, dates):
                counted = _counted_from_saying(occurrence, link, dates)
            if counted:
                return counted
    return None


def _is_ahead(occurrence: Occurrence, counted: Resolution, dates: Dates) -> bool:
    """Whether what the text tells as past would lie after the day it was published."""
    published, begun = dates.findings.document.published, counted.when.window[0]
    past = isinstance(occurrence, Event) and occurrence.status in (Status.HAPPENED, Status.CLAIMED)
    ended = published.window[1] if published else None
    return past and begun is not None and ended is not None and begun > ended


def _counted_from_saying(occurrence: Occurrence, link: Hanging, dates: Dates) -> Resolution | None:
    """ "said they would vote on 23 June, a day after they met": counted from the day of saying."""
    host = dates.by_key[link.host]
    telling = [s for s in dates.findings.statements if any(c.covers(host.trigger) for c in s.content)]
    said = (_counted(occurrence, replace(link, host=statement.key), dates) for statement in telling)
    return next((counted for counted in said if counted), None)


def _counted(occurrence: Occurrence, link: Hanging, dates: Dates) -> Resolution | None:
    towards = 1 if occurrence.key == link.host else -1
    other = dates.by_key[link.pivot if towards == 1 else link.host]
    known = dates.known(other)
    when = shifted(known.when, link.expression, towards) if known else None
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
        f"The text puts “{host.label}” {words.lower()} {direction} “{pivot.label}”.",
        f"“{other.label}” is dated {known.when.words()}.",
        f"So this is dated {when.words()}.",
    )


# -------------------------------------------------------------------------- an event told before


def by_pointing_back(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the event that "the crash", "this attack" speaks of again."""
    before = _told_before(occurrence, dates)
    known = dates.known(before) if before else None
    if before is None or known is None:
        return None
    words = occurrence.trigger.of(dates.findings.text)
    told = f"No words date this; “{words}” points back to “{before.label}”."
    return _inherited("inherited-same-event", before, known, told)


def _told_before(occurrence: Occurrence, dates: Dates) -> Event | None:
    if not isinstance(occurrence, Event):
        return None
    counted_from = any(link.pivot == occurrence.key for link in dates.hangings)
    if counted_from and any(tells(occurrence, dates.findings, dates.language) for tells in (begins, ends)):
        return None
    return find_antecedent(occurrence, dates.findings, dates.language, counted_from)


def _inherited(rule: str, source: Occurrence, known: Resolution, told: str) -> Resolution:
    return Resolution(
        when=known.when,
        rule=rule,
        steps=(told, f"That is dated {known.when.words()}."),
        confidence=round(0.7 * known.confidence, 3),
        anchor=Anchor(AnchorKind.OCCURRENCE, known.when, source.trigger, source.key),
        depends_on=source.key,
    )
