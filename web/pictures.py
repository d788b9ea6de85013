"""Pictures that stand in pages: drawn on the server, in the words of the reader, each mark a link."""

from collections.abc import Sequence

from markupsafe import Markup

from kb.model import Bin, Entry, Filter
from kb.writing.picture import MOST, Captions, Lane, Picture, draw, lanes_of
from kb.writing.picture.bands import draw_band
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
    shown = [entry for entry in entries if is_drawn(entry)][:MOST]
    return picture_in(lanes_of(shown, captions()), wanted or Filter())


def picture_in(lanes: Sequence[Lane], wanted: Filter) -> Markup:
    """These lanes one above the other."""
    since = wanted.since.window[0] if wanted.since else None
    until = wanted.until.window[1] if wanted.until else None
    return Markup(draw(lanes, Picture(WIDTH, since, until, captions(), href)))  # noqa: S704 - built as elements


def band_of(bins: Sequence[Bin]) -> Markup:
    """How densely entries stand over all their time."""
    return Markup(draw_band(bins, WIDTH, captions().words))  # noqa: S704 - built as elements
