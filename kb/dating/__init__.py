"""Dating: finding the time expressions of a text and saying which dates they mean, and why.

The way of an expression: `tokens` cuts a sentence, `extents` finds the rules of the language table
that match (`patterns`, `lexicon`; `guards` refuse what only looks like a date), a meaning turns
what was caught into a form (`forms`, `meanings`), `settling` gives it a date counted from the
reference time that `story` keeps (`narrative` tells a story from news; `settling_years`, `settling_days`,
`feasts`; `tense` and `choosing` tell last May from next May, `figure_order` 3 April from March 4, `reckoning`
is the arithmetic), `values` writes TIMEX3, `ranges` looks at the prepositions, `hanging` at "two days after
Easter", `explaining` says it in words. `finding` and `resolving` lead an expression
along this way, `readings` knows what stands beside it. Two stand
apart: `calendar` reads single written-out dates, with dateparser, and `named` what somebody types;
`written_out` finds them in texts of languages without words here.

To teach it new words or rules, edit `[time]` of `kb/languages/<code>.toml`; a rule that needs a new
meaning gets a function in `meanings_…` named in `meanings.MEANINGS`. Nothing here needs a parser.
"""

from kb.dating.calendar import parse_date, written_languages
from kb.dating.finding import find_times
from kb.dating.named import parse_named
from kb.dating.written_out import find_written_dates

__all__ = ["find_times", "find_written_dates", "parse_date", "parse_named", "written_languages"]
