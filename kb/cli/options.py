"""Options and arguments that several verbs share, and how their words become values."""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from kb.base import KnowledgeBase, given_date
from kb.errors import BadDate
from kb.model import Filter
from kb.storing.remote import server_folder
from kb.tagging import choose_pipeline
from kb.when import When

Command = TypeVar("Command", bound=Callable[..., Any])


class Date(click.ParamType[When]):
    """An EDTF date, or a calendar date in words."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """The date; a usage error (exit 2) when it is none."""
        try:
            return value if isinstance(value, When) else given_date(value)
        except BadDate as error:
            self.fail(str(error), param, ctx)


class LanguageCode(click.ParamType[str]):
    """A language tag (BCP 47), such as en or en-GB."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The tag; a usage error (exit 2) when it cannot be one."""
        if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value):
            self.fail(f"{value!r} is no language code. Write it like en or en-GB.", param, ctx)
        return str(value)


class Pipeline(click.ParamType[str]):
    """The name of an installed spaCy pipeline, or the folder of one; the one chosen reads from then on."""

    name = "pipeline"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The name; BadRequest when it cannot be loaded."""
        choose_pipeline(value)
        return str(value)


pipeline_option = click.option(
    "--pipeline",
    type=Pipeline(),
    envvar="KB_PIPELINE",
    expose_value=False,
    metavar="NAME",
    help="A spaCy pipeline to read with, such as en_core_web_trf.  [default: the built-in one]",
)


class Place(click.Path):
    """A folder, or the address of a SPARQL server, whose folder on this machine it becomes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The folder; BadRequest when the address cannot be used."""
        if isinstance(value, str) and "://" in value:
            return server_folder(value)
        return super().convert(value, param, ctx)


folder_option = click.option(
    "--kb",
    "folder",
    type=Place(file_okay=False, path_type=Path),
    metavar="FOLDER|ADDRESS",
    default=Path("kb.data"),
    envvar="KB_FOLDER",
    show_default="./kb.data, or $KB_FOLDER",
    help="The folder of the knowledge base, or the address of a SPARQL server that holds it.",
)


def filter_options(command: Command) -> Command:
    """--about, --since, --until and so on, for every verb that lists entries.

    The command is handed them as one `Filter`, `wanted`.
    """

    @wraps(command)
    def filtered(**options: Any) -> Any:
        asked = {name: options.pop(name) for name in FILTERED if name in options}
        return command(wanted=Filter(**{name: value for name, value in asked.items() if value}), **options)

    for option in reversed(FILTERS):
        filtered = option(filtered)
    return cast(Command, filtered)


FILTERED = (
    "about",
    "since",
    "until",
    "kind",
    "involved",
    "real",
    "status",
    "certainty",
    "known",
    "order",
    "reviewed",
)
FILTERS = (
    click.option(
        "--about", default="", metavar="WORDS", help="A person, place or words in the label; or an IRI."
    ),
    click.option("--since", type=Date(), help="Entries that may lie in or after this date (EDTF or words)."),
    click.option("--until", type=Date(), help="Entries that may lie in or before this date."),
    click.option(
        "--kind", type=click.Choice(["event", "statement"]), help="Only events, or only statements."
    ),
    click.option("--involved", is_flag=True, help="Only that in which whoever --about names takes part."),
    click.option("--real", is_flag=True, help="Leave out what is planned, hypothetical or denied."),
    click.option("--status", default="", metavar="WORD", help="Only events told so: happened, planned ..."),
    click.option(
        "--certainty",
        type=click.Choice(["sure", "approximate", "uncertain"]),
        default=None,
        help="Only entries whose dates are so.",
    ),
    click.option("--reviewed", is_flag=True, help="Only entries whose date a person set right."),
    click.option("--known", type=Date(), help="Only what articles had told by this day."),
    click.option(
        "--order",
        type=click.Choice(["time", "salience"]),
        default="time",
        show_default=True,
        help="By date, or what is told and spoken of most first.",
    ),
)


def full_iri(kb: KnowledgeBase, name: str) -> str:
    """An IRI as it is, or what follows the base IRI of the knowledge base ("doc/1f.../event-9c...")."""
    return name if ":" in name else kb.base_iri + name.lstrip("/")
