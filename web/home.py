"""The first page: what is in here."""

from collections.abc import Iterable, Sequence

from flask import Blueprint, render_template

from kb.model import Bin, Filter
from kb.saved import load_stories, load_views
from kb.when import When
from kb.when.days import DAY_SECONDS, civil
from kb.writing.picture.bands import main_part
from kb.writing.picture.scales import FURTHEST
from web.context import kb
from web.pictures import band_of
from web.steps import story_title

blueprint = Blueprint("home", __name__)

BARS = 200
NEWEST = 8


@blueprint.get("/")
def home() -> str:
    """How much there is and when, the newest articles, the views and stories that people keep."""
    folder, bins = kb().folder, kb().density(Filter(), BARS)
    shown = _evenly(main_part(bins), bins)
    return render_template(
        "home.html",
        size=kb().sizes(),
        band=band_of(shown) if shown else "",
        beyond=_counted(bins) - _counted(shown),
        newest=kb().newest(NEWEST),
        views=load_views(folder),
        stories=[(story.name, story_title(story)) for story in load_stories(folder)],
    )


def _evenly(shown: Sequence[Bin], bins: Sequence[Bin]) -> Sequence[Bin]:
    """What is shown of these bins in bins of one length: those of far dates are longer, and reach into it."""
    if len(shown) == len(bins):
        return shown
    since, until = _day(shown[0].since), _day(shown[-1].until - 1)
    return main_part(kb().density(Filter(since=since, until=until), BARS))


def _day(second: int) -> When:
    """The day of a second, its year where EDTF names no days."""
    year, month, day = civil(second // DAY_SECONDS)
    return When.of_day(year, month, day) if abs(year) <= FURTHEST else When.of_year(year)


def _counted(bins: Iterable[Bin]) -> int:
    return sum(one.events + one.statements for one in bins)
