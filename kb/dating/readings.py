"""A sentence with the expressions found in it, and what they say of each other by where they stand."""

from collections.abc import Container
from dataclasses import dataclass, field, replace

from kb.dating.extents import Extent
from kb.dating.forms import Moment
from kb.dating.place import Context
from kb.dating.ranges import joins
from kb.dating.settled import Settled
from kb.dating.tense import Clauses, direction_in, looks_back
from kb.dating.tokens import Tokens
from kb.model import Span

TIMES_OF_A_DAY = 6
"""Expressions behind a time of day among which its day is looked for: "at 9, 11 and 2 on Friday"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence: its number in the document, its tokens, what was found in it, the context words."""

    index: int
    tokens: Tokens
    extents: tuple[Extent, ...]
    context: Context
    clauses: Clauses
    days: dict[int, Settled] = field(default_factory=dict)  # by the number of the expression, once counted

    def of_kinds(self, kinds: Container[str | None]) -> "Reading":
        """Without what only holds in another kind of text."""
        if not self.extents:
            return self
        return replace(self, extents=tuple(e for e in self.extents if e.rule.kind in kinds), days={})

    def span(self, i: int) -> Span:
        """The characters of the i-th expression."""
        extent = self.extents[i]
        return Span(self.tokens.starts[extent.first], self.tokens.ends[extent.last - 1])

    def pointing(self, i: int) -> int:
        """Which way the sentence points from the i-th expression."""
        extent = self.extents[i]
        return direction_in(self.clauses, extent.first, extent.last)

    def looks_back(self, i: int) -> bool:
        """Whether the clause of the i-th expression is in the past perfect."""
        extent = self.extents[i]
        since = self.tokens.lower(extent.first - 1) in self.context["since_words"]
        return since or looks_back(self.clauses, extent.first, extent.last)

    def in_aside(self, i: int) -> bool:
        """Whether the i-th expression stands in a relative clause that only adds something."""
        return self.clauses.in_aside(self.extents[i].first)

    def day_behind(self, i: int) -> int | None:
        """Which expression names the day of the i-th right behind it, with at most a comma or "on" between;
        other times of day may stand there first, as in "from 9 to 6 on Saturday"."""
        for there in range(i + 1, min(len(self.extents), i + 1 + TIMES_OF_A_DAY)):
            form, between = self.extents[there].form, self._between(there)
            if not isinstance(form, Moment):
                return None
            if not only_time(form):
                return there if self._is_beside(there, between) else None
            if not self._shares_day(there, between):
                return None
        return None

    def _between(self, i: int) -> tuple[str, ...]:
        """The words between an expression and the one before it."""
        return self.tokens.words(self.extents[i - 1].last, self.extents[i].first)

    def _is_beside(self, i: int, between: tuple[str, ...]) -> bool:
        """Whether an expression is the day of the time before it."""
        ranged = len(between) == 1 and joins(self.tokens, self.extents[i - 1], self.context)
        plain = between[1:] if between[:1] == (")",) else between
        return ranged or (len(plain) <= 2 and self.context["beside_words"].issuperset(plain))

    def _shares_day(self, i: int, between: tuple[str, ...]) -> bool:
        """Whether a time of day is the other end of the one before it, the next of a list, or the same by
        another clock, in brackets."""
        if between == ("(",):
            return self.tokens.lower(self.extents[i].last) == ")"
        listed = len(between) == 1 and between[0] in (*self.context["list_words"], ",")
        return listed or (len(between) == 1 and joins(self.tokens, self.extents[i - 1], self.context))


def only_time(moment: Moment) -> bool:
    """Whether it names a time of day and no day."""
    fields = moment.fields
    timed = fields.hour is not None or fields.part is not None
    return timed and moment.shift is None and moment.which is None and not (fields.day or fields.weekday)
