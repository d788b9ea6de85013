"""The meanings a rule of the language table may name, in one visible table.

To add one, write a function from `Slots` to a form beside its like and name it here.
"""

from collections.abc import Mapping

from kb.dating import meanings_amounts as amounts
from kb.dating import meanings_calendar as calendar
from kb.dating import meanings_clock as clock
from kb.dating import meanings_figures as figures
from kb.dating import meanings_relative as relative
from kb.dating import meanings_sets as sets
from kb.dating.slots import Meaning

MEANINGS: Mapping[str, Meaning] = {
    "calendar": calendar.calendar,
    "impossible": calendar.impossible,
    "month_of_name": calendar.month_of_name,
    "early": calendar.early,
    "at_large": calendar.at_large,
    "season_at_large": calendar.season_at_large,
    "era_year": calendar.era_year,
    "year_tail": calendar.year_tail,
    "century": calendar.century,
    "millennium": calendar.millennium,
    "far_year": calendar.far_year,
    "year_in_words": calendar.year_in_words,
    "quarter": calendar.quarter,
    "half": calendar.half,
    "week_of": calendar.week_of,
    "weekend_of": calendar.weekend_of,
    "beside": calendar.beside,
    "numbered_week": calendar.numbered_week,
    "nth": calendar.nth,
    "written": figures.written,
    "iso_month": figures.iso_month,
    "quarter_code": figures.quarter_code,
    "short_dated": figures.short_dated,
    "clock": clock.clock,
    "clock_list": clock.clock_list,
    "deictic": relative.deictic,
    "hours_of_day": relative.hours_of_day,
    "weeks_from": relative.weeks_from,
    "shifted": relative.shifted,
    "shifted_back": relative.shifted_back,
    "but_one": relative.but_one,
    "part_before": relative.part_before,
    "the_unit": relative.the_unit,
    "nth_unit": relative.nth_unit,
    "weekday_week": relative.weekday_week,
    "weekday_last": relative.weekday_last,
    "same_period": relative.same_period,
    "that_time": relative.that_time,
    "weekend": relative.weekend,
    "coming_weekend": relative.coming_weekend,
    "part_of_event": relative.part_of_event,
    "part_beside": relative.part_beside,
    "mid_century": relative.mid_century,
    "turn_of_century": relative.turn_of_century,
    "length": amounts.length,
    "fraction": amounts.fraction,
    "hours_minutes": amounts.hours_minutes,
    "lengths": amounts.lengths,
    "half_length": amounts.half_length,
    "away": amounts.away,
    "ago_today": amounts.ago_today,
    "weekday_weeks_ago": amounts.weekday_weeks_ago,
    "in_time": amounts.in_time,
    "offset": amounts.offset,
    "day_of_every": sets.day_of_every,
    "nth_of_every": sets.nth_of_every,
    "every": sets.every,
    "every_date": sets.every_date,
    "every_nth": sets.every_nth,
    "every_feast": sets.every_feast,
    "adverb": sets.adverb,
    "rate": sets.rate,
    "rate_of": sets.rate_of,
    "vague": amounts.vague,
    "future": amounts.future,
    "past": amounts.past,
    "a_while": amounts.a_while,
}
