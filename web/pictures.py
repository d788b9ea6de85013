"""Pictures that stand in pages: drawn on the server, in the words of the reader, each mark a link."""

from collections.abc import Sequence

from markupsafe import Markup

from kb.model import Bin, Entry, Filter
from kb.when import When
from kb.writing.picture import MOST, Captions, Lane, Picture, draw, lanes_of
from kb.writing.picture.bands import draw_band, main_part
from kb.writing.picture.figures import is_drawn
from web.context import href
from web.dates import date_words
from web.translating import say

WIDTH = 1000


def captions() -> Captions:
    """The words of a picture in the language of the request."""
    nothing = say("Nothing here has a date.")
    return Captions(say("nobody named"), say("others"), nothing, date_words)


def picture_of(entries: Sequence[Entry], wanted: Filter | None = None) -> Markup:
    """Entries in lanes, by the stretch of time that a filter asks for."""
    shown, asked = [entry for entry in entries if is_drawn(entry)][:MOST], wanted or Filter()
    since = asked.since.window[0] if asked.since else None
    until = asked.until.window[1] if asked.until else None
    return _picture(lanes_of(shown, captions()), since, until)


def picture_of_most(lanes: Sequence[Lane]) -> tuple[Markup, int]:
    """These lanes in the time that most of their entries stand in, and how many stand beyond it."""
    bounds = [_bounds(entry) for lane in lanes for entry in lane.entries if is_drawn(entry)]
    moments = sorted(moment for pair in bounds for moment in pair if moment is not None)
    shown = main_part([Bin(moment, moment + 1, 1, 0) for moment in moments])
    if not shown:
        return _picture(lanes, None, None), 0
    since, until = shown[0].since, shown[-1].since
    beyond = [(begin, end) for begin, end in bounds if not _is_within(begin, end, (since, until))]
    return _picture(lanes, since, until), len(beyond)


def _bounds(entry: Entry) -> tuple[int | None, int | None]:
    """The first and the last second of an entry; what is undated is drawn at the last it may have."""
    begin, end = When.parse(entry.edtf).window
    return (begin, end) if entry.dated or begin is not None else (end, end)


def _is_within(begin: int | None, end: int | None, stretch: tuple[int, int]) -> bool:
    return (end is None or end >= stretch[0]) and (begin is None or begin <= stretch[1])


def _picture(lanes: Sequence[Lane], since: int | None, until: int | None) -> Markup:
    return Markup(draw(lanes, Picture(WIDTH, since, until, captions(), href)))  # noqa: S704 - built as elements


def band_of(bins: Sequence[Bin]) -> Markup:
    """How densely entries stand over all their time."""
    return Markup(draw_band(bins, WIDTH, captions().words))  # noqa: S704 - built as elements
