"""Findings made by hand, as the finders would make them. Spans are given by their words."""

from kb.model import (
    Anchor,
    AnchorKind,
    Entity,
    EntityKind,
    Mention,
    Resolution,
    Span,
    TimeExpression,
    TimexType,
)
from kb.when import When

PUBLISHED = When.parse("2016-06-17")


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where these words stand, for the `nth` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(text: str, words: str, name: str, kind: EntityKind, nth: int = 0, **more: object) -> Mention:
    """These words as a mention of a named entity."""
    key = name.lower().replace(" ", "-")
    return Mention(span=span(text, words, nth), rule="name", entity=Entity(key, name, kind, **more))  # type: ignore[arg-type]


def expression(
    text: str, words: str, value: str, when: str | None, rule: str, **more: object
) -> TimeExpression:
    """These words as a TIMEX3 date."""
    meant = When.parse(when) if when else None
    return TimeExpression(
        span=span(text, words),
        rule=rule,
        type=TimexType.DATE,
        value=value,
        when=meant,
        **more,  # type: ignore[arg-type]
    )


def resolution(time: TimeExpression, *steps: str, anchored: bool = True, **more: object) -> Resolution:
    """The date an expression gives, counted from the publication where it is relative."""
    anchor = Anchor(AnchorKind.PUBLICATION, PUBLISHED) if anchored else None
    assert time.when
    given = {"when": time.when, "rule": time.rule, "expression": time, "anchor": anchor, **more}
    return Resolution(steps=steps, **given)  # type: ignore[arg-type]


def before_publication() -> Resolution:
    """No words give a date: only the publication bounds it."""
    return Resolution(
        when=When.until(PUBLISHED),
        rule="bounded-by-publication",
        steps=("No words give a date.", "It was told on 2016-06-17, so it is not later than that."),
        confidence=0.5,
        anchor=Anchor(AnchorKind.PUBLICATION, PUBLISHED),
    )
