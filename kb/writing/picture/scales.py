"""The axis of a picture: seconds to pixels, and which moments are named on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kb.when import When
from kb.when.days import DAY_SECONDS, civil, day_number, month_of

HOUR, MINUTE = 3600, 60
YEAR = 31_556_952  # seconds of a mean Gregorian year
FURTHEST = 9999  # the last year, and the first, whose months and days EDTF can name
ROOM = {"year": 84, "month": 104, "day": 116, "clock": 64}  # pixels between two names


class Step(NamedTuple):
    """How far apart named moments are: so many of a unit, and their length in seconds."""

    unit: str
    many: int
    length: float


STEPS = (
    *(Step("clock", seconds, seconds) for seconds in (1, 5, 15, 30)),
    *(Step("clock", minutes * MINUTE, minutes * MINUTE) for minutes in (1, 5, 15, 30)),
    *(Step("clock", hours * HOUR, hours * HOUR) for hours in (1, 3, 6, 12)),
    *(Step("day", days, days * DAY_SECONDS) for days in (1, 2, 7, 14)),
    *(Step("month", months, months * YEAR / 12) for months in (1, 3, 6)),
    *(Step("year", digit * 10**power, digit * 10**power * YEAR) for power in range(9) for digit in (1, 2, 5)),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where seconds from `begin` to `end` stand between two pixels."""

    begin: int
    end: int
    left: float
    right: float

    def x(self, second: float) -> float:
        """The pixel of a second."""
        share = (second - self.begin) / max(self.end - self.begin, 1)
        return self.left + share * (self.right - self.left)

    def ticks(self, words: Callable[[When], str]) -> list[tuple[float, str]]:
        """The pixels and names of round moments, far enough apart to be read."""
        per_pixel = max(self.end - self.begin, 1) / (self.right - self.left)
        chosen = next((s for s in STEPS if s.length / per_pixel >= ROOM[s.unit]), STEPS[-1])
        found = ((at, name) for at, name in _MOMENTS[chosen.unit](self, chosen.many, words))
        return [(self.x(at), name) for at, name in found if self.begin <= at <= self.end]


def _years(scale: Scale, count: int, _: Callable[[When], str]) -> Iterator[tuple[int, str]]:
    first, last = _year(scale.begin), _year(scale.end)
    for round_year in range(first - first % count, last + count + 1, count):
        # There is no year 0: 200 BC is the year -199, and a round 0 is 1 AD.
        year = round_year + 1 if count > 1 and round_year <= 0 else round_year
        yield day_number(year, 1, 1) * DAY_SECONDS, When.of_year(year).words()


def _months(scale: Scale, count: int, words: Callable[[When], str]) -> Iterator[tuple[int, str]]:
    first, last = _year(scale.begin) * 12, _year(scale.end) * 12 + 12
    for number in range(first, last, count):
        year, month = month_of(0, number + 1)
        yield day_number(year, month, 1) * DAY_SECONDS, _words(When.of_month, (year, month), words)


def _days(scale: Scale, count: int, words: Callable[[When], str]) -> Iterator[tuple[int, str]]:
    first = scale.begin // DAY_SECONDS
    for number in range(first - first % count, scale.end // DAY_SECONDS + 1, count):
        yield number * DAY_SECONDS, _words(When.of_day, civil(number), words)


def _clocks(scale: Scale, count: int, words: Callable[[When], str]) -> Iterator[tuple[int, str]]:
    for second in range(scale.begin - scale.begin % count, scale.end + 1, count):
        number, rest = divmod(second, DAY_SECONDS)
        clock = f"{rest // HOUR:02}:{rest // MINUTE % 60:02}" + (f":{rest % 60:02}" if rest % 60 else "")
        yield second, clock if rest else _words(When.of_day, civil(number), words)


def _words(make: Callable[..., When], parts: tuple[int, ...], words: Callable[[When], str]) -> str:
    year = parts[0]
    return words(make(*parts)) if abs(year) <= FURTHEST else When.of_year(year).words()


def _year(second: int) -> int:
    return civil(second // DAY_SECONDS)[0]


_MOMENTS: dict[str, Callable[[Scale, int, Callable[[When], str]], Iterator[tuple[int, str]]]] = {
    "year": _years,
    "month": _months,
    "day": _days,
    "clock": _clocks,
}
