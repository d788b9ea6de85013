"""What words about time say before anyone knows when they were written: the forms meanings return.

A form is complete in itself and knows no anchor. `kb.dating.settling` turns a Moment into a date
once the reference time is known; a Length, a Repetition and a Vague need none.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction


class Base(StrEnum):
    """What a relative expression counts from."""

    SPEECH = "speech"  # the day of publication: "two weeks ago", "tomorrow"
    STORY = "story"  # the last date told: "a week earlier", "that month"


class Open(StrEnum):
    """Why words that look like a date give none."""

    HANGING = "hanging"  # on the words behind it: "the morning of the attack", "the October Revolution"
    BESIDE = "beside"  # on them, one day before or after: "the morning after the vote"
    IMPOSSIBLE = "impossible"  # no calendar has it: "31 June"


@dataclass(frozen=True, slots=True)
class Fields:
    """The calendar fields that the words name. Years are astronomical (0 is 1 BC)."""

    millennium: int | None = None  # 1 for the years 1000 to 1999, -2 for the second before our era
    era_millennium: int | None = None  # 5, before or after our era as the story has it
    century: int | None = None  # 18 for the 1800s (as TIMEX3 counts)
    decade: int | None = None  # 198 for the 1980s
    short_decade: int | None = None  # 8 for the eighties, of whichever century
    short_year: int | None = None  # 98 for '98
    era_year: int | None = None  # 216, before or after our era as the story has it
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None  # SP, SU, FA, WI
    month: int | None = None
    week: int | None = None  # ISO week
    weekend: bool = False
    day: int | None = None
    weekday: int | None = None  # 1 is Monday, as in ISO 8601
    holiday: str | None = None
    part: str | None = None  # MO, MI, AF, EV, NI, DT
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None  # "Z" or "+02:00"
    lasting: int = 0  # the days behind the first one, of a feast that lasts

    @property
    def named_year(self) -> int | None:
        """The year the words name, in whichever era."""
        return self.era_year if self.year is None else self.year

    def through(self, days: int) -> "Fields":
        """The day with so many days behind it."""
        return replace(self, lasting=days)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from a reference time; `count` None means nobody says how many.

    Units have the codes of TIMEX3 (S, MIN, H, D, WE for a weekend, W, M, Q, Y, DE, CE, ML) and four
    of our own: FN for a fortnight, HALF for half a year, TURN for the turn of a century, SAME for the
    period last told, years away.
    """

    count: int | None
    unit: str
    base: Base


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of the calendar.

    `which` picks among like-named days, months and seasons: -1 the last one, 0 this one, 1 the next
    one, None when the words leave it to the tense. `nth` counts a unit or weekday inside the rest
    ("the first Friday of next month"); -1 is the last.
    """

    fields: Fields = Fields()
    shift: Shift | None = None
    which: int | None = None
    which_base: Base = Base.SPEECH
    nth: tuple[int, str] | None = None
    mod: str | None = None
    portion: str | None = None  # the part meant where `mod` tells it but roughly: H1 or H2, a half; TURN
    fiscal: bool = False
    at_large: bool = False  # no particular one: "at night"
    open: Open | None = None  # why no date is meant: "the morning after the vote", "31 June"
    extra: int = 0  # days to add when all else is settled: "a week from Friday"
    widened: str | None = None  # the unit that holds it is meant: W, WE
    either_first: bool = False  # day and month in figures may be the other way round: 03/04/2016
    years: int = 0  # years to add then: "40 years ago this week"
    beside: tuple[int, str] | None = (
        None  # the unit or weekday right before or after: "the Monday after Easter"
    )


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time without a place in the calendar; `amount` None is a vague plural."""

    amount: Fraction | None
    unit: str
    mod: str | None = None
    rest: "Length | None" = None  # the three months of "two years and three months"
    within: int | None = None  # the year of "the first ten months of 1915"
    toward: int = 0  # which way it reaches from the reference time: -1 for the past, 1 for the next so many
    base: Base = Base.STORY


@dataclass(frozen=True, slots=True)
class Repetition:
    """Something that comes again: a TIMEX3 SET."""

    value: str
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """The present, the past or the future at large: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Form = Moment | Length | Repetition | Vague
