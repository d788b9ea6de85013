"""The rules that only bound a date: what a statement tells of, and what was published.

None of these makes an occurrence dated: they say what it cannot be later than, and why.
"""

from kb.extracting.event_told import innermost
from kb.extracting.settled_dates import Dates
from kb.model import Anchor, AnchorKind, Event, Occurrence, Resolution, Status
from kb.when import When


def by_telling(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """What a dated statement tells of happened before it ended, unless it is told as yet to come."""
    around = dates.nearby.statements.touching(occurrence.trigger)
    telling = innermost([said for said in around if said.key != occurrence.key], occurrence.trigger)
    known = dates.known(telling) if telling and not _is_unfulfilled(occurrence) else None
    if telling is None or known is None or known.when.window[1] is None:
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
    if published is None or published.window[1] is None:
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
