"""The first page: what is in here."""

from collections.abc import Iterable

from flask import Blueprint, render_template

from kb.model import Bin, Filter
from kb.saved import load_stories, load_views
from kb.writing.picture.bands import main_part
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
    shown = main_part(bins)
    return render_template(
        "home.html",
        size=kb().sizes(),
        band=band_of(shown),
        beyond=_counted(bins) - _counted(shown),
        newest=kb().newest(NEWEST),
        views=load_views(folder),
        stories=[(story.name, story_title(story)) for story in load_stories(folder)],
    )


def _counted(bins: Iterable[Bin]) -> int:
    return sum(one.events + one.statements for one in bins)
