"""Dates as intervals: `When`, its EDTF grammar, TIMEX3 values, and a calendar without limits.

`when.py` is the value, `extent.py` what it knows; `edtf.py` and `calendar_date.py` read its grammar,
`days.py` is the calendar, `timex.py` the way from TIMEX3, `words.py` the way to English, `parts.py`
early, mid and late; `counting.py` counts from a date and
says what lies before and after it.

To read another form of date, add its pattern to `_FORMS` in `calendar_date.py`, then its wording to
`_FORMS` in `words.py`; another TIMEX3 value goes to `_FORMS` in `timex.py`, arithmetic to `days.py`.
"""

from kb.when.counting import after, before, count_from, count_loosely
from kb.when.extent import Grain
from kb.when.timex import from_timex
from kb.when.when import When

__all__ = ["Grain", "When", "after", "before", "count_from", "count_loosely", "from_timex"]
