"""Time in text: expressions, what they were counted from, and how dates were worked out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kb.model.text import Finding, Span
from kb.when import When


class TimexType(StrEnum):
    """The four types of a TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What a relative expression was counted from."""

    PUBLICATION = "publication"
    EXPRESSION = "expression"  # a date told earlier in the text
    OCCURRENCE = "occurrence"  # an event or a statement of the same article


@dataclass(frozen=True, slots=True)
class Anchor:
    """The reference time of a resolution, and which words or which occurrence gave it."""

    kind: AnchorKind
    when: When
    span: Span | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """An expression that hangs on an event: "a day after she resigned" is P1D, after.

    `pivot` is the character where the clause of the event begins.
    """

    duration: str
    direction: str  # "after" or "before"
    pivot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Finding):
    """A TIMEX3: words about time and what they mean.

    `when` is the calendar interval meant (open for "since", for a range the whole range), None for
    sets, for what stays unresolved, and for durations but those that count from a date ("a day after
    Easter", "the past three years"); `value` is the TIMEX3 value of the words alone ("since September
    2014" has value 2014-09 and when 2014-09/..). `alternatives` are the dates that were weighed and not
    taken, likeliest first. `steps` are sentences that tell a reader how the result came about.
    """

    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    when: When | None = None
    anchor: Anchor | None = None
    offset: Offset | None = None
    alternatives: tuple[When, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A date that a person set right, and the moment they did (UTC, ISO 8601).

    Of a day of publication `instead_of` and `found_in` keep what the source gave, so that it can be
    taken back. `label` is what the entry was called, for the day the article no longer tells it.
    """

    when: When
    made: str
    label: str = ""
    instead_of: When | None = None
    found_in: str = ""

    @property
    def step(self) -> str:
        """The sentence that tells it."""
        return f"Set right by hand on {self.made[:10]}: {self.when.words()}."


Corrections: TypeAlias = Mapping[str, Correction]
"""What was set right in one document, by the key of the entry; under PUBLICATION its day of publication."""
PUBLICATION = ""
CORRECTED = "corrected"
"""The rule of a date that was set right, and where such a day of publication was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How an event or statement got its date: words, anchor, rule, result."""

    when: When
    rule: str
    steps: tuple[str, ...]
    confidence: float = 1.0
    expression: TimeExpression | None = None
    anchor: Anchor | None = None
    depends_on: str | None = None  # the key of the occurrence whose date this one hangs on

    @property
    def dated(self) -> bool:
        """Whether words, or another occurrence's date, gave this; False when something only bounds it."""
        return self.expression is not None or self.rule.startswith(("inherited", "holds", CORRECTED))
