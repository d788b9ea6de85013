"""When an entry stands: at its own date, at the moment it was said, at the moment its article appeared.

To add an axis, give it a key in `schema`, rows in `placing` and a line here.
"""

from typing import NamedTuple

from kb.storing.index.intervals import EVER, UNBOUNDED
from kb.storing.index.schema import EVERYTHING, PUBLISHED, SAID


class Axis(NamedTuple):
    """The key under which all stands, and the bounds of an entry (`{0}`) as expressions of SQL."""

    key: int
    undated: str
    unbounded: str
    at: str
    since: str
    until: str

    def order(self, row: str) -> str:
        """The order of time."""
        return f"{self.unbounded.format(row)}, {self.at.format(row)}, {row}.label, {row}.iri"

    def overlap(self, row: str) -> str:
        """Whether an entry overlaps a window, of which the end is asked for first."""
        return f"{self.since.format(row)} <= ? AND {self.until.format(row)} >= ?"

    def begins(self, row: str) -> str:
        """Whether it is dated and its first bound lies between two seconds."""
        at, unbounded = self.at.format(row), self.unbounded.format(row)
        return f"NOT {self.undated.format(row)} AND NOT {unbounded} AND {at} BETWEEN ? AND ?"


def _moment(key: int, column: str) -> Axis:
    unknown = f"({{0}}.{column} IS NULL)"
    bounds = (f"coalesce({{0}}.{column}, {second})" for second in (0, -EVER, EVER))
    return Axis(key, unknown, unknown, *bounds)


HAPPENED = Axis(EVERYTHING, "{0}.undated", f"({{0}}.level = {UNBOUNDED})", "{0}.at", "{0}.since", "{0}.until")
AXES = {"happened": HAPPENED, "said": _moment(SAID, "said"), "published": _moment(PUBLISHED, "published")}
