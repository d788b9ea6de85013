"""The first page: what is in here."""

from flask import Blueprint, render_template

from kb.model import Filter
from kb.saved import load_stories, load_views
from web.context import kb
from web.pictures import band_of
from web.steps import story_title

blueprint = Blueprint("home", __name__)

BARS = 200
NEWEST = 8


@blueprint.get("/")
def home() -> str:
    """How much there is and when, the newest articles, the views and stories that people keep."""
    folder = kb().folder
    return render_template(
        "home.html",
        size=kb().sizes(),
        band=band_of(kb().density(Filter(), BARS)),
        newest=kb().newest(NEWEST),
        views=load_views(folder),
        stories=[(story.name, story_title(story)) for story in load_stories(folder)],
    )
