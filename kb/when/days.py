"""The proleptic Gregorian calendar on plain integers.

Years are astronomical (0 is 1 BC, -43 is 44 BC) and unbounded, which `datetime` cannot do. A day is
a number: 0 is 1970-01-01, as in POSIX. Weekdays count from 1 (Monday) to 7 (Sunday), as in ISO 8601.
Days are found over 400-year eras that begin on 1 March, so that the leap day is the last of its year
(Reingold and Dershowitz, "Calendrical Calculations", chapter 2).

To add calendar arithmetic, add a pure function here; nothing in this file knows text or words.
"""

from itertools import accumulate

Day = tuple[int, int, int]
"""A calendar day: astronomical year, month, day of the month."""

DAY_SECONDS = 86_400
_ERA_DAYS = 146_097  # 400 Gregorian years
_EPOCH = 719_468  # days from 1 March of year 0 to 1 January 1970
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COMMON = tuple(accumulate(_LENGTHS, initial=0))
_BEFORE = (_COMMON, (*_COMMON[:2], *(days + 1 for days in _COMMON[2:])))
"""Days of the year before each month, of a common year and of a leap year."""
_YEAR_ONE = 719_163  # days from 31 December of year 0 to 1 January 1970


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of the month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01."""
    past = year - 1
    years = 365 * past + past // 4 - past // 100 + past // 400
    return years + _BEFORE[is_leap(year)][month - 1] + day - _YEAR_ONE


def civil(number: int) -> Day:
    """The calendar day of a day number."""
    era, day_of_era = divmod(number + _EPOCH, _ERA_DAYS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153  # 0 is March
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def weekday(number: int) -> int:
    """ISO weekday of a day number: 1 is Monday, 7 is Sunday."""
    return (number + 3) % 7 + 1


def to_iso(second: int | None) -> str | None:
    """A second as xsd:dateTime in UTC, for any year (0000 is 1 BC, as in XSD 1.1); None for None."""
    if second is None:
        return None
    number, rest = divmod(second, DAY_SECONDS)
    year, month, day = civil(number)
    hour, minute, seconds = rest // 3600, rest // 60 % 60, rest % 60
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{seconds:02}Z"


# ---------------------------------------------------------------------------------------- shifting


def add_days(day: Day, count: int) -> Day:
    """The day `count` days later (earlier when negative)."""
    return civil(day_number(*day) + count)


def add_months(day: Day, count: int) -> Day:
    """The same day of the month `count` months later, clamped: 31 January and one month is 28 February."""
    year, month = month_of(day[0], day[1] + count)
    return year, month, min(day[2], month_length(year, month))


def month_of(year: int, month: int) -> tuple[int, int]:
    """Year and month for a month that may lie outside 1 to 12: (2016, 13) is January 2017."""
    years, index = divmod(month - 1, 12)
    return year + years, index + 1


# --------------------------------------------------------------------------------- weeks, weekdays


def weekday_after(number: int, wanted: int) -> int:
    """Day number of the first `wanted` weekday strictly after the day."""
    return number + (wanted - weekday(number) - 1) % 7 + 1


def weekday_before(number: int, wanted: int) -> int:
    """Day number of the last `wanted` weekday strictly before the day."""
    return number - (weekday(number) - wanted - 1) % 7 - 1


def week_start(number: int) -> int:
    """Day number of the Monday of the day's week."""
    return number - weekday(number) + 1


def first_week(year: int) -> int:
    """Day number of the Monday of ISO week 1: the week that holds 4 January."""
    return week_start(day_number(year, 1, 4))


def monday_of(year: int, week: int) -> int:
    """Day number of the Monday of an ISO week."""
    return first_week(year) + 7 * (week - 1)


def iso_week(number: int) -> tuple[int, int]:
    """ISO week-numbering year and week of a day: 1 January 2016 lies in (2015, 53)."""
    year = civil(week_start(number) + 3)[0]  # the year that owns the Thursday owns the week
    return year, (week_start(number) - first_week(year)) // 7 + 1


def weeks_of(year: int) -> int:
    """How many ISO weeks the year has: 52 or 53."""
    return (first_week(year + 1) - first_week(year)) // 7
