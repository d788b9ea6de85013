"""Dates as intervals: `When`, its EDTF grammar, TIMEX3 values, and a calendar without limits.

`when.py` is the value, `edtf.py` and `calendar_date.py` its grammar, `days.py` the calendar,
`timex.py` the way to TIMEX3, `words.py` the way to English, `parts.py` early, mid and late.
"""

from kb.when.extent import Grain
from kb.when.timex import from_timex, to_timex
from kb.when.when import When

__all__ = ["Grain", "When", "from_timex", "to_timex"]
