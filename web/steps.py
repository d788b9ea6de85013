"""A story in Markdown as steps: what stands under each heading, and the view that its first link shows.

# The fall of Kobani                 the title of the story

## The siege begins                  a step
What one reads. [See it](/timeline?about=Kobani&until=2014-10)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from kb.saved import Story

MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": False})
TIMELINE = "/timeline"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its heading, its text as HTML, the parameters of its view ("" for everything)."""

    title: str
    text: Markup
    query: str


def story_title(story: Story) -> str:
    """The first heading of a story, else its name."""
    tokens = MARKDOWN.parse(story.text)
    titles = (tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open")
    return next(titles, story.name)


def steps_of(story: Story) -> list[Step]:
    """What stands under each heading but the first of level 1; all of it where there are no others."""
    parts = list(_parted(MARKDOWN.parse(story.text)))
    steps = [(title, tokens) for level, title, tokens in parts if level != "h1"]
    return [_step(title, tokens) for title, tokens in steps if title or tokens]


def introduction(story: Story) -> Markup:
    """What stands between the title and the first step."""
    parts = [tokens for level, _, tokens in _parted(MARKDOWN.parse(story.text)) if level == "h1"]
    return Markup("").join(map(_html, parts))


def _parted(tokens: list[Token]) -> Iterator[tuple[str, str, list[Token]]]:
    """The level, heading and tokens of each part that a heading begins."""
    numbered, number = [], 0
    for token in tokens:
        number += token.type == "heading_open" and token.tag in ("h1", "h2")
        numbered.append((number, token))
    for at, group in groupby(numbered, key=lambda pair: pair[0]):
        part = [token for _, token in group]
        yield (part[0].tag, part[1].content, part[3:]) if at else ("", "", part)


def _step(title: str, tokens: list[Token]) -> Step:
    links = (str(child.attrGet("href") or "") for token in tokens for child in token.children or ())
    views = (urlsplit(link) for link in links)
    query = next((view.query for view in views if not view.netloc and view.path == TIMELINE), "")
    return Step(title, _html(tokens), query)


def _html(tokens: list[Token]) -> Markup:
    # Markup is safe: raw HTML is off, and links to anything but web addresses are refused by the parser.
    return Markup(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}))  # noqa: S704
