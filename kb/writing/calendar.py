"""Entries as an iCalendar file (RFC 5545), through the icalendar library.

A calendar has no uncertain dates and no open ends: entries without a date of their own, with an open
end, or outside the years 1 to 9998 are left out and counted in the calendar's description. A date
known to the month or year becomes an all-day entry over the whole of it, and its EDTF form stands in
the description.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from kb.model import Entry
from kb.writing.rows import version_line


def write_ics(entries: Sequence[Entry]) -> bytes:
    """The calendar; times of day are kept where the entry has them."""
    calendar = Calendar()
    calendar.add("prodid", "-//event-knowledge//timeline//EN")
    calendar.add("version", "2.0")
    fitting = [entry for entry in entries if fits(entry)]
    for entry in fitting:
        calendar.add_component(_component(entry))
    calendar.add("x-wr-caldesc", _caption(len(entries), len(fitting)))
    return bytes(calendar.to_ical())


def fits(entry: Entry) -> bool:
    """Whether a calendar can hold this entry: dated, closed, years 1 to 9998."""
    return entry.dated and all(
        bound and "0001" <= bound[:4] < "9999" and bound[4] == "-" for bound in _bounds(entry)
    )


def _bounds(entry: Entry) -> tuple[str | None, str | None]:
    return entry.earliest, entry.latest


def _component(entry: Entry) -> CalendarEvent:
    component = CalendarEvent()
    first, last = (_moment(bound) for bound in _bounds(entry))
    component.add("uid", entry.iri)
    component.add("dtstamp", _stamp(entry))
    component.add("summary", entry.label)
    component.add("dtstart", first.date() if _whole_days(first, last) else first)
    component.add("dtend", _after(last) if _whole_days(first, last) else last)
    component.add("description", _description(entry))
    component.add("url", entry.iri)
    return component


def _description(entry: Entry) -> str:
    """The date as EDTF, the words; of what several articles tell also each version, and where they differ."""
    versions = [version_line(version) for version in (entry, *entry.versions)] if entry.versions else []
    return "\n".join([entry.edtf, entry.quote, *versions, *entry.disagreements])


def _moment(bound: str | None) -> datetime:
    return datetime.fromisoformat(str(bound)).astimezone(UTC)


def _stamp(entry: Entry) -> datetime:
    # The same entries give the same bytes: the stamp is the day of publication, not the clock.
    return (
        datetime.fromisoformat(f"{entry.published[:10]}T00:00:00Z")
        if entry.published
        else _moment(entry.earliest)
    )


def _whole_days(first: datetime, last: datetime) -> bool:
    return (first.hour, first.minute, first.second, last.hour, last.minute) == (0, 0, 0, 23, 59)


def _after(last: datetime) -> date:
    return last.date() + timedelta(days=1)


def _caption(given: int, written: int) -> str:
    left_out = given - written
    what = "entry" if written == 1 else "entries"
    return f"{written} {what}." + (f" {left_out} without a closed date are left out." if left_out else "")
