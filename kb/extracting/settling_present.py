"""The rule for what is told in the present and stands in no timeline: it holds when it is told.

States and habits ("sells", "is planning", "we love") have no day of their own. The measuring interface
asks when they are true all the same: on the day of publication, or when the speaker said so.
"""

from collections.abc import Sequence
from itertools import takewhile

from kb.extracting.event_told import innermost
from kb.extracting.event_words import EventWords, compile_words
from kb.extracting.settled_dates import Dates
from kb.model import Anchor, AnchorKind, Event, Occurrence, Passage, Resolution, Token

UNLISTED = "other-verb"
"""The rule of happenings, which serve the measuring interface and stay out of timelines."""


def by_present(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """For what no timeline shows and is told in the present: it holds when it was said or published."""
    if not isinstance(occurrence, Event) or occurrence.rule != UNLISTED or occurrence.time is not None:
        return None
    if not _is_present(occurrence, dates):
        return None
    telling = innermost(dates.nearby.statements.touching(occurrence.trigger), occurrence.trigger)
    published = dates.findings.document.published
    if telling is not None:
        known = dates.known(telling)
        anchor = Anchor(AnchorKind.OCCURRENCE, known.when, telling.trigger, telling.key) if known else None
        return _holding(anchor, f"in “{telling.label}”, said on")
    return (
        _holding(Anchor(AnchorKind.PUBLICATION, published), "in what was published on") if published else None
    )


def _holding(anchor: Anchor | None, told: str) -> Resolution | None:
    if anchor is None:
        return None
    return Resolution(
        when=anchor.when,
        rule="holds-when-told",
        steps=(f"No words date this; the present tells that it holds, {told} {anchor.when.words()}.",),
        confidence=0.4,
        anchor=anchor,
    )


def _is_present(event: Event, dates: Dates) -> bool:
    """Whether the verb is in the present: "sells", "we love", "is planning", "are expected"."""
    near = [s for s in dates.nearby.sentences.touching(event.trigger) if s.span.covers(event.trigger)]
    body = [t for s in near if s.passage is Passage.BODY for t in s.tokens]
    tokens = [t for t in body if t.span.end <= event.trigger.end]
    if not tokens:
        return False
    verb, words = tokens[-1], compile_words(dates.language, ())
    group = list(takewhile(lambda t: t.pos in {"AUX", "ADV", "PART"}, reversed(tokens[:-1])))
    if any(token.pos == "AUX" for token in group):
        return words.has("present", next(t for t in reversed(group) if t.pos == "AUX")) and not _is_perfect(
            group
        )
    if verb.pos == "VERB" and verb.text == verb.lemma:
        return _is_plural(tokens[: -1 - len(group)][-1:], words) and not words.has("unchanging", verb)
    return words.has("present", verb) or (verb.pos == "VERB" and verb.text == f"{verb.lemma}s")


def _is_perfect(group: Sequence[Token]) -> bool:
    """Whether it tells what has been done or undergone."""
    return any(token.lemma == "have" for token in group)


def _is_plural(before: Sequence[Token], words: EventWords) -> bool:
    """Whether the word before the verb is a subject that takes its bare form: "we", "users"."""
    plural = any(t.pos == "NOUN" and t.text.casefold() != t.lemma.casefold() for t in before)
    return plural or words.any("bare_subjects", before)
