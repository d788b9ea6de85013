"""What people keep in the folder of a knowledge base: views of the timeline, queries, stories made of views.

A view is a file `views/<name>.json` with a title and the parameters of an address, a query is a file
`queries/<name>.json` with a title and its SPARQL; a story is a file `stories/<name>.md` that somebody writes
in any editor. All are read afresh each time they are asked for.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kb.errors import BadRequest, NotFound
from kb.ontology import slug
from kb.storing.layout import KEPT
from kb.writing import write_whole

VIEWS, QUERIES, STORIES = KEPT
LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class View:
    """A view or a query that was kept: its name, its title, the parameters of its address or its SPARQL."""

    name: str
    title: str
    query: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it was written: its name, and its text in Markdown."""

    name: str
    text: str


def load_views(folder: Path | None, kind: str = VIEWS) -> list[View]:
    """All views, or all of another kind, by title."""
    views = [load_view(folder, path.stem, kind) for path in _files(folder, kind, ".json")]
    return sorted(views, key=lambda view: (view.title.casefold(), view.name))


def load_view(folder: Path | None, name: str, kind: str = VIEWS) -> View:
    """The view of this name; NotFound when there is none, BadRequest when its file is spoilt."""
    path = _file(folder, kind, name, ".json")
    try:
        fields = json.loads(path.read_text("utf-8"))
        return View(name, str(fields["title"]), str(fields["query"]))
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest(
            f"{path} is no view: it needs the fields title and query. Mend it or delete it."
        ) from error


def save_view(folder: Path | None, title: str, query: str, kind: str = VIEWS) -> View:
    """Keep a view under the slug of its title, in place of one so named; BadRequest without a title."""
    name = slug(title[:LONGEST_TITLE])
    if folder is None or not title.strip():
        raise BadRequest("It is kept by its title, in the folder of a knowledge base. Give it a title.")
    view = View(name, title[:LONGEST_TITLE], query)
    (folder / kind).mkdir(exist_ok=True)
    fields = {key: value for key, value in asdict(view).items() if key != "name"}
    write_whole(folder / kind / f"{name}.json", json.dumps(fields, ensure_ascii=False, indent=1).encode())
    return view


def remove_view(folder: Path | None, name: str, kind: str = VIEWS) -> None:
    """Forget a view; NotFound when there is none."""
    _file(folder, kind, name, ".json").unlink()


def load_stories(folder: Path | None) -> list[Story]:
    """All stories, by name."""
    return [load_story(folder, path.stem) for path in _files(folder, STORIES, ".md")]


def load_story(folder: Path | None, name: str) -> Story:
    """The story of this name; NotFound when there is none."""
    return Story(name, _file(folder, STORIES, name, ".md").read_text("utf-8", errors="replace"))


def _files(folder: Path | None, kind: str, suffix: str) -> list[Path]:
    return sorted((folder / kind).glob(f"*{suffix}")) if folder else []


def _file(folder: Path | None, kind: str, name: str, suffix: str) -> Path:
    """The file of a name, found among those there are, so that no name leads out of the folder."""
    for path in _files(folder, kind, suffix):
        if path.stem == name:
            return path
    raise NotFound(f"There is no {name!r} among the {kind} here. The first page lists what there is.")
