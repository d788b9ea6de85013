"""Where an interval stands in the index: by duration level, so that a window is one range scan a level.

An interval of level L is shorter than 2**L seconds, so whatever overlaps a window from `a` to `b` begins
after a - 2**L. Rows by level stay as fast as the store grows; an R*Tree or a plain (start, end) index does
not (measured at 10 million rows). Bounds are seconds since 1970 as 64-bit integers, wide enough for any
year EDTF can write.
"""

from typing import NamedTuple

EVER = 1 << 62  # stands for an open or unknown end; -EVER for a begin
FROM_EVER, FOR_EVER, UNBOUNDED = 70, 71, 72  # levels of what lacks a begin, an end, both
SALIENCE, UNDATED = 1 << 10, 1 << 20  # what they count for in the number of a run
MOST = SALIENCE - 1  # of salience, which is counted down: what matters most has the least number
STRAY = 100  # added to the level of a version that does not stand where what stands for it stands
FOLLOWS = 200  # added to the level of a version that does


class Place(NamedTuple):
    """An interval as it is indexed: `at` is its first bound, which orders a timeline; bounds as `EVER`."""

    level: int
    at: int
    since: int
    until: int


def place(begin: int | None, end: int | None) -> Place:
    """The place of an interval; None where it is open or unknown."""
    if begin is None and end is None:
        return Place(UNBOUNDED, 0, -EVER, EVER)
    if begin is None:
        return Place(FROM_EVER, end or 0, -EVER, end or 0)
    if end is None:
        return Place(FOR_EVER, begin, begin, EVER)
    return Place(max(0, end - begin).bit_length(), begin, begin, end)


def length(of: Place) -> int:
    """How many seconds after `at` an interval ends; `EVER` where it never does, or nobody knows when."""
    return EVER if of.until == EVER else of.until - of.at


def reach(level: int, since: int, until: int) -> tuple[int, int]:
    """The least and the greatest `at` that a row of this level can have if it overlaps a window.

    Between these it does, if it ends (`at` and `length`) when the window begins or later.
    """
    own = level % STRAY
    if own == UNBOUNDED:
        return -EVER, EVER
    if own == FROM_EVER:
        return since, EVER
    if own == FOR_EVER:
        return -EVER, until
    return since - (1 << own) + 1, until


class Run(NamedTuple):
    """What stands in the order of time among rows of `span`."""

    key: int
    number: int  # `run_of`

    @property
    def undated(self) -> bool:
        """Whether its entries have no date of their own; they come last."""
        return self.number >= UNDATED

    @property
    def leads(self) -> bool:
        """Whether its entries stand for themselves: there is none twice under a key."""
        return self.level < STRAY

    @property
    def strays(self) -> bool:
        """Whether its entries stand elsewhere than in the order of time."""
        return STRAY <= self.level < FOLLOWS

    @property
    def begins(self) -> bool:
        """Whether its entries are dated and begin (or end) somewhere."""
        return not self.undated and self.level % STRAY != UNBOUNDED

    @property
    def salience(self) -> int:
        """How much its entries matter."""
        return MOST - self.number % UNDATED // SALIENCE

    @property
    def level(self) -> int:
        """How long its entries last, and whether they are versions (`STRAY`, `FOLLOWS`)."""
        return self.number % SALIENCE


def run_of(undated: int, salience: int, level: int) -> int:
    """The number of a run: the dated first, and of these and of the others what matters most."""
    return undated * UNDATED + (MOST - salience) * SALIENCE + level


def name_key(label: str) -> int:
    """How a label begins, as a number of 64 bits that is in order as labels are by their first 8 bytes."""
    return int.from_bytes(label.encode()[:8].ljust(8, b"\0"), "big") - (1 << 63)
