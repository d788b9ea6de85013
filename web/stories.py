"""Stories: steps in Markdown, each beside a picture of the view it links to."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Blueprint, render_template
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from kb.saved import load_story
from web.context import kb
from web.pages import address
from web.parameters import read_filter
from web.pictures import picture_of
from web.steps import Step, introduction, steps_of, story_title

blueprint = Blueprint("stories", __name__)

DRAWN = 40  # entries in the picture of a step


@dataclass(frozen=True, slots=True)
class Shown:
    """A step with its picture and the address of its view."""

    step: Step
    picture: Markup
    timeline: str
    more: int  # entries that the picture leaves out


@blueprint.get("/story/<name>")
def story(name: str) -> str:
    """A story, step by step."""
    told = load_story(kb().folder, name)
    steps = [_shown(step) for step in steps_of(told)]
    return render_template(
        "story.html", title=story_title(told), introduction=introduction(told), steps=steps
    )


def _shown(step: Step) -> Shown:
    wanted = read_filter(MultiDict(parse_qsl(step.query)))
    found = kb().window(wanted, DRAWN)
    more = found.total - len(found.entries)
    return Shown(step, picture_of(found.entries, wanted), address("/timeline", wanted), more)
